import Rephrasing
import Review
import Testing

/// A sample with the pattern that it belongs to, named for the report.
struct PatternCase: CustomTestStringConvertible, Sendable {
  var pattern: SpeechPattern
  var example: SpeechExample

  var testDescription: String { "\(pattern.kind.rawValue): \(example.marked)" }

  static let all = SpeechPattern.all.flatMap { pattern in
    pattern.examples.map { PatternCase(pattern: pattern, example: $0) }
  }
}

/// Every pattern is held to its examples, in the company of all others.
struct PatternExampleTests {
  @Test(arguments: PatternCase.all)
  func `a pattern finds what its example marks, and nothing is found in the others`(sample: PatternCase) throws {
    let answer = try Rephraser.answer(to: sample.example.text)
    guard sample.example.mustFire else {
      #expect(answer.isOpen, "\(answer.sentences.flatMap(\.findings))")
      return
    }
    let found = answer.sentences.flatMap { sentence in sentence.findings.map { (sentence, $0) } }
    #expect(found.count == 1, "\(found.map(\.1))")
    let (sentence, finding) = try #require(found.first)
    let marked = sentence.pieces.map { $0.isMarked ? "⟦\($0.text)⟧" : $0.text }.joined()
    #expect(sample.example.marked.contains(marked), "\(marked)")
    #expect(finding.kind == sample.pattern.kind.rawValue)
    #expect(finding.reason == sample.pattern.reason)
    if let says = sample.example.says { #expect(finding.wordings.first == says) }
  }

  @Test func `every pattern says why in one sentence, and has an answer without a place to fill`() {
    for pattern in SpeechPattern.all {
      let name = "\(pattern.kind.rawValue): \(pattern.reason)"
      #expect(pattern.reason.hasSuffix(".") && !pattern.reason.dropLast().contains(". "), "\(name)")
      #expect(pattern.wordings.contains { !$0.contains("{") }, "\(name)")
      #expect(pattern.wordings.allSatisfy { $0.hasSuffix("?") || $0.hasSuffix(".") }, "\(name)")
      #expect(pattern.examples.contains { $0.mustFire }, "\(name)")
    }
  }

  @Test func `what opens a conversation closes none`() throws {
    for pattern in SpeechPattern.all {
      for wording in pattern.wordings where !wording.contains("{") {
        #expect(try Rephraser.answer(to: wording).isOpen, "\(wording)")
      }
      for example in pattern.examples {
        guard let says = example.says else { continue }
        #expect(try Rephraser.answer(to: says).isOpen, "\(says)")
      }
    }
  }

  @Test func `a kind is explained here or by a rule of the reviewer`() {
    let rules = Reviewer.standard.rules.map(\.identifier)
    for kind in SpeechKind.allCases { #expect((kind.rule == nil) == rules.contains(kind.rawValue), "\(kind.rawValue)") }
  }
}
