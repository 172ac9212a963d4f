import Chronology
import Testing
import TimelineBuilding

/// Two incidents of different days, hosts and files: what both show is known by its lines.
struct PatternIdentityTests {
  private static func report(_ seed: UInt64, day: Double, host: String, failing: String) throws -> TimelineReport {
    let folder = try EvidenceFolder()
    var dice = Dice(seed: seed)
    let start = BakeryIncident.start.advanced(bySeconds: day * 86_400)
    let lines = (0..<900).map { second -> String in
      let at = start.advanced(bySeconds: Double(second)).rfc3339
      guard (500..<560).contains(second) else { return "\(at) INFO loaf \(second) baked in \(dice.roll(50))ms" }
      return "\(at) ERROR order \(dice.roll(9000)) \(failing) after \(100 + dice.roll(900))ms"
    }
    try folder.write("\(host)/oven.log", lines)
    return try folder.report()
  }

  private static func pattern(of words: String, _ report: TimelineReport) -> String? {
    report.moments.first { $0.title.contains(words) && $0.kind != .calm }?.pattern
  }

  @Test func `the same line is the same pattern in two incidents, and another line is another`() throws {
    let first = try Self.report(1, day: 0, host: "shop1", failing: "refused by the mill")
    let second = try Self.report(2, day: 40, host: "front7", failing: "refused by the mill")
    let other = try Self.report(3, day: 50, host: "shop1", failing: "burnt in the oven")
    let identity = try #require(Self.pattern(of: "refused by the mill", first))
    #expect(identity.count == 16)
    #expect(Self.pattern(of: "refused by the mill", second) == identity)
    let burnt = try #require(Self.pattern(of: "burnt in the oven", other))
    #expect(burnt != identity)
  }

  @Test func `what is no line of a log has no pattern`() throws {
    let folder = try EvidenceFolder()
    try BakeryIncident.write(to: folder)
    let moments = try folder.report().moments
    #expect(moments.contains { $0.kind == .alert })
    #expect(moments.allSatisfy { ![.change, .alert, .said, .decision].contains($0.kind) || $0.pattern == nil })
    #expect(moments.contains { $0.pattern != nil })
  }
}
