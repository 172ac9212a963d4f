import Chronology
import Incidents
import Interchange
import Testing

/// An incident that a bakery of our invention went through, told by commands at their minutes.
struct Bakery {
  static let policy = Policy.standard
  private(set) var incident = Incident(number: 7)

  /// `03:12` of 6 May 2031, Berlin time.
  static func at(_ time: String) throws -> Instant {
    try #require(Instant(rfc3339: "2031-05-06T\(time.count == 5 ? time + ":00" : time)+02:00"))
  }

  static let words = UpdateText(
    broken: "Orders placed in the app do not reach the oven.", affected: "About one order in three, in all shops.",
    since: Instant(rfc3339: "2031-05-06T00:58:00Z"),
    doing: "We are taking back last night's change to the order queue.",
    meanwhile: "Please order at the counter; paid orders will be refunded by Thursday.",
    nextBy: Instant(rfc3339: "2031-05-06T02:00:00Z"), apology: "We are sorry.")

  init(declared time: String = "03:02") throws {
    let declaration = Declaration(
      title: "Bread orders do not reach the oven", severity: 2, impact: "One order in three is never baked.",
      components: ["orders"], commander: nil, instants: [.impactStarted: try Self.at("02:58")])
    let now = try Self.at(time)
    for decided in try declaration.events(policy: Self.policy, components: ["orders", "app"], at: now) {
      incident.apply(
        decided.event,
        EventStamp(version: incident.version + 1, recorded: now, claimed: decided.claimed, actor: "ana"))
    }
  }

  mutating func perform(_ command: IncidentCommand, by actor: String, at time: String) throws {
    let now = try Self.at(time)
    let context = CommandContext(actor: actor, now: now, policy: Self.policy, components: ["orders", "app"])
    for decided in try incident.events(for: command, in: context) {
      incident.apply(
        decided.event,
        EventStamp(version: incident.version + 1, recorded: now, claimed: decided.claimed, actor: actor))
    }
  }

  func answer(at time: String, asOf: String? = nil) throws -> IncidentAnswer {
    let now = try Self.at(asOf ?? time)
    let promises = incident.promises(by: Self.policy)
    let summary = IncidentSummaryAnswer(
      id: "INC-\(incident.number)", title: incident.facts.title, severity: incident.facts.severity,
      severityName: Self.policy.severityName(incident.facts.severity), state: incident.state,
      status: incident.state.rawValue, isPrivate: incident.isPrivate, isDrill: incident.isDrill,
      impact: incident.facts.impact, components: incident.components,
      commander: incident.holder(of: RoleDefinition.commander), impactStarted: incident.instants[.impactStarted]?.at,
      declared: incident.instants[.declared]?.at, ended: incident.instants[.resolved]?.at,
      nextWord: promises.first.map { PromiseAnswer($0, now: now) }, postmortem: nil)
    return IncidentAnswer(
      summary: summary, incident, policy: Self.policy, promises: promises, now: now,
      asOf: asOf == nil ? nil : now)
  }

  /// From the first minute to the repair, with a wrong turn, a dissent, a correction, a missed word and three updates.
  static func wholeStory() throws -> Bakery {
    var bakery = try Bakery()
    try bakery.perform(.assignRole(RoleAssignment(role: "commander", person: "ana")), by: "ana", at: "03:04")
    try bakery.perform(
      .note(NoteWritten(text: "The queue's depth grows by 40 a minute; the oven asks for nothing."), at: at("02:59")),
      by: "ben", at: "03:06")
    try bakery.perform(.addTask(TaskRequest(text: "Count the paid orders", owner: "ben")), by: "ana", at: "03:07")
    try bakery.perform(
      .addTask(TaskRequest(text: "Ask the oven's maker for the meaning of code E-41")), by: "ana", at: "03:08")
    try bakery.perform(
      .decide(
        DecisionRecord(
          what: "Take back last night's change to the queue",
          why: "It is the only change, and taking it back is quick.",
          options: ["Restart the oven's controller", "Wait for the maker"],
          known: "The first failure came nine minutes after it.", by: "ana"), at: nil), by: "ana", at: "03:15")
    let decision = try #require(bakery.incident.decisions.last?.version)
    try bakery.perform(
      .dissent(DissentRecord(decision: decision, text: "The controller shows E-41; a restart costs less.", by: "ben")),
      by: "ben", at: "03:16")
    try bakery.perform(.recordMissedPromises, by: "mayday", at: "03:23")
    try bakery.perform(
      .draftUpdate(UpdateDraft(update: 0, audience: .customers, state: .investigating, text: words)), by: "kim",
      at: "03:25")
    try bakery.perform(.publishUpdate(UpdateRelease(update: 1)), by: "kim", at: "03:27")
    try bakery.perform(
      .assignRole(RoleAssignment(role: "commander", person: "kim", note: "The change is half back.")), by: "ana",
      at: "03:31")
    let note = try #require(bakery.incident.entries.first { $0.kind == .note }?.version)
    try bakery.perform(
      .correct(
        EntryCorrection(
          entry: note, text: "The queue's depth grows by 14 a minute; the oven asks for nothing.",
          reason: "read off the wrong axis")), by: "ben", at: "03:33")
    try bakery.perform(
      .changeTask(TaskChanged(task: 1, state: .done, result: "214 orders; the list is in the evidence")), by: "ben",
      at: "03:34")
    return bakery
  }
}
