import TerminalPages
import Testing

struct TextLinesTests {
  private let terminal = Terminal(columns: 60, usesColour: false)

  @Test func `cells stand below each other, and the last one takes what is left`() {
    var lines = TextLines(terminal)
    lines.table([
      ["INC-7", "active", String(repeating: "long ", count: 14)], ["INC-1234", "closed", "short"],
    ])
    #expect(lines.lines[0].hasPrefix("  INC-7     active  long"))
    #expect(lines.lines[1].hasPrefix("                    long"))
    #expect(lines.lines.last == "  INC-1234  closed  short")
    #expect(lines.lines.allSatisfy { TerminalText.width($0) <= 60 })
  }

  @Test func `a label that is too long has a line of its own`() {
    var lines = TextLines(terminal)
    lines.add("why", "a reason", columns: 6)
    lines.add("seen differently", "another", columns: 6)
    #expect(lines.lines == ["  why   a reason", "  seen differently", "        another"])
  }

  @Test func `there is never more than one empty line, and none at the top`() {
    var lines = TextLines(terminal)
    lines.gap()
    lines.add("a")
    lines.gap()
    lines.gap()
    lines.add("b\nc", indent: 2)
    #expect(lines.text == "a\n\n  b\n  c")
  }
}
