package import TextComparing

/// One change to a plan that a drill suggests; it is accepted or left alone by itself.
package struct PlanChange: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// A step took longer than the plan says.
    case time
    /// Something else was done in place of a step.
    case fallback
    /// Something was needed that the plan does not have.
    case addition
  }

  /// Within the proposal, from 1.
  package var number: Int
  package var kind: Kind
  /// Of the step that it changes, or that it adds.
  package var step: String
  /// Why, with what was measured or written: `measured in drill 3: 14 min`.
  package var reason: String
  /// The cell as it is; empty for a new row.
  package var before: String
  /// The cell as it would be; for a new row, what is to be done.
  package var after: String
  /// What whoever accepts it still has to fill in; empty where nothing is missing.
  package var toFill: String
  /// Line of the plan, from 1: of the row that it changes, or behind which it stands.
  var line: Int
  /// Of the cell in its row; nil for a new row.
  var column: Int?
  /// The new row; nil for a changed cell.
  var row: String?
}

/// What a drill suggests to change in the plan that was played.
package struct PlanProposal: Codable, Hashable, Sendable {
  /// Name of the plan.
  package var plan: String
  /// The text that was compared with; changes fit no other.
  package var text: String
  package var changes: [PlanChange]
  /// What could not be placed in the plan, each with the reason, in sentences.
  package var unplaced: [String]

  /// The plan with some of the changes; every other byte stays as it is.
  ///
  /// - Parameter accepted: numbers of changes; nil takes all. Numbers that are not there are left out.
  /// - Returns: the whole document.
  package func text(accepting accepted: Set<Int>? = nil) -> String {
    let taken = changes.filter { accepted?.contains($0.number) ?? true }
    guard !taken.isEmpty else { return text }
    var lines = PlanLines(text)
    for change in taken {
      if let column = change.column { lines.replace(column, ofLine: change.line, with: change.after) }
    }
    // From below, so that lines keep their numbers while rows come in; of one place, the last first.
    for change in taken.sorted(by: { ($0.line, $0.number) > ($1.line, $1.number) }) {
      if let row = change.row { lines.insert(row, behind: change.line) }
    }
    return lines.text
  }

  /// What would change, as lines of a difference.
  package func difference(accepting accepted: Set<Int>? = nil) -> ComparisonLines {
    ComparisonLines(old: text, new: text(accepting: accepted))
  }
}

/// A text in lines that keep their ends.
struct PlanLines {
  /// Each line without its end, and that end.
  private var lines: [(text: String, end: String)] = []

  init(_ text: String) {
    var current = ""
    for character in text {
      if character.isNewline, ["\n", "\r\n", "\r"].contains(character) {
        lines.append((current, String(character)))
        current = ""
      } else {
        current.append(character)
      }
    }
    lines.append((current, ""))
  }

  var text: String { lines.map { $0.text + $0.end }.joined() }

  mutating func replace(_ column: Int, ofLine line: Int, with text: String) {
    guard lines.indices.contains(line - 1),
      let row = SourceCells(line: lines[line - 1].text).replacing(column, with: text)
    else { return }
    lines[line - 1].text = row
  }

  mutating func insert(_ row: String, behind line: Int) {
    guard lines.indices.contains(line - 1) else { return }
    let end = lines[line - 1].end
    if end.isEmpty {
      // The row behind which it stands was the last of a text without a line end.
      lines[line - 1].end = lines.first { !$0.end.isEmpty }?.end ?? "\n"
    }
    lines.insert((row, end), at: line)
  }
}
