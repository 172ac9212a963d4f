import Testing
import TextComparing

struct ComparisonLinesTests {
  private let old = (1...20).map { "line \($0)\n" }.joined()

  @Test func `changed lines stand in their context`() {
    let new = old.replacing("line 10\n", with: "line ten\n").replacing("line 20\n", with: "line 20\nline 21\n")
    #expect(
      ComparisonLines(old: old, new: new).text() == """
        @@ -7,7 +7,7 @@
         line 7
         line 8
         line 9
        -line 10
        +line ten
         line 11
         line 12
         line 13
        @@ -18,3 +18,4 @@
         line 18
         line 19
         line 20
        +line 21

        """)
    #expect(
      ComparisonLines(old: old, new: new, context: 0).text(wordMarks: true).contains("-line [-10-]\n+line {+ten+}\n"))
  }

  @Test func `changes close together share their context`() {
    let new = old.replacing("line 5\n", with: "").replacing("line 12\n", with: "line 12b\n")
    #expect(ComparisonLines(old: old, new: new).hunks.count == 1)
    #expect(ComparisonLines(old: old, new: new, context: 2).hunks.count == 2)
    #expect(ComparisonLines(old: old, new: old).hunks.isEmpty)
  }

  @Test func `all lines of both texts are there, with their numbers`() {
    for seed in 0..<150 {
      var random = SeededGenerator(UInt64(seed))
      let old = random.text(seed % 60)
      let new = random.edited(old, edits: 1 + seed % 5)
      let lines = ComparisonLines(old: old, new: new, context: 10_000).hunks.flatMap(\.lines)
      guard !lines.isEmpty else { continue }
      #expect(lines.compactMap(\.oldNumber) == Array(1..<(1 + lines.count { $0.kind != .added })), "seed \(seed)")
      #expect(lines.compactMap(\.newNumber) == Array(1..<(1 + lines.count { $0.kind != .removed })), "seed \(seed)")
      #expect(lines.filter { $0.kind != .added }.flatMap { Array($0.text.utf8) } == withoutEnds(old), "seed \(seed)")
      #expect(lines.filter { $0.kind != .removed }.flatMap { Array($0.text.utf8) } == withoutEnds(new), "seed \(seed)")
      #expect(lines.allSatisfy { $0.kind != .same || $0.pieces.allSatisfy { !$0.isChanged } })
    }
  }

  private func withoutEnds(_ text: String) -> [UInt8] { text.utf8.filter { $0 != 10 && $0 != 13 } }
}
