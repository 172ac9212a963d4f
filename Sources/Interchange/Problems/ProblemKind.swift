/// Every way in which the API says no, by the last part of its `type`.
///
/// A kind keeps its meaning and its status for ever; texts may change.
package enum ProblemKind: String, CaseIterable, Hashable, Sendable {
  /// The body is no JSON.
  case malformedBody = "malformed-body"
  /// A parameter of the query, or a header.
  case invalidParameter = "invalid-parameter"
  case notSignedIn = "not-signed-in"
  case notAllowed = "not-allowed"
  /// There is no such thing, or the caller may not know of it.
  case notFound = "not-found"
  case methodNotAllowed = "method-not-allowed"
  /// It cannot be done in the state in which the thing is.
  case wrongState = "wrong-state"
  /// That is how it is already; nothing was changed.
  case nothingNew = "nothing-new"
  /// The system recorded it; it stays as it is.
  case notCorrectable = "not-correctable"
  /// A second person has not approved the update.
  case needsApproval = "needs-approval"
  /// Whoever wrote the update cannot approve it.
  case ownApproval = "own-approval"
  /// The reviewer holds the update back, and no reason to release it was given.
  case heldByReview = "held-by-review"
  case alreadyPublished = "already-published"
  case notPublished = "not-published"
  /// It would tell the public of a private incident.
  case privateIncident = "private-incident"
  /// As many as there can be are there.
  case limitReached = "limit-reached"
  /// Others kept changing the same thing.
  case busy
  /// The thing has changed since the caller read it.
  case staleVersion = "stale-version"
  case tooLarge = "too-large"
  case unsupportedMedia = "unsupported-media"
  case invalidFields = "invalid-fields"
  /// The idempotency key came before, with another body.
  case keyReused = "key-reused"
  /// The operation replaces a whole thing, and must say which version of it.
  case versionRequired = "version-required"
  case tooManyRequests = "too-many-requests"
  case failure
  case unavailable

  package var status: Int {
    switch self {
    case .malformedBody, .invalidParameter: 400
    case .notSignedIn: 401
    case .notAllowed: 403
    case .notFound: 404
    case .methodNotAllowed: 405
    case .wrongState, .nothingNew, .notCorrectable, .needsApproval, .ownApproval, .heldByReview, .alreadyPublished,
      .notPublished, .privateIncident, .limitReached, .busy:
      409
    case .staleVersion: 412
    case .tooLarge: 413
    case .unsupportedMedia: 415
    case .invalidFields, .keyReused: 422
    case .versionRequired: 428
    case .tooManyRequests: 429
    case .failure: 500
    case .unavailable: 503
    }
  }

  /// What it means, the same for every occurrence.
  package var title: String {
    switch self {
    case .malformedBody: "The body cannot be read"
    case .invalidParameter: "A parameter does not fit"
    case .notSignedIn: "Nobody is signed in"
    case .notAllowed: "This is not open to you"
    case .notFound: "Not found"
    case .methodNotAllowed: "This cannot be done here"
    case .wrongState: "Not possible as things stand"
    case .nothingNew: "That is how it is already"
    case .notCorrectable: "The system recorded this"
    case .needsApproval: "A second person has to approve it"
    case .ownApproval: "Somebody else has to approve it"
    case .heldByReview: "The reviewer holds it back"
    case .alreadyPublished: "It has gone out already"
    case .notPublished: "It has not gone out"
    case .privateIncident: "The incident is private"
    case .limitReached: "There is no room for more"
    case .busy: "Others are changing the same thing"
    case .staleVersion: "It has changed since you read it"
    case .tooLarge: "Too large"
    case .unsupportedMedia: "This kind of content is not taken"
    case .invalidFields: "Some fields do not fit"
    case .keyReused: "The idempotency key belongs to another request"
    case .versionRequired: "The version must be named"
    case .tooManyRequests: "Too many requests"
    case .failure: "Mayday failed"
    case .unavailable: "Mayday cannot answer now"
    }
  }

  /// The reference that identifies it: `/problems/stale-version`.
  package var type: String { "/problems/\(rawValue)" }

  /// Nil for a type that this Mayday does not know.
  package init?(type: String) {
    guard type.hasPrefix("/problems/") else { return nil }
    self.init(rawValue: String(type.dropFirst(10)))
  }
}
