import Documents
import Findings
import Review
import Testing

/// A sample with the rule that it belongs to, named for the report.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var rule: any ReviewRule
  var example: RuleExample

  var testDescription: String { "\(rule.identifier): \(example.marked)" }

  static let all = Reviewer.standard.rules.flatMap { rule in rule.examples.map { RuleCase(rule: rule, example: $0) } }
}

struct RuleExampleTests {
  @Test(arguments: RuleCase.all)
  func `a rule finds what its example marks, and nothing else`(sample: RuleCase) {
    let document = PostmortemDocument(parsing: sample.example.document)
    let context = ReviewContext(document: document, path: "sample.md")
    let findings = sample.rule.check(context).sorted { ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column) }
    #expect(findings.map(\.span) == sample.example.spans, "\(sample.example.why): \(findings.map(\.message))")
    for finding in findings {
      #expect(finding.rule == sample.rule.identifier)
      #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
      #expect(finding.question.hasSuffix("?") || finding.question.hasSuffix("."))
    }
  }

  @Test
  func `every rule explains itself and shows both sides`() {
    let rules = Reviewer.standard.rules
    #expect(Set(rules.map(\.identifier)).count == rules.count)
    #expect(rules.map(\.identifier) == rules.map(\.identifier).sorted())
    for rule in rules {
      #expect(rule.identifier.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(rule.examples.contains { $0.mustFire }, "\(rule.identifier)")
      #expect(rule.examples.contains { !$0.mustFire }, "\(rule.identifier)")
      #expect(rule.reason.hasSuffix("."), "\(rule.identifier)")
    }
  }
}
