import Chronology
import PublicStatus
import Testing

@Suite struct DayHistoryTests {
  private static func history(
    _ changes: [(String, ComponentState)], spans: [TouchedSpan] = [], until: String = "24T16:10:00"
  ) -> [DayRecord] {
    DayRecord.history(
      changes: changes.map { StateChange(instant: Orchard.at($0.0), state: $0.1) }, spans: spans,
      until: Orchard.at(until))
  }

  @Test func `there are ninety days in a row, the newest last, and none of them is left out or doubled`() {
    let days = Self.history([])
    #expect(days.count == 90)
    #expect(days.last?.isoDate == "2026-11-24")
    #expect(days.first?.isoDate == "2026-08-27")
    let numbers = days.map(\.date.daysSinceEpoch)
    // Across the last Sunday of October, when clocks in much of the world go back: days are those of UTC.
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 })
    #expect(days.allSatisfy { $0.worst == nil }, "nobody watched")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let reason: String
    let changes: [(String, ComponentState)]
    /// Of 20 to 24 November.
    let expected: [ComponentState?]
    var testDescription: String { reason }
  }

  static let cases = [
    Case(
      reason: "before the first word nothing is known", changes: [("22T10:00:00", .operational)],
      expected: [nil, nil, .operational, .operational, .operational]),
    Case(
      reason: "a day has its worst state, and the state lasts until it changes",
      changes: [
        ("20T00:00:00", .operational), ("21T23:59:59", .majorOutage), ("22T00:00:01", .degraded),
        ("23T12:00:00", .operational),
      ], expected: [.operational, .majorOutage, .majorOutage, .degraded, .operational]),
    Case(
      reason: "what ends at midnight does not touch the day that begins",
      changes: [("20T12:00:00", .partialOutage), ("21T00:00:00", .operational)],
      expected: [.partialOutage, .operational, .operational, .operational, .operational]),
    Case(
      reason: "trouble weighs more than planned work, and planned work more than nothing",
      changes: [
        ("19T00:00:00", .operational), ("20T01:00:00", .maintenance), ("20T02:00:00", .operational),
        ("21T01:00:00", .maintenance), ("21T02:00:00", .degraded), ("21T03:00:00", .operational),
      ], expected: [.maintenance, .degraded, .operational, .operational, .operational]),
    Case(
      reason: "any order of the changes will do",
      changes: [("23T00:00:00", .operational), ("20T00:00:00", .degraded)],
      expected: [.degraded, .degraded, .degraded, .operational, .operational]),
    Case(
      reason: "what is to come has not happened",
      changes: [("20T00:00:00", .operational), ("24T16:10:01", .majorOutage)],
      expected: [.operational, .operational, .operational, .operational, .operational]),
  ]

  @Test(arguments: cases) func `a day is what was known of it`(expected: Case) {
    #expect(Self.history(expected.changes).suffix(5).map(\.worst) == expected.expected)
  }

  @Test func `a day names what touched it`() {
    let spans = [
      TouchedSpan(incident: "a", from: Orchard.at("20T23:00:00"), until: Orchard.at("21T00:00:00")),
      TouchedSpan(incident: "b", from: Orchard.at("23T10:00:00"), until: nil),
      TouchedSpan(incident: "later", from: Orchard.at("24T20:00:00"), until: nil),
    ]
    #expect(Self.history([], spans: spans).suffix(5).map(\.incidents) == [["a"], ["a"], [], ["b"], ["b"]])
  }

  @Test func `a component that was not filled in whole has unknown days`() {
    var component = Orchard.presses
    component.days = [DayRecord(date: CivilDate(year: 2026, month: 11, day: 23), worst: .degraded)]
    let full = component.fullHistory(until: Orchard.now)
    #expect(full.count == 90)
    #expect(full.map(\.worst).filter { $0 != nil } == [.degraded])
    #expect(full[88].worst == .degraded)
  }
}
