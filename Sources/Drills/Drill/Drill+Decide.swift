import Chronology
package import Incidents

extension Drill {
  /// The events that a command comes to.
  ///
  /// Throws ``IncidentRefusal`` where it cannot be done as the drill stands; nothing changes then. Who may do what is for
  /// the caller to say.
  package func events(
    for command: DrillCommand, in context: DrillContext
  ) throws(IncidentRefusal) -> [DrillEvent] {
    guard version < DrillLimits.eventsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "drill \(number)",
        message: "it has \(version) events, and \(DrillLimits.eventsMax) are possible",
        hint: "end it and plan another one")
    }
    switch command {
    case .plan(let content):
      try need([.planned], "planned anew")
      return [.planned(try checked(content, today: CivilDate(context.now)))]
    case .start(let incident):
      try need([.planned], "started")
      guard !planned.text.isEmpty else {
        throw IncidentRefusal(.empty, place: "drill \(number)", message: "it has no scenario", hint: "plan it first")
      }
      return [.started(DrillStarted(incident: incident))]
    case .linkIncident(let other):
      try need([.running, .paused], "linked with an incident")
      guard incident != other else { throw .nothingNew("incident") }
      return [.incidentLinked(other)]
    case .release, .releaseDue, .delay, .skip, .add: return try injected(command, in: context)
    case .landFile, .refuseFile: return [try landed(command)]
    case .observe(let content):
      try need([.running, .paused, .ended], "observed")
      return [.observed(try checked(content))]
    case .pause, .resume, .end, .cancel: return [try went(command)]
    case .linkPostmortem(let other):
      try need([.ended], "linked with a postmortem")
      guard postmortem != other else { throw .nothingNew("postmortem") }
      return [.postmortemLinked(other)]
    }
  }

  private func need(_ states: [State], _ what: String) throws(IncidentRefusal) {
    guard !states.contains(state) else { return }
    let hint =
      switch state {
      case .planned: "start it first"
      case .running: "it is running"
      case .paused: "let it go on first"
      case .ended, .cancelled: "plan another drill"
      }
    throw IncidentRefusal(
      .wrongState, place: "drill \(number)", message: "it is \(state.rawValue) and cannot be \(what)", hint: hint)
  }

  private func went(_ command: DrillCommand) throws(IncidentRefusal) -> DrillEvent {
    switch command {
    case .pause:
      try need([.running], "halted")
      guard (clock?.pauses.count ?? 0) < DrillLimits.pausesMax else {
        throw IncidentRefusal(
          .limitPassed, place: "drill \(number)",
          message: "it was halted \(DrillLimits.pausesMax) times, and no more are possible", hint: "end it")
      }
      return .paused
    case .resume:
      try need([.paused], "let go on")
      return .resumed
    case .end:
      try need([.running, .paused], "ended")
      return .ended
    case .cancel(let reason):
      try need([.planned, .running, .paused], "cancelled")
      return .cancelled(reason: try CommandCheck.needed(reason, "cancelling a drill"))
    default: preconditionFailure("only the way of a drill is decided here")
    }
  }

  private func checked(_ content: DrillPlanned, today: CivilDate) throws(IncidentRefusal) -> DrillPlanned {
    var content = content
    // Somewhere it may still be yesterday.
    if let day = content.day, day.daysSinceEpoch + 1 < today.daysSinceEpoch {
      throw IncidentRefusal(.invalidText, place: "day", message: "\(day) is over", hint: "name a day to come, or none")
    }
    content.scenario = try TextCheck.line(content.scenario, "scenario", max: IncidentLimits.nameScalarsMax)
    content.title = try TextCheck.line(content.title, "title", max: IncidentLimits.titleScalarsMax)
    guard content.text.utf8.count <= DrillLimits.bytesMax else {
      throw IncidentRefusal(
        .limitPassed, place: "scenario '\(content.scenario)'",
        message: "it has \(content.text.utf8.count) bytes, and \(DrillLimits.bytesMax) are possible",
        hint: "shorten its files to the minutes in which there is something to find")
    }
    guard !Scenario(parsing: content.text).injects.isEmpty else {
      throw IncidentRefusal(
        .empty, place: "scenario '\(content.scenario)'", message: "nothing comes while it is played",
        hint: "add injects to the scenario first")
    }
    guard (1...DrillLimits.speedMax).contains(content.speed) else {
      throw IncidentRefusal(
        .limitPassed, place: "speed", message: "\(content.speed) is outside of 1 to \(DrillLimits.speedMax)",
        hint: "1 is the clock on the wall, 4 is four times faster")
    }
    guard content.people.count <= DrillLimits.peopleMax else {
      throw IncidentRefusal(
        .limitPassed, place: "people",
        message: "there are \(content.people.count), and \(DrillLimits.peopleMax) are possible",
        hint: "play it in two groups")
    }
    var seen: Set<String> = []
    for index in content.people.indices {
      let name = try CommandCheck.person(content.people[index].name, "people")
      content.people[index].name = name
      guard seen.insert(name).inserted else {
        throw IncidentRefusal(
          .wrongState, place: "people", message: "'\(name)' stands there twice", hint: "give each person one part")
      }
    }
    guard content.people.isEmpty || content.people.contains(where: { $0.part == .responder }) else {
      throw IncidentRefusal(
        .invalidText, place: "people", message: "nobody responds", hint: "name somebody who plays it without knowing it"
      )
    }
    if !content.people.contains(where: { $0.part == .facilitator }) { content.isByClock = true }
    return content
  }

  private func checked(_ content: DrillObservation) throws(IncidentRefusal) -> DrillObservation {
    guard observations.count < DrillLimits.observationsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "observations",
        message: "there are \(observations.count), and \(DrillLimits.observationsMax) are possible",
        hint: "write the rest into the postmortem")
    }
    var content = content
    let max = IncidentLimits.textScalarsMax
    switch content.kind {
    case .note, .surprise, .missingStep: content.words = try TextCheck.required(content.words, "words", max: max)
    case .expectation, .idea: content.words = try TextCheck.optional(content.words, "words", max: max)
    }
    if content.kind == .expectation {
      let count = scenario.expectations.count
      guard let place = content.expectation, (1...Swift.max(count, 1)).contains(place), count > 0 else {
        throw IncidentRefusal(
          .unknownPart, place: "expectation \(content.expectation.map(String.init) ?? "without a number")",
          message: "the scenario has no such expectation",
          hint: count == 0 ? "it has none" : "they have the numbers 1 to \(count)")
      }
      guard content.judgement != nil else {
        throw IncidentRefusal(
          .empty, place: "judgement", message: "nothing says whether it was met", hint: "say met, partly or not")
      }
    }
    return content
  }
}
