import Testing
import TextComparing

struct ThreeWayTests {
  @Test func `changes in different places stand beside each other`() {
    let result = ThreeWay(
      base: "The router sent orders. It was stopped at noon.",
      mine: "The router sent too many orders. It was stopped at noon.",
      theirs: "The router sent orders. It was stopped at one.")
    #expect(result.merged == "The router sent too many orders. It was stopped at one.")
    #expect(result.stretches.map(\.kind) == [.unchanged, .mine, .unchanged, .theirs, .unchanged])
  }

  @Test func `the same change of both is no conflict`() {
    let result = ThreeWay(base: "Two hosts", mine: "Three hosts", theirs: "Three hosts")
    #expect(result.merged == "Three hosts")
    #expect(result.stretches.first?.kind == .both)
  }

  @Test func `different words in one place are a conflict that keeps both`() throws {
    let result = ThreeWay(base: "It began at 10.", mine: "It began at 11.", theirs: "It began at 12.")
    #expect(result.merged == nil)
    let conflict = try #require(result.stretches.first { $0.kind == .conflict })
    #expect((conflict.base, conflict.mine, conflict.theirs) == ("10", "11", "12"))
    #expect(result.text { "\($0.mine) or \($0.theirs)" } == "It began at 11 or 12.")
  }

  @Test func `two additions at one place are a conflict; an edit of what the other removed too`() {
    #expect(ThreeWay(base: "a\n", mine: "a\nb\n", theirs: "a\nc\n").conflictCount == 1)
    #expect(
      ThreeWay(base: "One. Two words. Three.", mine: "One. Three.", theirs: "One. Two fine words. Three.")
        .conflictCount == 1)
  }

  @Test func `by lines, two changes of one line are a conflict`() {
    let (base, mine, theirs) = ("a b c d\nlast\n", "A b c d\nlast\n", "a b c D\nlast\n")
    #expect(ThreeWay(base: base, mine: mine, theirs: theirs).merged == "A b c D\nlast\n")
    #expect(ThreeWay(base: base, mine: mine, theirs: theirs, by: .lines).merged == nil)
  }

  @Test func `no text is lost`() {
    for seed in 0..<300 {
      var random = SeededGenerator(UInt64(seed))
      let base = random.text(seed % 60)
      let mine = random.edited(base, edits: seed % 5)
      let theirs = random.edited(base, edits: seed % 4)
      let result = ThreeWay(base: base, mine: mine, theirs: theirs, by: seed.isMultiple(of: 2) ? .words : .lines)
      #expect(result.stretches.flatMap { Array($0.base.utf8) } == Array(base.utf8), "seed \(seed)")
      #expect(result.stretches.flatMap { Array($0.mine.utf8) } == Array(mine.utf8), "seed \(seed)")
      #expect(result.stretches.flatMap { Array($0.theirs.utf8) } == Array(theirs.utf8), "seed \(seed)")
      if mine == base { #expect(result.merged.map { Array($0.utf8) } == Array(theirs.utf8), "seed \(seed)") }
      let swapped = ThreeWay(base: base, mine: theirs, theirs: mine, by: seed.isMultiple(of: 2) ? .words : .lines)
      #expect(swapped.merged == result.merged, "seed \(seed)")
    }
  }
}
