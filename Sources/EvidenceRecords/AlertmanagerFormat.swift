import Chronology
import Foundation

/// Webhook payloads of Alertmanager (version 4), one document in a file or one on each line, bare or wrapped.
///
/// Every alert of a payload begins to fire at `startsAt`, and one that is resolved stopped at `endsAt`. The same alert in
/// repeated payloads of a source stands once.
package struct AlertmanagerFormat: RecordFormat {
  package let name = "alertmanager-webhooks"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    guard let json = JSONHead(head) else { return 0 }
    let share = json.share(words: ["\"alerts\"", "\"startsAt\"", "\"labels\""]) { Self.isPayload(Webhook($0).payload) }
    return share == 1 ? 0.98 : share >= 0.5 ? 0.9 : 0
  }

  private static func isPayload(_ value: JSONValue) -> Bool {
    guard let alerts = value["alerts"]?.array else { return false }
    let isFirstAlert = alerts.first.map { $0["labels"] != nil && $0["startsAt"] != nil } ?? true
    return isFirstAlert && (value["groupKey"] != nil || value["receiver"] != nil || value.text("version") == "4")
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading()
    var seen: Set<String> = []
    var lines = DocumentLines(text)
    try JSONRecords.forEach(in: text, reading: &reading) { item, reading in
      let payload = Webhook(item.value).payload
      guard Self.isPayload(payload), let alerts = payload["alerts"]?.array else {
        reading.countUnrecognised(line: item.line ?? 1, text: "no alerts in this object")
        return true
      }
      if let left = payload.text("truncatedAlerts").flatMap({ Int($0) }), left > 0 {
        reading.note("the sender left \(left) \(left == 1 ? "alert" : "alerts") out of a payload (truncatedAlerts)")
      }
      for alert in alerts.compactMap(WrittenAlert.init) {
        for entry in alert.entries(input: input, line: item.line ?? lines.line(of: alert.identity)) {
          guard seen.insert("\(entry.title)|\(alert.identity)|\(entry.instant.nanoseconds)").inserted else { continue }
          if !reading.keep(entry) { return false }
        }
      }
      return true
    }
    reading.settleZone()
    return reading
  }
}

/// An alert as Alertmanager's payload describes it.
private struct WrittenAlert {
  var labels: [String: String]
  var summary: String?
  var starts: RecordStamp
  var ends: RecordStamp?
  var isFiring: Bool
  /// The fingerprint; without one, the labels in the order of their names.
  var identity: String

  init?(_ value: JSONValue) {
    guard let starts = value.stamp("startsAt") else { return nil }
    self.starts = starts
    labels = value["labels"]?.object?.compactMapValues(\.text) ?? [:]
    isFiring = value.text("status") != "resolved"
    let annotations = value["annotations"]
    summary = annotations?.text("summary", "description", "message", "title")
    // An alert that still fires has an end in the year 1, which is no instant, or one that is only expected.
    ends = isFiring ? nil : value.stamp("endsAt")
    identity =
      value.text("fingerprint")
      ?? labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }

  func entries(input: RecordInput, line: Int?) -> [RecordEntry] {
    var entries = [entry(at: starts, isFiring: true, input: input, line: line)]
    if let ends { entries.append(entry(at: ends, isFiring: false, input: input, line: line)) }
    return entries
  }

  private func entry(at stamp: RecordStamp, isFiring: Bool, input: RecordInput, line: Int?) -> RecordEntry {
    let name = labels["alertname"] ?? "alert without a name"
    let host = ["host", "hostname", "node", "instance"].lazy.compactMap { labels[$0] }.first
      .map { String($0.prefix { $0 != ":" }) }
    let service = ["service", "app", "application", "component", "job"].lazy.compactMap { labels[$0] }.first
    var title = "\(name) \(isFiring ? "firing" : "resolved")"
    if let place = host ?? service { title += " on \(place)" }
    if isFiring, let summary { title += ": \(summary)" }
    let facts = AlertFacts(
      name: name, isFiring: isFiring, severity: labels["severity"] ?? labels["priority"], summary: summary,
      identity: identity, labels: labels)
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis, reference: input.reference(line: line, record: identity), host: host,
      service: service, title: title.titled(), facts: .alert(facts))
  }
}
