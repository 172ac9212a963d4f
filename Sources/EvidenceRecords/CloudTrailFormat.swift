import Chronology

/// Files of AWS CloudTrail: `{"Records": [{"eventTime": …, "eventName": …}]}`.
///
/// Fields as in CloudTrail's page "Record contents". Calls that changed something are entries; calls that only read
/// (`readOnly`), and data events (`managementEvent` false), which are the service's daily work, are counted in a note.
package struct CloudTrailFormat: RecordFormat {
  package let name = "cloudtrail"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    guard let json = JSONHead(head) else { return 0 }
    let share = json.share(words: ["\"Records\"", "\"eventTime\"", "\"eventName\"", "\"eventSource\""]) { value in
      Self.calls(in: value).first.map { $0["eventName"] != nil && $0["eventSource"] != nil } ?? false
    }
    return share == 1 ? 0.97 : share >= 0.75 ? 0.85 : 0
  }

  /// The records of a file, or one record on a line of its own.
  private static func calls(in value: JSONValue) -> [JSONValue] {
    value["Records"]?.array ?? (value["eventTime"] == nil ? [] : [value])
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading()
    var passedOver: [String: Int] = [:]
    try JSONRecords.forEach(in: text, reading: &reading) { item, reading in
      let calls = Self.calls(in: item.value)
      reading.lines += max(0, calls.count - 1)
      for call in calls {
        guard let name = call.text("eventName"), let stamp = call.stamp("eventTime") else {
          reading.countUnrecognised(line: item.line ?? 1, text: "no name or time of a call")
          continue
        }
        guard Self.isChange(call, name: name) else {
          passedOver[name, default: 0] += 1
          continue
        }
        let reference = input.reference(line: item.line, record: call.text("eventID"))
        guard reading.keep(Self.entry(call, name: name, stamp: stamp, reference: reference)) else { return false }
      }
      return true
    }
    reading.notePassedOver(passedOver)
    reading.settleZone()
    return reading
  }

  /// Old records have no `readOnly`: then the verb tells.
  private static func isChange(_ call: JSONValue, name: String) -> Bool {
    if call.text("managementEvent") == "false" || call.text("eventCategory") == "Data" { return false }
    if let readOnly = call.text("readOnly") { return readOnly == "false" && !isSession(name) }
    let readings = ["Get", "List", "Describe", "Head", "Lookup", "Search", "Query", "Scan", "BatchGet", "Decrypt"]
    let daily = [
      "PutObject", "DeleteObject", "DeleteObjects", "PutItem", "UpdateItem", "DeleteItem", "SendMessage", "Invoke",
    ]
    return !isSession(name) && !daily.contains(name) && !readings.contains { name.hasPrefix($0) }
  }

  /// Signing in and taking a role change nothing.
  private static func isSession(_ name: String) -> Bool {
    name.hasPrefix("AssumeRole") || ["ConsoleLogin", "GetSessionToken", "GenerateDataKey"].contains(name)
  }

  /// `rds ModifyDBInstance shop-db (eu-central-1)`, with the error where it failed.
  private static func entry(
    _ call: JSONValue, name: String, stamp: RecordStamp, reference: EvidenceReference
  ) -> RecordEntry {
    let service = call.text("eventSource")?.split(separator: ".").first.map(String.init)
    let error = call.text("errorCode")
    let object = call["requestParameters"]?.object.flatMap { parameters in
      parameters.keys.sorted().first { key in
        ["name", "identifier", "id", "arn"].contains { key.lowercased().hasSuffix($0) } && parameters[key]?.text != nil
      }.flatMap { parameters[$0]?.text }
    }
    let words = [service, name, object, call.text("awsRegion").map { "(\($0))" }].compactMap(\.self)
    var title = words.joined(separator: " ").titled()
    if let error { title += " failed: \(error)" }
    let actor = call["userIdentity"]
    let facts = ChangeFacts(
      kind: .configuration, id: call.text("eventID") ?? name, outcome: error == nil ? .succeeded : .failed,
      environment: call.text("awsRegion"),
      actor: actor?.text("userName") ?? actor?["sessionContext"]?["sessionIssuer"]?.text("userName")
        ?? actor?.text("arn", "invokedBy"), terms: [object].compactMap(\.self), detail: call.text("errorMessage"))
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis, reference: reference, service: service, title: title,
      facts: .change(facts))
  }
}
