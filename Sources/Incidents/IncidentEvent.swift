/// What happened to an incident in the record.
package enum IncidentEvent: Hashable, Sendable {
  /// The incident was put into the record.
  case recorded(IncidentFacts)
  /// Something about it was wrong or has become known; the facts replace those before.
  case corrected(IncidentFacts)
  /// A timeline made from evidence was attached; it replaces the one before.
  case timelineAttached(AttachedTimeline)
  /// A postmortem is about it.
  case postmortemLinked(PostmortemLink)

  /// Nil for a kind or a version that this Mayday does not know, which a reader leaves alone.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("incident-recorded", 1): self = .recorded(try document.decoded(IncidentFacts.self))
    case ("incident-corrected", 1): self = .corrected(try document.decoded(IncidentFacts.self))
    case ("timeline-attached", 1): self = .timelineAttached(AttachedTimeline(json: document.json))
    case ("postmortem-linked", 1): self = .postmortemLinked(try document.decoded(PostmortemLink.self))
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .recorded(let facts): try EventDocument(kind: "incident-recorded", version: 1, encoding: facts)
    case .corrected(let facts): try EventDocument(kind: "incident-corrected", version: 1, encoding: facts)
    case .timelineAttached(let timeline): EventDocument(kind: "timeline-attached", version: 1, json: timeline.json)
    case .postmortemLinked(let link): try EventDocument(kind: "postmortem-linked", version: 1, encoding: link)
    }
  }
}

/// The timeline of an incident as the JSON that `mayday timeline` prints; the domain does not look into it.
package struct AttachedTimeline: Hashable, Sendable {
  package let json: [UInt8]

  package init(json: [UInt8]) { self.json = json }
}

/// Says which postmortem is about an incident.
package struct PostmortemLink: Hashable, Sendable, Codable {
  package let postmortem: Int

  package init(postmortem: Int) { self.postmortem = postmortem }
}
