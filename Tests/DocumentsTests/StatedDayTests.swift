import Chronology
import Documents
import Testing

/// The day that a document is about.
struct StatedDayTests {
  @Test(arguments: [
    ("---\nstarted: 2024-05-14T10:00:00Z\n---\n# Outage of 2024-05-15\n", "2024-05-14", "the front matter"),
    ("---\ndate: 2024-05-20\n---\n# Outage of May 14th, 2024\n", "2024-05-14", "the title before the day of writing"),
    ("---\ndate: 2024-05-20\n---\n# Outage\n\nLast week.\n", "2024-05-20", "the day of writing, where nothing else is"),
    ("# Outage\n\n- **Date:** 2024-05-14\n\nSeen before on 2023-01-02.\n", "2024-05-14", "a labelled line"),
    ("# Outage\n\n| Date | 14 May 2024 |\n|---|---|\n| Impact | none |\n", "2024-05-14", "a labelled row"),
    ("# Outage\n\n## Date and time\n\nOn 2024-05-14 from ten.\n", "2024-05-14", "a section of its own"),
    ("# Outage\n\nAs in 2023-01-02.\n\n## Timeline\n\n- 2024-05-14 10:00 down\n", "2024-05-14", "the timeline"),
    ("# Outage\n\nOn 14 May 2024 it was down.\n", "2024-05-14", "the text"),
    ("# Outage\n\nOn 14 May it was down. See 2024-02-31.\n", nil, "no year, and no day of the calendar"),
  ])
  func `the day is read, never guessed`(text: String, day: String?, reason: String) {
    #expect(PostmortemDocument(parsing: text).statedDay?.description == day, "\(reason)")
  }

  @Test(arguments: [
    ("_posts/2024-05-14-gate.md", "2024-05-14"), ("20240514_gate.md", "2024-05-14"), ("2024_5_14.md", "2024-05-14"),
    ("incident-2024-05-14-1030.md", "2024-05-14"), ("gate-404.md", nil), ("12345678.md", nil), ("2024-13-01.md", nil),
    ("2024-05.md", nil), ("v2024/gate.md", nil),
  ])
  func `names of files may hold a day`(path: String, day: String?) {
    #expect(PostmortemDocument.day(ofFile: path)?.description == day)
  }
}
