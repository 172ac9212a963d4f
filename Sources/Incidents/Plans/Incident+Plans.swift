import Chronology

extension Incident {
  /// The plan of a number within the incident.
  package func plan(_ number: Int) -> IncidentPlan? { plans.first { $0.number == number } }

  /// Decides on plans that the incident follows.
  func planned(_ command: IncidentCommand) throws(IncidentRefusal) -> DecidedEvent {
    switch command {
    case .followPlan(let followed): return DecidedEvent(.planFollowed(try checked(followed)))
    case .tickStep(let ticked): return DecidedEvent(.stepTicked(try checked(ticked)))
    case .dropPlan(let dropped):
      let plan = try followedPlan(dropped.number)
      guard plan.dropped == nil else { throw .nothingNew("plan \(dropped.number)") }
      return DecidedEvent(
        .planDropped(
          PlanDropped(
            number: dropped.number, reason: try CommandCheck.needed(dropped.reason, "following a plan no longer"))))
    default: preconditionFailure("only plans are decided here")
    }
  }

  private func checked(_ followed: PlanFollowed) throws(IncidentRefusal) -> PlanFollowed {
    var followed = followed
    if let same = plans.first(where: { $0.content.plan == followed.plan && $0.dropped == nil }) {
      throw IncidentRefusal(
        .wrongState, place: "plan '\(followed.plan)'",
        message: "INC-\(number) follows it already, as plan \(same.number)",
        hint: "tick its steps")
    }
    guard plans.count < IncidentLimits.plansMax else {
      throw IncidentRefusal(
        .limitPassed, place: "plans", message: "it follows \(plans.count), and \(IncidentLimits.plansMax) are possible",
        hint: "declare a further incident for what is a failure of its own")
    }
    guard !followed.steps.isEmpty else {
      throw IncidentRefusal(
        .empty, place: "plan '\(followed.plan)'", message: "it has no steps", hint: "add steps to the plan first")
    }
    guard followed.steps.count <= IncidentLimits.planStepsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "plan '\(followed.plan)'",
        message: "it has \(followed.steps.count) steps, and \(IncidentLimits.planStepsMax) are possible",
        hint: "make it several plans")
    }
    followed.number = (plans.map(\.number).max() ?? 0) + 1
    return followed
  }

  private func checked(_ ticked: StepTicked) throws(IncidentRefusal) -> StepTicked {
    let plan = try followedPlan(ticked.number)
    guard plan.dropped == nil else {
      throw IncidentRefusal(
        .wrongState, place: "plan \(ticked.number)", message: "it is followed no longer",
        hint: "follow it again, or write a note")
    }
    guard let step = plan.step(ticked.step) else {
      throw IncidentRefusal(
        .unknownPart, place: "step \(ticked.step)", message: "plan \(ticked.number) has no such step",
        hint: "its steps: \(plan.steps.prefix(30).map(\.content.number).joined(separator: ", "))")
    }
    var ticked = ticked
    ticked.words = try TextCheck.optional(ticked.words, "words", max: IncidentLimits.textScalarsMax)
    if ticked.words.isEmpty, ticked.state == .replaced || ticked.state == .skipped {
      throw IncidentRefusal(
        .needsReason, place: "words",
        message: ticked.state == .replaced ? "nothing says what was done instead" : "nothing says why it was skipped",
        hint: "say it in a few words: the plan is better for it next time")
    }
    guard ticked.state != step.state || ticked.words != step.words else { throw .nothingNew("step \(ticked.step)") }
    return ticked
  }

  private func followedPlan(_ number: Int) throws(IncidentRefusal) -> IncidentPlan {
    if let plan = plan(number) { return plan }
    let all = plans.map { String($0.number) }.joined(separator: ", ")
    throw IncidentRefusal(
      .unknownPart, place: "plan \(number)", message: "INC-\(self.number) follows no such plan",
      hint: plans.isEmpty ? "it follows none yet" : "it follows: \(all)")
  }

  mutating func applyToPlans(_ event: IncidentEvent, _ stamp: EventStamp) {
    switch event {
    case .planFollowed(let followed):
      plans.append(
        IncidentPlan(
          content: followed, begun: stamp.at, by: stamp.actor,
          steps: followed.steps.map { IncidentPlan.Step(content: $0) }, pace: pace, halts: halts))
      enter(
        .plan, "Plan: \(followed.title), \(followed.steps.count) step\(followed.steps.count == 1 ? "" : "s")", stamp,
        subject: Int64(followed.number))
    case .stepTicked(let ticked):
      guard let index = plans.firstIndex(where: { $0.number == ticked.number }),
        let step = plans[index].steps.firstIndex(where: { $0.content.number == ticked.step })
      else { return }
      enter(
        .plan, EntryWording.step(ticked, plans[index].steps[step].content), stamp, subject: Int64(ticked.number))
      plans[index].steps[step].state = ticked.state
      plans[index].steps[step].words = ticked.words
      plans[index].steps[step].changed = ticked.state == .open ? nil : stamp.at
      plans[index].steps[step].by = stamp.actor
    case .planDropped(let dropped):
      guard let index = plans.firstIndex(where: { $0.number == dropped.number }) else { return }
      plans[index].dropped = dropped.reason
      enter(
        .plan, "Plan followed no longer: \(plans[index].content.title): \(dropped.reason)", stamp,
        subject: Int64(dropped.number))
    default: break
    }
  }
}
