import Chronology
import Testing
import TimelineBuilding

/// Deployments that name no host, of services that have no log of their own.
struct NamedServiceTests {
  private func stamp(_ second: Int) throws -> String {
    try #require(Instant(rfc3339: "2031-03-04T08:00:00Z")).advanced(bySeconds: Double(second)).rfc3339
  }

  private func report() throws -> TimelineReport {
    let folder = try EvidenceFolder()
    var lines: [String] = []
    for second in stride(from: 0, to: 7200, by: 2) {
      lines.append("\(try stamp(second)) INFO mill: sack \(second) weighed")
      if second >= 3600, second.isMultiple(of: 4) {
        lines.append("\(try stamp(second)) ERROR mill: receipt \(second) refused by labels: unknown paper width")
      }
    }
    try folder.write("mill.log", lines)
    let deployments = [
      (600, "scales", "aa11bb22cc33"), (3520, "labels", "dd44ee55ff66"), (6600, "scales", "aa11bb22cc33"),
    ]
    try folder.write(
      "deployments.jsonl",
      try deployments.map { second, service, sha in
        let time = try stamp(second)
        return #"{"time": "\#(time)", "service": "\#(service)", "sha": "\#(sha)", "status": "succeeded"}"#
      })
    return try folder.report()
  }

  @Test func `a service that the failing lines name stands before one that was only near`() throws {
    let report = try report()
    let first = try #require(report.suspects.first)
    #expect(first.change.service == "labels")
    #expect(first.reasons.contains { $0.contains("'labels' stands in the failing lines") })
  }

  @Test func `the same version hours later is a deployment of its own`() throws {
    let report = try report()
    let scales = report.moments.filter { $0.kind == .change && $0.service == "scales" }
    #expect(scales.count == 2)
    #expect(report.suspects.allSatisfy { suspect in !suspect.reasons.contains { $0.contains("right at the onset") } })
  }
}
