/// An incident as its events add up.
package struct Incident: Hashable, Sendable {
  /// Stands where the event that named the incident was erased.
  package static let erasedFacts = IncidentFacts(title: "(erased)", status: "erased")

  package let number: Int
  package private(set) var facts: IncidentFacts
  package private(set) var timeline: AttachedTimeline?
  /// Number of the postmortem that is about it.
  package private(set) var postmortem: Int?

  /// An incident as it is kept elsewhere.
  package init(number: Int, facts: IncidentFacts, timeline: AttachedTimeline? = nil, postmortem: Int? = nil) {
    self.number = number
    self.facts = facts
    self.timeline = timeline
    self.postmortem = postmortem
  }

  package mutating func apply(_ event: IncidentEvent) {
    switch event {
    case .recorded(let facts), .corrected(let facts): self.facts = facts
    case .timelineAttached(let timeline): self.timeline = timeline
    case .postmortemLinked(let link): postmortem = link.postmortem
    }
  }
}
