import Findings
import Review
import Testing

/// A sample with the rule of updates that it belongs to, named for the report.
struct UpdateRuleCase: CustomTestStringConvertible, Sendable {
  var rule: any UpdateRule
  var example: UpdateExample

  var testDescription: String { "\(rule.identifier), \(example.field.rawValue): \(example.marked)" }

  static let all = UpdateReviewer.standard.rules.flatMap { rule in
    rule.examples.map { UpdateRuleCase(rule: rule, example: $0) }
  }
}

struct UpdateExampleTests {
  @Test(arguments: UpdateRuleCase.all)
  func `a rule finds what its example marks, and nothing else`(sample: UpdateRuleCase) {
    let reading = UpdateReading(update: sample.example.update, context: sample.example.context)
    let findings = sample.rule.check(reading).sorted { ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column) }
    #expect(findings.map(\.span) == sample.example.spans, "\(sample.example.why): \(findings)")
    for finding in findings {
      #expect(finding.rule == sample.rule.identifier)
      #expect(finding.updateField == sample.example.field)
      #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
      #expect(finding.question.hasSuffix("?") || finding.question.hasSuffix("."))
    }
  }

  @Test
  func `every rule explains itself and shows both sides`() {
    let rules = UpdateReviewer.standard.rules
    #expect(rules.map(\.identifier) == rules.map(\.identifier).sorted())
    // A name means one rule, whatever it looks at.
    let all = rules.map(\.identifier) + Reviewer.standard.rules.map(\.identifier)
    #expect(Set(all).count == all.count)
    for rule in rules {
      #expect(rule.identifier.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(rule.examples.contains { $0.mustFire }, "\(rule.identifier)")
      #expect(rule.examples.contains { !$0.mustFire }, "\(rule.identifier)")
      #expect(
        rule.reason.hasSuffix(".") && rule.question.hasSuffix("?") || rule.question.hasSuffix("."), "\(rule.identifier)"
      )
    }
  }

  @Test
  func `the update around the examples is one that leaves nothing out`() {
    let plain = UpdateExample("Paying by card fails for about one order in three.", why: "complete")
    #expect(UpdateReviewer.standard.review(plain.update, context: plain.context) == [])
  }
}
