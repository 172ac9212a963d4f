package import Accounts
import Chronology
package import Drills
package import Incidents
import Journal
import Plans
package import PublicStatus
import RecordViews

/// Drills: planned, played on the screens of an incident, led by those who know what really happens.
extension Desk {
  /// The newest first.
  package func drills(for caller: Caller) async throws -> [DrillListing] {
    try check(caller, .read, "drills")
    try await catchUp()
    return try await keptReadiness().drills.values.sorted { $0.number > $1.number }.map {
      DrillListing($0, for: caller.account)
    }
  }

  /// Drills that are being played and in which the caller has a part, the newest first.
  package func drillsPlayed(with caller: Caller) async throws -> [DrillListing] {
    try check(caller, .read, "drills")
    try await catchUp()
    return try await keptReadiness().playing(with: caller.account)
  }

  /// A drill as the caller may see it; what is due by the clock has come.
  package func drill(_ number: Int, for caller: Caller) async throws -> DrillWhole {
    try check(caller, .read, "drill \(number)")
    _ = try await keepDrills()
    await landFiles(ofDrill: number)
    let drill = try await keptDrill(number)
    return DrillWhole(
      drill, for: caller.account, mayLead: Self.mayLead(caller, drill) && caller.may(.respond), now: clock.now)
  }

  /// The drill that is played on the screens of an incident; nil where none is.
  package func drill(playedIn incident: Int, for caller: Caller) async throws -> DrillWhole? {
    try check(caller, .read, "drills")
    try await catchUp()
    let played = try await keptReadiness().drills.values.filter { $0.incident == incident }
    guard let number = played.map(\.number).max() else { return nil }
    return try await drill(number, for: caller)
  }

  /// Plans a drill, or plans one that has not begun anew.
  ///
  /// The scenario is taken over as it is written now.
  package func planDrill(
    _ request: DrillRequest, number: Int? = nil, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let place = number.map { "drill \($0)" } ?? "drill"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      let scenario = try await scenario(request.scenario, for: caller)
      let people = request.people.isEmpty ? [DrillPerson(name: caller.account, part: .responder)] : request.people
      let content = DrillPlanned(
        scenario: request.scenario, title: scenario.scenario.title, text: scenario.text, plan: scenario.scenario.plan,
        day: request.day, people: people, speed: request.speed, isByClock: request.isByClock)
      let kept = try await keptReadiness()
      let drill =
        if let number { try await keptDrill(number) } else { Drill(number: kept.nextDrill) }
      try checkIsFresh(terms, drill.version, place: place)
      if number != nil { try Self.checkMayPlan(caller, drill) }
      return try drillWrite(.plan(content), on: drill, by: caller)
    }
  }

  /// Does something to a drill; who may do what hangs on the part they have in it.
  package func perform(
    _ command: DrillCommand, onDrill number: Int, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    // What was due before stands before what is done now.
    if case .releaseDue = command {} else { _ = try await keepDrills() }
    return try await write(.respond, by: caller, place: "drill \(number)", terms: terms) {
      let drill = try await keptDrill(number)
      try checkIsFresh(terms, drill.version, place: "drill \(number)")
      try Self.check(caller, may: command, in: drill)
      var plan = try drillWrite(command, on: drill, by: caller)
      switch command {
      case .end, .cancel: plan.appends += try await closing(drill, by: caller)
      case .pause, .resume: plan.appends += try await halting(drill, by: caller)
      default: break
      }
      return plan
    }
  }

  /// With a drill ends its incident, so that nobody is reminded of a word that nobody waits for.
  private func closing(_ drill: Drill, by caller: Caller) async throws -> [StreamAppend] {
    guard let number = drill.incident else { return [] }
    let incident = try await fold(number)
    guard incident.isDrill, incident.state.isRunning else { return [] }
    let over = StateChange(state: .resolved, reason: "The drill is over.")
    // An incident that takes nothing more keeps its drill from nothing.
    guard let events = try? incident.events(for: .changeState(over), in: try await context(for: caller)) else {
      return []
    }
    return [try append(events, to: StreamName("incident", number: number), at: incident.version, by: caller)]
  }

  /// With a drill the clock of its incident is halted, or goes on: what is due in it is due in drill time.
  private func halting(_ drill: Drill, by caller: Caller) async throws -> [StreamAppend] {
    guard let number = drill.incident else { return [] }
    let incident = try await fold(number)
    let events =
      (try? incident.events(for: .haltClock(drill.state == .running), in: try await context(for: caller))) ?? []
    guard !events.isEmpty else { return [] }
    return [try append(events, to: StreamName("incident", number: number), at: incident.version, by: caller)]
  }

  /// Declares the incident on whose screens a drill is played; it is marked as one.
  package func declare(
    _ declaration: Declaration, inDrill number: Int, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let receipt = try await write(.respond, by: caller, place: "drill \(number)", terms: terms) {
      let drill = try await keptDrill(number)
      if let known = drill.incident {
        throw IncidentRefusal(
          .wrongState, place: "drill \(number)", message: "INC-\(known) was declared for it already",
          hint: "go on there")
      }
      var content = declaration
      content.isDrill = true
      content.pace = drill.planned.speed > 1 ? drill.planned.speed : nil
      let incident = try await declaring(content, by: caller)
      let id = incident.receipt.incident?.number ?? 0
      let linked = try drillWrite(.linkIncident(id), on: drill, by: caller)
      return WritePlan(appends: incident.appends + linked.appends, receipt: incident.receipt)
    }
    if let id = receipt.incident, try await keptDrill(number).state == .paused {
      _ = try await perform(.haltClock(true), on: id, by: caller)
    }
    return receipt
  }

  /// Releases what is due by the clock in every drill that runs; returns how many messages came.
  package func keepDrills() async throws -> Int {
    try await catchUp()
    let now = clock.now
    let late = try await keptReadiness().drills.values.filter { !$0.due(at: now).isEmpty }
    guard !late.isEmpty else { return 0 }
    var count = 0
    let caller = Caller.local(Self.ownName)
    _ = try await write(.respond, by: caller, place: "drills", terms: WriteTerms()) {
      var appends: [StreamAppend] = []
      for drill in try await keptReadiness().drills.values.sorted(by: { $0.number < $1.number }) {
        // A drill that is full keeps the others from nothing, and nobody from reading.
        guard !drill.due(at: now).isEmpty,
          let released = try? drillWrite(.releaseDue, on: drill, by: caller)
        else { continue }
        appends += released.appends
      }
      count = appends.reduce(0) { $0 + $1.events.count }
      return WritePlan(appends: appends, receipt: WriteReceipt(version: 0))
    }
    return count
  }

  /// Days of drills as a calendar.
  package func drillCalendar(host: String, for caller: Caller, link: (Int) -> String?) async throws -> CalendarFile {
    try check(caller, .read, "drills")
    try await catchUp()
    return DrillCalendar.file(Array(try await keptReadiness().drills.values), host: host, link: link)
  }

  // MARK: Parts

  func keptDrill(_ number: Int) async throws -> Drill {
    guard let drill = try await keptReadiness().drills[number] else {
      throw DeskError(
        .unknownDrill, place: "drill \(number)", message: "the record has no such drill",
        hint: "the list of drills shows those that there are")
    }
    return drill
  }

  func drillWrite(_ command: DrillCommand, on drill: Drill, by caller: Caller) throws -> WritePlan {
    let events = try drill.events(for: command, in: DrillContext(actor: caller.account, now: clock.now))
    guard !events.isEmpty else { return WritePlan(appends: [], receipt: WriteReceipt(version: drill.version)) }
    return WritePlan(
      appends: [
        append(
          try events.map { try $0.document() }, to: StreamName("drill", number: drill.number), at: drill.version,
          by: caller)
      ], receipt: WriteReceipt(version: drill.version + Int64(events.count), number: drill.number))
  }

  /// Facilitators lead; where nobody is one, whoever may respond does.
  static func mayLead(_ caller: Caller, _ drill: Drill) -> Bool {
    if drill.part(of: caller.account) == .facilitator || caller.account == ownName { return true }
    return drill.isPractice
  }

  private static func checkMayPlan(_ caller: Caller, _ drill: Drill) throws {
    guard mayLead(caller, drill) || caller.may(.administer) else { throw notLed(caller, drill) }
  }

  private static func check(_ caller: Caller, may command: DrillCommand, in drill: Drill) throws {
    switch command {
    case .observe(let content):
      // What surprised, and what was missing, anybody can say; judging is for those who know the answer.
      let isOpen = [.note, .surprise, .missingStep].contains(content.kind)
      guard isOpen || mayLead(caller, drill) || drill.state == .ended else { throw notLed(caller, drill) }
    case .end, .cancel:
      guard mayLead(caller, drill) || caller.may(.administer) else { throw notLed(caller, drill) }
    case .linkIncident, .linkPostmortem: break
    case .landFile, .refuseFile, .plan, .start, .release, .releaseDue, .delay, .skip, .add, .pause, .resume:
      guard mayLead(caller, drill) else { throw notLed(caller, drill) }
    }
  }

  private static func notLed(_ caller: Caller, _ drill: Drill) -> IncidentRefusal {
    let leading = drill.planned.people.filter { $0.part == .facilitator }.map(\.name).joined(separator: " or ")
    return IncidentRefusal(
      .wrongState, place: "drill \(drill.number)", message: "'\(caller.account)' does not lead it",
      hint: "ask \(leading)")
  }
}
