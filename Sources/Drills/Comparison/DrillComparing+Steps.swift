import Chronology
import Incidents
import Plans

extension DrillComparing {
  /// The plan of the drill as the incident followed it; the last where it was begun twice.
  var followedPlan: IncidentPlan? {
    let name = drill.planned.plan ?? scenario.plan
    return incident?.plans.last { followed in
      followed.content.plan == name && followed.begun <= now
    }
  }

  func steps(_ followed: IncidentPlan?) -> [DrillComparison.Step] {
    let planned = followed.map(Self.steps) ?? plan?.steps ?? []
    let graph = StepGraph(planned)
    let ends = graph.ends(seconds: planned.map(\.withinSeconds))
    return planned.indices.map { index in
      let step = planned[index]
      var result = DrillComparison.Step(
        number: step.number, task: step.task, expectedResult: step.result, withinSeconds: step.withinSeconds,
        expectedBySeconds: ends?[index], state: nil, words: "",
        ticked: followed == nil ? .notKnown("nobody followed the plan on the record") : missing, tookSeconds: nil,
        aheadOf: [], source: nil)
      guard let followed, let real = followed.step(step.number) else { return result }
      result.state = isCounted(real) ? real.state : .open
      guard let changed = real.changed, isCounted(real), real.state != .open else { return result }
      result.words = real.words
      result.ticked = time(changed)
      result.source = real.by
      let before = real.content.after.compactMap(followed.step)
      result.aheadOf = before.filter { ($0.changed.map { $0 > changed } ?? true) || $0.state == .open }
        .map(\.content.number)
      if result.aheadOf.isEmpty {
        let start = before.compactMap(\.changed).reduce(followed.begun, max)
        result.tookSeconds = max(0, second(changed) - second(start))
      }
      return result
    }
  }

  /// Whether what was last said of a step happened in the drill, as far as it is looked at.
  private func isCounted(_ step: IncidentPlan.Step) -> Bool {
    guard let changed = step.changed else { return false }
    return changed <= now && drill.clock?.end.map { changed <= $0 } ?? true
  }

  /// Steps as the incident took them over from the plan.
  private static func steps(_ followed: IncidentPlan) -> [PlanStep] {
    followed.steps.map { step in
      PlanStep(
        number: step.content.number, task: step.content.task, responsible: step.content.responsible,
        result: step.content.result, withinSeconds: step.content.withinSeconds, after: step.content.after,
        fallback: step.content.fallback)
    }
  }

  // MARK: Promises

  /// First words that the plan promises, then each word that an update promised.
  func promises() -> [DrillComparison.Promised] {
    guard drill.clock != nil else { return [] }
    let stated = firstWords() + Audience.allCases.flatMap(furtherWords)
    return stated + missed(beside: stated)
  }

  /// Words that the record says were missed and that neither the plan nor an update had promised.
  private func missed(beside stated: [DrillComparison.Promised]) -> [DrillComparison.Promised] {
    guard let incident, let clock = drill.clock else { return [] }
    return incident.missed.compactMap { promise in
      guard promise.due >= clock.start, promise.due <= now, clock.end.map({ promise.due <= $0 }) ?? true else {
        return nil
      }
      let due = second(promise.due)
      let isSaid = stated.contains { one in
        (one.audience == promise.audience.words || Self.audience(one.audience) == promise.audience)
          && (promise.isFirst ? one.isFirst : abs(one.dueSeconds - due) <= 1)
      }
      guard !isSaid else { return nil }
      let came = time(out(to: promise.audience).compactMap(\.published).first { $0 > promise.due })
      return DrillComparison.Promised(
        audience: promise.audience.words, isFirst: promise.isFirst, dueSeconds: due, came: came, isKept: false)
    }
  }

  private func firstWords() -> [DrillComparison.Promised] {
    guard let plan else { return [] }
    return plan.communications.compactMap { communication in
      guard let within = communication.firstWithinSeconds else { return nil }
      let audience = Self.audience(communication.audience)
      let came: Time =
        audience.map { time(out(to: $0).first?.published) } ?? .notKnown("it is no audience of updates")
      return DrillComparison.Promised(
        audience: communication.audience, isFirst: true, dueSeconds: within, came: came,
        isKept: kept(came, due: within))
    }
  }

  private func furtherWords(to audience: Audience) -> [DrillComparison.Promised] {
    let updates = out(to: audience)
    return updates.indices.compactMap { index in
      guard let said = (updates[index].former.first?.text ?? updates[index].text).nextBy else { return nil }
      // While the drill was halted it did not come nearer.
      let due = (incident?.halts ?? []).pushed(said, from: updates[index].published ?? updates[index].drafted)
      let next = index + 1 < updates.count ? updates[index + 1].published : nil
      // What falls due when the drill is over is owed to nobody.
      if next == nil, let end = drill.clock?.end, due > end { return nil }
      let came = time(next)
      return DrillComparison.Promised(
        audience: audience.words, isFirst: false, dueSeconds: second(due), came: came,
        isKept: kept(came, due: second(due)))
    }
  }

  private func kept(_ came: Time, due: Int) -> Bool? {
    switch came {
    case .seconds(let seconds): seconds <= due
    case .never, .notYet: second(now) > due ? false : nil
    case .notKnown: nil
    }
  }

  private func out(to audience: Audience) -> [IncidentUpdate] {
    (incident?.updates ?? []).filter { update in
      update.audience == audience && update.published.map { $0 <= now } ?? false
    }.sorted { ($0.published ?? $0.drafted, $0.number) < ($1.published ?? $1.drafted, $1.number) }
  }

  /// The audience that a plan means; nil for one that gets no updates.
  private static func audience(_ text: String) -> Audience? {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    let telling: [(Audience, Set<String>)] = [
      (.customers, ["customers", "customer", "users", "public", "clients", "everybody"]),
      (.stakeholders, ["stakeholders", "management", "board", "partners", "investors", "leadership"]),
      (.authorities, ["authorities", "authority", "regulator", "police"]),
      (.internal, ["internal", "team", "staff", "colleagues", "company", "employees", "everyone"]),
    ]
    return telling.first { !$0.1.isDisjoint(with: words) }?.0
  }
}
