/// Looks for the passage of an anchor in a folded text.
struct AnchorSearch {
  struct Found {
    var range: Range<Int>
    var certainty: AnchoredPassage.Certainty
    var likeness: Double
  }

  private let text: FoldedText
  private let quote: [UInt8]
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  private let position: Int

  /// Share of the quote's words, weighed by how rare they are, that must be found together.
  static let likenessMin = 0.55
  /// What surroundings that are still there add to it, each side.
  static let surroundingsBonus = 0.15
  /// Bytes of a side that must still be there to count.
  static let surroundingsBytes = 10
  /// Places that are compared by their surroundings; more hold nothing that tells them apart.
  static let placesMax = 500

  init(anchor: TextAnchor, text: FoldedText, position: Int) {
    self.text = text
    quote = FoldedText.trimmed(anchor.quote)
    prefix = FoldedText(anchor.prefix).bytes
    suffix = FoldedText(anchor.suffix).bytes
    self.position = position
  }

  // MARK: Same words

  func exact() -> Found? {
    guard !quote.isEmpty else { return nil }
    let places = occurrences(of: quote, most: Self.placesMax)
    guard let first = places.first else { return nil }
    if places.count == 1 { return Found(range: first..<(first + quote.count), certainty: .exact, likeness: 1) }
    var best = (place: first, agreement: -1, distance: Int.max)
    for place in places {
      let agreement = agreement(before: place) + agreement(behind: place + quote.count) + shared(around: place)
      let distance = abs(place - position)
      if agreement > best.agreement || agreement == best.agreement && distance < best.distance {
        best = (place, agreement, distance)
      }
    }
    return Found(range: best.place..<(best.place + quote.count), certainty: .context, likeness: 1)
  }

  /// Where a pattern begins, by the method of Knuth, Morris and Pratt: linear whatever the texts are.
  private func occurrences(of pattern: [UInt8], most: Int) -> [Int] {
    var fallback = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = fallback[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      fallback[index] = length
    }
    var result: [Int] = []
    length = 0
    for (index, byte) in text.bytes.enumerated() {
      while length > 0, byte != pattern[length] { length = fallback[length - 1] }
      if byte == pattern[length] { length += 1 }
      if length == pattern.count {
        result.append(index + 1 - length)
        if result.count == most { break }
        length = fallback[length - 1]
      }
    }
    return result
  }

  /// How many bytes of words near a place stand in the surroundings of the anchor too, whatever was edited between.
  private func shared(around place: Int) -> Int {
    func count(_ side: [UInt8], _ range: Range<Int>) -> Int {
      let known = Set(Self.words(of: side).map { side[$0] })
      let near = Array(text.bytes[range])
      return Set(Self.words(of: near).map { near[$0] }).intersection(known).reduce(0) { $0 + $1.count }
    }
    let end = place + quote.count
    return count(prefix, max(0, place - prefix.count - 8)..<place)
      + count(suffix, end..<min(text.bytes.count, end + suffix.count + 8))
  }

  /// How many bytes before a place are those of the prefix.
  private func agreement(before place: Int) -> Int {
    var count = 0
    if prefix.isEmpty { return 0 }
    let side = prefix.last == 32 || place == 0 || text.bytes[place - 1] != 32 ? prefix : prefix + [32]
    while count < side.count, count < place, side[side.count - 1 - count] == text.bytes[place - 1 - count] {
      count += 1
    }
    return count
  }

  private func agreement(behind place: Int) -> Int {
    var count = 0
    if suffix.isEmpty { return 0 }
    let side = suffix.first == 32 || place >= text.bytes.count || text.bytes[place] != 32 ? suffix : [32] + suffix
    while count < side.count, place + count < text.bytes.count, side[count] == text.bytes[place + count] { count += 1 }
    return count
  }

  // MARK: Edited words

  private struct Word {
    var range: Range<Int>
    /// Its number among the words of the quote; nil for other words.
    var number: Int?
  }

  func edited() -> Found? {
    var numbers: [String: Int] = [:]
    var wanted: [Int] = []
    for range in Self.words(of: quote) {
      let word = Self.word(quote, range)
      let number = numbers[word] ?? numbers.count
      numbers[word] = number
      if number == wanted.count { wanted.append(0) }
      wanted[number] += 1
    }
    guard !wanted.isEmpty else { return nil }
    let words = Self.words(of: text.bytes).map { Word(range: $0, number: numbers[Self.word(text.bytes, $0)]) }
    var frequency = [Int](repeating: 0, count: wanted.count)
    for word in words { if let number = word.number { frequency[number] += 1 } }
    // A word that stands everywhere says little about where the passage is.
    let weights = frequency.map { 1 / Double(max($0, 1)).squareRoot() }
    let whole = zip(wanted, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
    let size = wanted.reduce(0, +)
    let sides = surroundings()
    var best: Found?
    // An edit may add words: a longer window is tried too, and cut to the words that belong.
    for width in [size, size + size / 2 + 1] {
      let found = bestWindow(words, width, (wanted, weights, whole), sides)
      if let found, found.likeness > best?.likeness ?? 0 { best = found }
    }
    return best
  }

  private func bestWindow(
    _ words: [Word], _ width: Int, _ measure: (wanted: [Int], weights: [Double], whole: Double),
    _ sides: (before: [Int], behind: [Int])
  ) -> Found? {
    let (wanted, weights, whole) = measure
    var counts = [Int](repeating: 0, count: wanted.count)
    var sum = 0.0
    var best: (found: Found, score: Double, distance: Int)?
    for index in words.indices {
      if let number = words[index].number {
        counts[number] += 1
        if counts[number] <= wanted[number] { sum += weights[number] }
      }
      if index >= width, let number = words[index - width].number {
        counts[number] -= 1
        if counts[number] < wanted[number] { sum -= weights[number] }
      }
      let likeness = sum / whole
      guard likeness + 2 * Self.surroundingsBonus >= Self.likenessMin, words[index].number != nil else { continue }
      var first = max(0, index - width + 1)
      while words[first].number == nil { first += 1 }
      var range = words[first].range.lowerBound..<words[index].range.upperBound
      let count = widened(&range, sides)
      let score = likeness + Double(count) * Self.surroundingsBonus
      let distance = abs(range.lowerBound - position)
      guard likeness > 0.2, score >= Self.likenessMin else { continue }
      if score > (best?.score ?? 0) + 1e-9 || score > (best?.score ?? 0) - 1e-9 && distance < best?.distance ?? .max {
        best = (Found(range: range, certainty: .edited, likeness: min(1, likeness)), score, distance)
      }
    }
    return best?.found
  }

  /// Takes a stretch out to surroundings that are still there close by; how many sides are.
  private func widened(_ range: inout Range<Int>, _ sides: (before: [Int], behind: [Int])) -> Int {
    let room = quote.count + 24
    var count = 0
    let low = Self.firstIndex(in: sides.before, notBelow: range.lowerBound + 1) - 1
    if low >= 0, range.lowerBound - sides.before[low] <= room {
      let at = sides.before[low]
      range = (at < range.lowerBound && text.bytes[at] == 32 ? at + 1 : at)..<range.upperBound
      count += 1
    }
    let high = Self.firstIndex(in: sides.behind, notBelow: range.upperBound)
    if high < sides.behind.count, sides.behind[high] - range.upperBound <= room {
      let at = sides.behind[high]
      range = range.lowerBound..<(at > range.upperBound && text.bytes[at - 1] == 32 ? at - 1 : at)
      count += 1
    }
    return count
  }

  /// Where the last bytes of the prefix end and where the first bytes of the suffix begin.
  private func surroundings() -> (before: [Int], behind: [Int]) {
    let before = Array(prefix.suffix(Self.surroundingsBytes))
    let behind = Array(suffix.prefix(Self.surroundingsBytes))
    return (
      before.count < Self.surroundingsBytes
        ? [] : occurrences(of: before, most: Self.placesMax).map { $0 + before.count },
      behind.count < Self.surroundingsBytes ? [] : occurrences(of: behind, most: Self.placesMax)
    )
  }

  private static func firstIndex(in places: [Int], notBelow wanted: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Letters and digits of ASCII and all other scalars make words; the rest parts them.
  private static func words(of bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      let isWord = byte >= 128 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isWord, start == nil { start = index }
      if !isWord, let from = start {
        result.append(from..<index)
        start = nil
      }
    }
    if let start { result.append(start..<bytes.count) }
    return result
  }

  private static func word(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
