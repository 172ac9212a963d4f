import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation
import Testing
import TimelineBuilding

/// The captured incidents and the example, where they are at hand: what is true of them, found from their evidence alone.
///
/// The captured incidents are no part of the repository; `make corpora` unpacks them, and without them these tests are skipped.
struct CapturedIncidentTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder =
    ProcessInfo.processInfo.environment["MAYDAY_INCIDENTS"] ?? root.appendingPathComponent(".build/corpora").path

  private static let incidents =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/truth.json") }.sorted() ?? []

  private struct Truth: Decodable {
    struct Culprit: Decodable {
      var id: String
      var commit: String?
    }
    var culprit: Culprit
    var onsetTrue: String
    var skews: [String: Double]

    enum CodingKeys: String, CodingKey {
      case culprit
      case onsetTrue = "onset_true"
      case skews = "clock_skew_seconds"
    }
  }

  @Test(.enabled(if: !incidents.isEmpty), arguments: incidents)
  func `culprit among the first three, onset within a minute, clocks right`(incident: String) throws {
    let folder = "\(Self.folder)/\(incident)"
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/truth.json")))
    let report = try EvidenceFolder.report([folder + "/evidence"])
    let onset = try #require(report.onset)
    #expect(abs(onset.from.seconds(since: try #require(Instant(rfc3339: truth.onsetTrue)))) <= 60)
    let first = report.suspects.prefix(3).map(\.change)
    #expect(first.contains { $0.id == truth.culprit.id || $0.commit != nil && $0.commit == truth.culprit.commit })
    for source in report.sources {
      guard let host = source.host, let skew = source.skewSeconds, let expected = truth.skews[host] else { continue }
      let isSkewed = source.path.contains("/log/shop/")
      #expect(abs(skew - (isSkewed ? expected : 0)) <= 0.5, "\(source.path)")
    }
  }

  @Test func `a repository alone gives a timeline of its commits`() throws {
    let report = try EvidenceFolder.report([
      Self.root.appendingPathComponent("Examples/knight-capital/evidence/git").path
    ])
    #expect(report.moments.count >= 10)
    #expect(report.moments.allSatisfy { $0.kind == .change && $0.evidence.first?.reference.commit != nil })
    #expect(report.onset == nil)
    let first = try #require(report.moments.first { $0.rank == 1 })
    #expect(first.title.contains("Release"))
    #expect(report.moments.map(\.instant) == report.moments.map(\.instant).sorted())
  }

  @Test func `the example's onset, clock and partial rollout are found`() throws {
    let report = try EvidenceFolder.report([Self.root.appendingPathComponent("Examples/knight-capital/evidence").path])
    let open = try #require(Instant(rfc3339: "2012-08-01T13:30:00Z"))
    #expect(abs(try #require(report.onset).from.seconds(since: open)) <= 60)
    #expect(report.suspects.prefix(3).contains { $0.change.commit?.hasPrefix("99497b0") ?? false })
    let late = try #require(report.sources.first { $0.path == "smars05/var/log/smars/smars.log.gz" })
    #expect(abs(try #require(late.skewSeconds) + 7) <= 0.5)
    #expect(report.story().contains { $0.title.contains("not on smars08") })
  }
}
