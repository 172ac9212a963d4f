import Foundation

/// One day of one channel of a Slack export: an array of messages, in a folder named after the channel.
///
/// Layout and message types as in Slack's page "How to read Slack data exports". Names come from `../users.json`.
package struct SlackDayFormat: RecordFormat {
  package let name = "slack-messages"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    guard head.first(where: { $0 > 32 }) == UInt8(ascii: "["), let json = JSONHead(head) else { return 0 }
    let share = json.share(words: ["\"ts\"", "\"text\"", "\"type\"", "\"message\""]) { value in
      value.text("ts")?.wholeMatch(of: /\d{9,11}\.\d{1,6}/) != nil
        && (value.text("type") == "message" || value["text"] != nil)
    }
    return share == 1 ? 0.97 : share >= 0.75 ? 0.9 : 0
  }

  /// What Slack itself says about a channel, not people in it.
  private static let housekeeping: Set<String> = [
    "bot_add", "bot_disable", "bot_enable", "bot_remove", "channel_archive", "channel_convert_to_private",
    "channel_join",
    "channel_leave", "channel_name", "channel_posting_permissions", "channel_purpose", "channel_topic",
    "channel_unarchive", "group_archive", "group_join", "group_leave", "group_name", "group_purpose", "group_topic",
    "pinned_item", "reminder_add", "reminder_delete", "tombstone", "unpinned_item",
  ]

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    let people = SlackPeople(users: input.neighbour("../users.json"))
    let folders = input.path.split(separator: "/").dropLast()
    let channel = folders.last.map(String.init) ?? "channel"
    var reading = RecordReading()
    var passedOver: [String: Int] = [:]
    var lines = DocumentLines(text)
    try JSONRecords.forEach(in: text, reading: &reading) { item, reading in
      if let kind = item.value.text("subtype"), Self.housekeeping.contains(kind) {
        passedOver[kind, default: 0] += 1
        return true
      }
      guard let ts = item.value.text("ts"), let stamp = RecordStamp(ts) else {
        reading.countUnrecognised(line: reading.lines, text: "a message without a time stamp 'ts'")
        return true
      }
      let message = SlackText(item.value, people: people).plain
      guard !message.isEmpty else {
        passedOver["messages without text", default: 0] += 1
        return true
      }
      let isReply = item.value.text("thread_ts").map { $0 != ts } ?? false
      let facts = MessageFacts(
        channel: channel, author: people.author(of: item.value), text: message,
        isDecision: Decision.isReported(in: message))
      return reading.keep(
        RecordEntry(
          instant: stamp.instant, basis: stamp.basis,
          reference: input.reference(line: item.line ?? lines.line(of: ts), record: ts),
          title: "#\(channel)\(isReply ? " ↳ " : ": ")\(message.titled())", facts: .message(facts)))
    }
    reading.notePassedOver(passedOver)
    reading.settleZone()
    return reading
  }
}

/// `users.json`, `channels.json` and their kin beside the channels of a Slack export: names, no happenings.
package struct SlackDirectoryFormat: RecordFormat {
  package let name = "slack-directory"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    guard head.first(where: { $0 > 32 }) == UInt8(ascii: "["), let json = JSONHead(head) else { return 0 }
    let share = json.share(words: ["\"id\"", "\"name\"", "\"team_id\"", "\"profile\""]) { value in
      value.text("id")?.wholeMatch(of: /[CDGUW][A-Z0-9][A-Z0-9\-]+/) != nil && value["ts"] == nil
        && (value["name"] != nil || value["members"] != nil)
    }
    return share == 1 ? 0.9 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading(zone: nil)
    try JSONRecords.forEach(in: text, reading: &reading) { _, _ in true }
    reading.note("names for the messages beside it; no happenings of its own")
    return reading
  }
}
