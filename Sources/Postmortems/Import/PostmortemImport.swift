package import Incidents

/// A postmortem document on its way into the record.
package struct PostmortemImport: Hashable, Sendable {
  /// What the document says of the incident.
  package var facts: IncidentFacts
  package var title: String
  package var status: String
  package var path: String
  package var sha256: String
  package var text: String
  package var timeline: AttachedTimeline?

  package init(
    facts: IncidentFacts, title: String, status: String, path: String, sha256: String, text: String,
    timeline: AttachedTimeline?
  ) {
    self.facts = facts
    self.title = title
    self.status = status
    self.path = path
    self.sha256 = sha256
    self.text = text
    self.timeline = timeline
  }

  /// The events that bring the record to what the document says; none where it says nothing new.
  ///
  /// `incident` and `postmortem` are what the document is about already, nil for what is new; `incidentNumber` and
  /// `postmortemNumber` are theirs, or the next free ones. `currentHash` is the SHA-256 of the postmortem's newest text.
  package func events(
    incident: Incident?, incidentNumber: Int, postmortemNumber: Int, currentHash: String?
  ) -> (incident: [IncidentEvent], postmortem: [PostmortemEvent]) {
    let isNewText = currentHash != sha256
    var events: [IncidentEvent] = []
    if let incident {
      // The text alone decides: facts that an older Mayday read out of it differently are no correction.
      if isNewText, incident.facts != facts { events.append(.corrected(facts)) }
    } else {
      events.append(.recorded(facts))
    }
    if let timeline, timeline != incident?.timeline { events.append(.timelineAttached(timeline)) }
    if incident?.postmortem == nil { events.append(.postmortemLinked(PostmortemLink(postmortem: postmortemNumber))) }
    guard isNewText else { return (events, []) }
    let content = PostmortemText(
      incident: incidentNumber, title: title, status: status, path: path, sha256: sha256, text: text)
    return (events, [currentHash == nil ? .imported(content) : .revised(content)])
  }
}
