import Chronology
import Findings
import Plans
import Testing

struct PlanRegisterTests {
  @Test func `the worst and least ready come first`() {
    func entry(_ title: String, _ likelihood: Likelihood?, _ impact: PlanImpact?, _ readiness: PlanRegister.Readiness)
      -> PlanRegister.Entry
    {
      PlanRegister.Entry(
        name: title, title: title, likelihood: likelihood, impact: impact, readiness: readiness)
    }
    let register = PlanRegister(entries: [
      entry("a", .rare, .minor, .missing), entry("b", .likely, .severe, .ready), entry("c", nil, nil, .stale),
      entry("d", .possible, .major, .missing),
    ])
    #expect(register.entries.map(\.title) == ["b", "d", "c", "a"])
    #expect(register.count(.missing) == 2)
  }

  @Test func `readiness comes of what the check finds`() {
    func readiness(
      _ plan: Plan, _ context: PlanContext, played: CivilDate? = nil, shortfall: String? = nil
    ) -> PlanRegister.Readiness {
      let findings = PlanCheck.findings(plan, path: "p", context: context)
      let drill = played.map { PlayedDrill(number: 1, day: $0, words: "so", shortfall: shortfall) }
      return PlanRegister.Entry(plan, findings: findings, lastDrill: drill).readiness
    }
    let good = PlanCheckTests.plan([PlanCheckTests.good])
    let day = CivilDate(year: 2026, month: 11, day: 1)
    let played = PlanContext(today: day, rehearsals: ["orders-wait": .init(day: day)])
    #expect(readiness(good, played, played: day) == .ready)
    #expect(readiness(good, played, played: day, shortfall: "1 of 6 expectations met") == .failed)
    #expect(readiness(good, PlanContext(rehearsals: [:])) == .unrehearsed)
    #expect(
      readiness(good, PlanContext(today: CivilDate(year: 2028, month: 1, day: 1)), played: day) == .stale)
    #expect(readiness(PlanCheckTests.plan(["| 1 | A | | a light | 1 min | | call |"]), played, played: day) == .faulty)
    #expect(readiness(Plan(parsing: "# A flood"), played) == .missing)
    #expect(readiness(good, PlanContext(roles: ["operations"], people: []), played: day) == .faulty)
  }
}
