import Chronology
import Desk
import Documents
import Findings
import Journal
import RecordViews
import Testing
import TimelineBuilding

struct ImportTests {
  @Test func `an import shows on the pages, to the byte`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let text = SampleText.cards + "\r\n\u{FEFF}\u{0} e\u{301} obviously\n"
    let receipt = try await desk.importText(text, path: "/home/somebody/cards.md", timeline: .sample(moments: 3))
    #expect(receipt.incident == IncidentID(number: 1))
    #expect(receipt.postmortem == PostmortemID(number: 1))
    #expect(!receipt.isUnchanged)

    let home = try await desk.home(for: DeskScene.reader)
    #expect(home.record == nil)
    let incident = try #require(home.incidents.first)
    #expect(incident.title == "Cards are declined")
    #expect(incident.severity == 2)
    #expect(incident.status == "resolved")
    #expect(incident.started?.rfc3339 == "2026-01-05T09:12:00Z")
    #expect(incident.ended?.rfc3339 == "2026-01-05T10:02:30Z")
    #expect(incident.impact == "One order in three failed at checkout for 50 minutes.")
    #expect(incident.momentCount == 3)
    #expect(incident.postmortem == receipt.postmortem)
    let postmortem = try #require(home.postmortems.first)
    #expect(postmortem.status == "draft")
    #expect(postmortem.openActionCount == 1)

    let view = try #require(try await desk.postmortem(receipt.postmortem, for: DeskScene.reader))
    #expect(Array(view.document.text.utf8) == Array(text.utf8))
    #expect(Set(view.findings.map(\.path)) == ["cards.md"])
    #expect(view.findings.count { $0.severity == .error } == postmortem.errorCount)
    #expect(view.findings.count { $0.severity == .warning } == postmortem.warningCount)
    #expect(postmortem.errorCount > 0)
    #expect(
      try await desk.incident(receipt.incident, for: DeskScene.reader)?.timeline?.moments.map(\.id) == [
        "m0", "m1", "m2",
      ])
    #expect(try await desk.incident(IncidentID(number: 2), for: DeskScene.reader) == nil)
    #expect(try await desk.postmortem(PostmortemID(number: 2), for: DeskScene.reader) == nil)
  }

  @Test func `the same text again appends nothing`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let first = try await desk.importText(SampleText.cards, timeline: .sample(moments: 3))
    for (path, timeline) in [("cards.md", true), ("elsewhere.md", false)] {
      let again = try await desk.importText(
        SampleText.cards, path: path, timeline: timeline ? .sample(moments: 3) : nil)
      #expect(again.isUnchanged)
      #expect(again.incident == first.incident)
      #expect(again.postmortem == first.postmortem)
    }
    #expect(try await desk.eventCount() == 4)
  }

  @Test func `a changed text is a new revision of the same postmortem`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let first = try await desk.importText(SampleText.cards, timeline: .sample(moments: 3))
    let changed = SampleText.cards.replacing("SEV2", with: "SEV1").replacing("status: draft", with: "status: final")
    let second = try await desk.importText(changed)
    #expect(
      second
        == ImportReceipt(
          incident: first.incident, postmortem: first.postmortem, isUnchanged: false,
          replacedTitle: "Cards are declined"))
    let home = try await desk.home(for: DeskScene.reader)
    #expect(home.incidents.map(\.severity) == [1])
    #expect(home.incidents.map(\.momentCount) == [3])
    #expect(home.postmortems.map(\.status) == ["final"])
    #expect(try await desk.postmortem(first.postmortem, for: DeskScene.reader)?.document.text == changed)
  }

  @Test func `a new timeline for the same text replaces the one before`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    try await desk.importText(SampleText.cards, timeline: .sample(moments: 3))
    let again = try await desk.importText(SampleText.cards, timeline: .sample(moments: 5))
    #expect(!again.isUnchanged)
    #expect(try await desk.incident(again.incident, for: DeskScene.reader)?.timeline?.moments.count == 5)
    #expect(try await desk.eventCount() == 5)
  }

  @Test(arguments: [
    (SampleText.titled("Cards are declined", started: "2026-01-05T09:12:00Z"), "cards.md", 1, "same title and start"),
    (SampleText.titled("Cards", started: "2026-01-05T09:12:00Z", incident: "inc-1"), "x.md", 1, "names the incident"),
    (SampleText.titled("Cards", started: "2026-01-05T09:12:00Z"), "cards.md", 1, "the same file, given its title"),
    (SampleText.titled("Cards", started: "2026-01-05T09:12:00Z"), "x.md", 2, "another title in another file"),
    (SampleText.titled("Cards are declined", started: "2026-02-05T09:12:00Z"), "cards.md", 2, "another start"),
    (SampleText.titled("Cards are declined", started: nil), "cards.md", 2, "no start, and the known one has one"),
    (SampleText.titled("Cards", started: nil, incident: "INC-9"), "x.md", 2, "names one that is not there"),
    (SampleText.titled("Cards", started: nil, incident: "OPS-1"), "x.md", 2, "names one of another tool"),
    ("## Impact\nIt was down.", "cards.md", 2, "has no title but its file's name"),
  ])
  func `what belongs to an incident that is there is told from what is new`(
    text: String, path: String, incident: Int, why: String
  ) async throws {
    let desk = try Desk(journal: MemoryJournal())
    try await desk.importText(SampleText.cards)
    #expect(try await desk.importText(text, path: path).incident == IncidentID(number: incident))
  }

  @Test func `a text that belongs to nothing there takes the place of another only when that is meant`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let first = try await desk.importText(SampleText.cards)
    var request = ImportRequest(
      text: SampleText.titled("Mill", started: "2027-01-05T09:12:00Z"), path: "mill.md", incident: first.incident,
      isRevisionMeant: false)
    await #expect(throws: DeskError.self) { try await desk.importPostmortem(request) }
    request.isRevisionMeant = true
    let receipt = try await desk.importPostmortem(request)
    #expect(receipt.postmortem == first.postmortem)
    #expect(receipt.replacedTitle == "Cards are declined")
  }

  @Test func `a text without a heading is no postmortem`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    await #expect(throws: DeskError.self) { try await desk.importText("2031-05-06 07:00 door opened\n") }
    #expect(try await desk.eventCount() == 0)
  }

  @Test(arguments: [("same.md", 1), ("other.md", 2)])
  func `without a start, title and file name together tell`(path: String, incident: Int) async throws {
    let desk = try Desk(journal: MemoryJournal())
    try await desk.importText(SampleText.titled("Weekly review", started: nil), path: "a/same.md")
    let changed = SampleText.titled("Weekly review", started: nil) + " Again."
    #expect(try await desk.importText(changed, path: "b/" + path).incident == IncidentID(number: incident))
  }

  @Test func `an incident that was asked for gets the postmortem, or the request is refused`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let first = try await desk.importText(SampleText.cards)
    let other = SampleText.titled("Declined", started: "2026-01-05T09:13:00Z")
    #expect(try await desk.importText(other, incident: first.incident).postmortem == first.postmortem)
    let error = await #expect(throws: DeskError.self) {
      try await desk.importText(SampleText.cards, incident: IncidentID(number: 7))
    }
    #expect(error?.code == .unknownIncident)
  }

  @Test func `a document that names another record's incident is not taken for ours`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    try await desk.importText(SampleText.cards)
    let foreign = SampleText.titled("Mail is late", started: "2025-11-01T00:00:00Z", incident: "INC-1")
    let error = await #expect(throws: DeskError.self) { try await desk.importText(foreign, path: "mail.md") }
    #expect(error?.code == .otherIncident)
    #expect(error?.place == "mail.md")
    let asked = try await desk.importText(foreign, incident: IncidentID(number: 1))
    #expect(asked.incident == IncidentID(number: 1))
  }

  @Test func `what is empty or too large is refused, and nothing is recorded`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let empty = await #expect(throws: DeskError.self) { try await desk.importText(" \n\t") }
    #expect(empty?.code == .emptyDocument)
    let size = DeskLimits.postmortemBytesMax + 1
    let large = await #expect(throws: DeskError.self) {
      try await desk.importText(String(repeating: "x", count: size))
    }
    #expect(large?.code == .limitPassed(limit: DeskLimits.postmortemBytesMax, actual: size))
    #expect(try await desk.eventCount() == 0)
  }
}
