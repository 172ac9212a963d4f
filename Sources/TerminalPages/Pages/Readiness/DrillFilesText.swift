package import Drills

/// Files that come with a message of a drill, in a terminal: what they are called, how large they are, where they are.
package struct DrillFilesText {
  /// Bytes up to which a file's text is shown by itself.
  package static let shownBytesMax = 4096

  private let drill: Int
  private let incident: Int?
  private let isPlaying: Bool

  package init(_ whole: DrillWhole) {
    drill = whole.drill.number
    incident = whole.drill.incident
    isPlaying = whole.drill.state == .running || whole.drill.state == .paused
  }

  package func add(_ message: DrillWhole.Message, to lines: inout TextLines) {
    for file in message.files {
      let parts = [file.name, "\(TerminalText.grouped(file.bytes)) bytes", place(of: file, came: message.came != nil)]
      lines.add("·", parts.filter { !$0.isEmpty }.joined(separator: "  "), columns: 2)
      lines.add("mayday drill file \(file.name) --drill \(drill)", verbatim: 4, style: .faint)
    }
  }

  /// Where a file is that came: said once more when it got there later.
  package func place(of file: DrillWhole.File, came: Bool = true) -> String {
    if let evidence = file.evidence, let incident { return "in the evidence of INC-\(incident), number \(evidence)" }
    if let reason = file.refused { return "not in the incident's evidence: \(reason)" }
    guard came, isPlaying else { return "" }
    return incident == nil
      ? "goes into the incident's evidence once it is declared" : "not in the incident's evidence yet"
  }

  /// The content, line by line.
  package func add(_ file: DrillFile, to lines: inout TextLines) {
    var text = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if text.last?.isEmpty == true { text.removeLast() }
    for line in text { lines.add(String(line), verbatim: 4) }
  }
}
