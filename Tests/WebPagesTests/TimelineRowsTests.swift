import Chronology
import PageKit
import Testing
import TimelineBuilding
import WebPages

@Suite struct TimelineRowsTests {
  /// The rows as short words: `day`, `onset`, `end`, `pause 12m +3`, and the ids of moments, in the onset with a star.
  private func rows(
    _ moments: [(rank: Int, time: String)], onset: (String, String)? = nil, isAll: Bool = false, zone: PageZone = .utc
  ) -> [String] {
    let report = TimelineReport(
      evidence: [], window: nil, sources: [], clockNotes: [],
      onset: onset.map { TimeSpan(from: Ferry.at($0.0), to: Ferry.at($0.1)) },
      moments: moments.map { Ferry.moment($0.rank, $0.time, .burst, "t", "r", 1, nil, [], []) }, suspects: [],
      noChange: NoChange(score: 0, reasons: []))
    return TimelineRows(report: report, zone: zone, isAll: isAll).rows.map { row in
      switch row {
      case .day: "day"
      case .onset: "onset"
      case .onsetEnd: "end"
      case .pause(let seconds, let folded, let first):
        "pause \(Int((seconds ?? 0) / 60))m +\(folded) \(first ?? "-")"
      case .moment(let moment, let isInOnset): moment.id + (isInOnset ? "*" : "")
      }
    }
  }

  @Test func `the onset is a band around the moments within it`() {
    #expect(
      rows([(3, "21:00:00"), (1, "21:01:00"), (2, "21:02:00"), (4, "21:03:00")], onset: ("21:01:00", "21:02:00"))
        == ["day", "m3", "onset", "m1*", "m2*", "end", "m4"])
  }

  @Test func `an onset between two moments is still shown`() {
    #expect(
      rows([(1, "21:00:00"), (2, "21:05:00")], onset: ("21:01:00", "21:02:00"))
        == ["day", "m1", "onset", "end", "m2"])
  }

  @Test func `an onset that lasts to the end is closed`() {
    #expect(rows([(1, "21:00:00")], onset: ("21:00:00", "22:00:00")) == ["day", "onset", "m1*", "end"])
  }

  @Test func `an onset behind the last moment is still shown`() {
    #expect(rows([(1, "21:00:00")], onset: ("21:01:00", "21:02:00")) == ["day", "m1", "onset", "end"])
  }

  @Test func `a long stretch without a moment is said, a short one is not`() {
    #expect(
      rows([(1, "21:00:00"), (2, "21:09:59"), (3, "21:19:59")])
        == ["day", "m1", "m2", "pause 10m +0 -", "m3"])
  }

  @Test func `a new day is one in the zone of the reader`() throws {
    let berlin = try #require(PageZone("Europe/Berlin"))
    let moments = [(rank: 1, time: "22:55:00"), (rank: 2, time: "23:05:00")]
    #expect(rows(moments).count { $0 == "day" } == 1)
    #expect(rows(moments, zone: berlin).count { $0 == "day" } == 2)
  }

  @Test func `quieter moments are folded where they lie, and counted`() {
    let moments = (1...50).map { (rank: $0 == 2 ? 50 : $0 == 50 ? 2 : $0, time: "21:00:\($0 < 10 ? "0" : "")\($0)") }
    let folded = rows(moments)
    #expect(folded.prefix(4) == ["day", "m1", "pause 0m +1 m50", "m3"])
    #expect(folded.suffix(2) == ["pause 0m +9 m41", "m2"])
    #expect(folded.count { $0.hasPrefix("m") } == 40)
    #expect(rows(moments, isAll: true).count { $0.hasPrefix("m") } == 50)
  }

  @Test func `a handful above the limit is not folded`() {
    let moments = (1...45).map { (rank: $0, time: "21:00:\($0 < 10 ? "0" : "")\($0)") }
    #expect(rows(moments).count { $0.hasPrefix("m") } == 45)
  }
}
