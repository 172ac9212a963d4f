/// What a check looks for: its name in findings, how much it weighs, why it matters, and what moves the author on.
package struct FindingRule: Hashable, Sendable {
  /// In kebab case; stands in findings.
  package var identifier: String
  package var severity: FindingSeverity
  /// What it finds, in one sentence without a full stop.
  package var summary: String
  /// Why it matters.
  package var reason: String
  /// What moves the author on.
  package var question: String

  package init(
    _ identifier: String, _ severity: FindingSeverity, _ summary: String, _ reason: String, _ question: String
  ) {
    self.identifier = identifier
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.question = question
  }
}
