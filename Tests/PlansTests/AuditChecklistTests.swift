import Chronology
import Foundation
import Incidents
import Plans
import Testing

struct AuditChecklistTests {
  private static let today = CivilDate(year: 2026, month: 12, day: 1)
  private static let start = Instant(seconds: 1_790_000_000)

  private static func kept(_ text: String, _ name: String, played: CivilDate? = nil) -> AuditFacts.KeptPlan {
    var record = TextRecord(number: 1)
    record.apply(
      .written(WrittenText(name: name, text: text)),
      EventStamp(version: 1, recorded: start, claimed: nil, actor: "kim"))
    var plan = Plan(parsing: text)
    plan.name = name
    let findings = PlanCheck.findings(plan, path: name, context: PlanContext(today: today))
    return AuditFacts.KeptPlan(
      plan: plan, record: record,
      entry: PlanRegister.Entry(
        plan, findings: findings, lastDrill: played.map { PlayedDrill(number: 1, day: $0, words: "well") }))
  }

  private static func plan(_ name: String, within: String? = nil, minutes: Int = 5, played: CivilDate? = nil)
    -> AuditFacts.KeptPlan
  {
    kept(
      PlanCheckTests.plan(
        ["| 1 | Stop it | security | 'paused' | \(minutes) min | | call |"],
        head: within.map { "recover-within: \($0)" } ?? "",
        below: "| authorities | 48 h |"
      ).text, name, played: played)
  }

  private static func facts(_ plans: [AuditFacts.KeptPlan] = []) -> AuditFacts {
    AuditFacts(
      from: CivilDate(year: 2025, month: 12, day: 1), until: today, today: today, policy: .standard,
      covers: RoleCover.all(of: .standard, plans: plans.map(\.plan), Roster(), from: today), plans: plans)
  }

  private static func incident(_ number: Int, _ commands: [IncidentCommand] = []) throws -> AuditIncident {
    var incident = Incident(number: number)
    func apply(_ decided: [DecidedEvent]) {
      for event in decided {
        incident.apply(
          event.event,
          EventStamp(version: incident.version + 1, recorded: start, claimed: event.claimed, actor: "kim"))
      }
    }
    apply(try Declaration(title: "Pay | *fails*", severity: 2).events(policy: .standard, components: [], at: start))
    for (index, command) in commands.enumerated() {
      let now = start.advanced(bySeconds: Double(index + 1) * 300)
      let context = CommandContext(actor: "kim", now: now, policy: .standard, components: [])
      for event in try incident.events(for: command, in: context) {
        incident.apply(
          event.event, EventStamp(version: incident.version + 1, recorded: now, claimed: event.claimed, actor: "kim"))
      }
    }
    return AuditIncident(incident, policy: .standard)
  }

  private static func line(_ list: AuditChecklist, _ control: String, _ index: Int) throws -> AuditChecklist.Line {
    try #require(list.controls.first { $0.number == control }?.lines[index])
  }

  @Test func `an empty record claims nothing`() throws {
    let list = AuditChecklist(Self.facts())
    #expect(list.controls.map(\.number) == ["5.24", "5.25", "5.26", "5.27", "5.28", "5.29", "5.30"])
    #expect(list.count(.shown) == 0)
    #expect(list.controls.allSatisfy { !$0.notShown.isEmpty })
    #expect(try Self.line(list, "5.24", 0).state == .missing)
    #expect(try Self.line(list, "5.25", 0).state == .noOccasion)
    #expect(try Self.line(list, "5.27", 0).state == .noOccasion)
  }

  @Test func `plans are held to review, rehearsal and the time that they promise`() throws {
    let facts = Self.facts([
      Self.plan("played", within: "1 h", played: CivilDate(year: 2026, month: 10, day: 1)),
      Self.plan("old", within: "5 min", minutes: 30, played: CivilDate(year: 2024, month: 1, day: 1)),
      Self.plan("never"),
    ])
    let list = AuditChecklist(facts)
    let played = try Self.line(list, "5.24", 3)
    #expect(played.state == .partly)
    #expect(played.shows == "Played within a year: 1 of 3 plans.")
    #expect(played.missing == ["Never played: never.", "Last played more than a year ago: old."])
    #expect(played.proofs.first?.words == "last played on 2026-10-01: well")
    let time = try Self.line(list, "5.30", 0)
    #expect(time.missing == ["Does not say how soon: never.", "Its steps take longer than it says: old."])
    #expect(time.proofs.first?.words == "works again within 1 h; its steps may take 5 min")
    #expect(try Self.line(list, "5.30", 1).missing == ["Neither played within a year nor followed: old."])
    #expect(try Self.line(list, "5.29", 0).state == .partly)
  }

  @Test func `incidents are held to what was done and when`() throws {
    var facts = Self.facts()
    let followed = PlanFollowed(
      plan: "played", title: "Played", planVersion: 1, steps: [FollowedStep(number: "1", task: "Stop it")])
    facts.incidents = [
      try Self.incident(1),
      try Self.incident(
        2,
        [
          .assignRole(RoleAssignment(role: "commander", person: "kim")), .followPlan(followed),
          .tickStep(StepTicked(number: 1, step: "1", state: .replaced, words: "pulled the plug")),
          .addEvidence(
            EvidenceAdded(evidence: 0, name: "a.log", bytes: 1, sha256: String(repeating: "a", count: 64), reading: "")),
          .changeState(StateChange(state: .resolved)),
        ]), try Self.incident(3, [.changeState(StateChange(state: .cancelled, reason: "A test"))]),
    ]
    facts.postmortems = [AuditFacts.Postmortem(name: "PM-1", title: "Why", incident: 2, isFinal: false)]
    facts.postmortems[0].verifiedCount = 1
    facts.postmortems[0].openCount = 2
    facts.postmortems[0].overdueCount = 1
    let list = AuditChecklist(facts)
    #expect(try Self.line(list, "5.25", 0).state == .shown)
    #expect(try Self.line(list, "5.25", 1).proofs.map(\.name) == ["INC-3"])
    #expect(try Self.line(list, "5.26", 0).shows == "Somebody led 1 of 2 incidents. From the declaration: 5 min.")
    #expect(try Self.line(list, "5.26", 1).shows.contains("Steps done: 0; done another way: 1;"))
    #expect(try Self.line(list, "5.26", 3).shows.hasSuffix("From the declaration: 25 min."))
    #expect(try Self.line(list, "5.27", 0).missing == ["Not final yet: PM-1."])
    #expect(
      try Self.line(list, "5.27", 1).shows
        == "3 actions: 1 verified, 0 done and not verified yet, 2 open, of which 1 past their day.")
    #expect(try Self.line(list, "5.28", 0).missing == ["No file is kept: INC-1."])
    #expect(try Self.line(list, "5.28", 1).state == .partly)
  }

  @Test func `files that leave the record carry titles as words`() throws {
    var facts = Self.facts([Self.plan("played")])
    facts.incidents = [try Self.incident(1)]
    let list = AuditChecklist(facts)
    #expect(list.markdown.contains(#"| INC-1 | Pay \| \*fails\* | SEV2, within a minute |"#))
    #expect(!list.markdown.contains("Pay | *fails*"))
    let rows = list.csv.components(separatedBy: "\r\n")
    #expect(rows.first == "control,title,question,state,what,name,words")
    #expect(rows.contains { $0.hasPrefix("5.24,") && $0.contains(",missing,missing,") })
    #expect(rows.contains { $0.hasPrefix("5.25,") && $0.contains(",incident,INC-1,") })
    #expect(rows.contains { $0.hasPrefix("5.28,") && $0.contains(",not-shown,") })
    let json = try JSONEncoder().encode(list)
    #expect(try JSONDecoder().decode(AuditChecklist.self, from: json) == list)
  }

  @Test func `many names are cut short, and many proofs are counted`() throws {
    let facts = Self.facts((1...40).map { Self.plan("plan-\($0)") })
    let line = try Self.line(AuditChecklist(facts), "5.24", 0)
    #expect(line.proofs.count == AuditChecklist.proofsMax)
    #expect(line.proofCount == 40)
    #expect(try Self.line(AuditChecklist(facts), "5.24", 3).missing.first?.hasSuffix("plan-12 and 28 more.") == true)
  }
}
