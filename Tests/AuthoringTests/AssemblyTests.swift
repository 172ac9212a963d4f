import Authoring
import Chronology
import Documents
import Incidents
import Postmortems
import Testing

struct AssemblyTests {
  private static let foreign = """
    ---
    team: night shift
    title: "Cards are declined"
    severity: high # by phone
    status: open
    authors:
      - Ana
    ---

    # Cards are declined

    ## What happened

    Every third card.

    ## Timeline (UTC)

    - 10:02 the first call

    ## Action items

    * call the bank
    """

  private func postmortem(_ events: [PostmortemEvent], _ text: String = foreign) -> Postmortem {
    let start = PostmortemStart(incident: 7, origin: .document, title: "Cards are declined", text: text)
    return RandomParts.postmortem([.started(start)] + events)
  }

  private func text(_ postmortem: Postmortem, _ incident: Incident? = nil) -> String {
    PostmortemAssembly(postmortem: postmortem, incident: incident, zoneLabel: "UTC") { _ in 0 }.markdown()
  }

  private static let line = TimelineLine(
    number: 4, at: Instant(rfc3339: "2026-02-03T10:02:00Z"), basis: .stamped, text: "The till says \"declined | 05\"",
    origin: .moment, originID: "m1", references: ["till.log:12", "git/pay.fi@649bdfb"])
  private static let action = ActionContent(
    text: "Compare the *two* lists of banks", kind: .detect, term: .immediate, owner: "payments",
    due: CivilDate("2026-02-10"), factors: [2], verification: "A list with one bank left out turns red")

  @Test(arguments: [
    foreign, "no heading at all", "# T\r\n\r\n## Impact\r\n\r\nsome", "---\nbroken: [yaml\n---\n# T\n", "",
    "# T\n\n**Timeline:**\n- 10:00 x",
  ])
  func `what was brought in and has no parts stays byte for byte`(source: String) {
    let whole = text(postmortem([.stageChanged(StageChanged(stage: .inReview))], source))
    #expect(Array(whole.utf8) == Array(source.utf8))
  }

  @Test func `our keys are brought up to date where they stand, others stay`() throws {
    let whole = text(
      postmortem([
        .detailsWritten(
          PostmortemDetails(
            title: "Cards: declined", owner: "payments", authors: ["Ana", "Ben"], participants: ["Cy"],
            facilitator: "Dee")), .linesWritten(LinesWritten(lines: [Self.line])),
      ]), Incident(number: 7, facts: IncidentFacts(title: "x", severity: 2, status: "resolved")))
    let head = whole.split(separator: "---\n")[0]
    #expect(
      String(head)
        == """
        team: night shift
        title: "Cards: declined"
        severity: SEV2
        status: draft
        authors: [Ana, Ben]
        owner: payments
        participants: [Cy]
        facilitator: Dee
        zone: UTC
        incident: "INC-7"
        postmortem: "PM-3"

        """.replacing("\"INC-7\"", with: "INC-7").replacing("\"PM-3\"", with: "PM-3"))
    #expect(whole.contains("\n# Cards: declined\n"))
    #expect(whole.contains("\n## What happened\n\nEvery third card.\n\n## Timeline (UTC)\n"))
  }

  @Test func `the reviewer's readers understand what is written`() throws {
    var line = Self.line
    line.number = 5
    line.at = Instant(rfc3339: "2026-02-03T10:05:30Z")
    line.until = Instant(rfc3339: "2026-02-03T10:09:00Z")
    line.group = "Search"
    let document = PostmortemDocument(
      parsing: text(
        postmortem(
          [
            .linesWritten(LinesWritten(lines: [Self.line, line])),
            .gapExplained(GapExplained(after: 4, text: "Lunch until 10:04")),
            .actionWritten(ActionWritten(action: 1, content: Self.action)),
            .actionStepped(ActionStepped(action: 1, state: .accepted)),
            .actionStepped(ActionStepped(action: 1, state: .done, note: "build 9")),
            .actionStepped(ActionStepped(action: 1, state: .verified, note: "left one out: red")),
          ], "# Cards\n\n## Timeline\n\n## Action items\n")))
    let rows = document.timelineRows
    #expect(rows.map(\.instant) == [Self.line.at, line.at])
    #expect(rows.map(\.text) == [Self.line.text, line.text])
    #expect(rows.map(\.evidence) == [Self.line.references, line.references])
    let action = try #require(document.actions.first)
    #expect(document.actions.count == 1)
    #expect(action.text == Self.action.text)
    #expect(action.owner == "payments")
    #expect(action.due == "2026-02-10")
    #expect(action.isDone)
  }

  @Test func `where a line was taken from is kept for programs and shown to nobody`() {
    let document = PostmortemDocument(
      parsing: text(postmortem([.linesWritten(LinesWritten(lines: [Self.line]))], "# T\n\n## Timeline\n")))
    #expect(document.text.contains("| stamped <!-- moment m1 --> |"))
    #expect(!MarkdownHTML.render(document.text).contains("m1"))
  }

  @Test func `in another zone each time says its offset`() {
    let postmortem = postmortem([.linesWritten(LinesWritten(lines: [Self.line]))], "# T\n\n## Timeline\n")
    let document = PostmortemAssembly(postmortem: postmortem, incident: nil, zoneLabel: "America/New_York") { _ in
      -18_000
    }
    .document()
    #expect(document.text.contains("| L4 | 2026-02-03 05:02:00 -05:00 |"))
    #expect(document.timelineRows.map(\.instant) == [Self.line.at])
  }

  @Test func `a bold label in place of a heading keeps its words, and the parts stand at the end`() {
    let source = "# T\n\n**Timeline:** it was short.\n\n**Impact:** some.\n"
    let postmortem = postmortem([.linesWritten(LinesWritten(lines: [Self.line]))], source)
    let parts = AssembledParts(reading: PostmortemDocument(parsing: text(postmortem)))
    #expect(parts.lines == [Self.line])
    #expect(parts.words(of: .timeline) == "it was short.")
    #expect(parts.words(of: .impact) == "some.")
  }

  @Test func `accounts stay with their people until they are opened`() {
    let given: [PostmortemEvent] = [
      .accountsAsked(AccountsAsked(people: ["Ana"])),
      .accountGiven(AccountGiven(person: "Ana", statement: AccountStatement(saw: "A red till"))),
    ]
    #expect(!text(postmortem(given)).contains("A red till"))
    #expect(text(postmortem(given + [.accountsOpened(AccountsOpened())])).contains("A red till"))
  }

  @Test func `what somebody changed in an editor, and nothing else, comes back`() throws {
    let before = text(
      postmortem([
        .linesWritten(LinesWritten(lines: [Self.line])), .luckWritten(Luck(number: 2, text: "A quiet hour")),
        .factorWritten(Factor(number: 2, text: "Two lists", kind: .condition, evidence: ["a:1"])),
        .actionWritten(ActionWritten(action: 1, content: Self.action)),
      ]))
    let edited = before.replacing("Every third card.", with: "Every third card, at the till.")
      .replacing("Two lists", with: "Two lists, kept by hand")
      .replacing("| proposed |", with: "| accepted: on Monday |")
      .replacing("- **Luck 2** A quiet hour", with: "- **Luck 2** A quiet hour\n- Nobody was hungry")
      .replacing("\n| L4 |", with: "\n| | 2026-02-03 10:01 | The `till` starts | said | |\n| L4 |")
    let changes = AssembledParts(reading: PostmortemDocument(parsing: edited))
      .changes(since: AssembledParts(reading: PostmortemDocument(parsing: before)))
    #expect(
      changes == [
        .writeSection(.summary, markdown: "Every third card, at the till."),
        .writeLines([
          TimelineLine(at: Instant(rfc3339: "2026-02-03T10:01:00Z"), basis: .said, text: "The `till` starts")
        ]),
        .writeFactor(Factor(number: 2, text: "Two lists, kept by hand", kind: .condition, evidence: ["a:1"])),
        .writeLuck(Luck(text: "Nobody was hungry")),
        .stepAction(ActionStepped(action: 1, state: .accepted, note: "on Monday")),
      ])
  }
}
