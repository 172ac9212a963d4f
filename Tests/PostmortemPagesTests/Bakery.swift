import Accounts
import Authoring
import Chronology
import Documents
import Findings
import Incidents
import Interchange
import PageKit
import Postmortems
import RecordViews

/// An invented postmortem of a bakery's shop on the web: loaves were ordered twice on a Saturday morning.
enum Bakery {
  static let mia = Caller(account: "mia", displayName: "Mia", role: .administrator, origin: .session(id: "1"))
  static let reader = Caller(account: "joe", displayName: "Joe", role: .reader, origin: .session(id: "2"))

  static func at(_ time: String) -> Instant { Instant(rfc3339: "2031-05-10T\(time)Z") ?? Instant(seconds: 0) }

  static func context(
    _ caller: Caller? = mia, outcome: FormOutcome? = nil
  ) -> PageContext {
    PageContext(
      visitor: PageVisitor(caller: caller, formToken: "a-token", formKey: "a-key"), now: at("18:00:00"),
      outcome: outcome)
  }

  static let text = """
    ---
    title: Loaves were ordered twice
    owner: mia
    ---

    # Loaves were ordered twice

    ## Executive summary

    On Saturday morning 64 orders of bread were taken twice. Every second one was cancelled by noon.

    ## Impact analysis

    64 customers saw **two** orders for one. Nobody was charged twice.

    ## Root cause analysis

    The button could be pressed again while the first order was on its way.

    ## Timeline of events

    ## Action items and remediations

    ## Lessons learned

    """

  /// Folds events in order, one second apart, each by Mia unless said otherwise.
  static func postmortem(_ more: [PostmortemEvent] = [], by people: [Int: String] = [:]) -> Postmortem {
    var postmortem = Postmortem(number: 3)
    for (offset, event) in (begun + more).enumerated() {
      let stamp = EventStamp(
        version: Int64(offset + 1), recorded: at("12:00:00").advanced(bySeconds: Double(offset)),
        actor: people[offset - begun.count] ?? "mia")
      postmortem.apply(event, stamp)
    }
    return postmortem
  }

  private static let begun: [PostmortemEvent] = [
    .started(PostmortemStart(incident: 7, origin: .incident, title: "Loaves were ordered twice", text: text)),
    .detailsWritten(
      PostmortemDetails(
        title: "Loaves were ordered twice", owner: "mia", authors: ["mia"], participants: ["mia", "ole"],
        facilitator: "mia")),
  ]

  static let parts: [PostmortemEvent] = [
    .linesWritten(
      LinesWritten(lines: [
        TimelineLine(
          number: 1, at: at("06:10:04"), basis: .stamped, text: "The shop answers within 9 seconds instead of one",
          origin: .moment, originID: "a1", references: ["web01/access.log:88"]),
        TimelineLine(
          number: 2, at: at("06:10:04"), basis: .said, text: "A customer calls: two confirmations for one loaf",
          origin: .account, originID: "ole", group: "Onset"),
        TimelineLine(number: 3, at: nil, basis: .unknown, text: "Somebody restarts the web server", group: "Onset"),
        TimelineLine(
          number: 4, at: at("09:40:00.250"), until: at("10:05:00"), basis: .estimated,
          text: "Orders are counted by hand", origin: .entry, originID: "12"),
      ])),
    .factorWritten(
      Factor(
        number: 1, text: "The button stays active while an order is on its way", kind: .trigger, sureness: .shown,
        evidence: ["shop.js:41", "L1"],
        catches: [Factor.Catch(means: .test, answer: "Yes: no test presses it twice")])),
    .factorWritten(
      Factor(number: 2, text: "The shop was slow on Saturdays", kind: .condition, parent: 1, sureness: .likely)),
    .assumptionWritten(
      Assumption(number: 1, believed: "An order is sent once", shown: "64 were sent twice", evidence: ["orders.csv:12"])
    ),
    .luckWritten(Luck(number: 1, text: "Cards are charged on collection")),
    .actionWritten(
      ActionWritten(
        action: 1,
        content: ActionContent(
          text: "The server refuses a second order with the same key", kind: .prevent, term: .immediate, owner: "ole",
          due: CivilDate(year: 2031, month: 5, day: 9), factors: [1], verification: "A test sends one twice"))),
    .actionWritten(
      ActionWritten(
        action: 2, content: ActionContent(text: "Watch the time of an answer", kind: .detect, term: .longTerm))),
    .commentWritten(
      CommentWritten(
        number: 1, anchor: CommentAnchor(section: "impact", quote: "two orders for one", offset: 20),
        text: "How do we know that it was 64?")),
    .commentWritten(
      CommentWritten(number: 2, anchor: CommentAnchor(section: "impact"), text: "Counted in `orders.csv`.", replyTo: 1)),
    .accountsAsked(AccountsAsked(people: ["mia", "ole"])),
    .reviewersNamed(ReviewersNamed(people: ["mia", "ana"])),
  ]

  static func view(_ postmortem: Postmortem, gates: [ShutGate] = [], findings: [Finding] = []) -> PostmortemView {
    var summary = PostmortemSummary(
      id: PostmortemID(number: 3), incident: IncidentID(number: 7), title: postmortem.title, status: "draft",
      recorded: at("12:00:00"), errorCount: 0, warningCount: findings.count, openActionCount: 2)
    summary.stage = postmortem.stage
    var incident = IncidentSummary(
      id: IncidentID(number: 7), title: "Loaves twice", severity: 3, status: "resolved", started: at("06:10:00"),
      ended: at("10:05:00"), impact: nil, momentCount: 0, postmortem: PostmortemID(number: 3))
    incident.state = .resolved
    var view = PostmortemView(
      summary: summary, incident: incident,
      document: PostmortemAssembly(postmortem: postmortem, incident: nil, zoneLabel: "UTC") { _ in 0 }.document(),
      findings: findings, postmortem: postmortem)
    view.gates = gates
    view.now = at("18:00:00")
    return view
  }

  static let gates = [
    ShutGate(gate: .actions, reasons: ["PM-3-A2 has no owner.", "PM-3-A2 has no date."]),
    ShutGate(gate: .accounts, reasons: ["ole has not told yet."]),
  ]

  static func stale(mine: String, theirs: String, base: String?) -> FormOutcome {
    var problem = Problem(.staleVersion, "the section was written since you saw it")
    problem.mine = mine
    problem.theirs = theirs
    problem.base = base
    return FormOutcome(
      form: "section", fields: [("markdown", mine), ("seenVersion", "1")], problem: problem)
  }
}
