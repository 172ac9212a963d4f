import Chronology
import Incidents
import Interchange
import PageKit
import RecordViews
import Testing
import WebPages

@Suite struct SayingTests {
  private static let now = Ferry.later("03:24:10")

  private func saying(_ text: String, zone: String = "UTC", at: Instant? = nil) throws -> Saying {
    Saying(text, at: at, now: Self.now, zone: try #require(PageZone(zone)), people: ["ada", "kim"])
  }

  @Test(arguments: [
    ("app02 is back", Saying.Meaning.note("app02 is back")),
    ("  ! stop selling cabins ", .decision("stop selling cabins")), ("!stop", .decision("stop")),
    ("@ call the gates", .task("call the gates", owner: nil)),
    ("@kim call the gates", .task("call the gates", owner: "kim")),
    ("@Kim: call the gates", .task("call the gates", owner: "kim")),
    // A word that is nobody's handle is part of what is to be done.
    ("@gate 4 is to be called", .task("gate 4 is to be called", owner: nil)),
    ("> passes do not open", .update("passes do not open")), (">", .update("")),
    // Signs further in are words like any others.
    ("load > 4, see #gates!", .note("load > 4, see #gates!")),
    ("", .note("")),
  ]) func `the first sign says what is meant`(text: String, meaning: Saying.Meaning) throws {
    #expect(try saying(text).meaning == meaning)
  }

  @Test(arguments: [
    ("03:12 saw empty screens", "saw empty screens", "2031-04-02T03:12:00Z"),
    ("3:12:07 – gate 4 called", "gate 4 called", "2031-04-02T03:12:07Z"),
    ("[03:12] gate 4", "gate 4", "2031-04-02T03:12:00Z"),
    ("03:12: gate 4", "gate 4", "2031-04-02T03:12:00Z"),
    // Later than now: it was yesterday.
    ("23:50 first call", "first call", "2031-04-01T23:50:00Z"),
    // Half a minute ahead is the other clock, not yesterday.
    ("03:25 now", "now", "2031-04-02T03:25:00Z"),
  ]) func `a time at the beginning says when it happened`(text: String, rest: String, at: String) throws {
    let saying = try saying(text)
    #expect(saying.meaning == .note(rest))
    #expect(saying.at?.rfc3339 == at)
  }

  @Test(arguments: [
    "03:12", "24:00 is no time", "3 servers are down", "12:60 is none", "03:125 requests", "1:2:3 go", "ratio 3:12",
  ]) func `what is no time stays as it was typed`(text: String) throws {
    let saying = try saying(text)
    #expect(saying.meaning == .note(text))
    #expect(saying.at == nil)
  }

  @Test func `the time is one of the reader's zone, and the field for it counts more`() throws {
    #expect(try saying("05:12 saw it", zone: "Europe/Oslo").at == Ferry.later("03:12:00"))
    let typed = Ferry.later("01:00:00")
    #expect(try saying("05:12 saw it", at: typed).at == typed)
    #expect(try saying("05:12 saw it", at: typed).meaning == .note("05:12 saw it"))
  }

  @Test func `each comes to an operation with the fields of its form, an update to its page`() throws {
    let note = try #require(try saying("03:12 saw it").request())
    #expect(note.operation == .writeNote)
    #expect(note.fields.map(\.name) == ["text", "at"])
    #expect(try saying("! stop").request()?.operation == .recordDecision)
    #expect(try saying("@kim look").request()?.fields.map(\.value) == ["look", "kim"])
    #expect(try saying("> a & b").request() == nil)
    #expect(
      try saying("> a & b").page(of: IncidentID(number: 9))?.text
        == "/incidents/INC-9/updates/new?audience=customers&broken=a%20%26%20b")
  }
}
