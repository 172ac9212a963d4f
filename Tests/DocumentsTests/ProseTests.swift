import Documents
import Findings
import Foundation
import Testing

struct ProseTests {
  @Test(arguments: [
    ("The **bold** and _soft_ word.", "The bold and soft word.", "emphasis vanishes"),
    ("snake_case and 2 * 3 stay", "snake_case and 2 * 3 stay", "marks inside words and between spaces are text"),
    ("run `rm -rf *` now", "run rm -rf * now", "code is put back"),
    ("see [the log](https://a.example/b_c) there", "see the log there", "a link keeps its label"),
    (
      "see <https://a.example/x> or https://b.example/y.", "see https://a.example/x or https://b.example/y.",
      "addresses"
    ),
    ("one<br>two <span>three</span>", "one two three", "known tags vanish"),
    ("<fill in> and <your name>", "<fill in> and <your name>", "what is no tag stays"),
    ("a \\* b \\| c", "a * b | c", "escapes"),
    ("![chart](chart.png) after", "after", "an image shows no words"),
    ("before <!-- hidden --> after", "before after", "a comment"),
    ("an open `tick and [bracket", "an open `tick and [bracket", "what is left open is text"),
    ("~~old~~ new", "old new", "struck text is still text"),
    ("It was late[^1] that day.[^note]", "It was late that day.", "marks of footnotes vanish"),
    ("[^1]: The clock was wrong.", "The clock was wrong.", "a footnote is prose"),
    ("[^a]: One.\n[^b]: Two [links](x.md).", "One. Two links.", "footnotes line by line"),
    ("[log]: https://a.example/log \"The log\"\nText.", "Text.", "a definition shows nothing"),
    ("[Note]: all of it was late.", "[Note]: all of it was late.", "a remark is no definition"),
    ("It was late.\n[Note]: very late.", "It was late. [Note]: very late.", "a definition cannot stand within text"),
  ])
  func `words are read without their markup`(markdown: String, text: String, reason: String) {
    let document = PostmortemDocument(parsing: markdown)
    #expect(document.blocks.first?.prose.text == text, "\(reason)")
  }

  @Test
  func `every word knows its line and column in scalars`() throws {
    let text = "# Ünïcödé 🚒\n\n> - Größe **mattered**\n>   and more\n\n| a | b |\n|---|---|\n| ü | x \\| y |\n"
    let blocks = PostmortemDocument(parsing: text).blocks
    func span(_ word: String) throws -> TextSpan {
      for prose in blocks.flatMap(\.proses) {
        let view = String(String.UnicodeScalarView(prose.scalars))
        guard let found = view.range(of: word) else { continue }
        let start = view.unicodeScalars.distance(from: view.startIndex, to: found.lowerBound)
        return prose.span(of: start..<(start + word.unicodeScalars.count))
      }
      throw Missing()
    }
    #expect(try span("🚒") == TextSpan(line: 1, column: 11, endLine: 1, endColumn: 12))
    #expect(try span("Größe") == TextSpan(line: 3, column: 5, endLine: 3, endColumn: 10))
    #expect(try span("mattered") == TextSpan(line: 3, column: 13, endLine: 3, endColumn: 21))
    #expect(try span("more") == TextSpan(line: 4, column: 9, endLine: 4, endColumn: 13))
    #expect(try span("ü") == TextSpan(line: 8, column: 3, endLine: 8, endColumn: 4))
    #expect(try span("x | y") == TextSpan(line: 8, column: 7, endLine: 8, endColumn: 13))
  }

  private struct Missing: Error {}

  @Test
  func `a footnote knows its place`() {
    let prose = PostmortemDocument(parsing: "# A\n\nText.[^1]\n\n[^1]: The clock was wrong.\n").blocks.last?.prose
    #expect(prose?.span == TextSpan(line: 5, column: 7, endLine: 5, endColumn: 27))
  }

  @Test
  func `an escaped pipe belongs to its cell, also inside code`() {
    let cells = PostmortemDocument(parsing: "| a | b |\n|---|---|\n| `x \\| y` | z \\| w |\n").blocks.last?.cells
    #expect(cells?.map(\.text) == ["x | y", "z | w"])
  }

  @Test
  func `tasks and table rows are told apart`() {
    let blocks = PostmortemDocument(parsing: "- [ ] open\n- [x] done\n- plain\n\n| h |\n|---|\n| c |\n").blocks
    #expect(
      blocks.map(\.kind) == [
        .item(isDone: false), .item(isDone: true), .item(isDone: nil), .row(isHeader: true), .row(isHeader: false),
      ])
    #expect(blocks.map { $0.proses.first?.text } == ["open", "done", "plain", "h", "c"])
  }
}
