/// Lines, counted from 1, of places in a text.
enum TextPlaces {
  /// Lines on which a text begins; each once.
  static func lines(of needle: [UInt8], in bytes: [UInt8], max: Int) -> [Int] {
    var lines: [Int] = []
    var line = 1
    var at = 0
    while lines.count < max, let next = ByteSearch.first(needle, in: bytes[at...]) {
      line += bytes[at..<next].count { $0 == 10 }
      if lines.last != line { lines.append(line) }
      if bytes[next] == 10 { line += 1 }
      at = next + 1
    }
    return lines
  }

  /// Lines of UTF-16 offsets in ascending order; each line once.
  static func lines(ofOffsets offsets: [Int], in text: String) -> [Int] {
    var lines: [Int] = []
    var line = 1
    var wanted = offsets[...]
    func note() {
      if lines.last != line { lines.append(line) }
    }
    for (offset, unit) in text.utf16.enumerated() {
      while let next = wanted.first, next <= offset {
        note()
        wanted = wanted.dropFirst()
      }
      if wanted.isEmpty { return lines }
      if unit == 10 { line += 1 }
    }
    if !wanted.isEmpty { note() }
    return lines
  }

  /// The text of each of some lines in ascending order.
  static func texts(of wanted: [Int], in bytes: [UInt8]) -> [(line: Int, text: String)] {
    var found: [(Int, String)] = []
    var line = 1
    var start = 0
    var rest = wanted[...]
    while let next = rest.first, start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      if line == next {
        found.append((line, String(decoding: bytes[start..<end].prefix(4096), as: UTF8.self)))
        rest = rest.dropFirst()
      }
      line += 1
      start = end + 1
    }
    return found
  }
}
