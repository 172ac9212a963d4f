/// The head and the tail of what a command writes, whatever its length.
struct BoundedOutput: Sendable {
  private let half: Int
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private(set) var byteCount = 0

  init(bytesMax: Int = GuardLimits.outputBytesMax) { half = bytesMax / 2 }

  var isCut: Bool { byteCount > head.count + min(tail.count, half) }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    byteCount += bytes.count
    let room = half - head.count
    head += bytes.prefix(max(0, room))
    tail += bytes.dropFirst(max(0, room))
    // Cut now and then only, so that each byte moves a fixed number of times.
    if tail.count > 4 * half { tail.removeFirst(tail.count - half) }
  }

  /// Head and tail, between which bytes may be missing.
  var parts: [String] {
    let end = tail.suffix(half)
    return isCut
      ? [String(decoding: head, as: UTF8.self), String(decoding: end, as: UTF8.self)]
      : [String(decoding: head + end, as: UTF8.self)]
  }

  /// All that is kept, saying how many bytes are missing.
  var text: String {
    guard isCut else { return parts.joined() }
    let missing = byteCount - head.count - min(tail.count, half)
    return parts.joined(separator: "\n… \(missing) bytes left out …\n")
  }

  /// The last line with something on it, without control characters.
  var lastLine: String? {
    let line = parts.last?.split(whereSeparator: \.isNewline).last { !$0.trimmingSpaces.isEmpty }
    return line.map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        .trimmingSpaces
    }
  }
}

/// Looks for a text in a stream of bytes, also where it is divided between two pieces.
struct StreamSearch: Sendable {
  let text: String
  private let bytes: [UInt8]
  private var end: [UInt8] = []
  private(set) var isFound = false

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func append(_ piece: ArraySlice<UInt8>) {
    guard !isFound, !bytes.isEmpty else { return }
    end += piece
    isFound = ByteSearch.first(bytes, in: end[...]) != nil
    end = Array(end.suffix(bytes.count - 1))
  }
}

/// Finds bytes in bytes.
enum ByteSearch {
  /// Where `needle` first stands in `bytes`.
  static func first(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let lead = needle.first, needle.count <= bytes.count else { return nil }
    var at = bytes.startIndex
    let last = bytes.endIndex - needle.count
    while at <= last, let next = bytes[at...last].firstIndex(of: lead) {
      if bytes[next..<(next + needle.count)].elementsEqual(needle) { return next }
      at = next + 1
    }
    return nil
  }
}
