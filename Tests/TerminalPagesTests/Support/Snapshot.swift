import Foundation
import TerminalPages
import Testing

/// Holds what a command prints against a file below `Snapshots/`.
///
/// With `MAYDAY_APPROVE=1` in the environment the difference is printed and the file written anew.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  /// Every snapshot is of a terminal without colour; nothing in it may be wider.
  static let terminal = Terminal(columns: 80, usesColour: false)

  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for line in text.split(separator: "\n") {
      #expect(TerminalText.width(line) <= terminal.columns, "\(line)", sourceLocation: sourceLocation)
      #expect(!line.contains("\u{1B}"), "\(line)", sourceLocation: sourceLocation)
    }
    let file = folder.appendingPathComponent(name + ".txt")
    let approved = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard approved != text + "\n" else { return }
    if ProcessInfo.processInfo.environment["MAYDAY_APPROVE"] == "1" {
      print("\(name):\n\(difference(approved, text + "\n"))")
      try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
    } else {
      Issue.record("\(name) differs:\n\(difference(approved, text + "\n"))", sourceLocation: sourceLocation)
    }
  }

  /// Lines that went with `-`, lines that came with `+`.
  private static func difference(_ old: String, _ new: String) -> String {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(let line, let text, _): "\(line + 1) - \(text)"
      case .insert(let line, let text, _): "\(line + 1) + \(text)"
      }
    }.joined(separator: "\n")
  }
}
