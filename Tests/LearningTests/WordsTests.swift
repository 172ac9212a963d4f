import Learning
import Postmortems
import Testing

struct WordsTests {
  @Test(arguments: [
    ("The certificates expired at the edge", ["certificate", "edge", "expired"], "frame words go, plurals fold"),
    ("retries, retry; RETRIES!", ["retry"], "one word however it is written"),
    ("status analysis process", ["process"], "words in -us and -is are no plurals, and the first two say nothing"),
    ("at 13:45 on 2026-03-01 it was 503", [], "numbers alone are no words"),
    ("Größe überschritten – naïve", ["größe", "naïve", "überschritten"], "letters of other languages"),
    ("go to db", [], "two letters are too few"),
  ])
  func `telling words`(text: String, expected: [String], reason: String) {
    #expect(WordCounts.words(in: text) == expected, "\(reason)")
  }

  @Test func `counts come back as they were kept`() {
    var words = WordCounts()
    words.add("certificate certificate edge", weight: 1.5)
    #expect(words.encoded == "certificate 3.0 edge 1.5")
    #expect(WordCounts(encoded: words.encoded) == words)
    var odd = WordCounts()
    odd.add("Größe 2fa 3ds")
    #expect(odd.encoded == "2fa 1.0 3ds 1.0 größe 1.0")
    #expect(WordCounts(encoded: odd.encoded) == odd, "a word may begin with a digit")
    #expect(WordCounts(encoded: "edge edge 2.0 ").counts == [:], "what is no count is left out")
  }

  @Test(arguments: [
    ("---\ntitle: x\n---\n# Cards **fail**\n", "Cards fail ", "front matter and marks"),
    ("see [the log](https://example.org/a?b=c) now", "see the log now", "addresses of links"),
    ("max_connections was `100`", "max_connections was 100 ", "a word with an underscore is one"),
    ("a<!-- say -> why -->b <b>c</b>", "ab c", "comments and tags"),
    ("x\u{2}y\u{0}z", "x y z", "control characters"),
    ("| a | b |\n|---|---|\n", "a b --- --- ", "tables"),
  ])
  func `plain words`(markdown: String, expected: String, reason: String) {
    #expect(PlainWords.of(markdown) == expected, "\(reason)")
  }

  @Test func `a lesson is searched by document and parts, and never by accounts or comments`() {
    let postmortem = Sample.postmortem(
      1, "Cards are declined", text: "# Cards\n\n## Impact analysis\n\nOne order in three failed.\n",
      [
        (.factorWritten(Factor(number: 1, text: "The certificate expired", kind: .trigger)), Sample.start),
        (
          .accountGiven(AccountGiven(person: "kim", statement: AccountStatement(saw: "zebra"))), Sample.start
        ),
        (
          .commentWritten(CommentWritten(number: 1, anchor: CommentAnchor(section: "impact"), text: "giraffe")),
          Sample.start
        ),
      ])
    let text = LessonText(postmortem)
    #expect(text.searched.contains("One order in three failed"))
    #expect(text.searched.contains("The certificate expired"))
    #expect(!text.searched.contains("zebra"))
    #expect(!text.searched.contains("giraffe"))
    #expect(text.words.counts["certificate"] == 2)
    #expect(text.words.counts["declined"] == 3)
    #expect(text.words.counts["order"] == 1.5)
  }

  @Test func `an excerpt keeps hits apart from text, whatever stands in it`() {
    let excerpt = Excerpt(marked: "a <b>\u{2}cert\u{3}ificate \u{2}open")
    #expect(excerpt.parts.map(\.text) == ["a <b>", "cert", "ificate ", "open"])
    #expect(excerpt.parts.map(\.isHit) == [false, true, false, true])
    #expect(Excerpt(marked: "").parts == [])
  }
}
