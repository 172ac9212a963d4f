import Documents
import Incidents
import Postmortems
import Testing

struct SectionRuleTests {
  @Test func `words are kept with plain line ends and without blank lines around them`() throws {
    var play = Play()
    #expect(
      play.play(.writeSection(.impact, markdown: "\r\n\r\n    a piece of code\r\n\r\nand words  \r\n\r\n")) == "done")
    #expect(play.postmortem.words(of: .impact) == "    a piece of code\n\nand words")
    #expect(play.postmortem.version(of: .impact) == play.postmortem.version)
    #expect(play.postmortem.version(of: .lessons) == 1, "another section is as old as the document")
    #expect(play.postmortem.document.text.contains("## Lessons learned\n\nNone yet."))
  }

  @Test(
    arguments: [
      ("214 orders were lost.", "nothing-new", "the same words"),
      ("\n 214 orders were lost. \n", "done", "a blank before it may mean something"),
      ("", "done", "a section can be emptied"),
      ("### Of whom\n\nAll.", "done", "a heading below the section's own"),
      ("# Other", "invalid-text", "a title"),
      ("a\n\n## Costs", "invalid-text", "a heading of the section's level"),
      ("a\n\n### Timeline\n\nb", "invalid-text", "the name of another section, however deep"),
      ("a\n\nTimeline\n---\n", "invalid-text", "a heading that is underlined"),
      ("```\n## Costs\n```", "done", "in code it is no heading"),
      ("```\n## Costs", "invalid-text", "code that is not closed takes what follows along"),
      ("<!-- to do", "invalid-text", "so does a comment"),
      ("a\n\n<pre>\nb", "invalid-text", "so does an element that is not closed"),
      ("<pre>\nb\n</pre>", "done", "one that is closed does not"),
      ("- a\n  ```\n  b", "done", "code in a list ends with the list"),
      ("> ```\n> b", "done", "code in a quotation ends with it"),
      ("a <!-- b", "done", "no comment: it stands in a line of words"),
      ("<!-- parts: timeline -->\n\na", "invalid-text", "a mark of parts without its end"),
      ("a\n\n<!-- end parts -->", "invalid-text", "an end without its mark"),
      ("`<!-- parts: timeline -->`", "done", "in code it is no mark"),
      ("<!-- parts of it are unclear -->", "done", "a comment of an author's own"),
      ("a\u{1}b", "invalid-text", "a control character"),
      (String(repeating: "a", count: 100_001), "limit-passed", "one more than can be"),
      (String(repeating: "a", count: 100_000), "done", "as many as can be"),
    ] as [(String, String, String)])
  func `words stay within their section`(markdown: String, outcome: String, reason: String) {
    var play = Play()
    #expect(play.play(.writeSection(.impact, markdown: markdown)) == outcome, "\(reason)")
  }

  @Test(arguments: SectionKind.allCases)
  func `every section can be written, also one that is not there`(kind: SectionKind) {
    var play = Play()
    #expect(play.play(.writeSection(kind, markdown: "Written anew.")) == "done")
    #expect(play.postmortem.words(of: kind) == "Written anew.")
    let other = kind == .impact ? SectionKind.lessons : .impact
    #expect(play.postmortem.words(of: other) == (kind == .impact ? "None yet." : "214 orders were lost."))
  }

  @Test func `a refusal names the line, and what would do`() throws {
    let play = Play()
    let flat = try #require(play.refusal(.writeSection(.impact, markdown: "\n\na\n\n## Costs\n\nb")))
    #expect(flat.message == "line 3, 'Costs', would begin another section")
    #expect(flat.hint == "write the heading with ### or deeper")
    let open = try #require(play.refusal(.writeSection(.lessons, markdown: "\na\n\n```swift\nlet b = 1\n")))
    #expect(
      open.message
        == "line 3 begins a block of code that does not end: what stands below it would become part of it")
    let comment = try #require(play.refusal(.writeSection(.lessons, markdown: "a\n<!-- b")))
    #expect(comment.hint == "end it with -->")
    let element = try #require(play.refusal(.writeSection(.lessons, markdown: "<script src='a'>\nb")))
    #expect(element.message.hasPrefix("line 1 begins '<script>', which does not end:"))
    let mark = try #require(play.refusal(.writeSection(.timeline, markdown: "a\n\n<!-- parts: timeline -->\n\nb")))
    #expect(mark.message == "line 3, '<!-- parts: timeline -->', is a mark for parts")
    let deep = try #require(play.refusal(.writeSection(.impact, markdown: "### Timeline")))
    #expect(deep.message == "line 1, 'Timeline', would begin another section")
    #expect(deep.hint == "call it something else: a section goes by that name")
    let title = try #require(play.refusal(.writeSection(.titleAndOwnership, markdown: "a\n\n### Owners")))
    #expect(title.hint == "headings go into the other sections; bold words do here")
  }

  @Test func `details are checked and trimmed, and nobody is nobody`() {
    var play = Play()
    let details = PostmortemDetails(title: " Cards ", owner: "  ", authors: ["kim", "kim "], participants: [])
    #expect(play.play(.writeDetails(details)) == "done")
    #expect(play.postmortem.details == PostmortemDetails(title: "Cards", authors: ["kim"]))
    #expect(play.play(.writeDetails(details)) == "nothing-new")
    #expect(play.play(.writeDetails(PostmortemDetails(title: ""))) == "empty")
    #expect(play.play(.writeDetails(PostmortemDetails(title: "a\nb"))) == "invalid-text")
    let many = (0...200).map { "p\($0)" }
    #expect(play.play(.writeDetails(PostmortemDetails(title: "a", participants: many))) == "limit-passed")
  }

  @Test func `comments are numbered, answered in one row, and settled as a whole`() {
    var play = Play()
    let anchor = CommentAnchor(section: "impact", quote: "214 orders", offset: 3)
    #expect(play.play(.writeComment(CommentWritten(anchor: anchor, text: "How do we know?")), by: "lee") == "done")
    let answer = CommentWritten(anchor: CommentAnchor(section: "lessons"), text: "Counted.", replyTo: 1)
    #expect(play.play(.writeComment(answer)) == "done")
    #expect(play.play(.writeComment(CommentWritten(anchor: anchor, text: "Thanks", replyTo: 2)), by: "lee") == "done")
    #expect(play.postmortem.comments.map(\.content.number) == [1, 2, 3])
    #expect(play.postmortem.comments.map(\.content.replyTo) == [nil, 1, 1])
    #expect(play.postmortem.comments.allSatisfy { $0.content.anchor == anchor })
    #expect(play.play(.settleComment(CommentSettled(number: 2, isSettled: true))) == "wrong-state")
    #expect(play.play(.settleComment(CommentSettled(number: 1, isSettled: true))) == "done")
    #expect(play.play(.settleComment(CommentSettled(number: 1, isSettled: true))) == "nothing-new")
    #expect(play.play(.settleComment(CommentSettled(number: 9, isSettled: true))) == "unknown-part")
    #expect(play.play(.writeComment(CommentWritten(anchor: anchor, text: " "))) == "empty")
    #expect(play.play(.writeComment(CommentWritten(anchor: anchor, text: "a", replyTo: 9))) == "unknown-part")
    let nowhere = CommentAnchor(section: "poetry")
    #expect(play.play(.writeComment(CommentWritten(anchor: nowhere, text: "a"))) == "invalid-text")
  }
}
