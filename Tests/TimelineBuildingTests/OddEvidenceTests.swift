import Chronology
import EvidenceReading
import Testing
import TimelineBuilding

/// Folders that hold no incident, or hardly anything.
struct OddEvidenceTests {
  private let folder: EvidenceFolder

  init() throws { folder = try EvidenceFolder() }

  @Test func `text without instants gives an empty timeline`() throws {
    try folder.write("notes.txt", ["flour", "water", "salt"])
    let report = try folder.report()
    #expect(report.moments.isEmpty)
    #expect(report.onset == nil)
    #expect(report.window == nil)
    #expect(report.suspects.isEmpty)
    #expect(report.noChange.reasons.count == 1)
  }

  @Test func `a quiet log has no onset and hardly a moment`() throws {
    var dice = Dice(seed: 3)
    let lines = (0..<900).map { second -> String in
      let at = BakeryIncident.start.advanced(bySeconds: Double(second)).rfc3339
      return dice.roll(40) == 0
        ? "\(at) ERROR oven \(dice.roll(9)) door sensor lost" : "\(at) INFO loaf \(second) baked in \(dice.roll(50))ms"
    }
    try folder.write("oven.log", lines)
    let report = try folder.report()
    #expect(report.onset == nil)
    #expect(report.moments.count <= 1)
    #expect(report.sources.first?.entries == 900)
  }

  @Test func `one log with a burst of errors has an onset without a change`() throws {
    let lines = (0..<900).map { second -> String in
      let at = BakeryIncident.start.advanced(bySeconds: Double(second)).rfc3339
      return (500..<560).contains(second)
        ? "\(at) ERROR cannot reach the mill: connection refused" : "\(at) INFO loaf \(second) baked"
    }
    try folder.write("oven.log", lines)
    let report = try folder.report()
    let onset = try #require(report.onset)
    #expect(abs(onset.from.seconds(since: BakeryIncident.start) - 500) < 2)
    #expect(report.suspects.isEmpty)
    #expect(report.noChange.score > 0.5)
    #expect(report.moments.contains { $0.kind == .calm })
  }

  /// Titles end after 110 characters, in the middle of the password here.
  @Test func `a secret that a title cuts in two is masked all the same`() throws {
    let start = "cannot reach the mill by the river behind the old bakery of the town, the password we use there is "
    let lines = (0..<900).map { second -> String in
      let at = BakeryIncident.start.advanced(bySeconds: Double(second)).rfc3339
      return (500..<560).contains(second) ? "\(at) ERROR \(start)Rye#Dough2031Loaf" : "\(at) INFO loaf \(second) baked"
    }
    try folder.write("oven.log", lines)
    let titles = try folder.report().moments.map(\.title)
    #expect(titles.contains { $0.contains("the mill by the river") })
    #expect(!titles.contains { $0.contains("Rye") }, "\(titles)")
  }

  @Test func `a log without zones shows that its zone is assumed`() throws {
    let lines = (0..<60).map { "2023-11-14 22:\($0 < 10 ? "0" : "")\($0):00 INFO loaf \($0) baked" }
    try folder.write("oven.log", lines, modified: Instant(seconds: 1_800_000_000))
    let source = try #require(try folder.report().sources.first)
    #expect(source.zoneBasis == .assumed)
    #expect(source.skewSeconds == nil)
    #expect(source.first?.rfc3339 == "2023-11-14T22:00:00Z")
  }

  @Test func `a log whose file was last written hours from its last line was written in another zone`() throws {
    let end = BakeryIncident.start.advanced(bySeconds: 899)
    try folder.write(
      "a.log", (0..<900).map { "\(BakeryIncident.start.advanced(bySeconds: Double($0)).rfc3339) INFO tick" })
    let local = (0..<90).map { index -> String in
      let at = BakeryIncident.start.advanced(bySeconds: Double(index * 10) + 9).rfc3339(offsetSeconds: -18_000)
      return at.prefix(19).replacing("T", with: " ") + " INFO tock \(index)"
    }
    try folder.write("b.log", local, modified: end)
    let source = try #require(try folder.report().sources.first { $0.path == "b.log" })
    #expect(source.zone == "-05:00")
    #expect(source.zoneBasis == .inferred)
    #expect(source.last == end)
  }
}
