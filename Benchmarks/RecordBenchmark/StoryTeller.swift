import Chronology
import Incidents
import Journal

/// Lets one incident take its course, event by event.
struct StoryTeller {
  private static let people = ["ana", "ben", "chloe", "dev", "emi", "farid"]
  private static let words = [
    "queue", "latency", "checkout", "retry", "deploy", "cache", "replica", "timeout", "drained", "spike", "host",
    "rolled", "back", "error", "rate", "normal", "again", "looked", "at", "the", "graph", "and", "saw",
  ]

  private var incident: Incident
  private let size: Int
  private let isPrivate: Bool
  private let components: [String]
  /// What it is declared with; nil: made up.
  private let declaration: Declaration?
  /// Says a sentence of so many words; nil: of the few words above.
  private let speak: ((Int, inout SplitMix) -> String)?
  /// Events that were handed out before the last call.
  private(set) var written: Int64 = 0

  init(
    number: Int, size: Int, isPrivate: Bool, components: [String], declaration: Declaration? = nil,
    speak: ((Int, inout SplitMix) -> String)? = nil
  ) {
    incident = Incident(number: number)
    self.declaration = declaration
    self.speak = speak
    self.size = size
    self.isPrivate = isPrivate
    self.components = components
  }

  var stream: StreamName { StreamName("incident", number: incident.number) }
  var isDone: Bool { incident.version >= size }

  mutating func next(at now: Instant, _ random: inout SplitMix) throws -> [NewEvent] {
    written = incident.version
    let actor = Self.people[Int(random.next() % 6)]
    let decided: [DecidedEvent]
    if incident.version == 0 {
      let declaration =
        declaration
        ?? Declaration(
          title: sentence(4, &random), severity: 1 + Int(random.next() % 4), impact: sentence(9, &random),
          components: [components[Int(random.next() % 24)]], isPrivate: isPrivate, isDrill: random.next() % 33 == 0,
          commander: actor)
      decided = try declaration.events(policy: .standard, components: components, at: now)
    } else {
      decided = decide(at: now, by: actor, &random)
    }
    return try decided.map { decided in
      let stamp = EventStamp(version: incident.version + 1, recorded: now, claimed: decided.claimed, actor: actor)
      incident.apply(decided.event, stamp)
      return RecordGenerator.event(try decided.event.document(), claimed: decided.claimed, by: actor)
    }
  }

  private func decide(at now: Instant, by actor: String, _ random: inout SplitMix) -> [DecidedEvent] {
    let context = CommandContext(actor: actor, now: now, policy: .standard, components: components)
    let command: IncidentCommand =
      incident.version == size - 1 ? .changeState(StateChange(state: .resolved)) : command(at: now, by: actor, &random)
    if let events = try? incident.events(for: command, in: context), !events.isEmpty { return events }
    return [DecidedEvent(.noteWritten(NoteWritten(text: sentence(14, &random))))]
  }

  private func command(at now: Instant, by actor: String, _ random: inout SplitMix) -> IncidentCommand {
    switch random.next() % 100 {
    case 0..<8: .addTask(TaskRequest(text: sentence(6, &random), owner: actor))
    case 8..<15:
      .changeTask(TaskChanged(task: 1 + Int(random.next() % 20), state: .done, result: sentence(5, &random)))
    case 15..<20:
      .decide(
        DecisionRecord(
          what: sentence(7, &random), why: sentence(12, &random), options: [sentence(4, &random)],
          known: sentence(9, &random), by: actor), at: nil)
    case 20..<24: .draftUpdate(draft(at: now, &random))
    case 24..<30:
      .publishUpdate(
        UpdateRelease(
          update: incident.updates.first { $0.published == nil }?.number ?? 1, releaseReason: "as agreed on the call"))
    case 30..<33:
      .assignRole(
        RoleAssignment(
          role: [RoleDefinition.communications, "operations", "scribe"][Int(random.next() % 3)], person: actor))
    case 33..<35: .revise(IncidentRevision(severity: 1 + Int(random.next() % 4), reason: "seen anew"))
    case 35: .changeState(StateChange(state: random.next() % 2 == 0 ? .mitigated : .active))
    case 36:
      .stateInstant(InstantStatement(name: .impactStarted, at: now.advanced(bySeconds: -600), reason: "from the log"))
    default: .note(NoteWritten(text: sentence(14, &random)), at: now.advanced(bySeconds: -30))
    }
  }

  private func draft(at now: Instant, _ random: inout SplitMix) -> UpdateDraft {
    UpdateDraft(
      update: 0, audience: random.next() % 3 == 0 ? .internal : .customers, state: .investigating,
      text: UpdateText(
        broken: sentence(8, &random), affected: sentence(6, &random), since: now.advanced(bySeconds: -1800),
        doing: sentence(9, &random), meanwhile: "Nothing is needed.", nextBy: now.advanced(bySeconds: 1800),
        apology: "We are sorry."))
  }

  private func sentence(_ count: Int, _ random: inout SplitMix) -> String {
    if let speak { return speak(count, &random) }
    return (0..<count).map { _ in Self.words[Int(random.next() % UInt64(Self.words.count))] }.joined(separator: " ")
  }
}
