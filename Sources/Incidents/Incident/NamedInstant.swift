package import Chronology

/// The instants by which an incident is measured.
package enum InstantName: String, Codable, CodingKeyRepresentable, CaseIterable, Hashable, Sendable {
  case impactStarted = "impact-started"
  case detected
  case declared
  case acknowledged
  case firstPublicUpdate = "first-public-update"
  case mitigated
  case resolved
}

/// When something that has a name happened, and how that is known.
package struct NamedInstant: Codable, Hashable, Sendable {
  package enum Basis: String, Codable, Hashable, Sendable {
    /// An event of the incident set it.
    case event
    /// Somebody stated it.
    case stated
    /// A postmortem said so.
    case document
  }

  package var at: Instant
  package var basis: Basis
  /// Of the event that set it.
  package var version: Int64
  package var reason: String?

  package init(at: Instant, basis: Basis, version: Int64, reason: String? = nil) {
    self.at = at
    self.basis = basis
    self.version = version
    self.reason = reason
  }
}

/// A stretch of time by which incidents are compared.
package enum IncidentSpan: String, CaseIterable, Hashable, Sendable {
  case toDetect = "time-to-detect"
  case toDeclare = "time-to-declare"
  case toAcknowledge = "time-to-acknowledge"
  case toFirstWord = "time-to-first-word"
  case toMitigate = "time-to-mitigate"
  case toResolve = "time-to-resolve"

  package var ends: (from: InstantName, to: InstantName) {
    switch self {
    case .toDetect: (.impactStarted, .detected)
    case .toDeclare: (.detected, .declared)
    case .toAcknowledge: (.declared, .acknowledged)
    case .toFirstWord: (.impactStarted, .firstPublicUpdate)
    case .toMitigate: (.impactStarted, .mitigated)
    case .toResolve: (.impactStarted, .resolved)
    }
  }

  /// What is known of its length.
  package enum Length: Hashable, Sendable {
    case seconds(Double)
    /// These instants are not known.
    case missing([InstantName])
    /// It would end before it began.
    case invalid
  }
}
