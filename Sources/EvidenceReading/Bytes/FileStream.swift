internal import Crypto
import EvidenceRecords
internal import Foundation

/// A file read once from front to back, hashed on the way, as far as it went when it was opened: what is written to it
/// meanwhile is left out.
final class FileStream: ByteStream {
  let file: String
  let size: Int64
  /// Last change of the content, nanoseconds since the epoch.
  let modifiedNanoseconds: Int64
  private let descriptor: Int32
  private var bytesRead: Int64 = 0
  private var endsShort = false
  private var hash = SHA256()
  private let onRead: (Int) -> Void

  /// Opens a file; `onRead` is told of each piece that was read.
  init(file: String, onRead: @escaping (Int) -> Void) throws(StreamDamage) {
    self.file = file
    self.onRead = onRead
    // O_NONBLOCK: a pipe that nobody writes to must not stop the reading.
    descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw StreamDamage(reason: Self.reason()) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw StreamDamage(reason: "is no regular file")
    }
    size = Int64(status.st_size)
    modifiedNanoseconds = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  deinit { close(descriptor) }

  func read(into room: UnsafeMutableRawBufferPointer) throws(StreamDamage) -> Int {
    // Files that the system makes up (`/proc`) state no size.
    let left = size > 0 ? size - bytesRead : Int64.max
    guard left > 0 else { return 0 }
    while true {
      let count = unsafe Foundation.read(descriptor, room.baseAddress, Int(min(Int64(room.count), 256 * 1024, left)))
      if count > 0 {
        bytesRead += Int64(count)
        unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[..<count]))
        onRead(count)
        return count
      }
      if count == 0 {
        endsShort = bytesRead < size
        return 0
      }
      guard errno == EINTR else { throw StreamDamage(reason: Self.reason()) }
    }
  }

  /// Reads what is left, for the hash alone.
  func drain() {
    unsafe withUnsafeTemporaryAllocation(byteCount: 128 * 1024, alignment: 16) { room in
      while let count = try? unsafe read(into: room), count > 0 {}
    }
  }

  /// Whether the file changed its length while it was read, in words; nil when it did not.
  var change: String? {
    if endsShort {
      return "became shorter while it was read: \(bytesRead.grouped) of \(size.grouped) bytes were there"
    }
    var status = stat()
    guard size > 0, unsafe fstat(descriptor, &status) == 0, Int64(status.st_size) > size else { return nil }
    return "grew while it was read: what came behind the first \(size.grouped) bytes was left out"
  }

  /// SHA-256 of what was read so far, lower-case hexadecimal.
  var sha256: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func reason() -> String {
    unsafe String(cString: strerror(errno)).lowercased()
  }
}
