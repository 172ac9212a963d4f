import TerminalPages
import Testing

struct TerminalTextTests {
  @Test(arguments: [
    ("plain", 5, "one column a letter"), ("é", 1, "a letter with its accent"), ("e\u{301}", 1, "a combining accent"),
    ("日本", 4, "wide characters"), ("⚠️", 2, "a symbol shown as a picture"), ("▲", 1, "our own shapes"),
    ("", 0, "nothing"),
  ])
  func `width is what a terminal gives`(text: String, width: Int, why: String) {
    #expect(TerminalText.width(text) == width, "\(why)")
  }

  @Test(arguments: [
    ("a\u{1B}[2Jb", "a·[2Jb", "an escape sequence that clears the screen"),
    ("a\nb\tc", "a b c", "line ends and tabs"),
    ("a\u{202E}b", "a·b", "a mark that turns the direction"),
    ("a\u{2028}b", "a b", "a line separator"),
    ("naïve — ünïcode", "naïve — ünïcode", "text that does no harm"),
  ])
  func `nothing that a terminal would obey gets through`(text: String, expected: String, why: String) {
    #expect(TerminalText.harmless(text) == expected, "\(why)")
  }

  @Test func `lines keep to their width, whatever the words`() {
    let texts = [
      "a short line", String(repeating: "x", count: 300), "日本語のとても長い行です " + String(repeating: "語", count: 90),
      "one " + String(repeating: "y", count: 79) + " two",
    ]
    for text in texts {
      for width in [10, 37, 80] {
        let lines = TerminalText.wrap(text, width: width)
        #expect(lines.allSatisfy { TerminalText.width($0) <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "nothing is lost")
      }
    }
  }

  @Test func `a path is cut in its middle and keeps its end`() {
    let short = TerminalText.shortened("app01/var/log/shop/checkout-service.log:4107", width: 24)
    #expect(TerminalText.width(short) <= 24)
    #expect(short.hasSuffix(".log:4107"))
    #expect(short.contains("…"))
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (84_812, "84,812"), (-1_234_567, "-1,234,567")])
  func `numbers are grouped by three`(number: Int, text: String) {
    #expect(TerminalText.grouped(number) == text)
  }
}
