package import Documents
package import Guards
package import Postmortems

/// A public incident in our own words, for a team to read together: a postmortem, and what can be taken from it.
package struct ReadingDocument: Sendable {
  package var document: PostmortemDocument
  /// Lower-case letters, digits and hyphens: `gitlab-2017`.
  package var name: String
  package var title: String
  package var organisation: String
  /// A day, a month or a year, as `2017-01-31`, `2017-01`, `2017`.
  package var date: String
  package var severity: String?
  package var kinds: [ReadingKind]
  /// What a team must run to meet the same.
  package var technologies: [String]
  /// To read it.
  package var minutes: Int
  /// Plain text of the executive summary, paragraphs by blank lines.
  package var summary: String
  package var guards: [ReadingGuard]
  package var lines: [ReadingLine]
  package var questions: [String]
  package var sources: [ReadingSource]
  /// What could not be read; empty for a document that can be shipped.
  package var problems: [ReadingProblem]

  package var text: String { document.text }
  package var year: String { String(date.prefix(4)) }

  package func guardDeclared(_ name: String) -> ReadingGuard? { guards.first { $0.definition.name == name } }

  package func line(_ number: Int) -> ReadingLine? { lines.first { $0.number == number } }
}

/// A guard that might have caught it.
package struct ReadingGuard: Sendable {
  package var definition: GuardDefinition
  /// As an item of the list `guards` of mayday.yaml, indented by two spaces, with a line end.
  package var yaml: String
}

/// A line of a checklist that might have caught it.
package struct ReadingLine: Hashable, Sendable {
  /// From 1, within its document.
  package var number: Int
  /// Of the process, as addresses have it: `on-call-handover`.
  package var process: String
  package var text: String
  package var expects: ChecklistLine.Expectation
}

/// Where the facts come from.
package struct ReadingSource: Hashable, Sendable {
  /// Plain text, the address in it.
  package var text: String
  package var address: String?
}

/// What keeps a document from being a reading.
package struct ReadingProblem: Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  package var line: Int
  /// One lower-case sentence without a full stop.
  package var message: String
  /// What to do about it.
  package var hint: String

  package var description: String { "\(line): \(message) (\(hint))" }
}
