import Chronology
import Incidents

/// An incident that is taken through its life by commands, with a clock that tests move.
struct Scene {
  var incident: Incident
  var now: Instant
  var policy = Policy.standard
  var components = ["checkout", "search"]

  /// 2026-03-01T03:00:00Z.
  static let start = Instant(seconds: 1_772_334_000)

  init(
    _ declaration: Declaration = Declaration(title: "Payments fail at checkout", severity: 2), by actor: String = "ana"
  )
    throws
  {
    now = Self.start
    incident = Incident(number: 7)
    for event in try declaration.events(policy: policy, components: components, at: now) {
      take(event, by: actor)
    }
  }

  mutating func take(_ decided: DecidedEvent, by actor: String) {
    // What is written down is read back: a shape that does not survive fails here.
    guard let document = try? decided.event.document(), let event = try? IncidentEvent(document) else {
      preconditionFailure("\(decided.event) does not come back from its document")
    }
    incident.apply(
      event, EventStamp(version: incident.version + 1, recorded: now, claimed: decided.claimed, actor: actor))
  }

  mutating func perform(_ command: IncidentCommand, by actor: String = "ana") throws(IncidentRefusal) {
    let context = CommandContext(actor: actor, now: now, policy: policy, components: components)
    for event in try incident.events(for: command, in: context) { take(event, by: actor) }
  }

  mutating func pass(minutes: Double) { now = now.advanced(bySeconds: minutes * 60) }

  /// The code with which a command is refused; nil when it is not.
  func refusal(of command: IncidentCommand, by actor: String = "ana") -> IncidentRefusal.Code? {
    var copy = self
    do {
      try copy.perform(command, by: actor)
      return nil
    } catch {
      return error.code
    }
  }

  /// An update with every part, with the next word after so many minutes.
  func text(nextInMinutes minutes: Double?) -> UpdateText {
    UpdateText(
      broken: "Paying by card fails.", affected: "About one order in three.", since: Self.start,
      doing: "We undo a change.",
      meanwhile: "Nothing.", nextBy: minutes.map { now.advanced(bySeconds: $0 * 60) }, apology: "We are sorry.")
  }

  mutating func publish(
    to audience: Audience = .customers, state: PublicState = .investigating, nextInMinutes minutes: Double?
  ) throws {
    try perform(
      .draftUpdate(UpdateDraft(update: 0, audience: audience, state: state, text: text(nextInMinutes: minutes))))
    try perform(.publishUpdate(UpdateRelease(update: incident.updates.count, releaseReason: "a test")))
  }
}
