import TerminalPages
import Testing

/// Markdown as a terminal shows it.
struct MarkdownLinesTests {
  private func shown(_ markdown: String, columns: Int = 60) -> String {
    var lines = TextLines(Terminal(columns: columns, usesColour: false))
    MarkdownLines(markdown).add(to: &lines, indent: 2)
    return lines.text
  }

  @Test func `items hang by their mark, and nested ones keep their indent`() {
    let text = shown(
      """
      - The deploy reached seven of eight servers, and nobody was told of it
        - The check counted answers, not builds, and so it was green all the while
      10. Ten
      """)
    #expect(
      text == """
          - The deploy reached seven of eight servers, and nobody
            was told of it
            - The check counted answers, not builds, and so it was
              green all the while
          10. Ten
        """)
  }

  @Test func `a paragraph that was broken by hand flows on, and short lines stay`() {
    #expect(
      shown("The orders came in for forty-five minutes before\nanybody saw them.\n\nOwner: kim\nReviewer: lee") == """
          The orders came in for forty-five minutes before anybody
          saw them.

          Owner: kim
          Reviewer: lee
        """)
  }

  @Test func `a table stands in columns where it fits`() {
    #expect(
      shown("| Host | Build |\n|---|:--:|\n| smars01 | 649bdfb |\n| smars08 | a \\| b |\n\nThat was all.") == """
          Host     Build
          -------  -------
          smars01  649bdfb
          smars08  a | b

          That was all.
        """)
  }

  @Test func `a table that does not fit is told cell by cell`() {
    let long = "Two of eight hosts were left out of the deploy, and no check compared them"
    #expect(
      shown("| Time | What |\n|---|---|\n| 09:30 | \(long) |\n| 09:31 | |") == """
          Time: 09:30
          What: Two of eight hosts were left out of the deploy,
            and no check compared them

          Time: 09:31

        """)
  }

  @Test func `code keeps its blanks`() {
    #expect(shown("```\nif a:\n    stop\n```") == "  ```\n  if a:\n      stop\n  ```")
  }

  @Test func `what a terminal would obey is a dot in each of them`() {
    let text = shown("- a\u{1B}[2J\n\n```\nb\u{7}\n```\n\n| c\u{1B} |\n|---|\n| d |")
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(text.contains("a·[2J"))
  }

  @Test func `a text of lines stays one when it is made harmless`() {
    #expect(TerminalText.harmlessLines("-a\r\n+b\u{1B}[0m\n") == "-a\n+b·[0m\n")
    #expect(TerminalText.harmless("-a\n+b") == "-a +b", "and other texts are one line")
  }
}
