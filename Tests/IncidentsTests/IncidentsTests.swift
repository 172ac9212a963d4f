import Chronology
import Incidents
import Testing

struct IncidentEventTests {
  private static let facts = IncidentFacts(
    title: "Cards are declined", severity: 2, status: "resolved", started: Instant(rfc3339: "2026-01-05T09:12:00Z"),
    ended: Instant(rfc3339: "2026-01-05T10:02:30.5Z"), impact: "One order in three failed.")

  @Test(arguments: [
    IncidentEvent.recorded(facts), .corrected(IncidentFacts(title: "", status: "not known")),
    .timelineAttached(AttachedTimeline(json: Array(#"{"schemaVersion":1}"#.utf8))),
    .postmortemLinked(PostmortemLink(postmortem: 7)),
  ])
  func `an incident's event is read as it was written`(event: IncidentEvent) throws {
    #expect(try IncidentEvent(try event.document()) == event)
  }

  @Test func `what the record holds today is still read when the shape grows`() throws {
    let json = #"{"title":"Cards are declined","status":"resolved","started":"2026-01-05T09:12:00Z","teams":["a"]}"#
    let document = EventDocument(kind: "incident-recorded", version: 1, json: Array(json.utf8))
    let started = Instant(rfc3339: "2026-01-05T09:12:00Z")
    let expected = IncidentFacts(title: "Cards are declined", status: "resolved", started: started)
    #expect(try IncidentEvent(document) == .recorded(expected))
  }

  @Test(arguments: [("incident-recorded", 2), ("incident-drilled", 1), ("", 1)])
  func `kinds and versions of a newer Mayday are left alone`(kind: String, version: Int) throws {
    let document = EventDocument(kind: kind, version: version, json: Array("{}".utf8))
    #expect(try IncidentEvent(document) == nil)
  }

  @Test(arguments: ["", "{}", "[1]", #"{"title":1,"status":""}"#])
  func `a known kind with another shape is an error that names it`(json: String) {
    let document = EventDocument(kind: "incident-recorded", version: 1, json: Array(json.utf8))
    #expect(throws: EventDocumentError(kind: "incident-recorded", version: 1)) { try IncidentEvent(document) }
  }
}
