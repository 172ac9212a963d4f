/// A text whose runs of blanks and line ends are one blank each, with the place of every byte.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// Offset in the text of each byte.
  private var offsets: [Int32] = []
  private let count: Int

  init(_ text: String) {
    let source = Array(text.utf8)
    count = source.count
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count)
    var isBlank = false
    for (index, byte) in source.enumerated() {
      let isSpace = byte == 32 || (9...13).contains(byte)
      if !isSpace || !isBlank {
        bytes.append(isSpace ? 32 : byte)
        offsets.append(Int32(index))
      }
      isBlank = isSpace
    }
  }

  /// The folded bytes without blanks at the ends.
  static func trimmed(_ text: String) -> [UInt8] {
    var bytes = FoldedText(text).bytes[...]
    if bytes.first == 32 { bytes = bytes.dropFirst() }
    if bytes.last == 32 { bytes = bytes.dropLast() }
    return Array(bytes)
  }

  /// Where a folded byte stands in the text.
  func offset(_ index: Int) -> Int { index < offsets.count ? Int(offsets[index]) : count }

  /// Where a stretch that ends before a folded byte ends in the text: behind its own last byte, not behind blanks.
  func end(_ index: Int) -> Int { index == 0 ? 0 : Int(offsets[index - 1]) + 1 }

  /// The first folded byte at or behind the scalar with a number, from 0, of the text itself.
  func index(ofScalar number: Int, in text: String) -> Int {
    let scalars = text.unicodeScalars
    let place = scalars.index(scalars.startIndex, offsetBy: max(0, number), limitedBy: scalars.endIndex)
    let offset = text.utf8.distance(from: text.startIndex, to: place ?? text.endIndex)
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
