package import Chronology
internal import Incidents
package import Postmortems
package import Schemas
internal import WireSchemas

/// An action with what it belongs to.
package struct ActionAnswer: Codable, Hashable, Sendable {
  /// A guard that watches it, as far as its newest result goes.
  package struct Watch: Codable, Hashable, Sendable {
    package var name: String
    package var title: String
    /// Absent: never checked.
    package var standing: GuardStanding?
    package var since: Instant?
    package var summary: String?

    package init(name: String, title: String, standing: GuardStanding?, since: Instant?, summary: String?) {
      self.name = name
      self.title = title
      self.standing = standing
      self.since = since
      self.summary = summary
    }
  }

  /// `PM-3-A2`.
  package var id: String
  /// `PM-3`.
  package var postmortem: String
  package var postmortemTitle: String
  package var number: Int
  package var text: String
  package var kind: ActionKind
  package var term: ActionTerm
  /// Absent: nobody yet.
  package var owner: String?
  package var due: CivilDate?
  package var verification: String
  /// Numbers of the factors that it answers.
  package var factors: [Int]
  /// The same in words, as far as they are still there.
  package var factorTexts: [String]
  package var state: ActionState
  /// The states that can follow.
  package var nextStates: [ActionState]
  package var isOpen: Bool
  package var isOverdue: Bool
  /// Oldest first; the first is its proposal.
  package var steps: [PostmortemAction.Step]
  /// `INC-12`; absent without one.
  package var incident: String?
  package var incidentTitle: String?
  package var severity: Int?
  package var guards: [Watch]

  package init(
    id: ActionID, action: PostmortemAction, postmortemTitle: String, factorTexts: [String], incident: Int?,
    incidentTitle: String?, severity: Int?, guards: [Watch], isOverdue: Bool
  ) {
    self.id = id.description
    postmortem = WireName.postmortem(id.postmortem)
    self.postmortemTitle = postmortemTitle
    number = id.action
    text = action.content.text
    kind = action.content.kind
    term = action.content.term
    owner = action.content.owner
    due = action.content.due
    verification = action.content.verification
    factors = action.content.factors
    self.factorTexts = factorTexts
    state = action.state
    nextStates = action.state.next
    isOpen = action.state.isOpen
    self.isOverdue = isOverdue
    steps = action.steps
    self.incident = incident.map(WireName.incident)
    self.incidentTitle = incidentTitle
    self.severity = severity
    self.guards = guards
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.anyText.noted("`PM-3-A2`.")), .required("postmortem", WireSchema.anyText),
      .required("postmortemTitle", WireSchema.anyText), .required("number", WireSchema.count),
      .required("text", WireSchema.anyText), .required("kind", .choice(of: ActionKind.self)),
      .required("term", .choice(of: ActionTerm.self)), .optional("owner", WireSchema.anyText),
      .optional("due", PostmortemSchemas.date), .required("verification", WireSchema.anyText),
      .required("factors", .list(of: WireSchema.count, max: 10_000)),
      .required("factorTexts", .list(of: WireSchema.anyText, max: 10_000)),
      .required("state", .choice(of: ActionState.self)),
      .required("nextStates", .list(of: .choice(of: ActionState.self), max: 10)), .required("isOpen", .flag),
      .required("isOverdue", .flag.noted("Its day has passed, in UTC, and it is not done.")),
      .required(
        "steps",
        .list(
          of: .object([
            .required("state", .choice(of: ActionState.self)), .required("at", .instant),
            .required("by", WireSchema.anyText), .required("note", WireSchema.anyText),
            .optional("check", WireSchema.anyText.noted("The guard whose result it was.")),
          ]), max: 50_000)),
      .optional("incident", WireSchema.anyText), .optional("incidentTitle", WireSchema.anyText),
      .optional("severity", WireSchema.level),
      .required(
        "guards",
        .list(
          of: .object([
            .required("name", WireSchema.anyText), .required("title", WireSchema.anyText),
            .optional("standing", .choice(of: GuardStanding.self)), .optional("since", .instant),
            .optional("summary", WireSchema.anyText),
          ]), max: 10_000)),
    ], name: "Action")
}

/// What became of a change to an action.
package struct ActionChangeAnswer: Codable, Hashable, Sendable {
  package var action: ActionAnswer
  /// Of the postmortem after it.
  package var version: Int64

  package init(action: ActionAnswer, version: Int64) {
    self.action = action
    self.version = version
  }

  package static let schema = Schema.object(
    [.required("action", ActionAnswer.schema), .required("version", WireSchema.version)], name: "ActionChange")
}

/// The actions that were made of a postmortem's text.
package struct ActionAdoptionAnswer: Codable, Hashable, Sendable {
  package var actions: [ActionAnswer]
  package var version: Int64

  package init(actions: [ActionAnswer], version: Int64) {
    self.actions = actions
    self.version = version
  }

  package static let schema = Schema.object(
    [
      .required("actions", .list(of: ActionAnswer.schema, max: 10_000)), .required("version", WireSchema.version),
    ], name: "ActionAdoption")
}
