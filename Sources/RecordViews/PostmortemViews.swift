package import Chronology
package import Findings
package import Postmortems

/// One change of a postmortem's words or parts.
package struct PostmortemVersion: Hashable, Sendable {
  package var version: Int64
  package var at: Instant
  package var by: String
  /// What changed, in a few words: `Impact analysis`, `factor F2`, `in review`.
  package var what: String
  /// Whether the words of the document changed.
  package var isText: Bool

  package init(version: Int64, at: Instant, by: String, what: String, isText: Bool) {
    self.version = version
    self.at = at
    self.by = by
    self.what = what
    self.isText = isText
  }
}

/// An action with what it belongs to, as boards show it.
package struct ActionView: Hashable, Sendable {
  package var id: ActionID
  package var action: PostmortemAction
  /// Title of its postmortem.
  package var postmortemTitle: String
  /// Number of its incident; nil without one.
  package var incident: Int?
  package var incidentTitle: String?
  package var severity: Int?
  /// The factors that it answers, in words.
  package var factors: [String]
  /// Guards that watch it.
  package var guards: [GuardRecord]
  package var isOverdue: Bool

  package init(
    id: ActionID, action: PostmortemAction, postmortemTitle: String, incident: Int?, incidentTitle: String?,
    severity: Int?, factors: [String], guards: [GuardRecord] = [], isOverdue: Bool = false
  ) {
    self.id = id
    self.action = action
    self.postmortemTitle = postmortemTitle
    self.incident = incident
    self.incidentTitle = incidentTitle
    self.severity = severity
    self.factors = factors
    self.guards = guards
    self.isOverdue = isOverdue
  }
}

/// Where an action stands on a board: as much of it as it takes to put it in order and to count it.
package struct ActionPlace: Hashable, Sendable {
  package var id: ActionID
  package var state: ActionState
  package var term: ActionTerm
  package var isOverdue: Bool
  /// Number of its incident; nil without one.
  package var incident: Int?

  package init(id: ActionID, state: ActionState, term: ActionTerm, isOverdue: Bool, incident: Int?) {
    self.id = id
    self.state = state
    self.term = term
    self.isOverdue = isOverdue
    self.incident = incident
  }

  package init(_ view: ActionView) {
    self.init(
      id: view.id, state: view.action.state, term: view.action.content.term,
      isOverdue: view.isOverdue,
      incident: view.incident)
  }
}

/// Which actions a board shows; nil asks for nothing.
package struct ActionQuery: Hashable, Sendable {
  package var states: Set<ActionState>?
  package var isOverdue: Bool?
  package var owner: String?
  package var kind: ActionKind?
  package var incident: IncidentID?
  package var postmortem: PostmortemID?

  package init(
    states: Set<ActionState>? = nil, isOverdue: Bool? = nil, owner: String? = nil, kind: ActionKind? = nil,
    incident: IncidentID? = nil, postmortem: PostmortemID? = nil
  ) {
    self.states = states
    self.isOverdue = isOverdue
    self.owner = owner
    self.kind = kind
    self.incident = incident
    self.postmortem = postmortem
  }
}

/// Which postmortems a list shows.
package struct PostmortemQuery: Hashable, Sendable {
  package var stage: PostmortemStage?
  package var origin: PostmortemOrigin?
  /// Nil: ours and others'.
  package var isOurs: Bool?
  /// Those older than this one.
  package var before: PostmortemID?
  package var limit: Int

  package init(
    stage: PostmortemStage? = nil, origin: PostmortemOrigin? = nil, isOurs: Bool? = nil, before: PostmortemID? = nil,
    limit: Int = 50
  ) {
    self.stage = stage
    self.origin = origin
    self.isOurs = isOurs
    self.before = before
    self.limit = limit
  }
}

/// One part of a list of postmortems, newest first.
package struct PostmortemListing: Sendable {
  package var items: [PostmortemSummary]
  /// Whether there are older ones.
  package var hasMore: Bool

  package init(items: [PostmortemSummary], hasMore: Bool) {
    self.items = items
    self.hasMore = hasMore
  }
}

/// How the words of a section would look, and what the reviewer says of them there.
package struct SectionPreview: Hashable, Sendable {
  package var html: String
  /// By the lines of the words.
  package var findings: [Finding]

  package init(html: String, findings: [Finding]) {
    self.html = html
    self.findings = findings
  }
}
