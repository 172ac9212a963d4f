/// How often the telling words of a text stand in it.
package struct WordCounts: Hashable, Sendable {
  package private(set) var counts: [String: Double]

  package init() { counts = [:] }

  /// Reads ``encoded``; what is not of that form is left out.
  package init(encoded text: String) {
    counts = [:]
    counts.reserveCapacity(LearningLimits.wordsMax)
    // Byte by byte: all words of all postmortems come through here before the first question is answered.
    let bytes = Array(text.utf8)
    var start = 0
    while let wordEnd = bytes[start...].firstIndex(of: UInt8(ascii: " ")) {
      let end = bytes[(wordEnd + 1)...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
      if let count = Self.number(bytes[(wordEnd + 1)..<end]) {
        counts[String(decoding: bytes[start..<wordEnd], as: UTF8.self)] = count
      }
      start = min(end + 1, bytes.count)
    }
  }

  /// `3.0`, `1.5`; nil for anything else than digits with a point.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    var digits = 0
    var scale = 1.0
    var isBehindPoint = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ".") where !isBehindPoint: isBehindPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 1_000_000_000_000:
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        if isBehindPoint { scale *= 10 }
      default: return nil
      }
    }
    return bytes.isEmpty ? nil : Double(digits) / scale
  }

  /// Adds the words of a text, each as often as it stands there times a weight.
  package mutating func add(_ text: some StringProtocol, weight: Double = 1) {
    Self.forEach(in: text) { counts[$0, default: 0] += weight }
  }

  /// The most frequent ones, at most ``LearningLimits/wordsMax``, as `certificate 3 edge 1.5`.
  package var encoded: String {
    kept.map { word, count in "\(word) \((count * 10).rounded() / 10)" }.joined(separator: " ")
  }

  private var kept: ArraySlice<(key: String, value: Double)> {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(LearningLimits.wordsMax)
  }

  /// The telling words of a text, each once, in the order of the alphabet.
  package static func words(in text: some StringProtocol) -> [String] {
    var found: Set<String> = []
    forEach(in: text) { found.insert($0) }
    return found.sorted()
  }

  /// Letters and digits that stand together, in lower case, plurals as singulars; at least three, and not all digits.
  private static func forEach(in text: some StringProtocol, _ body: (String) -> Void) {
    var word = Word()
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x61...0x7A: word.append(byte, isLetter: true)
      case 0x41...0x5A: word.append(byte | 0x20, isLetter: true)
      case 0x30...0x39: word.append(byte, isLetter: false)
      case 0x80...:
        let end = min(at + length(of: byte), bytes.count)
        let scalar = String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars.first
        if let scalar,
          scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        {
          word.append(foreign: bytes[at..<end])
        } else {
          word.close(body)
        }
        at = end
        continue
      default: word.close(body)
      }
      at += 1
    }
    word.close(body)
  }

  /// Of the UTF-8 of a scalar that begins with a byte.
  private static func length(of byte: UInt8) -> Int { byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// A word as it grows, byte by byte: every word of every postmortem comes through here.
  private struct Word {
    private var bytes: [UInt8] = []
    private var scalars = 0
    private var letters = 0
    private var isASCII = true

    mutating func append(_ byte: UInt8, isLetter: Bool) {
      bytes.append(byte)
      scalars += 1
      if isLetter { letters += 1 }
    }

    mutating func append(foreign scalar: ArraySlice<UInt8>) {
      bytes += scalar
      scalars += 1
      letters += 1
      isASCII = false
    }

    mutating func close(_ body: (String) -> Void) {
      guard scalars > 0 else { return }
      defer {
        bytes.removeAll(keepingCapacity: true)
        (scalars, letters, isASCII) = (0, 0, true)
      }
      guard letters >= 2, scalars >= 3, scalars <= LearningLimits.wordScalarsMax else { return }
      var lower = String(decoding: bytes, as: UTF8.self)
      if !isASCII {
        lower = lower.lowercased()
        bytes = Array(lower.utf8)
      }
      guard !StopWords.all.contains(lower) else { return }
      guard fold() else { return body(lower) }
      let folded = String(decoding: bytes, as: UTF8.self)
      if !StopWords.all.contains(folded) { body(folded) }
    }

    /// `certificates` to `certificate`, `retries` to `retry`; nothing cleverer, which would join what is not the same.
    ///
    /// False where it stays as it is.
    private mutating func fold() -> Bool {
      let count = bytes.count
      guard count > 4, bytes[count - 1] == UInt8(ascii: "s") else { return false }
      let before = bytes[count - 2]
      if before == UInt8(ascii: "e"), bytes[count - 3] == UInt8(ascii: "i") {
        bytes.removeLast(3)
        bytes.append(UInt8(ascii: "y"))
        return true
      }
      if [UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i")].contains(before) {
        return false
      }
      bytes.removeLast()
      return true
    }
  }
}
