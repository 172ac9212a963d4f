import Findings
import Postmortems
import Publishing
import Testing

struct ApologyTests {
  private func isMissing(_ body: String, opening: String? = nil, audience: PublicationAudience = .public) -> Bool {
    Preparing.text("# T\n\n" + body, for: audience, opening: opening).findings.contains { $0.rule == "missing-apology" }
  }

  @Test(arguments: [
    "We are sorry.", "We apologise to everyone.", "Our apologies to all who waited.", "Sorry for the wait.",
    "It took an hour, and we're sorry for that.", "Das tut uns leid.", "Nous vous présentons nos excuses.",
    "ご迷惑をおかけし、お詫び申し上げます。", "We deeply regret the loss.",
  ])
  func `an apology is recognised`(words: String) {
    #expect(!isMissing("## Summary\n\nIt failed. \(words)\n"))
  }

  @Test(arguments: [
    "It failed.", "We are not sorry.", "No apology was sent.", "A clerk wrote \"sorry, we are closed\".",
    "`we are sorry`",
    "> We are sorry", "```\nWe are sorry.\n```", "They felt sorry.",
  ])
  func `what only looks like one is none`(words: String) {
    #expect(isMissing("## Summary\n\nIt failed.\n\n\(words)\n"))
  }

  @Test func `it counts where the text speaks to its readers`() {
    #expect(isMissing("## Summary\n\nIt failed.\n\n## Timeline\n\n- 10:00 UTC We are sorry, wrong channel\n"))
    #expect(!isMissing("## Summary\n\nIt failed.\n", opening: "We are sorry for the long wait."))
    #expect(!isMissing("## Summary\n\nIt failed.\n", audience: .stakeholders))
  }

  @Test func `the finding offers a sentence and holds the text back`() throws {
    let text = Preparing.text("# T\n\n## Summary\n\nIt failed.\n")
    let finding = try #require(text.findings.first)
    #expect(finding.fix?.contains("sorry") == true && !text.mayLeave)
  }
}
