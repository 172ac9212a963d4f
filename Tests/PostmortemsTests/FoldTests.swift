import Chronology
import Documents
import Incidents
import Postmortems
import Testing

struct FoldTests {
  @Test func `a document brought in anew takes the place of what was written`() {
    var play = Play()
    play.play(.writeSection(.impact, markdown: "Written in Mayday."))
    let text = PostmortemText(
      incident: 1, title: "Cards, anew", status: "draft", path: "cards.md", sha256: "00",
      text: "# Cards, anew\n\n## Impact analysis\n\nFrom a file.\n")
    play.record([.revised(text)])
    #expect(play.postmortem.words(of: .impact) == "From a file.")
    #expect(play.postmortem.document.text == text.text, "byte for byte")
    #expect(play.postmortem.title == "Cards, anew")
    #expect(play.postmortem.textVersion == play.postmortem.version)
  }

  @Test func `events of a newer Mayday, and erased ones, only count`() {
    let play = Play()
    let before = play.postmortem
    var after = before
    after.skip(EventStamp(version: 3, recorded: play.now, actor: "kim"))
    #expect(after.version == 3)
    #expect(after.document.text == before.document.text)
  }

  @Test func `a postmortem is read back as it was written down`() throws {
    var play = Play()
    play.play(.writeFactor(Factor(text: "a", kind: .trigger)))
    play.play(.writeLines([TimelineLine(at: Play.start, basis: .said, text: "up")]))
    play.play(.explainGap(GapExplained(after: 1, text: "nothing")))
    let document = try EventDocument("x", play.postmortem)
    #expect(try document.decoded(Postmortem.self) == play.postmortem)
  }

  @Test func `what no action answers is seen`() {
    var play = Play()
    play.play(.writeFactor(Factor(text: "a", kind: .trigger)))
    play.play(.writeFactor(Factor(text: "b", kind: .detection)))
    let content = ActionContent(text: "x", kind: .detect, term: .immediate, factors: [2])
    play.play(.writeAction(ActionWritten(content: content)))
    #expect(play.postmortem.unansweredFactors.map(\.number) == [1])
    play.play(.stepAction(ActionStepped(action: 1, state: .declined, note: "too dear")))
    #expect(play.postmortem.unansweredFactors.map(\.number) == [1, 2], "a declined action answers nothing")
  }

  @Test func `an action's state of a moment is the last that it had come to`() throws {
    var play = Play()
    play.play(.writeAction(ActionWritten(content: ActionContent(text: "x", kind: .detect, term: .immediate))))
    let proposed = play.now
    play.play(.stepAction(ActionStepped(action: 1, state: .done)))
    let action = try #require(play.postmortem.action(1))
    #expect(action.state(at: proposed) == .proposed)
    #expect(action.state(at: play.now) == .done)
    #expect(action.state(at: proposed.advanced(bySeconds: -60)) == nil)
  }
}
