package import Chronology

/// A guard that ran, and what it showed.
package struct GuardResult: Hashable, Sendable, Codable {
  package static let summaryCharactersMax = 300

  package var name: String
  package var title: String
  /// `command`, `http`, `promql` or `pattern`.
  package var kind: String
  package var outcome: GuardOutcome
  package var severity: GuardSeverity
  /// One line for people: what was seen, and where it differs what was expected.
  package var summary: String
  /// Output, places, series: bounded, may be empty.
  ///
  /// Text from elsewhere, to be escaped wherever it is shown.
  package var detail: String
  package var started: Instant
  /// How long it took.
  package var seconds: Double
  package var protects: String?
  package var action: String?
  /// What its author says to do first when it is broken.
  package var next: String?
  package var place: GuardPlace?

  package init(
    of definition: GuardDefinition, outcome: GuardOutcome, summary: String, detail: String = "", started: Instant,
    seconds: Double
  ) {
    name = definition.name
    title = definition.title
    kind = definition.kind.name
    severity = definition.severity
    protects = definition.protects
    action = definition.action
    next = definition.next
    place = definition.place
    self.outcome = outcome
    self.summary = GuardText.shortened(
      summary.split(whereSeparator: \.isNewline).joined(separator: " "), to: Self.summaryCharactersMax)
    self.detail = detail
    self.started = started
    self.seconds = seconds
  }
}
