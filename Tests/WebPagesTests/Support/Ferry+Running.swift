import Accounts
import Chronology
import Findings
import Incidents
import Interchange
import PageKit
import Plans
import RecordViews
import Schemas

/// The ferry line's next night: an incident that is led while the page is open.
extension Ferry {
  static let kim = Caller(account: "kim", displayName: "Kim Aas", role: .administrator, origin: .session(id: "s1"))
  static let reader = Caller(account: "ola", displayName: "Ola", role: .reader, origin: .session(id: "s2"))

  static func later(_ time: String) -> Instant { Instant(rfc3339: "2031-04-02T\(time)Z") ?? Instant(seconds: 0) }

  static let liveNow = later("03:24:10")

  static func context(
    _ caller: Caller? = kim, at now: Instant = liveNow, flash: String? = nil, outcome: FormOutcome? = nil
  ) -> PageContext {
    PageContext(
      visitor: PageVisitor(caller: caller, formToken: "a-token", formKey: "a-key"), now: now, flash: flash,
      outcome: outcome)
  }

  static let components = [
    ComponentDefinition(id: "booking", name: "Booking", description: "Buying and changing tickets", group: "Tickets"),
    ComponentDefinition(id: "boarding", name: "Boarding passes", group: "Tickets"),
    ComponentDefinition(id: "timetable", name: "Timetable"),
  ]

  /// An incident to which things happen one after the other.
  struct Telling {
    var incident: Incident
    var version: Int64 = 0

    init(number: Int) { incident = Incident(number: number) }

    @discardableResult
    mutating func tell(_ event: IncidentEvent, _ time: String, by actor: String = "kim", claimed: String? = nil)
      -> Int64
    {
      version += 1
      incident.apply(
        event,
        EventStamp(version: version, recorded: later(time), claimed: claimed.map(later), actor: actor))
      return version
    }
  }

  static let draft = UpdateText(
    broken: "Boarding passes do not open on phones that are older than about four years.",
    affected: "About one passenger in nine, on all sailings.", since: later("02:41:00"),
    doing: "We have found the change that set it off and are taking it back.",
    meanwhile: "Show the booking number at the gate: the staff can let you board by it.",
    nextBy: later("03:30:00"), apology: "We are sorry that this happens at the gate.")

  static func declaration(isDrill: Bool = false, isPrivate: Bool = false) -> IncidentEvent {
    .declared(
      IncidentDeclaration(
        title: "Boarding passes do not open on older phones", severity: 2, state: .active,
        impact: "About one passenger in nine sees an empty screen in place of the boarding pass.",
        components: ["boarding"], isPrivate: isPrivate, isDrill: isDrill, isBackfilled: false,
        instants: [.impactStarted: later("02:41:00")]))
  }

  static var telling: Telling {
    var story = Telling(number: 9)
    story.tell(declaration(), "02:52:00", by: "ada")
    story.tell(.roleAssigned(RoleAssignment(role: "commander", person: "ada")), "02:52:40", by: "ada")
    story.tell(
      .noteWritten(NoteWritten(text: "Gate 4 reports **empty screens**; newer phones are fine.")), "02:54:10",
      by: "ada", claimed: "02:47:00")
    story.tell(.taskAdded(TaskAdded(task: 1, text: "Find out which phones show it", owner: "jo", order: 1)), "02:55:00")
    story.tell(
      .taskAdded(TaskAdded(task: 2, text: "Tell the gates to let people board by booking number", order: 2)), "02:56:00"
    )
    story.tell(
      .taskAdded(
        TaskAdded(task: 3, text: "Take the release of Tuesday back on two servers first", owner: "kim", order: 3)),
      "02:58:00")
    story.tell(
      .updateDrafted(
        UpdateDraft(
          update: 1, audience: .customers, state: .investigating, text: first, components: ["boarding": .partialOutage])
      ), "02:58:30", by: "ada")
    story.tell(.updatePublished(UpdatePublished(update: 1)), "03:00:10", by: "ada")
    story.tell(
      .roleAssigned(
        RoleAssignment(
          role: "commander", person: "kim",
          note: "The release of Tuesday is the best guess; nobody has looked at the gates.")), "03:01:00", by: "ada")
    story.tell(
      .taskChanged(TaskChanged(task: 1, state: .done, result: "All with a system older than 2027")), "03:04:00",
      by: "jo")
    let decision = story.tell(
      .decided(
        DecisionRecord(
          what: "Take the release of Tuesday back everywhere",
          why: "It is the only change before the first report, and going back takes four minutes.",
          options: ["Switch the new viewer off by its flag", "Wait for a fix"],
          known: "Eleven reports, all since the release; the error log says nothing.", by: "kim")), "03:06:00")
    story.tell(
      .dissented(
        DissentRecord(decision: decision, text: "The flag alone would do, and keeps the new seat maps.", by: "jo")),
      "03:07:30", by: "jo")
    let note = story.tell(.noteWritten(NoteWritten(text: "app03 was restarted")), "03:09:00", by: "jo")
    story.tell(
      .entryCorrected(EntryCorrection(entry: note, text: "app02 was restarted, not app03", reason: "Wrong host")),
      "03:11:00", by: "jo")
    story.tell(
      .promiseMissed(PromiseMissed(audience: .internal, due: later("03:07:00"), isFirst: true)), "03:07:05",
      by: "mayday")
    story.tell(
      .evidenceAdded(
        EvidenceAdded(evidence: 1, name: "gates.log", bytes: 84_120, sha256: sha, reading: "log lines, 1,204 entries")),
      "03:12:00")
    story.tell(
      .momentPicked(
        MomentPicked(moment: "m3", text: "409 on holding a cabin rises", reference: "gw01/access.log:40217")),
      "03:13:00", claimed: "02:42:10")
    story.tell(
      .suspectJudged(
        SuspectJudged(
          suspect: "31", title: "release of Tuesday", standing: .confirmed,
          reason: "Taken back on app01, and the passes open there")), "03:15:00")
    story.tell(
      .updateDrafted(
        UpdateDraft(
          update: 2, audience: .customers, state: .identified, text: draft, components: ["boarding": .partialOutage])),
      "03:18:00")
    return story
  }

  private static let first = UpdateText(
    broken: "Boarding passes do not open on some phones.", affected: "Some passengers, on all sailings.",
    since: later("02:41:00"),
    doing: "We are looking for what it is.", meanwhile: "Show the booking number at the gate.",
    nextBy: later("03:30:30"),
    apology: "We are sorry.")

  static func view(_ telling: Telling, now: Instant = liveNow, withEvidence: Bool = true) -> IncidentView {
    let incident = telling.incident
    var summary = IncidentSummary(
      id: IncidentID(number: incident.number), title: incident.facts.title, severity: incident.facts.severity,
      status: incident.state.rawValue, started: incident.facts.started, ended: incident.facts.ended,
      impact: incident.facts.impact, momentCount: 0, postmortem: nil)
    summary.state = incident.state
    summary.declared = incident.instants[.declared]?.at
    summary.commander = incident.holder(of: "commander")
    summary.nextWord = incident.promises(by: .standard).first
    summary.isDrill = incident.isDrill
    summary.isPrivate = incident.isPrivate
    var view = IncidentView(
      summary: summary, timeline: withEvidence ? report : nil, postmortem: nil, incident: incident, policy: .standard,
      now: now)
    view.promises = incident.promises(by: .standard)
    view.components = components
    view.aids = aids(["communications": "jo", "operations": "kim"], contact: "+49 30 12345")
    return view
  }

  /// Those who fill roles, each with a way to reach them.
  static func aids(_ fillers: [String: String], contact: String) -> IncidentAids {
    var roster = Roster()
    for (index, filler) in fillers.sorted(by: { $0.key < $1.key }).enumerated() {
      let person = RosterPerson(
        name: filler.value, roles: [.init(role: filler.key, place: .first)],
        contacts: [.init(kind: "telephone", value: contact)])
      roster.apply(
        .written(number: index + 1, person),
        EventStamp(version: Int64(index + 1), recorded: Instant(nanoseconds: 0), claimed: nil, actor: "ada"))
    }
    var aids = IncidentAids()
    aids.calls = CallList(roster, roles: Policy.standard.roles, on: CivilDate(Instant(seconds: 0)))
    aids.known = KnownNames(accounts: ["ada"], roster: Array(fillers.values))
    return aids
  }

  static var live: IncidentView { view(telling) }

  /// Just declared: nobody leads, nothing was said.
  static var fresh: IncidentView {
    var story = Telling(number: 10)
    story.tell(declaration(), "03:20:00", by: "ada")
    return view(story, withEvidence: false)
  }

  static var drill: IncidentView {
    var story = Telling(number: 11)
    story.tell(declaration(isDrill: true, isPrivate: true), "03:20:00", by: "ada")
    story.tell(.roleAssigned(RoleAssignment(role: "commander", person: "kim")), "03:21:00")
    return view(story, withEvidence: false)
  }

  /// A word to customers is late.
  static var late: IncidentView { view(telling, now: later("03:33:40"), withEvidence: false) }

  static var over: IncidentView {
    var story = telling
    story.tell(.stateChanged(StateChange(state: .mitigated)), "03:40:00")
    story.tell(.stateChanged(StateChange(state: .resolved)), "04:10:00")
    story.tell(
      .instantStated(InstantStatement(name: .detected, at: later("02:30:00"), reason: "The first call at the gate")),
      "04:12:00")
    story.tell(.updateWithdrawn(UpdateWithdrawn(update: 1, reason: "It named the wrong sailings")), "04:14:00")
    return view(story, now: later("06:00:00"), withEvidence: false)
  }

  static var past: IncidentView {
    var view = live
    view.asOf = later("03:05:00")
    return view
  }

  /// An update that was corrected after it went out.
  static var corrected: IncidentView {
    var story = telling
    var text = first
    text.affected = "Passengers with phones from before 2027."
    story.tell(.updateCorrected(UpdateCorrected(update: 1, text: text, reason: "We know more")), "03:20:00")
    return view(story, withEvidence: false)
  }

  static let updateFindings = [
    Finding(
      path: "update/broken", span: TextSpan(line: 1, column: 37, endLine: 1, endColumn: 57), rule: "left-blank",
      severity: .error, message: "it does not say when the next word comes",
      reason: "People who do not know when they hear again ask, and everybody answers something else.",
      question: "By when will you say something again, even if there is nothing new?", fix: "Next word by 03:30."),
    Finding(
      path: "update/next-by", span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1), rule: "far-word",
      severity: .warning, message: "the next word is more than an hour away",
      reason: "While something is broken, an hour without a word feels like being left alone.",
      question: "Could you promise a word sooner, if only to say that you are still at it?"),
  ]

  static var held: IncidentView {
    var view = live
    view.findings = [2: updateFindings]
    return view
  }

  static var busyHome: HomeView {
    var view = home
    view.incidents = [drill.summary, fresh.summary, live.summary, summary, older]
    view.now = liveNow
    return view
  }

  static var board: StatusBoard {
    var board = StatusBoard()
    board.apply(
      .listed(
        ComponentList(
          settings: StatusSettings(name: "Nordlys Ferries", url: "https://status.example.org"), components: components)),
      EventStamp(version: 1, recorded: later("01:00:00"), actor: "kim"))
    board.apply(
      .stateChanged(ComponentStateChange(component: "boarding", condition: .partialOutage, incident: 9)),
      EventStamp(version: 2, recorded: later("03:00:10"), actor: "ada"))
    return board
  }

  static var maintenances: [Maintenance] {
    let plan = MaintenancePlan(
      title: "New gate readers in the north harbour",
      text: "Boarding passes are read **by hand** meanwhile; allow ten minutes more.",
      from: later("21:00:00"), until: later("23:30:00"), components: ["boarding"])
    var ahead = Maintenance(number: 2, plan: plan)
    ahead.apply(.scheduled(plan), EventStamp(version: 1, recorded: later("01:00:00"), actor: "kim"))
    var over = Maintenance(number: 1, plan: plan)
    over.apply(.scheduled(plan), EventStamp(version: 1, recorded: later("01:00:00"), actor: "kim"))
    over.apply(
      .progressed(MaintenanceProgress(state: .cancelled, note: "The readers came late.")),
      EventStamp(version: 2, recorded: later("01:30:00"), actor: "kim"))
    return [ahead, over]
  }

  static let nearMisses = [
    NearMissView(
      number: 2,
      content: NearMiss(
        what: "The test harbour’s gates were pointed at the real booking system for an hour",
        stoppedBy: "It was night, and no ferry was at the quay",
        idea: "Test gates refuse a booking system that is not a test one"),
      reported: later("01:10:00"), by: "jo"),
    NearMissView(
      number: 1, content: NearMiss(what: "A certificate had two days left"), reported: later("00:10:00"), by: "ada"),
  ]

  static let refusedDeclaration = FormOutcome(
    form: "declare", fields: [("title", ""), ("severity", "1"), ("components", "booking")],
    problem: .fields([FieldProblem(pointer: "/title", message: "nothing was written")], hint: "say it in a few words"))

  static let refusedCorrection = FormOutcome(
    form: "correct-3", fields: [("text", "Gate 5 reports it"), ("reason", "")],
    problem: .fields([FieldProblem(pointer: "/reason", message: "a correction needs a reason")]))
}
