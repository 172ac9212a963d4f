import Chronology
import Incidents
import Testing

struct IncidentEventTests {
  private static let facts = IncidentFacts(
    title: "Cards are declined", severity: 2, status: "resolved", started: Instant(rfc3339: "2026-01-05T09:12:00Z"),
    ended: Instant(rfc3339: "2026-01-05T10:02:30.5Z"), impact: "One order in three failed.")
  private static let text = PostmortemText(
    incident: 3, title: "Cards are declined", status: "draft", path: "cards.md", sha256: "00", text: "# Café\r\n\u{0}")

  @Test(arguments: [
    IncidentEvent.recorded(facts), .corrected(IncidentFacts(title: "", status: "not known")),
    .timelineAttached(AttachedTimeline(json: Array(#"{"schemaVersion":1}"#.utf8))),
    .postmortemLinked(PostmortemLink(postmortem: 7)),
  ])
  func `an incident's event is read as it was written`(event: IncidentEvent) throws {
    #expect(try IncidentEvent(try event.document()) == event)
    #expect(try PostmortemEvent(try event.document()) == nil)
  }

  @Test(arguments: [PostmortemEvent.imported(text), .revised(text)])
  func `a postmortem's event is read as it was written, to the byte`(event: PostmortemEvent) throws {
    #expect(try PostmortemEvent(try event.document()) == event)
    #expect(try IncidentEvent(try event.document()) == nil)
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
    #expect(try PostmortemEvent(document) == nil)
  }

  @Test(arguments: ["", "{}", "[1]", #"{"title":1,"status":""}"#])
  func `a known kind with another shape is an error that names it`(json: String) {
    let document = EventDocument(kind: "incident-recorded", version: 1, json: Array(json.utf8))
    #expect(throws: EventDocumentError(kind: "incident-recorded", version: 1)) { try IncidentEvent(document) }
  }
}

struct PostmortemImportTests {
  private static let timeline = AttachedTimeline(json: [123, 125])
  private let document = PostmortemImport(
    facts: IncidentFacts(title: "Cards are declined", status: "resolved"), title: "Cards", status: "final",
    path: "cards.md", sha256: "aa", text: "# Cards", timeline: timeline)
  private var content: PostmortemText {
    PostmortemText(incident: 4, title: "Cards", status: "final", path: "cards.md", sha256: "aa", text: "# Cards")
  }

  @Test func `the first import records incident, timeline and postmortem`() {
    let events = document.events(incident: nil, incidentNumber: 4, postmortemNumber: 2, currentHash: nil)
    #expect(
      events.incident == [
        .recorded(document.facts), .timelineAttached(Self.timeline),
        .postmortemLinked(PostmortemLink(postmortem: 2)),
      ])
    #expect(events.postmortem == [.imported(content)])
  }

  @Test func `the same text and timeline again are no event, whatever else was read out of them`() {
    let incident = Incident(
      number: 4, facts: IncidentFacts(title: "as before", status: ""), timeline: Self.timeline, postmortem: 2)
    let events = document.events(incident: incident, incidentNumber: 4, postmortemNumber: 2, currentHash: "aa")
    #expect(events.incident.isEmpty)
    #expect(events.postmortem.isEmpty)
  }

  @Test func `a changed text is a revision, and corrects the facts that changed`() {
    let incident = Incident(
      number: 4, facts: IncidentFacts(title: "as before", status: ""), timeline: Self.timeline, postmortem: 2)
    let events = document.events(incident: incident, incidentNumber: 4, postmortemNumber: 2, currentHash: "bb")
    #expect(events.incident == [.corrected(document.facts)])
    #expect(events.postmortem == [.revised(content)])
  }

  @Test func `without a timeline the one that is attached stays`() {
    var plain = document
    plain.timeline = nil
    let incident = Incident(number: 4, facts: document.facts, timeline: Self.timeline, postmortem: 2)
    let events = plain.events(incident: incident, incidentNumber: 4, postmortemNumber: 2, currentHash: "bb")
    #expect(events.incident.isEmpty)
    #expect(events.postmortem == [.revised(content)])
  }

  @Test func `events add up to the incident`() {
    var incident = Incident(number: 4, facts: Incident.erasedFacts)
    for event in document.events(incident: nil, incidentNumber: 4, postmortemNumber: 2, currentHash: nil).incident {
      incident.apply(event, EventStamp(version: 1, recorded: Instant(seconds: 0), actor: "ana"))
    }
    #expect(incident.facts == document.facts)
    #expect(incident.timeline == Self.timeline)
    #expect(incident.postmortem == 2)
  }
}
