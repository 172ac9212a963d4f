import Chronology
import EvidenceReading
import EvidenceRecords
import Testing
import TimelineBuilding

/// What a person who was not there needs to be told: the warning before, the spread, the worsening, the end.
struct StoryTests {
  private let report: TimelineReport

  init() throws {
    let folder = try EvidenceFolder()
    try RelayIncident.write(to: folder)
    report = try folder.report()
  }

  private func second(_ moment: TimelineMoment) -> Double { moment.instant.seconds(since: RelayIncident.start) }

  @Test func `a warning that only the later failing host writes is told`() throws {
    let warning = try #require(report.story().first { $0.title.contains("codec seven is disabled") })
    #expect(warning.hosts == ["relay4"])
    #expect(warning.reason.contains("15 times before the onset"))
    #expect(warning.reason.contains("relay4 only, of 4 hosts"))
  }

  @Test func `lines that differ in a value are one moment`() {
    let firsts = report.moments.filter { $0.kind == .first && $0.title.contains("codec seven of frame") }
    #expect(firsts.count == 1)
    #expect(firsts.first?.hosts == ["relay4"])
  }

  @Test func `a value that changed is no silence`() throws {
    #expect(!report.moments.contains { $0.kind == .silence && $0.service == "panel" })
    let red = try #require(report.story().first { $0.title.contains("colour=red") })
    #expect(red.reason.contains("in place of"))
  }

  @Test func `the spread to other hosts is told with the change before it`() throws {
    let spread = try #require(report.story().first { $0.title.contains("now on relay1 relay2 relay3 too") })
    #expect(abs(second(spread) - 905) <= 2)
    #expect(spread.reason.contains("until then on relay4 only"))
    #expect(spread.reason.contains("CFG-1"))
  }

  @Test func `the last line of what failed is told`() throws {
    let calm = try #require(report.story().last { $0.kind == .calm })
    #expect(abs(second(calm) - 1199) <= 6)
    #expect(try #require(report.impactWindow).to == calm.instant)
  }

  @Test func `the first who speak of it are told as such`() throws {
    let first = try #require(report.story().first { $0.reason.contains("the first that anybody says of it") })
    #expect(first.title.contains("frames twice"))
  }
}
