import Findings
import Foundation
import Postmortems
import Publishing
import Testing
import TextComparing

/// The sample of the house, made ready for each audience.
struct KnightCapitalTests {
  private static let source: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "Examples/knight-capital/postmortem.md"), encoding: .utf8))
      ?? ""
  }()

  private let opening = "We are sorry. On 1 August 2012 our clients could not rely on us."

  private func prepared(_ audience: PublicationAudience) -> PreparedText {
    Preparing.text(
      Self.source, for: audience, hosts: (1...8).map { "smars0\($0)" },
      opening: audience == .public ? opening : nil)
  }

  @Test func `the public text has what a customer needs and no way inside`() {
    let text = prepared(.public)
    for heading in [
      "# Orders without end", "## Incident date and time", "## Executive summary", "## Impact analysis",
      "## Root cause analysis", "## Timeline of events", "## Action items and remediations", "## Lessons learned",
    ] {
      #expect(text.markdown.contains(heading), "\(heading)")
    }
    for inside in [
      "## Status", "## Title and ownership", "participants", "git/smars", ".log", ".jsonl", "slack/", "| Owner",
      "owner:",
      "Head of trading technology", "How verified", "()", "( ", " ,", " .\n", "Evidence is",
    ] {
      #expect(!text.markdown.contains(inside), "\(inside)")
    }
    #expect(text.markdown.contains("| Done | August 2012 |"))
    #expect(!text.findings.contains { $0.rule == "missing-apology" })
    // Its hosts are listed as internal: each place is refused until the text calls them something else.
    #expect(Set(text.findings.map(\.rule)) == ["internal-host"])
    #expect(!text.mayLeave)
  }

  @Test func `stakeholders read all but participants and evidence`() {
    let text = prepared(.stakeholders)
    #expect(text.mayLeave && text.markdown.contains("## Status") && text.markdown.contains("| Action | Owner | Due |"))
    for inside in ["## Authors and participants", "git/smars", "| Evidence |"] {
      #expect(!text.markdown.contains(inside), "\(inside)")
    }
  }

  @Test func `teams stay teams, and what is followed up below the words is said once`() throws {
    let teams = ["Order entry", "Order entry lead", "Head of trading technology", "Platform lead"]
    let row = "| A1 | Order entry refuses every order with bit 7 until Power Peg is off all hosts "
    let source = Self.source.replacingOccurrences(
      of: "\n## Lessons learned",
      with: """

        <!-- parts: actions -->

        | # | Action | Kind | Owner | Due | How it is verified | Status |
        |---|---|---|---|---|---|---|
        \(row)| prevent, immediate | Order entry lead | 2012-08-01 | | done: seen |

        <!-- end parts -->

        ## Lessons learned
        """)
    #expect(source.contains(row))
    let people = teams.map { PersonRole(names: [$0, "@\($0)"], role: "a member of the team") }
    let text = Preparing.text(source, people: people, opening: opening).markdown
    #expect(text.contains("Order entry refuses every order with bit 7"))
    #expect(text.components(separatedBy: "refuses every order with bit 7 until").count == 2, "once")
    #expect(!text.contains("member of the team entry"))
  }

  @Test func `inside nothing is lost`() {
    #expect(prepared(.internal).markdown == Self.source && !Self.source.isEmpty)
  }

  @Test func `prepared again, it stays as it is, and the difference gives both back`() {
    for audience in PublicationAudience.allCases {
      let text = prepared(audience)
      let again = Preparing.text(
        text.markdown, for: audience, opening: audience == .public ? opening : nil)
      #expect(again.markdown == text.markdown)
      #expect(text.comparison.filter { $0.kind != .added }.map(\.text).joined() == Self.source)
    }
  }

  @Test func `findings stand where the source has the words`() throws {
    let lines = Self.source.components(separatedBy: "\n")
    for finding in prepared(.public).findings {
      let line = Array(lines[finding.span.line - 1])
      let words = String(line[(finding.span.column - 1)..<(finding.span.endColumn - 1)])
      #expect(words.hasPrefix("smars0"), "\(finding.span)")
    }
  }
}
