import Findings
import Incidents
import Review
import Testing

struct WholeUpdateTests {
  @Test(arguments: SampleUpdate.good)
  func `a good update is left alone`(sample: SampleUpdate) {
    let findings = UpdateReviewer.standard.review(sample.text, context: sample.context)
    #expect(findings == [], "\(findings.map { "\($0.path): \($0.message) [\($0.rule)]" })")
  }

  @Test(arguments: SampleUpdate.bad)
  func `an empty or defensive update is caught for the right reason`(sample: SampleUpdate) {
    let found = UpdateReviewer.standard.review(sample.text, context: sample.context)
    #expect(Set(found.map(\.rule)) == sample.rules, "\(found.map { "\($0.path): \($0.message) [\($0.rule)]" })")
  }

  @Test
  func `an update with nothing in it is asked for all seven parts, in the order in which readers ask`() {
    let context = UpdateContext(audience: .customers, state: .investigating, now: SampleUpdate.now)
    let findings = UpdateReviewer.standard.review(UpdateText(), context: context)
    #expect(
      findings.map(\.updateField) == [.broken, .affected, .since, .doing, .meanwhile, .nextBy, .apology])
    #expect(findings.filter { $0.severity == .error }.count == 5)
  }

  @Test
  func `one phrase is found for one reason`() {
    var text = UpdateExample.complete
    text.broken = "Only a small number of users cannot pay."
    text.affected = "Those with cards."
    let context = UpdateContext(audience: .customers, state: .identified, now: SampleUpdate.now)
    #expect(UpdateReviewer.standard.review(text, context: context).map(\.rule) == ["minimising"])
  }

  @Test
  func `a secret is not repeated in what is said about it`() throws {
    var text = UpdateExample.complete
    text.more = "Zeile eins 🚒\nthe password: Winter2024!x"
    let context = UpdateContext(audience: .customers, state: .identified, now: SampleUpdate.now)
    let finding = try #require(UpdateReviewer.standard.review(text, context: context).first)
    #expect(finding.rule == "secret" && finding.updateField == .more)
    #expect(finding.span == TextSpan(line: 2, column: 15, endLine: 2, endColumn: 27))
    #expect(!"\(finding)".contains("Winter"))
  }
}
