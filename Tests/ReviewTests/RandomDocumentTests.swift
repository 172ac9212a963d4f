import Documents
import Findings
import Review
import Testing

struct RandomDocumentTests {
  /// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere for a seed.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces = [
    "# ", "## Timeline\n", "## Action items\n", "**Impact:** ", "**", "*", "_", "`", "``", "- ", "- [ ] ", "1. ", "> ",
    "|", "\n",
    "\n\n", "|-|-|\n", "---\n", "===\n", "a: b\n", "[", "](", ")", "<", ">", "<!--", "-->", "{{", "}}", "10:05", " UTC",
    "2024-03-02",
    "Feb 28th", "+02:00", "the engineer forgot", "we should have ", "tested", "shouldn't've", "TBD", "N/A", "improve ",
    "@", "@a.",
    "https://a.example/", "\\", "\\|", "ü", "🚒", "\u{200D}", "\u{0301}", "\r\n", "\r", "\t", "\0", "“", "”", "\"", "'",
    "...", ", ", ". ", "?",
    " and ", "who", "that", "by", "of", "~~", "![", "mayday: allow blame because ", "**Ask:**", "due", ":", "  ",
    "    ",
  ]

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `any text is read, reviewed and rendered, and every finding stands inside it`(seed: UInt64) {
    var generator = Generator(state: seed)
    let count = Int.random(in: 0...120, using: &generator)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    let document = PostmortemDocument(parsing: text)
    #expect(document.text == text, "seed \(seed)")
    #expect(
      document.sections.map(\.bytes.lowerBound) == document.sections.map(\.bytes.lowerBound).sorted(), "seed \(seed)")
    let lines = LineTable(text)
    for finding in Reviewer.standard.review(document, path: "p.md") {
      let span = finding.span
      #expect((1...lines.count).contains(span.line) && span.endLine <= lines.count, "seed \(seed): \(finding)")
      #expect(span.column <= lines.scalars(ofLine: span.line).count + 1, "seed \(seed): \(finding)")
      #expect(span.endColumn <= lines.scalars(ofLine: span.endLine).count + 1, "seed \(seed): \(finding)")
      #expect((span.line, span.column) <= (span.endLine, span.endColumn), "seed \(seed): \(finding)")
    }
    for kind in [SectionKind.impact, .timeline] {
      let changed = document.replacingBody(of: kind, with: "New.")
      #expect(changed.text.contains("New."), "seed \(seed)")
    }
    #expect(!MarkdownHTML.render(text).contains("<!--"), "seed \(seed)")
  }
}
