import Documents
import Testing

struct SectionTests {
  @Test(arguments: [
    ("Summary", SectionKind.summary, "one word"),
    ("TL;DR", .summary, "punctuation does not count"),
    ("What happened?", .summary, "a question"),
    ("3. Timeline (all times in UTC):", .timeline, "numbering, brackets, colon"),
    ("Timeline (PST) 4/21/23-4/25/23", .timeline, "a tail of dates"),
    ("Key events", .timeline, "another name"),
    ("What went well", .lessons, "the good"),
    ("Where we got lucky", .lessons, "the luck"),
    ("What didn’t go so well?", .lessons, "a curly apostrophe"),
    ("Contributing factors", .rootCause, "factors are causes"),
    ("Why did the check pass?", .rootCause, "a why-question"),
    ("User-facing impact", .impact, "the word stands last"),
    ("Action items", .actions, "the usual one"),
    ("Corrective and preventative measures", .actions, "the formal one"),
    ("🚒 Impact", .impact, "an ornament"),
    ("[Impact]", .impact, "all of it in brackets"),
    ("Author(s)", .participants, "a plural in brackets"),
  ])
  func `headings that people use are recognised`(heading: String, kind: SectionKind, reason: String) {
    #expect(SectionKind(heading: heading) == kind, "\(reason)")
  }

  @Test(arguments: [
    ("After-action report", "heads other sections"),
    ("Impacted by weather", "begins like one"),
    ("Resolution", "none of the ten"),
    ("", "nothing"),
    ("(12)", "a number alone"),
  ])
  func `other headings stay the author's own`(heading: String, reason: String) {
    #expect(SectionKind(heading: heading) == nil, "\(reason)")
  }

  @Test
  func `every heading that Mayday writes is read back as its section`() {
    for kind in SectionKind.allCases { #expect(SectionKind(heading: kind.heading) == kind) }
  }

  @Test
  func `headings of either form open sections, and deeper ones of the author stay inside`() {
    let document = PostmortemDocument(
      parsing: """
        # The day the queue stood still

        Owner: Ines

        Summary
        -------
        It stood still.

        ## Timeline
        ### Morning
        - 10:00 UTC it stopped
        ### Impact seen by support
        - 10:10 UTC tickets
        ## Background ##
        Old.
        ### Impact
        All orders.
        """)
    #expect(document.title == "The day the queue stood still")
    #expect(document.owner == "Ines")
    #expect(document.sections.map(\.kind) == [.titleAndOwnership, .summary, .timeline, nil, .impact])
    #expect(document.sections.map(\.line) == [1, 5, 9, 14, 16])
    #expect(document.section(.summary)?.body == "It stood still.\n\n")
    #expect(document.section(.summary)?.bodyLine == 7)
    #expect(document.section(.timeline)?.body.contains("tickets") == true)
  }

  @Test
  func `bold labels stand in place of headings, alone, with a colon, or in a list`() {
    let document = PostmortemDocument(
      parsing: """
        # Incident

        **Impact:** every third order
        failed.

        **Timeline**

        - 10:00 UTC one
        """)
    #expect(document.sections.map(\.kind) == [.titleAndOwnership, .impact, .timeline])
    #expect(document.section(.impact)?.body == " every third order\nfailed.\n\n")
    let list = PostmortemDocument(
      parsing: "# Incident\n\n- **Key events**\n  - 10:00 UTC one\n- **Time lost**: 3 h\n- **Impact**: some\n")
    #expect(list.sections.map(\.kind) == [.titleAndOwnership, .timeline, nil, .impact])
    #expect(list.sections.map(\.level) == [1, 0, 0, 0])
    #expect(list.section(.timeline)?.body == "  - 10:00 UTC one\n")
  }

  @Test
  func `the owner stands on a line of its own below the title`() {
    #expect(
      PostmortemDocument(parsing: "# A\n\n**Date**: today\n**Owner**: Ines K.\n**Status**: open\n").owner == "Ines K.")
    #expect(PostmortemDocument(parsing: "# A\n\n| Owner | Mei |\n|---|---|\n").owner == nil)
    #expect(PostmortemDocument(parsing: "---\nowner: Tomás\n---\n# A\n\nOwner: Ines\n").owner == "Tomás")
  }

  @Test
  func `a bold label is only emphasis where a heading of its kind exists`() {
    let document = PostmortemDocument(parsing: "# A\n\n**Impact:** see below\n\n## Impact\n\nAll.\n")
    #expect(document.sections.map(\.kind) == [.titleAndOwnership, .impact])
    #expect(document.section(.impact)?.level == 2)
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n\n", "---", "# ", "> > >", "|", "- ", "**:**", "\0", "[a]: b", "*", "`"])
  func `any text is read without loss`(text: String) {
    #expect(PostmortemDocument(parsing: text).text == text)
  }

  @Test
  func `deep nesting is read without harm`() {
    let text = String(repeating: "> ", count: 20_000) + "deep\n" + String(repeating: "- ", count: 2_000) + "deep\n"
    #expect(PostmortemDocument(parsing: text).text == text)
  }
}
