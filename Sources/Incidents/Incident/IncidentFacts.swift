package import Chronology

/// What is known of an incident; what is not known is nil.
package struct IncidentFacts: Hashable, Sendable, Codable {
  package var title: String
  /// 1 is the worst.
  package var severity: Int?
  /// A word or two: `resolved`, `not known`.
  package var status: String
  /// When users began to be affected.
  package var started: Instant?
  /// The day on which it happened, where no instant is known.
  package var day: CivilDate?
  /// When they no longer were.
  package var ended: Instant?
  /// When somebody or something first noticed.
  package var detected: Instant?
  /// A sentence on what users felt.
  package var impact: String?

  package init(
    title: String, severity: Int? = nil, status: String, started: Instant? = nil, ended: Instant? = nil,
    detected: Instant? = nil, impact: String? = nil, day: CivilDate? = nil
  ) {
    self.title = title
    self.severity = severity
    self.status = status
    self.started = started
    self.ended = ended
    self.detected = detected
    self.impact = impact
    self.day = day
  }
}
