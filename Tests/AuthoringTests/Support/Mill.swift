import Chronology
import EvidenceRecords
import Incidents
import TimelineBuilding

/// A night at a mill whose orders were ground twice: an incident with everything that a record can hold.
struct Mill {
  private(set) var incident = Incident(number: 12)
  private var version: Int64 = 0

  static func at(_ clock: String) -> Instant {
    Instant(rfc3339: "2031-05-06T\(clock)Z") ?? Instant(seconds: 0)
  }

  private mutating func say(_ clock: String, _ by: String, _ event: IncidentEvent, claimed: String? = nil) {
    version += 1
    incident.apply(
      event,
      EventStamp(version: version, recorded: Self.at(clock), claimed: claimed.map(Self.at), actor: by))
  }

  static let told = UpdateText(
    broken: "Orders for flour are ground twice", affected: "Bakers with standing orders",
    doing: "We stopped the stones",
    meanwhile: "Do not order again", nextBy: at("14:30:00"), apology: "We are sorry.")
  static let second = UpdateText(
    broken: "No order has been ground twice since 14:20", nextBy: nil, apology: "We are sorry for the sacks.")

  init() {
    begin()
    decide()
    tell()
    end()
  }

  private mutating func begin() {
    say(
      "13:40:00", "olaf",
      .declared(
        IncidentDeclaration(
          title: "Flour is ground twice", severity: 2, state: .active,
          impact: "Bakers receive twice the sacks they ordered",
          components: ["orders"], isPrivate: false, isDrill: false, isBackfilled: false,
          instants: [.impactStarted: Self.at("13:05:00")])))
    say("13:41:00", "olaf", .roleAssigned(RoleAssignment(role: "commander", person: "Petra")))
    say("13:42:00", "olaf", .roleAssigned(RoleAssignment(role: "communications", person: "Quentin")))
    say("13:43:00", "rosa", .noteWritten(NoteWritten(text: "The second stone turns although nobody asked for it")))
    say(
      "13:44:00", "olaf",
      .instantStated(InstantStatement(name: .detected, at: Self.at("13:35:00"), reason: "a baker rang")))
    say(
      "13:45:00", "olaf",
      .evidenceAdded(
        EvidenceAdded(evidence: 1, name: "stones.log", bytes: 900, sha256: "ab", reading: "syslog, 12 entries")))
    say(
      "13:46:00", "olaf",
      .momentPicked(MomentPicked(moment: "m1", text: "stone 2: started", reference: "stones.log:4")),
      claimed: "13:05:02")
  }

  private mutating func decide() {
    say(
      "13:50:00", "petra",
      .decided(
        DecisionRecord(
          what: "Go back to the old order book", why: "it is the newest change", options: ["stop both stones"],
          known: "both stones turn since the new book", by: "Petra")))
    say(
      "13:51:00", "rosa",
      .dissented(DissentRecord(decision: version, text: "the book is right, the lever is not", by: "Rosa")))
    say("13:52:00", "petra", .taskAdded(TaskAdded(task: 1, text: "Lift the second stone", owner: "Tove", order: 1)))
    say(
      "13:53:00", "petra", .taskAdded(TaskAdded(task: 2, text: "Mark both ends of the lever", owner: "Rosa", order: 2)))
    say("14:20:00", "tove", .taskChanged(TaskChanged(task: 1, state: .done, result: "it hangs on its chain")))
    say(
      "14:21:00", "petra",
      .suspectJudged(
        SuspectJudged(suspect: "C-1", title: "lever turned", standing: .confirmed, reason: "lifting the stone ended it")
      ))
    say(
      "14:22:00", "petra",
      .suspectJudged(
        SuspectJudged(suspect: "C-2", title: "new order book", standing: .dismissed, reason: "the old one did the same")
      ))
  }

  private mutating func tell() {
    say(
      "14:00:00", "mayday",
      .promiseMissed(PromiseMissed(audience: .customers, due: Self.at("14:00:00"), isFirst: true)))
    say(
      "14:01:00", "quentin",
      .updateDrafted(
        UpdateDraft(
          update: 1, audience: .customers, state: .identified, text: Self.told, components: ["orders": .majorOutage])))
    say("14:02:00", "petra", .updateApproved(UpdateApproved(update: 1)))
    say("14:05:00", "quentin", .updatePublished(UpdatePublished(update: 1)))
    say(
      "14:30:00", "mayday",
      .promiseMissed(PromiseMissed(audience: .customers, due: Self.at("14:30:00"), isFirst: false)))
    say(
      "14:51:00", "quentin",
      .updateDrafted(
        UpdateDraft(
          update: 2, audience: .customers, state: .resolved, text: Self.second, components: ["orders": .operational])))
    say("14:52:00", "quentin", .updatePublished(UpdatePublished(update: 2)))
  }

  private mutating func end() {
    say("14:25:00", "petra", .stateChanged(StateChange(state: .mitigated, reason: "the second stone hangs")))
    say("14:55:00", "petra", .stateChanged(StateChange(state: .resolved)))
    say(
      "14:56:00", "olaf", .accessChanged(AccessChange(added: ["vera"], reason: "she writes the books")))
  }

  static let board: StatusBoard = {
    var board = StatusBoard()
    board.apply(
      .listed(ComponentList(components: [ComponentDefinition(id: "orders", name: "Orders of flour")])),
      EventStamp(version: 1, recorded: at("08:00:00"), actor: "olaf"))
    return board
  }()

  /// What the evidence shows of that night.
  static let report: TimelineReport = {
    func moment(_ id: String, _ kind: MomentKind, _ clock: String, _ title: String, _ line: Int) -> TimelineMoment {
      TimelineMoment(
        id: id, instant: at(clock), instantBasis: id == "m3" ? .correctedSkew : .stated, kind: kind, title: title,
        reason: "never seen before", count: 1, rank: line, service: "stones", hosts: [],
        evidence: [MomentEvidence(reference: EvidenceReference(source: "stones.log", line: line))])
    }
    return TimelineReport(
      evidence: ["stones.log"], window: TimeSpan(from: at("13:00:00"), to: at("14:30:00")), sources: [],
      clockNotes: ["The clock of the mill runs 3 s behind"], onset: TimeSpan(from: at("13:05:02"), to: at("13:05:04")),
      moments: [
        moment("m0", .change, "13:04:58", "lever turned to both", 3),
        moment("m1", .first, "13:05:02", "stone 2: started", 4),
        moment("m2", .alert, "13:33:00", "SacksHigh firing", 5), moment("m3", .calm, "14:20:10", "stone 2: stopped", 6),
      ],
      suspects: [
        Suspect(
          change: SuspectChange(
            kind: .flag, id: "C-1", commit: nil, instant: at("13:04:58"), title: "lever turned", service: nil, hosts: []
          ),
          score: 0.8, reasons: ["4 s before the onset"], evidence: [EvidenceReference(source: "stones.log", line: 3)]),
        Suspect(
          change: SuspectChange(
            kind: .deployment, id: "C-2", commit: nil, instant: at("12:30:00"), title: "new order book", service: nil,
            hosts: []), score: 0.3, reasons: [], evidence: []),
      ], noChange: NoChange(score: 0.1, reasons: ["a change of ours came first"]))
  }()
}
