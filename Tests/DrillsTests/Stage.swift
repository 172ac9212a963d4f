import Chronology
import Drills
import Incidents
import Plans

/// A drill that is taken through its life by commands, with the incident on whose screens it is played.
struct Stage {
  var drill = Drill(number: 3)
  var incident: Incident?
  /// 2026-03-01T09:00:00Z.
  var now = Instant(seconds: 1_772_355_600)
  let policy = Policy.standard

  static let people = [
    DrillPerson(name: "fay", part: .facilitator), DrillPerson(name: "ron", part: .responder),
    DrillPerson(name: "ria", part: .responder), DrillPerson(name: "oda", part: .observer),
  ]

  static let plan = Plan(
    parsing: """
      ---
      plan: orders-wait
      title: Orders wait
      ---
      ## Steps
      | # | do | who | result | within | after | if it fails |
      |---|----|-----|--------|--------|-------|-------------|
      | 1 | Declare and lead | commander | a name | 5 min | | |
      | 2 | Read the queue's name | operations | its name in the incident | 5 min | 1 | Call the desk. |
      | 3 | Move the orders | operations | none left | 10 min | 2 | |
      | 4 | Order like a customer | support | a number | 5 min | 3 | |

      ## Communication
      | audience | first word within |
      |---|---|
      | customers | 10 min |
      | stakeholders | 5 min |
      """)

  static let scenario = """
    ---
    scenario: quiet-queue
    title: The queue is quiet
    plan: orders-wait
    minutes: 20
    idea: [wrong queue]
    ---
    ## Situation
    Nothing moves.

    ## Injects
    | # | at | kind | from | what comes |
    |---|----|------|------|------------|
    | 1 | 0 min | alert | monitoring | FIRING |
    | 2 | 5 min | customer | mail | It is slow. |
    | 3 | 8 min | evidence | log | queue=orders_old, the wrong queue |
    | 4 | 12 min | journalist | paper | Is it true? |

    ## What a good response shows
    | within | what one sees | measured by |
    |---|---|---|
    | 5 min | it is declared | declared |
    | 5 min | somebody leads | lead |
    | 10 min | first word | first word |
    | 12 min | the idea is there | idea |
    | 12 min | step 2 is ticked | step 2 |
    | 15 min | it is mitigated | mitigated |
    | 20 min | nobody is blamed | facilitator |

    ## For the facilitator
    Orders go into the wrong queue.
    """

  init(speed: Int = 1, isByClock: Bool = true, people: [DrillPerson] = Stage.people) throws {
    let plan = DrillPlanned(
      scenario: "quiet-queue", title: "The queue is quiet", text: Self.scenario, plan: "orders-wait",
      day: CivilDate(year: 2026, month: 3, day: 1), people: people, speed: speed, isByClock: isByClock)
    try perform(.plan(plan))
  }

  mutating func perform(_ command: DrillCommand, by actor: String = "fay") throws(IncidentRefusal) {
    for event in try drill.events(for: command, in: DrillContext(actor: actor, now: now)) {
      // What is written down is read back: a shape that does not survive fails here.
      guard let document = try? event.document(), let read = try? DrillEvent(document), read == event else {
        preconditionFailure("\(event) does not come back from its document")
      }
      drill.apply(read, EventStamp(version: drill.version + 1, recorded: now, actor: actor))
    }
  }

  func refusal(of command: DrillCommand) -> IncidentRefusal.Code? {
    var copy = self
    do {
      try copy.perform(command)
      return nil
    } catch {
      return error.code
    }
  }

  mutating func pass(minutes: Double) { now = now.advanced(bySeconds: minutes * 60) }

  mutating func declare(by actor: String = "ron", commander: String? = "ron") throws {
    var incident = Incident(number: 7)
    let declaration = Declaration(title: "Orders wait", severity: 2, isDrill: true, commander: commander)
    for event in try declaration.events(policy: policy, components: [], at: now) {
      incident.apply(
        event.event, EventStamp(version: incident.version + 1, recorded: now, claimed: event.claimed, actor: actor))
    }
    self.incident = incident
    try perform(.linkIncident(7))
  }

  mutating func respond(_ command: IncidentCommand, by actor: String = "ron") throws {
    guard var incident else { return }
    let context = CommandContext(actor: actor, now: now, policy: policy, components: [])
    for event in try incident.events(for: command, in: context) {
      incident.apply(
        event.event, EventStamp(version: incident.version + 1, recorded: now, claimed: event.claimed, actor: actor))
    }
    self.incident = incident
  }

  mutating func tick(_ step: String, _ state: StepTicked.State = .done, _ words: String = "") throws {
    try respond(.tickStep(StepTicked(number: 1, step: step, state: state, words: words)))
  }

  mutating func publish(to audience: Audience, nextInMinutes: Double?) throws {
    let text = UpdateText(
      broken: "Orders wait.", affected: "All.", doing: "We look.", meanwhile: "Nothing.",
      nextBy: nextInMinutes.map { now.advanced(bySeconds: $0 * 60) }, apology: "We are sorry.")
    try respond(.draftUpdate(UpdateDraft(update: 0, audience: audience, state: .investigating, text: text)))
    try respond(.publishUpdate(UpdateRelease(update: incident?.updates.count ?? 0, releaseReason: "a drill")))
  }

  func comparison(at instant: Instant? = nil) -> DrillComparison {
    DrillComparison(drill, incident: incident, plan: Self.plan, at: instant ?? now)
  }
}
