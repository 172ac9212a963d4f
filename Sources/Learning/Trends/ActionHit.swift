package import Chronology
package import Postmortems

/// An incident that began while an action of an earlier postmortem was open, declined or not verified.
package struct ActionHit: Codable, Hashable, Sendable {
  package enum Sureness: String, Codable, CaseIterable, Hashable, Sendable {
    /// A factor of the incident's postmortem names the action.
    case certain
    /// The incidents are alike; whether the action would have helped is for people to say.
    case worthExamining = "worth-examining"
  }

  /// `INC-12`.
  package var incident: String
  package var incidentTitle: String
  package var began: Instant
  package var action: ActionID
  package var actionText: String
  /// As it was when the incident began.
  package var state: ActionState
  package var due: CivilDate?
  /// Whether its day had passed then.
  package var wasOverdue: Bool
  package var postmortemTitle: String
  /// The incident that the action came of; nil without one.
  package var earlierIncident: String?
  package var sureness: Sureness
  /// Each checkable.
  package var reasons: [String]
}
