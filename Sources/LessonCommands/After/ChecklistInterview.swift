package import Interchange
import Postmortems
package import TerminalPages

/// Asks line by line; every line tells where it came from and what it has caught.
package struct ChecklistInterview {
  private let zone: DisplayZone
  private let terminal: Terminal
  private let ask: (String) throws -> String
  private let say: (String) -> Void

  /// `ask` gives what was typed behind a question; `say` tells everything else.
  package init(
    zone: DisplayZone, terminal: Terminal, ask: @escaping (String) throws -> String, say: @escaping (String) -> Void
  ) {
    self.zone = zone
    self.terminal = terminal
    self.ask = ask
    self.say = say
  }

  /// The answer to a line: what was given, else what is typed; asked again until it says something.
  package func answer(to line: ChecklistAnswer.Line, _ position: String, given: String?) throws -> String {
    if let given {
      tell(line, position, answer: given, isGood: ChecklistWord.isGood(given, for: line.expects))
      return given
    }
    say(text(line, position, mark: "?", answer: nil))
    while true {
      let answer = try ask("       \(Self.choices(line.expects)) > ")
      // Nothing typed is an answer only where it says that a thing was not done, and then it is said in full.
      guard !answer.isEmpty, ChecklistWord.isGood(answer, for: line.expects) != nil else {
        say("       Please answer \(Self.choices(line.expects)).")
        continue
      }
      return Self.word(answer, line.expects)
    }
  }

  /// Tells a line with its answer; nil: it is not known whether that is good.
  package func tell(_ line: ChecklistAnswer.Line, _ position: String, answer: String, isGood: Bool?) {
    say(text(line, position, mark: isGood.map { $0 ? "✓" : "✕" } ?? "?", answer: answer))
  }

  /// Tells a line that nobody came to, since one before it was not good.
  package func tellNotReached(_ line: ChecklistAnswer.Line, _ position: String) {
    var lines = TextLines(terminal)
    let columns = max(7, position.count + 4)
    lines.add("\(position)  –", line.text, indent: 0, columns: columns)
    lines.add("", "not reached", indent: 0, columns: columns)
    say(lines.text)
  }

  private func text(_ line: ChecklistAnswer.Line, _ position: String, mark: String, answer: String?) -> String {
    var lines = TextLines(terminal)
    let columns = 7
    lines.add("\(position)  \(mark)", line.text, indent: 0, columns: max(columns, position.count + 4))
    if let answer, !answer.isEmpty {
      let lead = line.expects == .check ? "checked: " : "answered: "
      lines.add("", lead + answer, indent: 0, columns: max(columns, position.count + 4))
    }
    lines.add("", ChecklistLineText.origin(line, zone: zone), indent: 0, columns: max(columns, position.count + 4))
    return lines.text
  }

  private static func choices(_ expectation: ChecklistLine.Expectation) -> String {
    switch expectation {
    case .done: "[done / not done]"
    case .yes, .no: "[yes / no]"
    case .words: "[in words]"
    case .check: ""
    }
  }

  /// A single letter is recorded as the word that it stands for.
  private static func word(_ answer: String, _ expectation: ChecklistLine.Expectation) -> String {
    switch (answer.lowercased(), expectation) {
    case ("y", .yes), ("y", .no): "yes"
    case ("n", .yes), ("n", .no): "no"
    case ("y", .done), ("x", .done): "done"
    case ("n", .done): "not done"
    default: answer
    }
  }
}
