import Authoring
import Chronology
import Documents
import Foundation
import Incidents
import Postmortems
import Testing

/// Documents that come in as new postmortems.
struct IntakeTests {
  private static let context = PostmortemContext(actor: "kim", now: Instant(seconds: 2_300_000_000))
  private static let example: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "Examples/knight-capital/postmortem.md"), encoding: .utf8))
      ?? ""
  }()

  private func intake(_ text: String, isMarkedOnly: Bool = false) -> DocumentIntake {
    DocumentIntake(reading: PostmortemDocument(parsing: text), isMarkedOnly: isMarkedOnly, in: Self.context)
  }

  /// A new postmortem from a text, as the desk begins it.
  private func begun(_ text: String, stage: PostmortemStage = .draft) -> (postmortem: Postmortem, notes: [String]) {
    let intake = intake(text)
    var events: [PostmortemEvent] = [
      .started(
        PostmortemStart(
          incident: nil, origin: .document, title: intake.details?.title ?? "Night", text: intake.words.text))
    ]
    if let details = intake.details { events.append(.detailsWritten(details)) }
    events += intake.events
    if stage != .draft { events.append(.stageChanged(StageChanged(stage: stage))) }
    return (RandomParts.postmortem(events), intake.notes)
  }

  private func export(_ postmortem: Postmortem) -> String {
    PostmortemAssembly(postmortem: postmortem, incident: nil, zoneLabel: "UTC") { _ in 0 }.markdown()
  }

  @Test func `what was written out and brought in as new is written out the same again`() {
    let first = UInt64.random(in: 0...UInt64.max / 2)
    for seed in first..<(first + 150) {
      var random = RandomParts(seed: seed)
      let written = export(RandomParts.postmortem(random.events()))
      let once = begun(written)
      let again = export(once.postmortem)
      let twice = begun(again)
      guard export(twice.postmortem) == again else {
        Issue.record("seed \(seed):\n\(again)\n=== became\n\(export(twice.postmortem))")
        return
      }
    }
  }

  @Test func `parts that keep to the rules come in under their numbers, whole`() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = RandomParts(seed: seed)
      let postmortem = RandomParts.postmortem(random.events())
      // Blanks at the ends of a text are no part of it for whoever writes it, and neither are control characters.
      let (new, notes) = begun(export(postmortem), stage: postmortem.stage)
      guard notes.allSatisfy({ !$0.contains("the timeline is kept") && !$0.contains("actions is kept") }) else {
        continue
      }
      #expect(new.lines.map(\.number) == postmortem.lines.map(\.number), "seed \(seed)")
      #expect(new.lines.map(\.at) == postmortem.lines.map(\.at), "seed \(seed)")
      #expect(new.actions.map(\.number) == postmortem.actions.map(\.number), "seed \(seed)")
      #expect(new.actions.map(\.state) == postmortem.actions.map(\.state), "seed \(seed)")
    }
  }

  @Test func `the example comes in with its timeline and its actions`() throws {
    try #require(!Self.example.isEmpty)
    let (postmortem, notes) = begun(Self.example)
    #expect(postmortem.lines.count == 38)
    #expect(postmortem.lines.first?.at == Instant(rfc3339: "2003-11-18T23:10:00Z"))
    #expect(postmortem.lines.first?.references == ["git/smars.fi@cfbb927"])
    let start = postmortem.lines.first { $0.at == Instant(rfc3339: "2012-08-01T13:30:01Z") }
    #expect(start?.text == "Start. First child order of Power Peg, on smars08")
    #expect(postmortem.actions.count == 10)
    #expect(postmortem.actions.count { $0.state == .done } == 4)
    #expect(postmortem.actions.last?.content.due == CivilDate("2012-10-12"))
    #expect(postmortem.actions.first?.content.owner == "Order entry lead")
    #expect(
      notes.contains { $0.hasPrefix("Emphasis in the table of the timeline in line ") }, "\(notes)")
    #expect(notes.count == 1, "\(notes)")
    // Words stay where they were, and nothing of a table is in them twice.
    #expect(postmortem.base.contains("All instants are UTC; New York is four hours behind."))
    #expect(postmortem.base.contains("| What we went by | Why it was reasonable |"))
    #expect(!postmortem.base.contains("| Time (UTC) | What happened |"))
    let written = export(postmortem)
    #expect(export(begun(written).postmortem) == written)
    func words(_ text: String) -> Set<Substring> {
      Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != ":" })
    }
    let lost = words(Self.example).subtracting(words(written))
    // Times are written to the second, the heads of columns are our own.
    #expect(
      lost.subtracting(["final", "verified", "2003-11-18", "23:10", "14:55", "18:50", "How"]).isEmpty, "\(lost)")
  }

  @Test(
    arguments: [
      ("| Time | What happened |\n|---|---|\n| 2026-03-01 13:45 UTC | It broke |", 1, 0, "", "a whole instant"),
      (
        "| Time (UTC) | Event | Evidence |\n|---|---|---|\n| 2026-03-01 13:45:10 | It `broke` | a.log:3, b.log:4 |", 1,
        0, "", "the zone in the head of the column"
      ),
      (
        "| Time | What happened |\n|---|---|\n| around noon | It broke |", 0, 0,
        "The table of the timeline in line 5 is kept as text: 'around noon' in line 7 is no whole instant.",
        "no instant"
      ),
      (
        "| Time | What happened | Mood |\n|---|---|---|\n| 2026-03-01 13:45 UTC | It broke | low |", 0, 0,
        "The table of the timeline in line 5 is kept as text: the column 'Mood' is none of a part's.",
        "a foreign column"
      ),
      (
        "| Time | What happened |\n|---|---|\n| 2026-03-01 13:45 UTC | See [the log](http://a.example) |", 0, 0,
        "The table of the timeline in line 5 is kept as text: a cell in line 7 holds a link, a picture or other markup.",
        "a link would be lost"
      ),
      (
        "| Time | What happened |\n|---|---|\n| 2026-03-01 13:45 UTC | |", 0, 0,
        "The table of the timeline in line 5 is kept as text: text: nothing was written.", "an empty line"
      ),
      ("- 2026-03-01 13:45 UTC: It broke", 0, 0, "", "a list stays as it is"),
    ] as [(String, Int, Int, String, String)])
  func `a table of the timeline is read as a whole or not at all`(
    table: String, lines: Int, actions: Int, note: String, why: String
  ) {
    let (postmortem, notes) = begun("# Cards\n\n## Timeline\n\n\(table)\n\nBelow.\n")
    #expect(postmortem.lines.count == lines, "\(why): \(notes)")
    #expect(notes == (note.isEmpty ? [] : [note]), "\(why)")
    #expect(postmortem.base.contains(table) == (lines == 0), "\(why)")
    #expect(postmortem.base.contains("Below."))
  }

  @Test(
    arguments: [
      ("| Action | Owner | Due |\n|---|---|---|\n| Compare builds | kim | 2026-03-08, done |", 1, "done", ""),
      ("| Action | Status |\n|---|---|\n| Compare builds | In progress |", 1, "accepted", ""),
      (
        "| Action | Due |\n|---|---|\n| Compare builds | Q3 |", 0, "",
        "The table of actions in line 5 is kept as text: 'Q3' in line 7 is no day; days are written as 2026-03-08."
      ),
      (
        "| Action | Status |\n|---|---|\n| Compare builds | half way |", 0, "",
        "The table of actions in line 5 is kept as text: 'half way' in line 7 is no state of an action."
      ),
    ] as [(String, Int, String, String)])
  func `a table of actions is read as a whole or not at all`(table: String, count: Int, state: String, note: String) {
    let (postmortem, notes) = begun("# Cards\n\n## Action items\n\n\(table)\n")
    #expect(postmortem.actions.count == count)
    #expect(postmortem.actions.map(\.state.rawValue) == (state.isEmpty ? [] : [state]))
    #expect(notes == (note.isEmpty ? [] : [note]))
  }

  @Test func `what breaks a rule stays words, and accounts stay with those who told them`() {
    let text = """
      # Cards

      ## Authors and participants

      <!-- parts: accounts -->

      Accounts, each in its own words, opened 2026-03-01 13:45:00 UTC:

      - **lee** (told 2026-03-01 13:00:00 UTC)
        - Saw: a red light

      <!-- end parts -->

      ## Timeline of events

      <!-- parts: timeline -->

      | # | Time (UTC) | What happened | Known from | Evidence |
      |---|---|---|---|---|
      | L1 | 2999-03-01 13:45:00 | It broke | said |  |

      <!-- end parts -->
      """
    let intake = intake(text)
    #expect(intake.events.isEmpty)
    #expect(intake.words.text.contains("Saw: a red light") && intake.words.text.contains("| L1 | 2999-03-01"))
    #expect(!intake.words.text.contains("<!--"))
    #expect(
      intake.notes == [
        "What is marked as the timeline is kept as text: '2999-03-01 13:45:00' is no instant.",
        "The accounts are kept as text: they belong to those who told them.",
        "The table of the timeline in line 18 is kept as text: '2999-03-01 13:45:00' in line 20 is no whole instant.",
      ])
    #expect(self.intake("# Cards\n\nWords.\n").words.text == "# Cards\n\nWords.\n")
  }
}
