import Chronology
import EvidenceRecords
import Testing

struct AlertmanagerTests {
  private func payload(_ status: String, ends: String, fingerprint: String? = "fp1") -> String {
    let print = fingerprint.map { #","fingerprint":"\#($0)""# } ?? ""
    return
      #"{"version":"4","groupKey":"{}","receiver":"r","truncatedAlerts":0,"alerts":[{"status":"\#(status)","labels":{"alertname":"TillSlow","severity":"page","instance":"web-1:9100","b":"2","a":"1"},"annotations":{"summary":"p95 above 2 s"},"startsAt":"2031-02-03T04:05:06.5Z","endsAt":"\#(ends)"\#(print)}]}"#
  }

  @Test func `an alert repeated in later payloads stands once, and its end once`() throws {
    let lines = [
      payload("firing", ends: "0001-01-01T00:00:00Z"), payload("firing", ends: "0001-01-01T00:00:00Z"),
      payload("resolved", ends: "2031-02-03T04:09:00Z"),
    ]
    let reading = try RecordSample(lines.joined(separator: "\n")).read(with: AlertmanagerFormat())
    #expect(reading.titles == ["TillSlow firing on web-1: p95 above 2 s", "TillSlow resolved on web-1"])
    #expect(reading.instants == ["2031-02-03T04:05:06.5Z", "2031-02-03T04:09:00Z"])
    #expect(reading.alerts.map(\.isFiring) == [true, false])
    #expect(reading.alerts.map(\.identity) == ["fp1", "fp1"])
    #expect(reading.entries[1].reference.line == 3)
  }

  @Test func `without a fingerprint the labels identify`() throws {
    let text = payload("resolved", ends: "2031-02-03T04:09:00Z", fingerprint: nil)
    let reading = try RecordSample(text).read(with: AlertmanagerFormat())
    #expect(Set(reading.alerts.map(\.identity)) == ["a=1,alertname=TillSlow,b=2,instance=web-1:9100,severity=page"])
  }

  @Test func `what the sender left out is said, and a cut line is counted`() throws {
    let whole = payload("firing", ends: "").replacing("\"truncatedAlerts\":0", with: "\"truncatedAlerts\":3")
    let reading = try RecordSample(whole + "\n" + whole.prefix(80)).read(with: AlertmanagerFormat())
    #expect(reading.entries.count == 1)
    #expect(reading.notes.contains { $0.contains("left 3 alerts out") })
    #expect(reading.unrecognisedLines == 1)
  }
}
