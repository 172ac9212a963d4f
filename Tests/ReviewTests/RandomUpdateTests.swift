import Documents
import Findings
import Incidents
import Review
import Testing

struct RandomUpdateTests {
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

  /// Words of every rule's examples, marks of Markdown, and scalars that count for more than one.
  private static let pieces =
    UpdateReviewer.standard.rules.flatMap(\.examples).flatMap { example in
      example.marked.filter { $0 != "⟦" && $0 != "⟧" }.split(separator: " ").map { $0 + " " }.map(String.init)
    } + [
      "**", "`", "> ", "- ", "# ", "\n", "\n\n", "---\n", "<", ">", "{{", "|", "!", "(", ")", "ü", "🚒", "\u{0301}",
      "\r\n",
    ]

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `any text is reviewed, and every finding stands inside its field`(seed: UInt64) {
    var generator = Generator(state: seed)
    func text() -> String {
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
    }
    let update = UpdateText(
      broken: text(), affected: text(), doing: text(), meanwhile: text(), apology: text(), more: text())
    let context = UpdateContext(
      audience: .customers, state: PublicState.allCases.randomElement(using: &generator) ?? .investigating,
      now: SampleUpdate.now, isMissed: seed.isMultiple(of: 2), names: ["Ines Kaya", "ines.k", "Priya", "", "@"])
    for finding in UpdateReviewer.standard.review(update, context: context) {
      guard let field = finding.updateField else {
        Issue.record("seed \(seed): \(finding.path) names no field")
        continue
      }
      let lines = LineTable(field.prose(of: update) ?? "")
      let span = finding.span
      #expect(
        (1...max(1, lines.count)).contains(span.line) && span.endLine <= max(1, lines.count), "seed \(seed): \(finding)"
      )
      #expect(span.column <= lines.scalars(ofLine: span.line).count + 1, "seed \(seed): \(finding)")
      #expect(span.endColumn <= lines.scalars(ofLine: span.endLine).count + 1, "seed \(seed): \(finding)")
      #expect((span.line, span.column) <= (span.endLine, span.endColumn), "seed \(seed): \(finding)")
    }
  }
}
