import Chronology
import Drills
import Plans
import PublicStatus
import Testing

struct DrillChoiceTests {
  static let today = CivilDate(year: 2026, month: 11, day: 24)

  static func entry(
    _ name: String, _ likelihood: Likelihood?, _ impact: PlanImpact?, _ played: String?, steps: Int = 3
  ) -> PlanRegister.Entry {
    PlanRegister.Entry(
      name: name, title: name, likelihood: likelihood, impact: impact, readiness: .ready,
      lastPlayed: played.flatMap { CivilDate($0) }, stepCount: steps)
  }

  @Test func `what was longest not played comes first, weighed by risk`() {
    let register = PlanRegister(entries: [
      Self.entry("a-likely-severe", .likely, .severe, "2026-08-24"), Self.entry("b-never", .rare, .major, nil),
      Self.entry("c-long-ago", .possible, .major, "2020-01-01"),
      Self.entry("d-just-now", .likely, .severe, "2026-11-20"),
      Self.entry("e-no-steps", .likely, .severe, nil, steps: 0), Self.entry("f-unjudged", nil, nil, "2025-11-25"),
    ])
    let ranked = DrillChoice.ranked(register, today: Self.today)
    #expect(ranked.map(\.plan.name) == ["c-long-ago", "b-never", "f-unjudged", "a-likely-severe", "d-just-now"])
    #expect(ranked.map(\.score) == [96, 48, 44, 27, 0])
    #expect(ranked[0].why == "played 82 months ago; possible, and major when it comes")
    #expect(ranked[1].why == "never played; rare, and major when it comes")
    #expect(ranked[2].why == "played 11 months ago; nobody has judged how often it comes and how bad it is")
    #expect(ranked[4].why.hasPrefix("played less than a month ago"))
  }

  @Test func `the order is the same for the same register, whatever order its entries had`() {
    let entries = ["x", "y", "z"].map { Self.entry($0, .rare, .minor, nil) }
    let orders = [entries, Array(entries.reversed())].map { entries in
      DrillChoice.ranked(PlanRegister(entries: entries), today: Self.today).map(\.plan.name)
    }
    #expect(orders == [["x", "y", "z"], ["x", "y", "z"]])
  }

  @Test func `planned drills stand in a calendar that tells nothing of what comes`() throws {
    let stage = try Stage(speed: 4)
    var cancelled = stage
    try cancelled.perform(.cancel(reason: "a real incident"))
    let file = DrillCalendar.file([stage.drill], host: "mayday.example") { "https://mayday.example/drills/\($0)" }
    let text = file.text.replacing("\r\n ", with: "")
    #expect(text.contains("DTSTART;VALUE=DATE:20260301\r\n") && text.contains("UID:drill-3@mayday.example\r\n"))
    #expect(text.contains("SUMMARY:Drill 3\r\n") && text.contains("about 5 minutes"))
    #expect(text.contains("Responders: ron\\, ria") && text.contains("URL:https://mayday.example/drills/3"))
    #expect(!text.contains("quiet") && !text.contains("orders-wait"))
    #expect(file.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(!DrillCalendar.file([cancelled.drill], host: "h") { _ in nil }.text.contains("VEVENT"))
  }
}

struct DrillMaterialTests {
  typealias Known = DrillMaterial.Known

  @Test func `what nobody has seen is played before what everybody remembers`() {
    let played = [
      Known(name: "a", plan: "p", lastPlayed: CivilDate("2026-03-01")),
      Known(name: "b", plan: "p", lastPlayed: CivilDate("2025-03-01")), Known(name: "c", plan: "other"),
    ]
    let past = [4, 9, 7].map { DrillMaterial.Past(number: $0, plans: $0 == 9 ? ["other"] : ["p"]) }
    func choice(_ scenarios: [Known], _ incidents: [DrillMaterial.Past] = []) -> DrillMaterial? {
      DrillMaterial.choice(for: "p", scenarios: scenarios, incidents: incidents)
    }
    #expect(choice(played + [Known(name: "z", plan: "p"), Known(name: "y", plan: "p")], past) == .scenario("y"))
    #expect(choice(played, past) == .incident(7))
    #expect(choice(played) == .scenario("b"))
    #expect(choice([played[2]]) == nil)
  }
}
