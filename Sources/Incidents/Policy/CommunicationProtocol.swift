/// Who tells one audience about incidents of one severity, how soon, and how often.
package struct CommunicationProtocol: Codable, Hashable, Sendable {
  /// Who has to agree before an update goes out.
  package enum Approval: String, Codable, CaseIterable, Hashable, Sendable {
    case none
    /// Somebody other than whoever wrote it.
    case secondPerson = "second-person"
  }

  /// Level of the severity.
  package var severity: Int
  package var audience: Audience
  /// Identifier of the role that speaks.
  package var speaker: String
  /// Minutes from the declaration to the first word; nil: none is due.
  package var firstWithinMinutes: Int?
  /// Minutes from one word to the next; nil: only what was promised is due.
  package var everyMinutes: Int?
  package var approval: Approval
  /// What a new update begins with.
  package var template: UpdateText

  package init(
    severity: Int, audience: Audience, speaker: String, firstWithinMinutes: Int?, everyMinutes: Int?,
    approval: Approval, template: UpdateText
  ) {
    self.severity = severity
    self.audience = audience
    self.speaker = speaker
    self.firstWithinMinutes = firstWithinMinutes
    self.everyMinutes = everyMinutes
    self.approval = approval
    self.template = template
  }
}
