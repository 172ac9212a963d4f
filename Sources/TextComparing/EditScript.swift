/// Two texts as bytes, and which stretches of them are the same.
struct EditScript {
  /// A stretch: equal bytes where `isSame`, else what stands in one place of the other; one side may be empty.
  struct Run: Equatable {
    var isSame: Bool
    var old: Range<Int>
    var new: Range<Int>
  }

  let old: [UInt8]
  let new: [UInt8]
  /// In order, without gaps; equal and differing runs take turns.
  private(set) var runs: [Run] = []

  init(old: [UInt8], new: [UInt8], byLinesOnly: Bool = false) {
    self.old = old
    self.new = new
    let longer = max(old.count, new.count)
    if old == new {
      add(Run(isSame: true, old: 0..<old.count, new: 0..<new.count))
    } else if longer > ComparisonLimits.lineBytesMax {
      add(Run(isSame: false, old: 0..<old.count, new: 0..<new.count))
    } else {
      compareLines(withWords: !byLinesOnly && longer <= ComparisonLimits.wordBytesMax)
    }
  }

  private mutating func compareLines(withWords: Bool) {
    let oldLines = LineRanges.ranges(of: old)
    let newLines = LineRanges.ranges(of: new)
    var numbers = TokenNumbers()
    var alignment = Alignment(
      numbers.numbers(of: oldLines, in: old), numbers.numbers(of: newLines, in: new), steps: ComparisonLimits.stepsMax)
    alignment.align(isLarge: true)
    var steps = alignment.steps
    var oldAt = 0
    var newAt = 0
    for match in alignment.matches + [Alignment.Match(a: oldLines.count, b: newLines.count, count: 0)] {
      let oldGap =
        (oldAt < oldLines.count ? oldLines[oldAt].lowerBound : old.count)..<Self.start(match.a, oldLines, old)
      let newGap =
        (newAt < newLines.count ? newLines[newAt].lowerBound : new.count)..<Self.start(match.b, newLines, new)
      if !oldGap.isEmpty, !newGap.isEmpty, withWords {
        compareWords(oldGap, newGap, &steps)
      } else {
        add(Run(isSame: false, old: oldGap, new: newGap))
      }
      oldAt = match.a + match.count
      newAt = match.b + match.count
      let end = (Self.start(oldAt, oldLines, old), Self.start(newAt, newLines, new))
      add(Run(isSame: true, old: oldGap.upperBound..<end.0, new: newGap.upperBound..<end.1))
    }
  }

  private static func start(_ line: Int, _ lines: [Range<Int>], _ text: [UInt8]) -> Int {
    line < lines.count ? lines[line].lowerBound : text.count
  }

  private mutating func compareWords(_ oldGap: Range<Int>, _ newGap: Range<Int>, _ steps: inout Int) {
    let oldTokens = WordToken.tokens(of: old, in: oldGap)
    let newTokens = WordToken.tokens(of: new, in: newGap)
    var numbers = TokenNumbers()
    var alignment = Alignment(
      numbers.numbers(of: oldTokens.map(\.range), in: old), numbers.numbers(of: newTokens.map(\.range), in: new),
      steps: steps)
    alignment.align(isLarge: oldTokens.count + newTokens.count > 6000)
    steps = alignment.steps
    let tidy = ReadableMatches(old: oldTokens, new: newTokens, alignment: alignment)
    var oldAt = oldGap.lowerBound
    var newAt = newGap.lowerBound
    for match in tidy.matches where match.count > 0 {
      let oldEqual = oldTokens[match.a].range.lowerBound..<oldTokens[match.a + match.count - 1].range.upperBound
      let newEqual = newTokens[match.b].range.lowerBound..<newTokens[match.b + match.count - 1].range.upperBound
      add(Run(isSame: false, old: oldAt..<oldEqual.lowerBound, new: newAt..<newEqual.lowerBound))
      add(Run(isSame: true, old: oldEqual, new: newEqual))
      oldAt = oldEqual.upperBound
      newAt = newEqual.upperBound
    }
    add(Run(isSame: false, old: oldAt..<oldGap.upperBound, new: newAt..<newGap.upperBound))
  }

  private mutating func add(_ run: Run) {
    guard !run.old.isEmpty || !run.new.isEmpty else { return }
    if let last = runs.last, last.isSame == run.isSame {
      runs[runs.count - 1].old = last.old.lowerBound..<run.old.upperBound
      runs[runs.count - 1].new = last.new.lowerBound..<run.new.upperBound
    } else {
      runs.append(run)
    }
  }

  var passages: [Passage] {
    var result: [Passage] = []
    for run in runs {
      if run.isSame {
        result.append(Passage(.same, String(decoding: old[run.old], as: UTF8.self)))
        continue
      }
      if !run.old.isEmpty { result.append(Passage(.removed, String(decoding: old[run.old], as: UTF8.self))) }
      if !run.new.isEmpty { result.append(Passage(.added, String(decoding: new[run.new], as: UTF8.self))) }
    }
    return result
  }
}
