/// Something that nearly went wrong, in three fields.
package struct NearMiss: Codable, Hashable, Sendable {
  /// What nearly happened.
  package var what: String
  /// What stopped it.
  package var stoppedBy: String
  /// What would stop it for certain.
  package var idea: String

  package init(what: String, stoppedBy: String = "", idea: String = "") {
    self.what = what
    self.stoppedBy = stoppedBy
    self.idea = idea
  }

  package func checked() throws(IncidentRefusal) -> NearMiss {
    NearMiss(
      what: try TextCheck.required(what, "what", max: IncidentLimits.textScalarsMax),
      stoppedBy: try TextCheck.optional(stoppedBy, "stoppedBy", max: IncidentLimits.textScalarsMax),
      idea: try TextCheck.optional(idea, "idea", max: IncidentLimits.textScalarsMax))
  }
}

/// What happened to a near miss; its stream is `near-miss-1`.
package enum NearMissEvent: Hashable, Sendable {
  case reported(NearMiss)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("near-miss-reported", 1): self = .reported(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .reported(let nearMiss): try .init("near-miss-reported", nearMiss)
    }
  }
}
