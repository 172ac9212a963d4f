import Chronology
import EvidenceRecords
import Testing

struct SlackTests {
  private static let users =
    #"[{"id":"U0KIM","name":"kim","profile":{"display_name":"Kim B"}},{"id":"U0LEE","name":"lee"}]"#

  private func read(_ text: String) throws -> RecordReading {
    try RecordSample(text, path: "export/inc-till/2031-02-03.json", neighbours: ["../users.json": Self.users])
      .read(with: SlackDayFormat())
  }

  @Test func `messages read as people saw them`() throws {
    let reading = try read(
      #"""
      [
        {"type":"message","subtype":"channel_join","user":"U0LEE","text":"<@U0LEE> has joined","ts":"1927000000.000100"},
        {"type":"message","user":"U0KIM","text":"<@U0LEE> see <https://x.example/a|the graph> &amp; <#C1|ops> <!here>","ts":"1927000001.000200"},
        {"type":"message","user":"U0LEE","text":"on it","ts":"1927000002.000300","thread_ts":"1927000001.000200"},
        {"type":"message","subtype":"bot_message","username":"pager","text":"","attachments":[{"fallback":"TillSlow fires"}],"ts":"1927000003.000400"}
      ]
      """#)
    #expect(
      reading.titles == [
        "#inc-till: @lee see the graph & #ops @here", "#inc-till ↳ on it", "#inc-till: TillSlow fires",
      ])
    #expect(reading.messages.map(\.author) == ["Kim B", "lee", "pager"])
    #expect(reading.instants[0] == "2031-01-24T05:46:41.000200Z")
    #expect(reading.entries[0].reference.line == 3)
    #expect(reading.entries[0].reference.record == "1927000001.000200")
    #expect(reading.notes == ["passed over: channel_join 1"])
  }

  @Test(arguments: [
    ("decision: back to 4.1", true), ("*Decision*: back to 4.1", true), ("We decided to wait for the backup", true),
    ("agreed that we fail over", true), ("let's roll back", true), ("should we roll back?", false),
    ("decision: do we wait? no, back to 4.1", true), ("it is a hard decision", false), ("I rolled it back", false),
    ("let's see what the log says", false),
  ]) func `a reported decision is told from talk`(text: String, isDecision: Bool) throws {
    let reading = try read(#"[{"type":"message","text":"\#(text)","ts":"1927000000.000100"}]"#)
    #expect(reading.messages.map(\.isDecision) == [isDecision])
  }

  @Test func `an export that breaks off is read as far as it goes`() throws {
    let reading = try read(
      #"[{"type":"message","text":"one","ts":"1927000000.000100"},{"type":"message","text":"two","ts":"1927"#)
    #expect(reading.messages.map(\.text) == ["one"])
    #expect(reading.notes.contains { $0.hasPrefix("damaged: ") })
  }

  @Test func `nothing readable is an error that says so`() {
    #expect(throws: RecordError.self) { try read("[{\"ty") }
  }
}
