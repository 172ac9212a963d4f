/// Why something cannot be done to an incident as it stands.
package struct IncidentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Hashable, Sendable, CaseIterable {
    case empty
    case limitPassed = "limit-passed"
    case invalidText = "invalid-text"
    case invalidPolicy = "invalid-policy"
    case invalidInstant = "invalid-instant"
    case needsReason = "needs-reason"
    case unknownSeverity = "unknown-severity"
    case unknownRole = "unknown-role"
    case unknownComponent = "unknown-component"
    case unknownEntry = "unknown-entry"
    case unknownTask = "unknown-task"
    case unknownUpdate = "unknown-update"
    case unknownIncident = "unknown-incident"
    /// A numbered part of a postmortem; the place begins with what it is: `factor 3`.
    case unknownPart = "unknown-part"
    case wrongState = "wrong-state"
    case notCorrectable = "not-correctable"
    case nothingNew = "nothing-new"
    case needsApproval = "needs-approval"
    case ownApproval = "own-approval"
    case heldByReview = "held-by-review"
    case alreadyPublished = "already-published"
    case notPublished = "not-published"
    case privateIncident = "private-incident"
    /// Somebody else changed the field since the caller looked; the message says what stands there now.
    case changedMeanwhile = "changed-meanwhile"
  }

  package let code: Code
  /// The field, or the thing.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String

  package init(_ code: Code, place: String, message: String, hint: String) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(place): \(message); \(hint)" }
}
