package import Chronology
package import Incidents
package import Plans

extension DrillComparison {
  /// Compares what was expected with what happened until an instant.
  ///
  /// - Parameters:
  ///   - drill: all of it, as its events add up.
  ///   - incident: the one on whose screens it was played, all of it; nil where nobody declared one.
  ///   - plan: as it was when the drill began.
  ///   - now: nothing later counts; as of then it is compared.
  package init(_ drill: Drill, incident: Incident?, plan: Plan?, at now: Instant) {
    let comparing = DrillComparing(drill: drill, incident: incident, plan: plan, now: now)
    self = comparing.comparison()
  }
}

/// Puts a comparison together.
struct DrillComparing {
  let drill: Drill
  let incident: Incident?
  let plan: Plan?
  let now: Instant
  let scenario: Scenario
  /// Words of what came without a person behind it.
  private let evidence: [IdeaWords]

  init(drill: Drill, incident: Incident?, plan: Plan?, now: Instant) {
    self.drill = drill
    self.incident = incident
    self.plan = plan
    self.now = now
    scenario = drill.scenario
    let silent: Set<InjectKind?> = [.alert, .evidence, .failure]
    evidence = drill.injects.filter { silent.contains($0.kind) }.map { IdeaWords($0.text) }
  }

  typealias Time = DrillComparison.Time

  func comparison() -> DrillComparison {
    let idea = idea()
    let followed = followedPlan
    let observed = drill.observations.filter { $0.at <= now }
    func words(_ kind: DrillObservation.Kind) -> [String] {
      observed.filter { $0.content.kind == kind }.map(\.content.words)
    }
    var result = DrillComparison(
      drill: drill.number, speed: drill.clock?.speed ?? drill.planned.speed, isOver: isOver,
      lengthSeconds: drill.clock.map { Int($0.seconds(at: now)) }, declared: declared, lead: lead,
      firstWord: firstWord, ideaTime: idea.time, mitigated: mitigated, idea: idea.found, plan: plan?.title,
      isPlanFollowed: followed != nil, steps: steps(followed), promises: promises(), expectations: [],
      surprises: words(.surprise), missingSteps: words(.missingStep), notes: words(.note),
      injectsReleased: drill.injects.count { $0.released.map { $0 <= now } ?? false },
      injectsSkipped: drill.injects.count { $0.skipped != nil }, injectsAdded: drill.injects.count { $0.isAdded },
      injectsDelayed: drill.injects.count { !$0.isAdded && $0.dueSeconds != $0.plannedSeconds })
    result.expectations = expectations(result)
    return result
  }

  // MARK: Times

  var isOver: Bool { drill.state == .ended || drill.state == .cancelled }

  /// What is missing where nothing happened.
  var missing: Time {
    if drill.clock == nil { return .notKnown("the drill has not begun") }
    return isOver ? .never : .notYet
  }

  /// Drill time of an instant; nothing after `now`, and nothing after the end, has happened in the drill.
  func time(_ instant: Instant?) -> Time {
    guard let instant, let clock = drill.clock else { return missing }
    guard instant <= now, clock.end.map({ instant <= $0 }) ?? true else { return missing }
    return .seconds(Int(clock.seconds(at: instant)))
  }

  func second(_ instant: Instant) -> Int { Int(drill.clock?.seconds(at: instant) ?? 0) }

  private var declared: Time {
    guard let incident else { return missing }
    return time(incident.instants[.declared]?.at)
  }

  private var lead: Time {
    let first = incident?.holdings.first { $0.role == RoleDefinition.commander }?.from
    return time(incident?.instants[.acknowledged]?.at ?? first)
  }

  private var firstWord: Time {
    let published = incident?.updates.filter { $0.audience == .customers }.compactMap(\.published).min()
    return time(published)
  }

  private var mitigated: Time {
    // With the drill its incident ends as well, and that is no success.
    let resolved = incident?.instants[.resolved]?.at
    let own = resolved.flatMap { at in drill.clock?.end.map { at < $0 } ?? true ? at : nil }
    return time(incident?.instants[.mitigated]?.at ?? own)
  }

  // MARK: The right idea

  /// What the facilitator said last counts before what the words say.
  private func idea() -> (found: DrillComparison.Idea?, time: Time) {
    if let said = drill.observations.last(where: { $0.content.kind == .idea && $0.at <= now }) {
      guard let version = said.content.entry else { return (nil, missing) }
      guard let entry = incident?.entries.first(where: { $0.version == version }) else {
        return (nil, .notKnown("the entry that was named is not in the incident"))
      }
      return found(entry, phrase: nil)
    }
    guard !scenario.idea.isEmpty else { return (nil, .notKnown("the scenario gives no words of it")) }
    for entry in responderEntries {
      if let phrase = IdeaWords.found(scenario.idea, in: ownWords(entry)) { return found(entry, phrase: phrase) }
    }
    return (nil, missing)
  }

  /// What somebody wrote themselves: a tick repeats the words of the plan, and a line of evidence is copied before it is
  /// understood.
  private func ownWords(_ entry: IncidentEntry) -> String {
    if entry.kind == .plan, let incident {
      return incident.plans.flatMap(\.steps).reduce(entry.text) { $0.replacing($1.content.task, with: " ") }
    }
    let lines = entry.text.split(whereSeparator: \.isNewline)
    return lines.filter { line in
      let words = IdeaWords(String(line))
      return words.count < Self.quotedWordsMin || !evidence.contains { words.isIn($0) }
    }.joined(separator: "\n")
  }

  /// So many words in the same order as in the evidence are copied from it.
  private static let quotedWordsMin = 4

  private func found(_ entry: IncidentEntry, phrase: String?) -> (found: DrillComparison.Idea?, time: Time) {
    let time = time(entry.written)
    guard case .seconds(let seconds) = time else { return (nil, time) }
    let idea = DrillComparison.Idea(
      entry: entry.version, phrase: phrase, text: entry.text, source: entry.by, atSeconds: seconds)
    return (idea, time)
  }

  /// What people wrote who do not know the answer, in the order in which they did; not what came to them.
  private var responderEntries: [IncidentEntry] {
    guard let incident, let clock = drill.clock else { return [] }
    let own: Set<IncidentEntry.Kind> = [
      .declared, .revision, .state, .note, .decision, .dissent, .task, .suspect, .update, .plan,
    ]
    let came = Set(drill.injects.map { IdeaWords($0.text) })
    return incident.entries.filter { entry in
      own.contains(entry.kind) && entry.by != Self.itself && entry.written >= clock.start && entry.written <= now
        && (drill.part(of: entry.by) ?? .responder) == .responder && !came.contains(IdeaWords(entry.text))
        // A plan that is opened or left names itself.
        && !(entry.kind == .plan && entry.text.hasPrefix("Plan"))
    }.sorted { ($0.written, $0.version) < ($1.written, $1.version) }
  }

  /// The name under which Mayday itself writes into the record.
  private static let itself = "mayday"

  // MARK: Expectations

  private func expectations(_ result: DrillComparison) -> [DrillComparison.Expected] {
    scenario.expectations.enumerated().map { offset, expectation in
      let happened: Time =
        switch expectation.measure {
        case .declared?: result.declared
        case .lead?: result.lead
        case .firstWord?: result.firstWord
        case .idea?: result.ideaTime
        case .mitigated?: result.mitigated
        case .step(let number)?: step(number, of: result)
        case .facilitator?: .notKnown("the facilitator has not judged it")
        case nil: .notKnown("nothing says how it is measured")
        }
      var expected = DrillComparison.Expected(
        place: offset + 1, text: expectation.text, measure: expectation.measure,
        withinSeconds: expectation.withinSeconds, happened: happened,
        judgement: judged(happened, within: expectation.withinSeconds), isJudged: false, words: "")
      // That a step was ticked says when, and not that what it must reach was reached.
      if case .step(let number)? = expectation.measure, expected.judgement == .met,
        let step = result.steps.first(where: { $0.number == number }), step.words.isEmpty
      {
        expected.judgement = nil
        expected.words = "ticked without a word on what was seen: judge it"
      }
      let said = drill.observations.last { observed in
        observed.content.kind == .expectation && observed.content.expectation == offset + 1 && observed.at <= now
      }
      if let said {
        expected.judgement = said.content.judgement
        expected.words = said.content.words
        expected.isJudged = true
        if expectation.measure == .facilitator || expectation.measure == nil {
          expected.happened = .notKnown("it was judged, not measured")
        }
      }
      return expected
    }
  }

  /// A step counts when its result was seen, or something else was done in its place.
  private func step(_ number: String, of result: DrillComparison) -> Time {
    guard result.plan != nil || result.isPlanFollowed else { return .notKnown("the plan is not there") }
    guard let step = result.steps.first(where: { $0.number == number }) else {
      return .notKnown("the plan has no step \(number)")
    }
    return step.state == .skipped ? missing : step.ticked
  }

  private func judged(_ happened: Time, within: Int?) -> DrillObservation.Judgement? {
    switch (happened, within) {
    case (.seconds(let seconds), let within?): seconds <= within ? .met : .not
    case (.never, _): .not
    // What is late already stays late.
    case (.notYet, let within?): second(now) > within ? .not : nil
    case (.seconds, nil), (.notYet, nil), (.notKnown, _): nil
    }
  }
}
