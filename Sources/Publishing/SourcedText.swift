/// A text of which every byte knows where in the source it comes from.
struct SourcedText {
  private(set) var bytes: [UInt8]
  /// Offset in the source; -1 for bytes that are not from there.
  private(set) var origins: [Int32]

  /// The source itself, its line ends made `\n`.
  init(source: [UInt8]) {
    bytes = []
    origins = []
    bytes.reserveCapacity(source.count)
    origins.reserveCapacity(source.count)
    for (index, byte) in source.enumerated() {
      if byte == 13, index + 1 < source.count, source[index + 1] == 10 { continue }
      bytes.append(byte == 13 ? 10 : byte)
      origins.append(Int32(index))
    }
  }

  /// New words that stand for what the source has at `origin`.
  init(_ text: String = "", origin: Int = -1) {
    bytes = Array(text.utf8)
    origins = [Int32](repeating: Int32(origin), count: bytes.count)
  }

  init(_ other: SourcedText, _ range: Range<Int>) {
    bytes = Array(other.bytes[range])
    origins = Array(other.origins[range])
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where a byte comes from; nil for new words and for the end of an empty text.
  func origin(_ index: Int) -> Int? {
    guard let origin = origins.indices.contains(index) ? origins[index] : origins.last, origin >= 0 else { return nil }
    return Int(origin)
  }

  static func + (left: SourcedText, right: SourcedText) -> SourcedText {
    var result = left
    result.bytes += right.bytes
    result.origins += right.origins
    return result
  }

  /// A stretch to replace; an empty replacement takes it out.
  struct Edit {
    var range: Range<Int>
    var replacement = SourcedText()
  }

  /// Makes edits of the present bytes at once; of edits that overlap, the first stands.
  mutating func apply(_ edits: [Edit]) {
    guard !edits.isEmpty else { return }
    var result = SourcedText()
    var at = 0
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for edit in sorted.map(\.element) where edit.range.lowerBound >= at {
      result.bytes += bytes[at..<edit.range.lowerBound]
      result.origins += origins[at..<edit.range.lowerBound]
      result.bytes += edit.replacement.bytes
      result.origins += edit.replacement.origins
      at = edit.range.upperBound
    }
    result.bytes += bytes[at...]
    result.origins += origins[at...]
    self = result
  }

  /// The edit that takes a stretch out of a sentence or, where nothing else stands on its lines, the lines too.
  func cut(_ range: Range<Int>) -> Edit {
    var (low, high) = (range.lowerBound, range.upperBound)
    var lineStart = low
    while lineStart > 0, bytes[lineStart - 1] == 32 || bytes[lineStart - 1] == 9 { lineStart -= 1 }
    var lineEnd = high
    while lineEnd < bytes.count, bytes[lineEnd] == 32 || bytes[lineEnd] == 9 { lineEnd += 1 }
    let isAtStart = lineStart == 0 || bytes[lineStart - 1] == 10
    let isAtEnd = lineEnd == bytes.count || bytes[lineEnd] == 10
    if isAtStart, isAtEnd { return Edit(range: lineStart..<min(bytes.count, lineEnd + 1)) }
    if isAtEnd {
      low = lineStart
    } else if low > lineStart, ".,;:!?)".utf8.contains(bytes[high]) {
      low = lineStart
    } else if low > lineStart || isAtStart, high < lineEnd {
      high = lineEnd
    }
    return Edit(range: low..<high)
  }
}
