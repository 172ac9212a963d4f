import Chronology
import Documents
import Testing

struct WritingTests {
  @Test
  func `what is written is read back with the same keys, bodies, rows and actions`() {
    let timeline = PostmortemWriter.table(
      header: ["Time (UTC)", "Event", "Evidence"],
      rows: [["2024-03-02 10:05:00", "503 | rises\nfast", "`lb.log:12`"], ["2024-03-02 10:09:00", "calm", ""]])
    let actions = PostmortemWriter.table(
      header: ["Action", "Owner", "Due"], rows: [["Alert at 80 %", "Ines", "2024-05-01"]])
    let writer = PostmortemWriter(
      title: "Orders: \"charged\" twice #1",
      frontMatter: [
        ("owner", "@ines"), ("started", "2024-03-02T10:05:00Z"), ("zone", "UTC"), ("severity", ""),
        ("authors", .list(["Ines, K.", "true"])), ("note", "a\nb\\c"),
      ],
      bodies: [.summary: "\nTwo charges.\n\n", .timeline: timeline, .actions: actions])
    let document = PostmortemDocument(parsing: writer.write())
    #expect(document.frontMatter.problems.isEmpty)
    #expect(document.title == "Orders: \"charged\" twice #1")
    #expect(document.frontMatter["owner"] == "@ines")
    #expect(document.frontMatter["started"] == "2024-03-02T10:05:00Z")
    #expect(document.frontMatter.entry("authors")?.values == ["Ines, K.", "true"])
    #expect(document.frontMatter["note"] == "a\nb\\c")
    #expect(document.sections.map(\.kind) == SectionKind.allCases)
    #expect(document.section(.summary)?.body == "\nTwo charges.\n\n")
    #expect(document.timelineRows.map(\.text) == ["503 | rises fast", "calm"])
    #expect(document.timelineRows.first?.instant?.rfc3339 == "2024-03-02T10:05:00Z")
    #expect(document.timelineRows.first?.evidence == ["lb.log:12"])
    #expect(document.actions.first?.owner == "Ines")
  }

  @Test(arguments: [
    (
      "# A\n\n## Impact\n\nOld.\n\n## Timeline\nx\n", "# A\n\n## Impact\n\nNew.\n\n## Timeline\nx\n",
      "blank lines are kept"
    ),
    ("# A\n## Impact\n## Timeline\n", "# A\n## Impact\n\nNew.\n\n## Timeline\n", "an empty body gets them"),
    ("# A\n\n## Impact", "# A\n\n## Impact\n\nNew.\n", "a heading at the end of the file"),
    ("# A\r\n\r\n## Impact\r\n\r\nOld.\r\n", "# A\r\n\r\n## Impact\r\n\r\nNew.\r\n", "line ends are kept"),
    ("# A\n\n**Impact:** old.\n\n**Timeline**\n\nx\n", "# A\n\n**Impact:** New.\n\n**Timeline**\n\nx\n", "a label"),
    (
      "# A\n\n## Summary\n\ns\n\n## Timeline\n\nt\n",
      "# A\n\n## Summary\n\ns\n\n## Impact analysis\n\nNew.\n\n## Timeline\n\nt\n", "missing: in its place"
    ),
    ("# A\n\n### Summary\n\ns", "# A\n\n### Summary\n\ns\n\n### Impact analysis\n\nNew.\n", "missing: at the end"),
    ("", "## Impact analysis\n\nNew.\n", "an empty file"),
  ])
  func `a new body changes only its section`(before: String, after: String, reason: String) {
    let changed = PostmortemDocument(parsing: before).replacingBody(of: .impact, with: "\nNew.\n\n")
    #expect(changed.text == after, "\(reason)")
    #expect(changed.replacingBody(of: .impact, with: "New.").text == after, "\(reason): again")
  }
}
