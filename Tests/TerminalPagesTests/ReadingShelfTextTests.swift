import Chronology
import Incidents
import Reading
import TerminalPages
import Testing

/// The reading library in a terminal.
struct ReadingShelfTextTests {
  private static let terminal = Terminal(columns: 80, usesColour: false)

  private static func shelf(isNarrow: Bool = false, reasons: [String] = []) -> String {
    let all = ReadingShelf.all.map { ReadingListing($0) }
    let next = all.prefix(3).map { NextReadListing(reading: $0, reasons: reasons) }
    return ReadingShelfText(readings: all, next: next, isNarrow: isNarrow, knowsTeam: false).render(for: terminal)
  }

  @Test func `the list fits into 80 columns, the next read first`() {
    let text = Self.shelf(reasons: ["You run PostgreSQL (Orders).", "INC-4 was about a database."])
    #expect(text.hasPrefix("Next for you: \(ReadingShelf.all[0].name)\n"))
    #expect(text.contains("You run PostgreSQL (Orders). INC-4 was about a database."))
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    for reading in ReadingShelf.all { #expect(text.contains(reading.name)) }
  }

  @Test func `without reasons it says what would give some`() {
    #expect(Self.shelf().contains("There is no record here that would say what you run"))
    #expect(!Self.shelf(isNarrow: true).contains("Next for you"))
  }

  @Test(arguments: ReadingShelf.all.map(\.name))
  func `a reading fits into 80 columns, but for code and addresses`(name: String) throws {
    let whole = ReadingWhole(try #require(ReadingShelf.named(name)))
    let text = ReadingDocumentText(reading: whole).render(for: Self.terminal)
    #expect(text.hasPrefix(whole.listing.title.prefix(40)))
    #expect(!text.contains("technologies: ["), "no front matter")
    #expect(text.contains("mayday read \(name) --adopt-line 1"))
    var isCode = false
    for line in text.split(separator: "\n") {
      let isFence = line.contains("```")
      if isFence { isCode.toggle() }
      guard !isCode, !isFence, !line.contains("https://"), !line.contains("mayday read") else { continue }
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `questions and sources stand alone`() throws {
    let whole = ReadingWhole(try #require(ReadingShelf.named("gitlab-2017")))
    let questions = ReadingDocumentText(reading: whole, part: .questions).render(for: Self.terminal)
    #expect(questions.contains("3. ") && !questions.contains("Executive summary"))
    let sources = ReadingDocumentText(reading: whole, part: .sources).render(for: Self.terminal)
    #expect(whole.sources.allSatisfy { sources.contains($0.text.prefix(20)) })
    #expect(!sources.contains("3. "))
  }
}
