/// A text that is drawn again in place when it has changed, without clearing the screen first.
package struct LiveScreen: Sendable {
  private var shown: [String] = []

  package init() {}

  /// What to send so that the screen shows the text; nil when it does already.
  ///
  /// Text that is longer than the screen is cut, and says so. Lines are written over each other and ended with "erase to
  /// the end of the line" (ECMA-48 EL), so that nothing flickers.
  package mutating func draw(_ text: String, rows: Int) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let room = max(rows - 1, 3)
    if lines.count > room {
      let hidden = lines.count - room + 1
      lines = lines.prefix(room - 1) + ["… \(hidden) more lines; a taller window shows them"]
    }
    guard lines != shown else { return nil }
    // The first time everything that stood there before goes.
    let start = shown.isEmpty ? "\u{1B}[2J\u{1B}[H" : "\u{1B}[H"
    shown = lines
    return start + lines.map { $0 + "\u{1B}[K\r\n" }.joined() + "\u{1B}[J"
  }
}
