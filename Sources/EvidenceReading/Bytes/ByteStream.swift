import EvidenceRecords

/// Bytes in order: of a file, or of what was packed in one.
protocol ByteStream: AnyObject {
  /// Fills a part of `room` and returns how much; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(StreamDamage) -> Int
  /// What was wrong so far and did not end the stream.
  var notes: [String] { get }
}

extension ByteStream {
  var notes: [String] { [] }
}

/// A stream ended before its end: the disk failed, the archive is cut off.
///
/// What came before is good.
struct StreamDamage: Error {
  var reason: String
}

/// A window on a stream that moves on as its bytes are done with.
///
/// Its size is the bound of what a source takes of memory.
struct BlockBuffer {
  static let capacity = 448 * 1024

  private var bytes: [UInt8]
  private var start = 0
  private var end = 0
  private(set) var isAtEnd = false
  /// Why the stream ended early.
  private(set) var damage: StreamDamage?
  /// Bytes that came from the stream so far.
  private(set) var total: Int64 = 0

  init() { bytes = [UInt8](repeating: 0, count: Self.capacity) }

  var isEmpty: Bool { start == end }

  /// Empties the window, for the next stream.
  mutating func reset() {
    start = 0
    end = 0
    total = 0
    isAtEnd = false
    damage = nil
  }

  /// What a reader should know of the stream that was read to its end.
  func notes(of stream: any ByteStream) -> [String] {
    guard let damage else { return stream.notes }
    return stream.notes + ["ends early: \(damage.reason); \(total.grouped) bytes were read before"]
  }

  /// Reads on until `wanted` bytes are there, the window is full, or the stream ends.
  mutating func fill(from stream: any ByteStream, wanted: Int = Self.capacity) {
    if start > 0 {
      // Only the unread rest is moved: less than a line.
      let (from, to) = (start, end)
      unsafe bytes.withUnsafeMutableBytes { raw in
        guard let base = raw.baseAddress else { return }
        unsafe base.copyMemory(from: base + from, byteCount: to - from)
      }
      end -= start
      start = 0
    }
    while !isAtEnd, end < min(wanted, bytes.count) {
      do throws(StreamDamage) {
        let room = end
        let outcome = unsafe bytes.withUnsafeMutableBytes { raw in
          Result { () throws(StreamDamage) in
            try unsafe stream.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[room...]))
          }
        }
        let count = try outcome.get()
        end += count
        total += Int64(count)
        if count == 0 { isAtEnd = true }
      } catch {
        damage = error
        isAtEnd = true
      }
    }
  }

  /// Gives the bytes in the window to `body`, which returns how many of them are done with.
  mutating func consume(_ body: (Span<UInt8>) -> Int) {
    start += body(bytes.span.extracting(start..<end))
    if start == end {
      start = 0
      end = 0
    }
  }

  /// Passes over what stands before a text: a byte order mark, or the hole that a truncated log leaves, all NUL.
  ///
  /// Returns the number of NUL bytes. A few NUL bytes are no hole: many binary formats begin with some.
  mutating func skipPreamble(from stream: any ByteStream) -> Int64 {
    if end - start >= 3, bytes[start] == 0xef, bytes[start + 1] == 0xbb, bytes[start + 2] == 0xbf { start += 3 }
    guard end - start >= 512, bytes[start..<(start + 512)].allSatisfy({ $0 == 0 }) else { return 0 }
    var skipped: Int64 = 0
    while true {
      let from = start
      while start < end, bytes[start] == 0 { start += 1 }
      skipped += Int64(start - from)
      if start < end || isAtEnd { break }
      fill(from: stream, wanted: SourceReader.headBytes)
    }
    fill(from: stream, wanted: SourceReader.headBytes)
    return skipped
  }

  /// A copy of the first bytes of the window, at most `count`.
  func head(_ count: Int) -> [UInt8] { Array(bytes[start..<min(end, start + count)]) }
}
