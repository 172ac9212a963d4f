import Chronology
import Documents
import Findings
import Testing

struct TimelineRowTests {
  private func rows(_ body: String, heading: String = "Timeline", matter: String = "") -> [TimelineRow] {
    let head = matter.isEmpty ? "" : "---\n\(matter)\n---\n"
    return PostmortemDocument(parsing: "\(head)# A\n\n## \(heading)\n\n\(body)\n").timelineRows
  }

  @Test
  func `rows of a table take day and zone from their columns`() {
    let items = rows(
      """
      | Date | Time (UTC) | Event | Evidence |
      |------|------------|-------|----------|
      | 2024-03-02 | 23:50 | Queue stops | `queue.log:12` |
      | 2024-03-03 | 00:10 | Queue runs | [graph](https://g.example/1) |
      """)
    #expect(items.map(\.instant?.rfc3339) == ["2024-03-02T23:50:00Z", "2024-03-03T00:10:00Z"])
    #expect(items.map(\.text) == ["Queue stops", "Queue runs"])
    #expect(items.map(\.evidence) == [["queue.log:12"], ["https://g.example/1"]])
    #expect(items.map(\.line) == [7, 8])
    #expect(items[0].span.column == 16)
  }

  @Test(arguments: [
    ("- **10:05 UTC** – it broke", "it broke", "2024-03-02T10:05:00Z", "bold"),
    ("- 2024-03-03 10:05 CET: it broke", "it broke", "2024-03-03T09:05:00Z", "its own day"),
    ("- [10:05] it broke", "it broke", nil as String?, "no zone"),
    ("10:05 UTC it broke", "it broke", "2024-03-02T10:05:00Z", "a paragraph"),
    ("### 10:05 UTC\nit broke", "it broke", "2024-03-02T10:05:00Z", "a heading"),
    ("- 10:05 America/New_York it broke", "it broke", "2024-03-02T15:05:00Z", "a zone by place"),
  ])
  func `a row is what begins with a time`(body: String, text: String, instant: String?, reason: String) {
    let items = rows(body, matter: "started: 2024-03-02")
    #expect(items.map(\.text) == [text], "\(reason)")
    #expect(items.first?.instant?.rfc3339 == instant, "\(reason)")
  }

  @Test
  func `the zone may stand in the heading, in the section or in the front matter`() {
    let body = "- 2024-03-02 10:05 it broke"
    #expect(rows(body, heading: "Timeline (all times PT)").first?.instant?.rfc3339 == "2024-03-02T18:05:00Z")
    #expect(rows("All times are UTC.\n\n" + body).first?.instant?.rfc3339 == "2024-03-02T10:05:00Z")
    #expect(rows(body, matter: "zone: Europe/Berlin").first?.instant?.rfc3339 == "2024-03-02T09:05:00Z")
    #expect(rows(body).first?.instant == nil)
  }

  @Test
  func `bullets without a time are no rows`() {
    #expect(rows("- it broke\n- then, at 10:05 UTC, it stopped\n").isEmpty)
  }
}
