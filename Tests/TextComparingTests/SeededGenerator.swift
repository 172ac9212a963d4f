/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A text of few words, marks and line ends, so that equal ones come often.
  mutating func text(_ tokens: Int) -> String {
    let pieces = [
      "the", "router", "host", " ", " ", "  ", "\n", "\r\n", "\r", ".", ", ", "**", "e\u{301}", "é", "👩‍🚒", "👩", "漢", "字",
      "don't",
      "`", "it’s", "'", "\u{0}", "🇩🇪", "|",
    ]
    return (0..<tokens).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  /// The text with a few tokens taken out or put in.
  mutating func edited(_ text: String, edits: Int) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<edits {
      let at = Int.random(in: 0...scalars.count, using: &self)
      if Bool.random(using: &self), at < scalars.count {
        scalars.removeSubrange(at..<min(scalars.count, at + Int.random(in: 1...6, using: &self)))
      } else {
        scalars.insert(contentsOf: self.text(Int.random(in: 1...4, using: &self)).unicodeScalars, at: at)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
