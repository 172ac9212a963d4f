/// Two texts that were made from one: what each changed, and where they cannot both stand.
///
/// `base` of all stretches joined is the base, `mine` and `theirs` joined are the two texts, byte for byte: none is lost.
package struct ThreeWay: Sendable {
  /// What counts as one place.
  package enum Grain: String, Codable, Sendable {
    /// Changes of different words of a line stand beside each other.
    case words
    /// Two changes of one line are a conflict.
    case lines
  }

  /// In order; neighbours differ in kind.
  package let stretches: [Stretch]

  package init(base: String, mine: String, theirs: String, by grain: Grain = .words) {
    let bytes = Array(base.utf8)
    let byLines = grain == .lines
    stretches = Self.stretches(
      EditScript(old: bytes, new: Array(mine.utf8), byLinesOnly: byLines),
      EditScript(old: bytes, new: Array(theirs.utf8), byLinesOnly: byLines))
  }

  package var conflictCount: Int { stretches.count { $0.kind == .conflict } }

  /// Both texts in one; nil when they contradict each other somewhere.
  package var merged: String? {
    conflictCount == 0 ? text { _ in "" } : nil
  }

  /// One text, with an answer for each conflict, in order.
  package func text(resolving answer: (Stretch) -> String) -> String {
    stretches.map { stretch in
      switch stretch.kind {
      case .unchanged: stretch.base
      case .mine, .both: stretch.mine
      case .theirs: stretch.theirs
      case .conflict: answer(stretch)
      }
    }.joined()
  }

  // MARK: Weaving

  private static func stretches(_ mine: EditScript, _ theirs: EditScript) -> [Stretch] {
    var result: [Stretch] = []
    let mineChanges = mine.runs.filter { !$0.isSame }
    let theirChanges = theirs.runs.filter { !$0.isSame }
    var (m, t) = (0, 0)
    // How far each text has been written out.
    var (base, left, right) = (0, 0, 0)
    while m < mineChanges.count || t < theirChanges.count {
      // The next change of either, with all that touch it.
      let start = min(
        m < mineChanges.count ? mineChanges[m].old.lowerBound : Int.max,
        t < theirChanges.count ? theirChanges[t].old.lowerBound : Int.max)
      let (firstMine, firstTheirs) = (m, t)
      var end = start
      while true {
        if m < mineChanges.count, mineChanges[m].old.lowerBound <= end {
          end = max(end, mineChanges[m].old.upperBound)
          m += 1
        } else if t < theirChanges.count, theirChanges[t].old.lowerBound <= end {
          end = max(end, theirChanges[t].old.upperBound)
          t += 1
        } else {
          break
        }
      }
      let gap = start - base
      append(&result, .unchanged, mine, base..<start, left..<(left + gap), theirs, right..<(right + gap))
      (base, left, right) = (start, left + gap, right + gap)
      let leftEnd = left + (end - start) + growth(mineChanges[firstMine..<m])
      let rightEnd = right + (end - start) + growth(theirChanges[firstTheirs..<t])
      let kind: Stretch.Kind =
        firstTheirs == t
        ? .mine
        : firstMine == m
          ? .theirs : mine.new[left..<leftEnd] == theirs.new[right..<rightEnd] ? .both : .conflict
      append(&result, kind, mine, base..<end, left..<leftEnd, theirs, right..<rightEnd)
      (base, left, right) = (end, leftEnd, rightEnd)
    }
    append(
      &result, .unchanged, mine, base..<mine.old.count, left..<mine.new.count, theirs, right..<theirs.new.count)
    return result
  }

  private static func growth(_ changes: ArraySlice<EditScript.Run>) -> Int {
    changes.reduce(0) { $0 + $1.new.count - $1.old.count }
  }

  private static func append(
    _ result: inout [Stretch], _ kind: Stretch.Kind, _ mine: EditScript, _ base: Range<Int>, _ left: Range<Int>,
    _ theirs: EditScript, _ right: Range<Int>
  ) {
    guard !base.isEmpty || !left.isEmpty || !right.isEmpty else { return }
    result.append(
      Stretch(
        kind, base: String(decoding: mine.old[base], as: UTF8.self),
        mine: String(decoding: mine.new[left], as: UTF8.self),
        theirs: String(decoding: theirs.new[right], as: UTF8.self)))
  }
}
