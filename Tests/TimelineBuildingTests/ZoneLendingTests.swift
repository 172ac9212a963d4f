import Chronology
import EvidenceReading
import Testing
import TimelineBuilding

/// Zones of logs that nothing but their neighbours tells of.
struct ZoneLendingTests {
  private let report: TimelineReport

  init() throws {
    let folder = try EvidenceFolder()
    try BakeryIncident.write(to: folder)
    // They cover more than the other logs do, so that their place among those tells nothing.
    for host in ["shop1", "shop2", "shop3", "front1"] {
      let lines = (-20..<1).map { hour -> String in
        let text = BakeryIncident.start.advanced(bySeconds: Double(hour) * 3600 + 60).rfc3339(offsetSeconds: 7200)
        let day = text.dropFirst(8).prefix(2)
        return "Nov \(day) \(text.dropFirst(11).prefix(8)) \(host) cron[77]: (root) CMD (sweep the floor)"
      }
      try folder.write(
        "\(host)/var/log/syslog", lines, modified: BakeryIncident.start.advanced(bySeconds: 9 * 86_400))
    }
    report = try folder.report()
  }

  @Test func `a host's logs lend their zone to one that nothing else tells of`() throws {
    for host in 1...3 {
      let source = try #require(report.sources.first { $0.path == "shop\(host)/var/log/syslog" })
      #expect(source.zone == "+02:00")
      #expect(source.zoneBasis == .inferred)
      #expect(source.last == BakeryIncident.start.advanced(bySeconds: 60))
    }
    #expect(
      report.clockNotes.contains { $0.contains("shop1, shop2, shop3") && $0.contains("the other logs of the host") })
  }

  @Test func `a host whose logs state a zone is lent none`() throws {
    let source = try #require(report.sources.first { $0.path == "front1/var/log/syslog" })
    #expect(source.zoneBasis == .assumed)
  }
}
