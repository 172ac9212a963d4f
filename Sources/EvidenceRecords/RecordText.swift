import Foundation

/// The bytes of a text source, at most ``Limits/documentBytesMax``.
struct RecordText {
  let data: Data
  /// Bytes beyond the limit, which were not looked at.
  let bytesLeftOut: Int64

  init(file: String) throws(RecordError) {
    // Not mapped: a file that is cut while it is read would end the program.
    let url = URL(fileURLWithPath: file)
    let limit = Limits.documentBytesMax
    guard let handle = try? FileHandle(forReadingFrom: url), let data = try? handle.read(upToCount: limit) ?? Data()
    else { throw RecordError(.unreadable, "'\(file)' cannot be read; check that it exists and may be read") }
    self.data = data
    let end = (try? handle.seekToEnd()) ?? UInt64(data.count)
    self.bytesLeftOut = max(0, Int64(end) - Int64(data.count))
    try? handle.close()
  }

  /// Says in a note that the end was left out, where it was.
  func noteLimit(in reading: inout RecordReading) {
    guard bytesLeftOut > 0 else { return }
    let total = Int64(data.count) + bytesLeftOut
    reading.note("\(total) bytes, more than the limit of \(Limits.documentBytesMax); the rest was not read")
  }

  /// Calls `body` with each line and its number, from 1, without its line end, until it returns false.
  func forEachLine(_ body: (Int, Data) -> Bool) {
    var number = 0
    var start = data.startIndex
    while start < data.endIndex {
      let end = data[start...].firstIndex(of: 10) ?? data.endIndex
      number += 1
      var line = data[start..<end]
      if line.last == 13 { line = line.dropLast() }
      if !body(number, line) { return }
      start = end + 1
    }
  }
}

extension Data {
  /// As text, damaged UTF-8 replaced.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { allSatisfy { $0 == 32 || (9...13).contains($0) } }
}
