import Chronology
import EvidenceReading
import Testing
import TimelineBuilding

/// An alert that foretells: a granary's disk is going to be full; forty minutes later it is.
struct EarlyAlertTests {
  private static let start = Instant(seconds: 1_700_000_000 / 3600 * 3600)
  private static let failure = 3000

  /// The second argument is how often it fails: every so many seconds.
  @Test(arguments: ["warning", "page"], [2, 200])
  func `an alert forty minutes before the failures is no onset but told as before it`(severity: String, every: Int)
    throws
  {
    let folder = try EvidenceFolder()
    try folder.write("granary1/var/log/granary/granary.log", (0..<4200).map { Self.line($0, every) })
    try folder.write("alerts/1.json", [Self.alert(severity)])
    try folder.write(
      "config-changes.csv",
      [
        "time,id,actor,kind,target,detail", "\(Self.stamp(300)),SET-1,desk,config,granary1,lamp: 1 -> 2",
        "\(Self.stamp(2900)),SET-2,desk,config,granary1,granary.conf keep_sacks=900 (was 30)",
      ])
    let report = try folder.report()
    let onset = try #require(report.onset)
    #expect(abs(onset.from.seconds(since: Self.start) - Double(Self.failure)) <= 2)
    let alert = try #require(report.moments.first { $0.kind == .alert })
    #expect(alert.reason.contains("40 min before the onset"))
    #expect(report.suspects.first?.change.id == "SET-2")
  }

  private static func stamp(_ second: Int) -> String { start.advanced(bySeconds: Double(second)).rfc3339 }

  private static func line(_ second: Int, _ every: Int) -> String {
    second >= failure && second % every == 0
      ? "\(stamp(second)) ERROR cannot store sack \(second): no space left on device"
      : "\(stamp(second)) INFO sack \(second) stored"
  }

  private static func alert(_ severity: String) -> String {
    #"{"receiver": "hook", "status": "firing", "version": "4", "groupKey": "g", "alerts": [{"status": "firing", "labels": {"alertname": "GranaryFillsUp", "severity": "\#(severity)"}, "annotations": {"summary": "disk full in 2 h"}, "startsAt": "\#(stamp(failure - 2400))", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "00c0ffee00c0ffe2"}]}"#
  }
}
