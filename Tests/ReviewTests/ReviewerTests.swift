import Documents
import Findings
import Review
import Testing

struct ReviewerTests {
  private func findings(_ text: String) -> [Finding] {
    Reviewer.standard.review(PostmortemDocument(parsing: text), path: "p.md")
  }

  private func rules(_ text: String) -> [String] {
    findings("# A\n\n## Root cause\n\n" + text).map(\.rule).filter { $0 == "blame" || $0 == "hindsight" }
  }

  @Test
  func `findings come in the order of the file, whatever order the rules are in`() {
    let text =
      "# A\n\n## Timeline\n\n- 10:05 it stopped\n- 10:01 deploy\n\n## Root cause\n\nTBD. The technician forgot the eighth.\n"
    let document = PostmortemDocument(parsing: text)
    let forward = Reviewer.standard.review(document, path: "p.md")
    let backward = Reviewer(rules: Reviewer.standard.rules.reversed()).review(document, path: "p.md")
    #expect(forward == backward)
    #expect(forward.map(\.span.line) == forward.map(\.span.line).sorted())
    #expect(forward.contains { $0.rule == "no-zone" } && forward.contains { $0.rule == "time-order" })
  }

  @Test
  func `a comment with a reason lets a finding of its rule pass`() {
    #expect(rules("The technician forgot the eighth.") == ["blame"])
    #expect(
      rules("<!-- mayday: allow blame because the report quotes this sentence -->\nThe technician forgot the eighth.")
        == [])
    #expect(rules("<!-- mayday: allow hindsight because why not -->\nThe technician forgot the eighth.") == ["blame"])
    #expect(rules("<!-- mayday: allow blame -->\nThe technician forgot the eighth.") == ["blame"])
    #expect(
      rules("<!-- mayday: allow blame because of this one -->\nText.\n\nThe technician forgot the eighth.") == ["blame"]
    )
  }

  @Test
  func `the same words are not both blame and hindsight`() {
    #expect(rules("The technician neglected to update the eighth.") == ["blame"])
    #expect(rules("The technician forgot one. We should have tested the restore.") == ["blame", "hindsight"])
  }

  @Test
  func `a question of a draft asks itself`() throws {
    let finding = try #require(
      findings("# A\n\n## Impact\n\n> **Ask:** Who was affected, and how many?\n").first { $0.rule == "placeholder" })
    #expect(finding.question == "Who was affected, and how many?")
    #expect(finding.span.line == 5)
  }

  @Test
  func `an empty document has one finding that names all ten sections`() {
    let found = findings("")
    #expect(found.map(\.rule) == ["missing-section"])
    #expect(SectionKind.allCases.dropFirst().allSatisfy { found.first?.message.contains($0.heading) == true })
  }
}
