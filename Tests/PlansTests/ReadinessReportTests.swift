import Chronology
import Incidents
import Plans
import Testing

struct ReadinessReportTests {
  static let today = CivilDate(year: 2026, month: 12, day: 1)

  static let contacts = [RosterPerson.Contact(kind: "telephone", value: "+49 30 1234")]

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
      PlanRegister.Entry(
        name: "b", title: "B", likelihood: .likely, impact: .severe, readiness: .unrehearsed, stepCount: 2),
    ]
    let people = [
      RosterPerson(name: "Ines", roles: [.init(role: "scribe", place: .first)], contacts: Self.contacts),
      RosterPerson(name: "Jo", roles: [.init(role: "scribe", place: .next)]),
    ]
    #expect(
      Self.report(entries, people).next == [
        .playPlan(name: "b", title: "B", last: nil), .writePlan(name: "a", title: "A"),
      ])
  }

  @Test func `a gap within two weeks comes before all plans but none`() {
    let gap = RosterPerson.Absence(from: RosterTests.day(5), to: RosterTests.day(9))
    let people = [
      RosterPerson(
        name: "Ines", roles: [.init(role: "scribe", place: .first)], contacts: Self.contacts, absences: [gap])
    ]
    let ready = PlanRegister.Entry(name: "a", title: "A", readiness: .ready)
    #expect(
      Self.report([ready], people).next == [
        .coverGap(
          role: "scribe", name: "Scribe", from: RosterTests.day(5), to: RosterTests.day(9), away: ["Ines"])
      ])
  }

  @Test func `a role with nobody today comes before everything, and tells until when`() {
    let today = RosterPerson.Absence(from: Self.today, to: RosterTests.day(1))
    let longer = RosterPerson.Absence(from: RosterTests.day(2), to: RosterTests.day(4))
    let people = [
      RosterPerson(
        name: "Ines", roles: [.init(role: "scribe", place: .first)], contacts: Self.contacts,
        absences: [today, longer])
    ]
    let worst = PlanRegister.Entry(
      name: "a", title: "A", likelihood: .likely, impact: .severe, readiness: .missing)
    let report = Self.report([worst], people)
    #expect(
      report.next.first
        == .nobodyToday(
          role: "scribe", name: "Scribe", away: [RoleCover.Away(name: "Ines", until: RosterTests.day(4))]))
    #expect(report.covers[0].isEmptyToday && report.covers[0].personToday == nil)
  }

  @Test func `whoever is next is asked today where the first is away`() {
    let today = RosterPerson.Absence(from: Self.today, to: Self.today)
    func person(_ name: String, _ place: RosterPerson.Place, _ absences: [RosterPerson.Absence] = []) -> RosterPerson {
      RosterPerson(
        name: name, roles: [.init(role: "scribe", place: place)], contacts: Self.contacts, absences: absences)
    }
    let cover = Self.report([], [person("Lea", .first, [today]), person("Ben", .next)]).covers[0]
    #expect(cover.personToday == "Ben")
    #expect(cover.replacedToday == [RoleCover.Away(name: "Lea", until: Self.today)])
    let other = Self.report([], [person("Lea", .first), person("Ben", .next, [today])]).covers[0]
    #expect(other.personToday == "Lea" && other.replacedToday.isEmpty)
    #expect(other.awayToday.map(\.name) == ["Ben"])
  }

  @Test func `a role whose people nobody can reach is not filled, and that is told before playing`() {
    let people = ["Ines", "Rita"].map { RosterPerson(name: $0, roles: [.init(role: "scribe", place: .first)]) }
    let play = PlanRegister.Entry(
      name: "a", title: "A", likelihood: .likely, impact: .severe, readiness: .unrehearsed, stepCount: 3)
    let report = Self.report([play], people)
    #expect(report.filledCount == 0)
    #expect(
      report.next == [
        .sayHowToReach(people: ["Ines", "Rita"], roles: ["Scribe"]), .playPlan(name: "a", title: "A", last: nil),
      ])
  }

  @Test func `with nobody at all, every role has days on which nobody can`() {
    let report = Self.report([], [])
    #expect(report.openCount == 1 && report.filledCount == 0)
  }

  @Test func `a plan that did not hold leads to its outcome, then to the next drill`() {
    let entry = PlanRegister.Entry(
      name: "a", title: "A", readiness: .failed, lastPlayed: Self.today, lastDrill: 3,
      shortfall: "2 of 6 expectations met", stepCount: 3)
    let report = Self.report([entry], [])
    #expect(
      report.next.last == .playAgain(name: "a", title: "A", drill: 3, shortfall: "2 of 6 expectations met"))
  }

  @Test func `what to play next is the same as the drills propose`() {
    func entry(_ name: String, _ impact: PlanImpact, _ played: String?, _ readiness: PlanRegister.Readiness)
      -> PlanRegister.Entry
    {
      PlanRegister.Entry(
        name: name, title: "\(name) title", likelihood: .likely, impact: impact, readiness: readiness,
        lastPlayed: played.flatMap { CivilDate($0) }, shortfall: readiness == .failed ? "0 of 10" : nil, stepCount: 3)
    }
    let entries = [
      entry("z-long-ago", .severe, "2025-11-01", .unrehearsed), entry("a-never", .major, nil, .unrehearsed),
      entry("b-ready", .severe, "2026-01-01", .ready), entry("c-failed", .severe, "2026-11-30", .failed),
      entry("d-faulty", .severe, nil, .faulty),
    ]
    let report = Self.report(entries, [])
    let played = report.next.compactMap { step in
      switch step {
      case .playPlan(let name, _, _), .playAgain(let name, _, _, _): name
      default: nil
      }
    }
    let proposed = DrillChoice.ranked(report.register, today: Self.today).map(\.plan.name)
    #expect(played == ["a-never", "z-long-ago", "c-failed"])
    #expect(Array(proposed.prefix(3)) == played)
    #expect(proposed.dropFirst(3) == ["d-faulty", "b-ready"])
  }

  @Test func `a role that only somebody who learns could fill is not filled`() {
    let people = [RosterPerson(name: "Jo", roles: [.init(role: "scribe", place: .learning)])]
    let ready = PlanRegister.Entry(name: "a", title: "A", readiness: .ready)
    #expect(Self.report([ready], people).next == [.fillRole(id: "scribe", name: "Scribe", asked: "SEV1")])
    #expect(Self.report([ready], people).filledCount == 0)
  }
}
