import Chronology
import Desk
import Journal
import RecordViews
import Testing

/// What the record takes from documents as people write them.
struct DocumentFactsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var severity: Int?
    var status = "not known"
    var started: String?
    var ended: String?
    var impact: String?
  }

  @Test(arguments: [
    Case(
      testDescription: "labels in place of front matter",
      text: """
        # Search is slow

        **Severity:** Sev-3
        **Started:** 5 January 2026 09:12 UTC
        **Resolved:** 5 January 2026 10:02 UTC
        """,
      severity: 3, status: "resolved", started: "2026-01-05T09:12:00Z", ended: "2026-01-05T10:02:00Z"),
    Case(
      testDescription: "a table of times, the zone in the cells",
      text: """
        # Search is slow
        ## Incident date and time
        | | when |
        |---|---|
        | Impact began | 2026-01-05 10:12 CET |
        | Service restored | 2026-01-05 11:02:30 CET |
        """,
      status: "resolved", started: "2026-01-05T09:12:00Z", ended: "2026-01-05T10:02:30Z"),
    Case(
      testDescription: "a sentence with the day said once",
      text: """
        # Search is slow
        ## Incident date and time
        On 5 January 2026 from 09:12 to 10:02 UTC.
        """,
      status: "resolved", started: "2026-01-05T09:12:00Z", ended: "2026-01-05T10:02:00Z"),
    Case(
      testDescription: "a zone in the front matter holds for its times",
      text: "---\ntitle: Slow\nzone: America/New_York\nstarted: 2026-07-05 09:12\n---\n",
      started: "2026-07-05T13:12:00Z"),
    Case(
      testDescription: "a time without a zone is not guessed",
      text: "---\ntitle: Slow\nstarted: 2026-01-05 09:12\n---\n"),
    Case(
      testDescription: "an end before the start is left out",
      text: "---\ntitle: Slow\nstarted: 2026-01-05T09:12:00Z\nended: 2026-01-05T08:00:00Z\n---\n",
      started: "2026-01-05T09:12:00Z"),
    Case(
      testDescription: "an incident that goes on",
      text: "---\ntitle: Slow\nseverity: critical\nstatus: Ongoing\n---\n", severity: 1, status: "ongoing"),
    Case(
      testDescription: "the question of a draft is no impact, nor is a heading that is to be filled",
      text: """
        # Slow
        ## Impact analysis
        > **Ask:** Who felt it, and how many?

        TBD by support

        What did it cost?

        ## Executive summary
        Searches took 20 s, e.g. for approx. 4,000 people at noon. Most gave up.
        """,
      impact: "Searches took 20 s, e.g. for approx. 4,000 people at noon."),
    Case(
      testDescription: "an impact section that begins with a table leaves the sentence to the summary",
      text: """
        # Slow
        ## Executive summary
        Searches took 20 s for 4,000 people. Most gave up.
        ## Impact analysis
        | What | How much |
        |---|---|
        | Searches | 4,000 |

        The night jobs ran on as planned.
        """,
      impact: "Searches took 20 s for 4,000 people."),
    Case(
      testDescription: "a time in the sentence is no label",
      text: "# Slow\n## Executive summary\nOn 5 January, from 13:30 to 14:15 UTC, searches took 20 s. Most gave up.\n",
      impact: "On 5 January, from 13:30 to 14:15 UTC, searches took 20 s."),
    Case(
      testDescription: "labels in the impact section",
      text: """
        # Slow
        ## Impact analysis
        **Duration:** 50 minutes

        **Customer impact:** Searches took 20 s. Most gave up.
        """,
      impact: "Searches took 20 s. Most gave up."),
    Case(
      testDescription: "a number that is no severity is none", text: "---\ntitle: Slow\nseverity: see ticket 2\n---\n"),
  ])
  func `facts are read from a document`(sample: Case) async throws {
    let desk = try Desk(journal: MemoryJournal())
    let receipt = try await desk.importText(sample.text)
    let summary = try #require(try await desk.incident(receipt.incident, for: DeskScene.reader)?.summary)
    #expect(summary.severity == sample.severity)
    #expect(summary.status == sample.status)
    #expect(summary.started?.rfc3339 == sample.started)
    #expect(summary.ended?.rfc3339 == sample.ended)
    #expect(summary.impact == sample.impact)
  }

  @Test func `a long sentence is cut between words`() async throws {
    let desk = try Desk(journal: MemoryJournal())
    let words = String(repeating: "every order failed and ", count: 60)
    let receipt = try await desk.importText("# Slow\n## Impact analysis\n\(words)\n")
    let impact = try #require(try await desk.incident(receipt.incident, for: DeskScene.reader)?.summary.impact)
    #expect(impact.unicodeScalars.count <= DeskLimits.impactScalarsMax + 1)
    #expect(impact.hasSuffix("…"))
  }
}
