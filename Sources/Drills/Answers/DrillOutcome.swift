package import Incidents
import Plans

/// What was expected of a drill and what happened, as it travels; times are seconds of drill time from the start.
package struct DrillOutcome: Codable, Hashable, Sendable {
  /// Something that takes time in every incident.
  package struct Span: Codable, Hashable, Sendable {
    /// `declared`, `lead`, `first-word`, `idea`, `mitigated`.
    package var name: String
    package var seconds: Int?
    /// `14 min`, or why there is no number.
    package var words: String
  }

  /// A step of the plan.
  package struct Step: Codable, Hashable, Sendable {
    package var number: String
    package var task: String
    package var result: String?
    package var withinSeconds: Int?
    package var state: StepTicked.State?
    /// What was seen or done instead.
    package var words: String
    package var seconds: Int?
    package var tookSeconds: Int?
    package var lateSeconds: Int?
    /// Steps that should have come before it and did not.
    package var aheadOf: [String]
  }

  /// A word that was owed.
  package struct Promised: Codable, Hashable, Sendable {
    package var audience: String
    package var isFirst: Bool
    package var dueSeconds: Int
    package var seconds: Int?
    package var came: String
    package var isKept: Bool?
  }

  /// Something that a good response shows.
  package struct Expected: Codable, Hashable, Sendable {
    package var place: Int
    package var text: String
    /// By what it is told whether it was met: `first-word`, `step-3`, `facilitator`.
    package var measure: String?
    package var withinSeconds: Int?
    package var seconds: Int?
    package var happened: String
    package var judgement: DrillObservation.Judgement?
    /// Whether somebody judged it; else it was measured.
    package var isJudged: Bool
    package var words: String
  }

  /// Where the right idea was first written down.
  package struct Idea: Codable, Hashable, Sendable {
    package var entry: Int64
    package var text: String
    package var seconds: Int
  }

  package var drill: Int
  package var isOver: Bool
  package var speed: Int
  package var lengthSeconds: Int?
  /// How it went, in a few words.
  package var summary: String
  /// Title of the plan.
  package var plan: String?
  package var isPlanFollowed: Bool
  package var spans: [Span]
  package var idea: Idea?
  package var expectations: [Expected]
  package var steps: [Step]
  package var promises: [Promised]
  package var surprises: [String]
  package var missingSteps: [String]
  package var notes: [String]
  package var injectsReleased: Int
  package var injectsDelayed: Int
  package var injectsSkipped: Int
  package var injectsAdded: Int

  package init(_ comparison: DrillComparison) {
    drill = comparison.drill
    isOver = comparison.isOver
    speed = comparison.speed
    lengthSeconds = comparison.lengthSeconds
    summary = comparison.summary
    plan = comparison.plan
    isPlanFollowed = comparison.isPlanFollowed
    spans = [
      ("declared", comparison.declared), ("lead", comparison.lead), ("first-word", comparison.firstWord),
      ("idea", comparison.ideaTime), ("mitigated", comparison.mitigated),
    ].map { Span(name: $0.0, seconds: $0.1.seconds, words: $0.1.words) }
    idea = comparison.idea.map { Idea(entry: $0.entry, text: $0.text, seconds: $0.atSeconds) }
    expectations = comparison.expectations.map { line in
      Expected(
        place: line.place, text: line.text, measure: line.measure?.words.replacing(" ", with: "-"),
        withinSeconds: line.withinSeconds, seconds: line.happened.seconds, happened: line.happened.words,
        judgement: line.judgement, isJudged: line.isJudged, words: line.words)
    }
    steps = comparison.steps.map { step in
      Step(
        number: step.number, task: step.task, result: step.expectedResult, withinSeconds: step.withinSeconds,
        state: step.state, words: step.words, seconds: step.ticked.seconds, tookSeconds: step.tookSeconds,
        lateSeconds: step.lateSeconds, aheadOf: step.aheadOf)
    }
    promises = comparison.promises.map { promise in
      Promised(
        audience: promise.audience, isFirst: promise.isFirst, dueSeconds: promise.dueSeconds,
        seconds: promise.came.seconds, came: promise.came.words, isKept: promise.isKept)
    }
    surprises = comparison.surprises
    missingSteps = comparison.missingSteps
    notes = comparison.notes
    injectsReleased = comparison.injectsReleased
    injectsDelayed = comparison.injectsDelayed
    injectsSkipped = comparison.injectsSkipped
    injectsAdded = comparison.injectsAdded
  }
}

/// What a drill suggests to change in the plan that it rehearsed.
package struct PlanChanges: Codable, Hashable, Sendable {
  /// One change; each is accepted or left alone by itself.
  package struct Change: Codable, Hashable, Sendable {
    package var number: Int
    package var kind: PlanChange.Kind
    package var step: String
    package var reason: String
    package var before: String
    package var after: String
    /// What whoever accepts it still has to fill in.
    package var toFill: String
  }

  /// Name of the plan.
  package var plan: String
  package var changes: [Change]
  /// What could not be placed in the plan, each with the reason.
  package var unplaced: [String]
  /// Of the plan's text that was compared with; changes fit no other.
  package var planVersion: Int64

  package init(_ proposal: PlanProposal, planVersion: Int64) {
    plan = proposal.plan
    changes = proposal.changes.map { change in
      Change(
        number: change.number, kind: change.kind, step: change.step, reason: change.reason, before: change.before,
        after: change.after, toFill: change.toFill)
    }
    unplaced = proposal.unplaced
    self.planVersion = planVersion
  }
}
