package import Chronology
internal import Documents
package import Incidents
package import Postmortems

/// What is remembered of a postmortem: what it is about, its factors and its actions; nothing of its people.
package struct Lesson: Codable, Hashable, Sendable {
  package struct LessonFactor: Codable, Hashable, Sendable {
    package var number: Int
    package var text: String
    package var kind: Factor.Kind
    package var hits: [ActionID]
  }

  package struct LessonAction: Codable, Hashable, Sendable {
    package struct Step: Codable, Hashable, Sendable {
      package var state: ActionState
      package var at: Instant
    }

    package var number: Int
    package var text: String
    package var kind: ActionKind
    package var due: CivilDate?
    package var factors: [Int]
    package var steps: [Step]

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

/// The words of a postmortem: all of them for searching, the telling ones for likeness.
///
/// Accounts, comments and reviews are not among them: who may read those is another question.
package struct LessonText: Hashable, Sendable {
  /// One line.
  package var searched: String
  package var words: WordCounts

  package init(_ postmortem: Postmortem) {
    // Only what was written since makes another text than the one that was brought in.
    let isWhole = postmortem.sections.isEmpty
    let document = isWhole ? PostmortemDocument(parsing: postmortem.base) : postmortem.document
    let parts =
      postmortem.lines.map(\.text) + postmortem.factors.map(\.text)
      + postmortem.assumptions.flatMap { [$0.believed, $0.shown, $0.now] } + postmortem.lucks.map(\.text)
      + postmortem.actions.map(\.content.text)
    searched = ([PlainWords.of(document.text)] + parts.map(PlainWords.of)).filter { !$0.isEmpty }
      .joined(separator: " · ")
    words = WordCounts()
    words.add(postmortem.title, weight: 3)
    for factor in postmortem.factors { words.add(factor.text, weight: 2) }
    let telling: [(SectionKind, Double)] = [(.summary, 1.5), (.impact, 1.5), (.rootCause, 1)]
    var isTold = false
    for (kind, weight) in telling {
      for section in document.sections where section.kind == kind {
        words.add(PlainWords.of(section.body), weight: weight)
        isTold = true
      }
    }
    // A document of headings that nobody knows is known by all its words.
    if !isTold { words.add(PlainWords.of(document.text)) }
  }
}
