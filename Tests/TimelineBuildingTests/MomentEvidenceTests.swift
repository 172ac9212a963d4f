import Chronology
import EvidenceReading
import EvidenceRecords
import Testing
import TimelineBuilding

/// Which line a moment shows.
struct MomentEvidenceTests {
  private static let start = Instant(seconds: 1_700_000_000 / 3600 * 3600)
  private let folder: EvidenceFolder

  init() throws { folder = try EvidenceFolder() }

  private func line(_ second: Int, _ text: String) -> String {
    "\(Self.start.advanced(bySeconds: Double(second)).rfc3339) \(text)"
  }

  @Test func `a silence cites the last line before it`() throws {
    let talk = (0..<3600).filter { !(1003..<2405).contains($0) }.map { line($0, "INFO loaf \($0) baked") }
    let beat = (0..<3600).map { line($0, "INFO tray \($0) cooled") }
    try folder.write("oven.log", talk)
    try folder.write("rack.log", beat)
    let silence = try #require(try folder.report().moments.first { $0.kind == .silence })
    let cited = try #require(silence.evidence.first?.reference)
    #expect(abs(silence.instant.seconds(since: Self.start) - 1002) <= 4)
    #expect(silence.instant == Self.start.advanced(bySeconds: Double(try #require(cited.line) - 1)))
  }

  @Test func `the worst line heads those that begin with it`() throws {
    var lines = (0..<900).map { line($0, "INFO loaf \($0) baked") }
    for second in stride(from: 600, to: 890, by: 10) {
      lines[second] += "\n" + line(second, "HINT: errors of the oven may be cured with gas, lost or failed")
      if second <= 620 { lines[second] += "\n" + line(second, "PANIC: oven \(second) cannot be lit") }
    }
    try folder.write("oven.log", lines)
    let moment = try #require(try folder.report().moments.first { $0.kind == .first })
    #expect(moment.title.contains("cannot be lit"))
    #expect(moment.reason.contains("HINT"))
  }
}
