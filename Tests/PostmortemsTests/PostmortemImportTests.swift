import Chronology
import Incidents
import Postmortems
import Testing

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
