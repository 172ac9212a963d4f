import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is known of the terminal that a command talks to.
package struct Terminal: Sendable {
  /// Columns for results: the terminal's own, between 60 and 120; 80 in a pipe.
  package var columns: Int
  package var usesColour: Bool

  package init(columns: Int, usesColour: Bool) {
    self.columns = columns
    self.usesColour = usesColour
  }

  /// Standard output as it is now; colour only on a terminal, and never against `NO_COLOR`.
  package static func standardOutput(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    var columns = 80
    if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      columns = Int(size.ws_col)
    } else if let stated = environment["COLUMNS"].flatMap(Int.init) {
      columns = stated
    }
    let wantsColour = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    return Terminal(columns: min(max(columns, 60), 120), usesColour: isTerminal && wantsColour)
  }

  package static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person can be asked: both what they read and what they type is a terminal.
  package static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isErrorTerminal }

  /// Lines of the terminal; 24 where it does not say.
  package static var rows: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  /// The text in a style, where colour is wanted.
  package func styled(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Colour only where it means something, always beside a word or a shape.
  package enum Style: String {
    case strong = "1"
    case faint = "2"
    case wrong = "31"
    case good = "32"
    case late = "33"
    case change = "36"
  }
}
