import Chronology
import SafetySurveys
import Testing

/// Rounds that could be subtracted from each other are not opened.
struct PlanTests {
  static let today = CivilDate(year: 2026, month: 3, day: 10)
  static let five = ["ann", "ben", "cem", "dua", "eva"]

  static func day(_ offset: Int) -> CivilDate { CivilDate(daysSinceEpoch: today.daysSinceEpoch + offset) }

  static func plan(
    _ team: String = "Shop", from: Int = 0, to: Int = 6, _ people: [String] = five
  ) throws(SurveyError) -> SurveyPlan {
    try SurveyPlan(team: team, firstDay: day(from), lastDay: day(to), invited: people, today: today)
  }

  static func round(_ people: [String], from: Int, to: Int, _ state: SurveyRound.State = .closed) -> SurveyRound {
    SurveyRound(
      id: 1, team: "Shop", firstDay: day(from), lastDay: day(to), state: state, invited: people.sorted(), drawn: 0,
      modulus: "")
  }

  @Test func `names are put in order, each once`() throws {
    #expect(try Self.plan(["eva", "ann", "Ben", "cem", "dua", "ben"]).invited == Self.five)
    #expect(try Self.plan("  Shop   floor ").team == "Shop floor")
  }

  private static func plan(_ people: [String]) throws(SurveyError) -> SurveyPlan { try plan("Shop", people) }

  @Test func `four people are too few, and a team needs a name and days`() {
    #expect(throws: SurveyError.self) { try Self.plan(["ann", "ben", "cem", "dua"]) }
    #expect(throws: SurveyError.self) { try Self.plan("   ") }
    #expect(throws: SurveyError.self) { try Self.plan(String(repeating: "x", count: 81)) }
    #expect(throws: SurveyError.self) { try Self.plan(from: 3, to: 2) }
    #expect(throws: SurveyError.self) { try Self.plan(from: 0, to: 60) }
    #expect(throws: SurveyError.self) { try Self.plan(from: -9, to: -1) }
  }

  @Test(arguments: [
    // (people of the other round, its days, whether a round of five people from today is let in)
    (["ann", "ben", "cem", "dua", "eva"], -10, -1, true),
    (["ann", "ben", "cem", "dua", "eva", "finn"], -10, -1, false),
    (["ann", "ben", "cem", "dua"], -10, -1, false),
    (["gus", "hal", "ida", "jon", "kim"], -10, -1, true),
    // The thirtieth day is still too near, the one after it is not.
    (["ann", "ben", "cem", "dua", "eva", "finn"], -40, -30, false),
    (["ann", "ben", "cem", "dua", "eva", "finn"], -40, -31, true),
    (["ann", "ben", "cem", "dua", "eva", "finn"], 36, 40, false),
    (["ann", "ben", "cem", "dua", "eva", "finn"], 37, 40, true),
  ])
  func `rounds near each other have the same people or none in common`(
    people: [String], from: Int, to: Int, isLetIn: Bool
  ) throws {
    let plan = try Self.plan()
    let other = Self.round(people, from: from, to: to)
    if isLetIn {
      try plan.check(against: [other])
    } else {
      let error = #expect(throws: SurveyError.self) { try plan.check(against: [other]) }
      #expect(error?.code == .overlapping)
    }
  }

  @Test func `a team is asked once at a time`() throws {
    let error = #expect(throws: SurveyError.self) {
      try Self.plan(from: 50, to: 55).check(against: [Self.round(Self.five, from: 0, to: 6, .open)])
    }
    #expect(error?.code == .overlapping)
  }

  @Test func `near misses are counted by quarter, those without any too`() {
    let days = ["2025-11-30", "2025-12-01", "2026-03-01"].compactMap { CivilDate($0) }
    let report = SurveyReport(rounds: [], nearMisses: days, today: CivilDate(year: 2026, month: 8, day: 1))
    #expect(report.quarters.map(\.quarter) == ["2025 Q4", "2026 Q1", "2026 Q2", "2026 Q3"])
    #expect(report.quarters.map(\.nearMisses) == [2, 1, 0, 0])
  }
}
