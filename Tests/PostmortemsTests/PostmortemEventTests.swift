import Chronology
import Incidents
import Postmortems
import Testing

struct PostmortemEventTests {
  private static let text = PostmortemText(
    incident: 3, title: "Cards are declined", status: "draft", path: "cards.md", sha256: "00", text: "# Café\r\n\u{0}")
  private static let factor = Factor(
    number: 2, text: "The eighth server kept the old build", kind: .condition, parent: 1, sureness: .shown,
    evidence: ["deploy.log:8"], catches: [Factor.Catch(means: .test, answer: "It ran on one server.")],
    hits: [ActionID(postmortem: 4, action: 2)])
  private static let action = ActionContent(
    text: "Compare the builds", kind: .prevent, term: .immediate, owner: "kim", due: CivilDate("2026-03-08"),
    factors: [2], verification: "A deploy with one host left out stops.")

  @Test(arguments: [
    PostmortemEvent.imported(text), .revised(text),
    .started(PostmortemStart(incident: 3, origin: .incident, title: "Cards", text: "# Cards\n", notes: ["a picture"])),
    .sectionWritten(SectionWritten(section: "impact", markdown: "One order in three.")),
    .detailsWritten(PostmortemDetails(title: "Cards", owner: "kim", authors: ["kim"], participants: ["lee"])),
    .accountsAsked(AccountsAsked(people: ["lee"])), .accountGiven(AccountGiven(person: "lee", statement: nil)),
    .accountGiven(AccountGiven(person: "lee", statement: AccountStatement(saw: "red", at: Instant(seconds: 9)))),
    .accountsOpened(AccountsOpened(reason: "on leave")),
    .linesWritten(LinesWritten(lines: [TimelineLine(number: 1, at: Instant(seconds: 5), basis: .said, text: "up")])),
    .linesRemoved(LinesRemoved(numbers: [1])), .linesArranged(LinesArranged(numbers: [2, 1])),
    .gapExplained(GapExplained(after: 1, text: "Nothing that anybody noticed.")), .factorWritten(factor),
    .assumptionWritten(Assumption(number: 1, believed: "Green means done", shown: "It counts answers")),
    .luckWritten(Luck(number: 1, text: "A quiet hour")), .partRemoved(PartRemoved(part: .luck, number: 1)),
    .commentWritten(
      CommentWritten(number: 1, anchor: CommentAnchor(section: "impact", quote: "some"), text: "How many?")),
    .commentSettled(CommentSettled(number: 1, isSettled: true)), .reviewersNamed(ReviewersNamed(people: ["ana"])),
    .verdictGiven(VerdictGiven(isApproved: false, note: "the impact")),
    .stageChanged(StageChanged(stage: .final, passed: [PassedGate(gate: .accounts, reason: "on leave")])),
    .published(PublicationMade(audience: .public, title: "Cards", markdown: "# Cards\n", isOnStatusPage: true)),
    .withdrawn(PublicationWithdrawn(audience: .public, reason: "it named a customer")),
    .actionWritten(ActionWritten(action: 1, content: action)),
    .actionStepped(ActionStepped(action: 1, state: .done, note: "build 512", check: "one-build")),
  ])
  func `an event is read as it was written, to the byte`(event: PostmortemEvent) throws {
    #expect(try PostmortemEvent(try event.document()) == event)
    #expect(try IncidentEvent(try event.document()) == nil)
  }

  @Test func `kinds and versions of a newer Mayday are left alone`() throws {
    let json = Array("{}".utf8)
    #expect(try PostmortemEvent(EventDocument(kind: "postmortem-imported", version: 2, json: json)) == nil)
    #expect(try PostmortemEvent(EventDocument(kind: "postmortem-sung", version: 1, json: json)) == nil)
  }
}
