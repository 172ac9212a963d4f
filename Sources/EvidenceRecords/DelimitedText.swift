/// Records of comma-separated values: quoted as in RFC 4180, delimiter found out.
struct DelimitedText {
  struct Row {
    /// Line that the record starts on, from 1.
    var line: Int
    var cells: [String]
  }

  let delimiter: UInt8
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  /// - Parameter bytes: the text, with a header as its first record; the delimiter is the one that splits it most.
  init(_ bytes: [UInt8]) {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
    let header = self.bytes.prefix { $0 != 10 }
    let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), 9].map { mark in (mark, header.count { $0 == mark }) }
    delimiter = counts.max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
  }

  /// The next record; nil at the end.
  ///
  /// Empty lines are passed over; a quote left open ends with the text.
  mutating func next() -> Row? {
    while at < bytes.count, bytes[at] == 10 || bytes[at] == 13 {
      if bytes[at] == 10 { line += 1 }
      at += 1
    }
    guard at < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(cell())
      guard at < bytes.count else { break }
      let mark = bytes[at]
      at += 1
      if mark == delimiter { continue }
      if mark == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
      line += 1
      break
    }
    return Row(line: start, cells: cells)
  }

  /// Reads a cell up to its delimiter or line end.
  private mutating func cell() -> String {
    var text: [UInt8] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\"") {
          guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
          at += 1
        } else if byte == 10 {
          line += 1
        }
        text.append(byte)
      }
    }
    while at < bytes.count, bytes[at] != delimiter, bytes[at] != 10, bytes[at] != 13 {
      text.append(bytes[at])
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
