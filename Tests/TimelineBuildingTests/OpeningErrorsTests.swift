import Chronology
import EvidenceReading
import EvidenceRecords
import Testing
import TimelineBuilding

/// Logs of which only the bad time was kept.
struct OpeningErrorsTests {
  private static let start = Instant(seconds: 1_700_000_000 / 3600 * 3600)
  private let folder: EvidenceFolder

  init() throws { folder = try EvidenceFolder() }

  private func line(_ second: Int, _ text: String) -> String {
    "\(Self.start.advanced(bySeconds: Double(second)).rfc3339) \(text)"
  }

  @Test func `a log of nothing but errors has a moment and an onset at its first line`() throws {
    try folder.write("oven.log", (0..<1500).map { line($0, "ERROR cannot light oven \($0 % 7): gas valve shut") })
    let report = try folder.report()
    #expect(report.onset?.from == Self.start)
    let moment = try #require(report.moments.first { $0.rank == 1 })
    #expect(moment.title.contains("cannot light oven"))
    #expect(moment.reason == "1500 error lines from the first line on; no quiet time to compare with")
    #expect(moment.evidence.first?.reference.line == 1)
  }

  @Test func `errors from seconds after the first line on are told with that`() throws {
    let lines = (0..<900).map { second in
      second >= 7 && second % 2 == 1
        ? line(second, "ERROR cannot light oven \(second % 7)") : line(second, "INFO loaf \(second) baked")
    }
    try folder.write("oven.log", lines)
    let report = try folder.report()
    #expect(report.onset?.from == Self.start.advanced(bySeconds: 7))
    #expect(report.moments.contains { $0.reason.contains("error lines from 7.0 s after the first line on") })
  }

  @Test func `errors that fill a log are told though others began later`() throws {
    let lines = (0..<1500).map { second in
      second >= 1000 && second % 3 == 0
        ? line(second, "ERROR flour bin \(second % 7) empty") : line(second, "ERROR cannot light oven \(second % 7)")
    }
    try folder.write("oven.log", lines)
    #expect(try folder.report().moments.contains { $0.reason.contains("error lines from the first line on") })
  }

  @Test func `errors that were always there are no moment beside failures that began`() throws {
    try folder.write("door.log", (0..<900).map { line(2 * $0, "ERROR door sensor \($0 % 5) lost") })
    let lines = (0..<1800).map { second in
      (1200..<1300).contains(second)
        ? line(second, "ERROR cannot reach the mill: connection refused") : line(second, "INFO loaf \(second) baked")
    }
    try folder.write("oven.log", lines)
    let report = try folder.report()
    #expect(report.onset?.from == Self.start.advanced(bySeconds: 1200))
    #expect(!report.moments.contains { $0.title.contains("door sensor") })
  }
}
