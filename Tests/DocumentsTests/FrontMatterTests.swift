import Documents
import Testing

struct FrontMatterTests {
  @Test
  func `values are strings by key, in order, with their places`() {
    let matter = PostmortemDocument(
      parsing: """
        ---
        title: "Orders: charged twice"
        started: 2024-03-02T10:00:00Z
        authors: [Ines, Tomás]
        severity: 2
        zone:
        ---
        # Text
        """
    ).frontMatter
    #expect(matter.entries.map(\.key) == ["title", "started", "authors", "severity", "zone"])
    #expect(matter["title"] == "Orders: charged twice")
    #expect(matter["Started"] == "2024-03-02T10:00:00Z")
    #expect(matter.entry("authors")?.values == ["Ines", "Tomás"])
    #expect(matter["zone"] == nil)
    #expect(matter.entry("severity")?.line == 5)
    #expect(matter.entry("severity")?.column == 11)
    #expect(matter.lineCount == 7)
    #expect(matter.problems.isEmpty)
  }

  @Test(arguments: [
    ("---\ntitle: a: b\n---\n", 2, "a value that needs quotes"),
    ("---\nowner: @ines\n---\n", 2, "a mark that YAML reserves"),
    ("---\na: 1\na: 2\n---\n", 3, "a key twice"),
    ("---\ntitle: x\n", 1, "no end"),
    ("---\na: {b: [c\n---\n", 3, "a bracket left open"),
    ("---\nx: *y\n---\n", 2, "an alias of nothing"),
    ("---\na: " + String(repeating: "[", count: 500) + "\n---\n", 2, "deep nesting"),
    ("---\n" + String(repeating: " ", count: 40) + "a: 1\nb: 2\n---\n", 2, "deep indentation"),
    ("---\na: " + String(repeating: "x", count: 70_000) + "\n---\n", 1, "too long"),
  ])
  func `what cannot be read is a problem with its line`(text: String, line: Int, reason: String) throws {
    let document = PostmortemDocument(parsing: text)
    let problem = try #require(document.frontMatter.problems.first, "\(reason)")
    #expect(abs(problem.line - line) <= 1, "\(reason): \(problem)")
    #expect(document.text == text)
  }

  @Test
  func `aliases that would double what is read are refused`() {
    var yaml = "---\na: &a [x, x]\n"
    for (before, name) in zip("abcdefgh", "bcdefghi") { yaml += "\(name): &\(name) [*\(before), *\(before)]\n" }
    let problems = PostmortemDocument(parsing: yaml + "---\n").frontMatter.problems
    #expect(problems.first?.message.contains("aliases") == true)
  }

  @Test
  func `a thematic break at the head is no front matter`() {
    let document = PostmortemDocument(parsing: "---\n\nText.\n\n---\n")
    #expect(document.frontMatter.lineCount == 0)
    #expect(document.frontMatter.problems.isEmpty)
  }

  @Test
  func `lines are counted from the head of the file`() {
    let document = PostmortemDocument(parsing: "---\r\ntitle: x\r\n---\r\n\r\n## Impact\r\nAll.\r\n")
    #expect(document.section(.impact)?.line == 5)
    #expect(document.title == "x")
  }
}
