package import Chronology

/// A step as it stood in its plan when an incident began to follow it.
package struct FollowedStep: Codable, Hashable, Sendable {
  /// As the plan numbers it: `3a`.
  package var number: String
  package var task: String
  /// Roles or persons.
  package var responsible: [String]
  /// What one must see before it counts as done.
  package var result: String?
  package var withinSeconds: Int?
  /// Numbers of the steps that come before.
  package var after: [String]
  package var fallback: String?

  package init(
    number: String, task: String, responsible: [String] = [], result: String? = nil, withinSeconds: Int? = nil,
    after: [String] = [], fallback: String? = nil
  ) {
    self.number = number
    self.task = task
    self.responsible = responsible
    self.result = result
    self.withinSeconds = withinSeconds
    self.after = after
    self.fallback = fallback
  }
}

/// An incident begins to follow a plan: its steps as they are now, so that editing the plan changes nothing here.
package struct PlanFollowed: Codable, Hashable, Sendable {
  /// Within the incident, from 1; given when it is recorded.
  package var number: Int
  /// Under which the plan is kept.
  package var plan: String
  package var title: String
  /// Of the plan whose steps these are.
  package var planVersion: Int64
  package var steps: [FollowedStep]

  package init(number: Int = 0, plan: String, title: String, planVersion: Int64, steps: [FollowedStep]) {
    self.number = number
    self.plan = plan
    self.title = title
    self.planVersion = planVersion
    self.steps = steps
  }
}

/// A step of a followed plan stands differently.
package struct StepTicked: Codable, Hashable, Sendable {
  /// How a step stands.
  package enum State: String, Codable, CaseIterable, Hashable, Sendable {
    case open
    /// Its result was seen.
    case done
    /// Something else was done in its place.
    case replaced
    /// Not needed, or not possible.
    case skipped
  }

  /// Number of the followed plan within the incident.
  package var number: Int
  package var step: String
  package var state: State
  /// What one saw; what was done instead; why it was skipped.
  package var words: String

  package init(number: Int, step: String, state: State, words: String = "") {
    self.number = number
    self.step = step
    self.state = state
    self.words = words
  }
}

/// An incident follows a plan no longer.
package struct PlanDropped: Codable, Hashable, Sendable {
  package var number: Int
  package var reason: String

  package init(number: Int, reason: String) {
    self.number = number
    self.reason = reason
  }
}

/// A plan that an incident follows, as its events add up.
package struct IncidentPlan: Codable, Hashable, Sendable {
  package struct Step: Codable, Hashable, Sendable {
    package var content: FollowedStep
    package var state: StepTicked.State = .open
    package var words = ""
    /// When it came into its state; nil while nothing was said.
    package var changed: Instant?
    package var by: String?
  }

  package var content: PlanFollowed
  package var begun: Instant
  package var by: String
  package var steps: [Step]
  /// Why it is followed no longer; nil while it is.
  package var dropped: String?
  /// Of the incident: seconds of it in one second.
  package var pace = 1
  /// Of the incident: when its clock stood still.
  package var halts: [ClockHalt] = []

  package var number: Int { content.number }

  package func step(_ number: String) -> Step? { steps.first { $0.content.number == number } }

  /// Steps that can be done now: open, and nothing that comes before is.
  ///
  /// Where open steps wait for each other, the first of them: a plan that is written wrong still leads on.
  package var next: [Step] {
    guard dropped == nil else { return [] }
    let open = steps.filter { $0.state == .open }
    let numbers = Set(open.map(\.content.number))
    let free = open.filter { numbers.isDisjoint(with: $0.content.after) }
    return free.isEmpty ? Array(open.prefix(1)) : free
  }

  package var openCount: Int { steps.count { $0.state == .open } }

  /// By when a step was to be done: its time counted from what it waited for, or from the beginning.
  ///
  /// Nil for a step without a time, or whose predecessors are open.
  package func due(_ step: Step) -> Instant? {
    guard let within = step.content.withinSeconds else { return nil }
    var start = begun
    for number in step.content.after {
      guard let before = self.step(number) else { continue }
      guard before.state != .open, let ended = before.changed else { return nil }
      start = max(start, ended)
    }
    return halts.pushed(start.advanced(bySeconds: Double(within) / Double(pace)), from: start)
  }
}
