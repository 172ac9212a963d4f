import Documents
import Findings
import Reading
import Review
import Testing

/// What every reading that we ship must hold.
struct ReadingShelfTests {
  @Test func `thirty readings are shipped`() {
    #expect(ReadingShelf.all.count == 30)
    #expect(Set(ReadingShelf.all.map(\.name)).count == 30)
  }

  @Test(arguments: ReadingShelf.all.map(\.name))
  func `a reading is whole`(name: String) throws {
    let reading = try #require(ReadingShelf.named(name))
    #expect(reading.problems == [])
    #expect(!reading.title.isEmpty && !reading.organisation.isEmpty && !reading.summary.isEmpty)
    #expect(reading.questions.count == 3)
    #expect(reading.questions.allSatisfy { $0.contains("?") })
    #expect(!reading.sources.isEmpty)
    #expect(!reading.guards.isEmpty)
    #expect(!reading.lines.isEmpty)
    for kind in SectionKind.allCases { #expect(reading.document.section(kind) != nil, "\(kind.heading)") }
    let words = reading.text.split(whereSeparator: \.isWhitespace).count
    #expect((600...1900).contains(words), "\(words) words, markup and front matter counted")
  }

  @Test(arguments: ReadingShelf.all.map(\.name))
  func `the reviewer has nothing against a reading`(name: String) throws {
    let reading = try #require(ReadingShelf.named(name))
    let findings = Reviewer.standard.review(reading.document, path: "\(name).md").filter { $0.severity >= .warning }
    #expect(findings.map { "\($0.span.line) \($0.rule): \($0.message)" } == [])
  }
}
