/// Matches of words, moved and thinned out so that a person can read what changed.
///
/// What was put in or taken out begins at a line, a sentence or a word where it can; a lone blank or a small word that
/// happens to be equal between two larger changes is counted among them.
struct ReadableMatches {
  private(set) var matches: [Alignment.Match]
  private let old: [WordToken]
  private let new: [WordToken]
  private let alignment: Alignment

  /// Tokens that a change is moved by at most.
  private static let slideMax = 200
  /// Words of an equal stretch that may be counted among the changes around it.
  private static let islandWordsMax = 2

  init(old: [WordToken], new: [WordToken], alignment: Alignment) {
    self.old = old
    self.new = new
    self.alignment = alignment
    matches = alignment.matches
    slide()
    for _ in 0..<3 where !dropIslands() { break }
    dropChance()
  }

  // MARK: Borders

  private mutating func slide() {
    guard matches.count > 1 else { return }
    for index in 1..<matches.count {
      let before = matches[index - 1]
      let after = matches[index]
      let oldGap = (before.a + before.count)..<after.a
      let newGap = (before.b + before.count)..<after.b
      guard oldGap.isEmpty != newGap.isEmpty else { continue }
      let shift =
        newGap.isEmpty
        ? Self.shift(oldGap, alignment.a, old, room: (before.count - 1, after.count - 1))
        : Self.shift(newGap, alignment.b, new, room: (before.count - 1, after.count - 1))
      matches[index - 1].count += shift
      matches[index].a += shift
      matches[index].b += shift
      matches[index].count -= shift
    }
  }

  /// By how many tokens a gap is best moved.
  private static func shift(
    _ gap: Range<Int>, _ numbers: [Int32], _ tokens: [WordToken], room: (left: Int, right: Int)
  ) -> Int {
    var best = (shift: 0, score: score(gap, tokens))
    for direction in [-1, 1] {
      var shift = 0
      let most = min(slideMax, direction < 0 ? room.left : room.right)
      while abs(shift) < most {
        let (low, high) = (gap.lowerBound + shift, gap.upperBound + shift)
        let isEqual = direction < 0 ? numbers[low - 1] == numbers[high - 1] : numbers[low] == numbers[high]
        guard isEqual else { break }
        shift += direction
        let score = score((gap.lowerBound + shift)..<(gap.upperBound + shift), tokens)
        if score > best.score { best = (shift, score) }
      }
    }
    return best.shift
  }

  private static func score(_ gap: Range<Int>, _ tokens: [WordToken]) -> Int {
    border(gap.lowerBound, tokens) + border(gap.upperBound, tokens)
  }

  /// How well a reader can start to read at a place.
  private static func border(_ at: Int, _ tokens: [WordToken]) -> Int {
    guard at > 0, at < tokens.count else { return 5 }
    switch tokens[at - 1].kind {
    case .lineEnd: return 5
    case .blank: return at > 1 && tokens[at - 2].endsSentence ? 4 : 3
    case .word, .mark:
      return tokens[at].kind == .blank || tokens[at].kind == .lineEnd ? 2 : tokens[at].kind == .mark ? 1 : 0
    }
  }

  // MARK: Islands

  /// Drops small equal stretches between larger changes; whether it dropped any.
  private mutating func dropIslands() -> Bool {
    var kept: [Alignment.Match] = []
    for (index, match) in matches.enumerated() {
      let end = (kept.last.map { $0.a + $0.count } ?? 0, kept.last.map { $0.b + $0.count } ?? 0)
      let next = index + 1 < matches.count ? (matches[index + 1].a, matches[index + 1].b) : (old.count, new.count)
      let before = max(length(end.0..<match.a, old), length(end.1..<match.b, new))
      let after = max(
        length((match.a + match.count)..<next.0, old), length((match.b + match.count)..<next.1, new))
      if !isIsland(match, before, after) { kept.append(match) }
    }
    defer { matches = kept }
    return kept.count < matches.count
  }

  private func isIsland(_ match: Alignment.Match, _ before: Int, _ after: Int) -> Bool {
    guard before > 0, after > 0, match.count <= 4 * Self.islandWordsMax else { return false }
    let tokens = old[match.a..<(match.a + match.count)]
    if tokens.contains(where: { $0.kind == .lineEnd }) { return false }
    let words = tokens.filter { $0.kind == .word }
    if words.isEmpty { return length(match.a..<(match.a + match.count), old) <= 4 }
    return words.count <= Self.islandWordsMax && words.reduce(0) { $0 + $1.range.count } < min(before, after)
  }

  private func length(_ range: Range<Int>, _ tokens: [WordToken]) -> Int {
    range.isEmpty ? 0 : tokens[range.upperBound - 1].range.upperBound - tokens[range.lowerBound].range.lowerBound
  }

  /// Where next to nothing is equal, equal words are chance: the stretch counts as replaced.
  private mutating func dropChance() {
    var equal = 0
    for match in matches {
      for token in old[match.a..<(match.a + match.count)] where token.kind == .word { equal += token.range.count }
    }
    let shorter = min(length(0..<old.count, old), length(0..<new.count, new))
    guard equal * 8 < shorter else { return }
    matches.removeAll { match in
      !old[match.a..<(match.a + match.count)].contains { $0.kind == .lineEnd }
    }
  }
}
