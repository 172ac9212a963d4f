/// Where the lines of a text stand, their ends included; `\n`, `\r\n` and `\r` end a line.
enum LineRanges {
  static func ranges(of bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte == 10 || byte == 13 else { continue }
      if byte == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
      result.append(start..<at)
      start = at
    }
    if start < bytes.count { result.append(start..<bytes.count) }
    return result
  }
}
