package import Chronology
package import Incidents
package import Postmortems

/// What is remembered of a postmortem: what it is about, its factors and its actions; nothing of its people.
package struct Lesson: Hashable, Sendable {
  package struct LessonFactor: Hashable, Sendable {
    package var number: Int
    package var text: String
    package var kind: Factor.Kind
    package var hits: [ActionID]

    package init(number: Int, text: String, kind: Factor.Kind, hits: [ActionID]) {
      self.number = number
      self.text = text
      self.kind = kind
      self.hits = hits
    }
  }

  package struct LessonAction: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
      package var state: ActionState
      package var at: Instant

      package init(state: ActionState, at: Instant) {
        self.state = state
        self.at = at
      }
    }

    package var number: Int
    package var text: String
    package var kind: ActionKind
    package var due: CivilDate?
    package var factors: [Int]
    package var steps: [Step]

    package init(number: Int, text: String, kind: ActionKind, due: CivilDate?, factors: [Int], steps: [Step]) {
      self.number = number
      self.text = text
      self.kind = kind
      self.due = due
      self.factors = factors
      self.steps = steps
    }

    package var state: ActionState { steps.last?.state ?? .proposed }

    /// Nil before it was proposed.
    package func state(at instant: Instant) -> ActionState? { steps.last { $0.at <= instant }?.state }
  }

  package var number: Int
  /// Number of its incident; nil without one.
  package var incident: Int?
  package var title: String
  package var origin: PostmortemOrigin
  package var stage: PostmortemStage
  package var source: String?
  /// What the document says of its incident, where the record has none.
  package var facts: IncidentFacts?
  /// When it was put into the record.
  package var started: Instant?
  package var factors: [LessonFactor]
  package var actions: [LessonAction]

  package var isOurs: Bool { origin.isOurs }
  package var name: String { "PM-\(number)" }

  package init(
    number: Int, incident: Int?, title: String, origin: PostmortemOrigin, stage: PostmortemStage, source: String?,
    facts: IncidentFacts?, started: Instant?, factors: [LessonFactor], actions: [LessonAction]
  ) {
    self.number = number
    self.incident = incident
    self.title = title
    self.origin = origin
    self.stage = stage
    self.source = source
    self.facts = facts
    self.started = started
    self.factors = factors
    self.actions = actions
  }

  package init(_ postmortem: Postmortem, incident: Int?) {
    number = postmortem.number
    self.incident = incident
    title = postmortem.title
    origin = postmortem.origin
    stage = postmortem.stage
    source = postmortem.source
    facts = postmortem.facts
    started = postmortem.started
    factors = postmortem.factors.map {
      LessonFactor(number: $0.number, text: $0.text, kind: $0.kind, hits: $0.hits)
    }
    actions = postmortem.actions.map { action in
      LessonAction(
        number: action.number, text: action.content.text, kind: action.content.kind, due: action.content.due,
        factors: action.content.factors,
        steps: action.steps.map { LessonAction.Step(state: $0.state, at: $0.at) })
    }
  }
}
