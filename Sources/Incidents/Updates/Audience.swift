/// Whom an update is for.
package enum Audience: String, Codable, CaseIterable, Hashable, Sendable {
  /// The people of the company who are not working on the incident.
  case `internal`
  /// Those who answer for it: management, the board, partners.
  case stakeholders
  /// Everybody who uses what is broken; what is published for them stands on the status page.
  case customers
  /// Regulators, data protection, police.
  case authorities
}
