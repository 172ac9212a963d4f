internal import CZlib
import EvidenceRecords
internal import Foundation

/// What is packed in a gzip file (RFC 1952), one member after the other.
///
/// Gives out every byte that can be unpacked before a file that is cut off ends, which libarchive does not: it drops what
/// it has unpacked of its last block.
///
/// `@safe`: zlib's state and the buffer are made here, used here only, and freed with the object.
@safe final class GzipStream: ByteStream {
  /// Window of 32 KiB, and a gzip header around each member: see `inflateInit2` in `zlib.h`.
  private static let windowBits: Int32 = 15 + 16
  private static let roomBytes = 128 * 1024

  let source: FileStream
  /// On the heap: zlib remembers its address.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: roomBytes, alignment: 16)
  private var isSourceAtEnd = false
  /// Whether a member has begun and not ended.
  private var isInMember = true
  private var isFirstMember = true
  private var isDone = false
  /// What ends the stream, said when what was unpacked before has been given out.
  private var failure: StreamDamage?
  private let budget: UnpackingBudget
  private(set) var notes: [String] = []

  /// Reads from `source`, which must stand at its beginning.
  init(_ source: FileStream, budget: UnpackingBudget) throws(StreamDamage) {
    self.source = source
    self.budget = budget
    unsafe state.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(state, Self.windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw StreamDamage(reason: "zlib does not start: out of memory")
    }
  }

  /// A stream of the text in a gzip file; nil when something packed is in it, which libarchive reads.
  static func log(
    in file: String, budget: UnpackingBudget, onRead: @escaping (Int) -> Void
  ) throws(StreamDamage) -> GzipStream? {
    var head = BlockBuffer()
    head.fill(
      from: try GzipStream(try FileStream(file: file, onRead: { _ in }), budget: UnpackingBudget()), wanted: 512)
    guard PackedKind(head: head.head(512)) == nil else { return nil }
    return try GzipStream(try FileStream(file: file, onRead: onRead), budget: budget)
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
    unsafe room.deallocate()
  }

  func read(into output: UnsafeMutableRawBufferPointer) throws(StreamDamage) -> Int {
    try budget.check()
    if let failure { throw failure }
    let wanted = min(output.count, 1 << 30)
    unsafe state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_out = UInt32(wanted)
    while !isDone, unsafe state.pointee.avail_out == wanted {
      try refill()
      if unsafe state.pointee.avail_in == 0, isSourceAtEnd {
        isDone = true
        if isInMember { throw StreamDamage(reason: "the gzip stream ends in the middle") }
      } else if isInMember {
        try inflateMore()
      } else {
        try beginMember()
      }
    }
    let count = unsafe wanted - Int(state.pointee.avail_out)
    if count == 0, let failure { throw failure }
    budget.spend(count)
    return count
  }

  private func inflateMore() throws(StreamDamage) {
    let status = unsafe inflate(state, Z_NO_FLUSH)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInMember = false
    default:
      let message = unsafe state.pointee.msg.map { unsafe String(cString: $0) } ?? "error \(status)"
      // The two numbers behind a member's data are compared when all of it has been given out.
      switch message {
      case "incorrect data check": try endMember("the checksum of the gzip stream is wrong", left: 4)
      case "incorrect length check": try endMember("the length that the gzip stream states is wrong", left: 0)
      default:
        if !isFirstMember, unsafe state.pointee.total_out == 0 {
          try passOverRest()
        } else {
          isDone = true
          failure = StreamDamage(reason: "the gzip stream is damaged (\(message))")
        }
      }
    }
  }

  /// Goes on behind a member whose check failed, `left` bytes of whose trailer are unread.
  private func endMember(_ problem: String, left: Int) throws(StreamDamage) {
    notes.append(problem + ": what was read may be damaged")
    isInMember = false
    for _ in 0..<left {
      try refill()
      guard unsafe state.pointee.avail_in > 0 else { return }
      unsafe state.pointee.avail_in -= 1
      unsafe state.pointee.next_in = state.pointee.next_in.map { unsafe $0 + 1 }
    }
  }

  /// Starts on the next member, where there is one.
  private func beginMember() throws(StreamDamage) {
    guard unsafe state.pointee.next_in?.pointee == 0x1f else { return try passOverRest() }
    unsafe inflateReset(state)
    isInMember = true
    isFirstMember = false
  }

  /// Passes over what is no member, and says so unless it is the zeros that tapes are filled with.
  private func passOverRest() throws(StreamDamage) {
    isInMember = false
    isDone = true
    var strange: Int64 = 0
    while unsafe state.pointee.avail_in > 0 {
      let bytes = unsafe UnsafeBufferPointer(start: state.pointee.next_in, count: Int(state.pointee.avail_in))
      if unsafe strange > 0 || bytes.contains(where: { $0 != 0 }) { strange += Int64(bytes.count) }
      unsafe state.pointee.avail_in = 0
      try refill()
    }
    if strange > 0 { notes.append("\(strange.grouped) bytes behind the end of the gzip stream were passed over") }
  }

  /// Reads from the file when all of the last piece was used.
  private func refill() throws(StreamDamage) {
    guard unsafe state.pointee.avail_in == 0, !isSourceAtEnd else { return }
    let count = try unsafe source.read(into: room)
    if count == 0 { isSourceAtEnd = true }
    unsafe state.pointee.next_in = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_in = UInt32(count)
  }
}
