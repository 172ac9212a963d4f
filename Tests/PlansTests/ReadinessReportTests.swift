import Chronology
import Incidents
import Plans
import Testing

struct ReadinessReportTests {
  static let today = CivilDate(year: 2026, month: 12, day: 1)

  static func report(
    _ entries: [PlanRegister.Entry], _ people: [RosterPerson], asked: Bool = true, planCount: Int = 0
  ) -> ReadinessReport {
    let roster = RosterTests.roster(people)
    var covers = RoleCover.all(of: [RosterTests.scribe], roster, from: today)
    covers[0].askedBy = asked ? ["SEV1"] : []
    covers[0].planCount = planCount
    return ReadinessReport(
      register: PlanRegister(entries: entries), covers: covers, peopleCount: people.count, today: today)
  }

  @Test func `a role that only plans call upon presses less, and one that nothing calls for not at all`() {
    let jo = RosterPerson(name: "Jo")
    let plan = PlanRegister.Entry(name: "a", title: "A", likelihood: .likely, impact: .major, readiness: .missing)
    #expect(Self.report([plan], [jo]).next.first == .fillRole(id: "scribe", name: "Scribe", asked: "SEV1"))
    let called = Self.report([plan], [jo], asked: false, planCount: 1)
    #expect(
      called.next == [.writePlan(name: "a", title: "A"), .fillRole(id: "scribe", name: "Scribe", asked: "1 plan")])
    #expect(Self.report([plan], [jo], asked: false).next == [.writePlan(name: "a", title: "A")])
  }

  @Test func `plans that lack nothing but a person lead to one step: who could be it`() {
    let entries = (1...4).map { number in
      PlanRegister.Entry(
        name: "p\(number)", title: "P\(number)", readiness: .faulty, mainFinding: "nobody can fill the role 'scribe'",
        lacksOnlyPeople: number > 1)
    }
    let report = Self.report(entries, [RosterPerson(name: "Jo")], asked: false, planCount: 4)
    #expect(
      report.next == [
        .fillRole(id: "scribe", name: "Scribe", asked: "4 plans"),
        .mendPlan(name: "p1", title: "P1", finding: "nobody can fill the role 'scribe'"),
      ])
    #expect(Self.report(entries, []).next.count == 5)
  }

  @Test func `a team that has nothing is told what comes first`() {
    #expect(Self.report([], []).next == [.adoptPlans, .addPeople])
  }

  @Test func `the worst scenario without a plan comes before a rare one`() {
    let entries = [
      PlanRegister.Entry(name: "a", title: "A", likelihood: .rare, impact: .minor, readiness: .missing),
      PlanRegister.Entry(name: "b", title: "B", likelihood: .likely, impact: .severe, readiness: .unrehearsed),
    ]
    let people = [
      RosterPerson(name: "Ines", roles: [.init(role: "scribe", place: .first)]),
      RosterPerson(name: "Jo", roles: [.init(role: "scribe", place: .next)]),
    ]
    #expect(
      Self.report(entries, people).next == [
        .playPlan(name: "b", title: "B", last: nil), .writePlan(name: "a", title: "A"),
      ])
  }

  @Test func `a gap within two weeks comes before all plans but none`() {
    let gap = RosterPerson.Absence(from: RosterTests.day(5), to: RosterTests.day(9))
    let people = [RosterPerson(name: "Ines", roles: [.init(role: "scribe", place: .first)], absences: [gap])]
    let ready = PlanRegister.Entry(name: "a", title: "A", readiness: .ready)
    #expect(
      Self.report([ready], people).next == [
        .coverGap(
          role: "scribe", name: "Scribe", from: RosterTests.day(5), to: RosterTests.day(9), away: ["Ines"])
      ])
  }

  @Test func `a role that only somebody who learns could fill is not filled`() {
    let people = [RosterPerson(name: "Jo", roles: [.init(role: "scribe", place: .learning)])]
    let ready = PlanRegister.Entry(name: "a", title: "A", readiness: .ready)
    #expect(Self.report([ready], people).next == [.fillRole(id: "scribe", name: "Scribe", asked: "SEV1")])
    #expect(Self.report([ready], people).filledCount == 0)
  }
}
