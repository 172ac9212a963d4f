package import RecordViews
package import TimelineBuilding

/// A postmortem to put into the record.
package struct ImportRequest: Sendable {
  /// The file, byte for byte.
  package var text: String
  /// As the person named it; the record keeps the name without its folders.
  package var path: String
  /// What the evidence says; nil leaves what is attached already.
  package var timeline: TimelineReport?
  /// Nil: the one that the document names, or was imported to before, or a new one.
  package var incident: IncidentID?
  /// Whether ``incident`` is meant although its postmortem has another title and another start.
  package var isRevisionMeant: Bool
  /// Who asks for it, as the record names them.
  package var actor: String

  package init(
    text: String, path: String, timeline: TimelineReport? = nil, incident: IncidentID? = nil,
    isRevisionMeant: Bool = true, actor: String = "mayday"
  ) {
    self.text = text
    self.path = path
    self.timeline = timeline
    self.incident = incident
    self.isRevisionMeant = isRevisionMeant
    self.actor = actor
  }
}

/// Where a postmortem stands in the record.
package struct ImportReceipt: Hashable, Sendable {
  package var incident: IncidentID
  package var postmortem: PostmortemID
  /// Whether the record said all of it already; nothing was appended then.
  package var isUnchanged: Bool
  /// Title of the text that this one takes the place of; nil for a first text, and where nothing changed.
  package var replacedTitle: String?

  package init(incident: IncidentID, postmortem: PostmortemID, isUnchanged: Bool, replacedTitle: String? = nil) {
    self.incident = incident
    self.postmortem = postmortem
    self.isUnchanged = isUnchanged
    self.replacedTitle = replacedTitle
  }
}
