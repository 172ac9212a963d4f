internal import Foundation

/// A file with unpacked bytes for readers that need one; gone when this is.
final class TemporaryFile {
  let path: String

  /// Writes what is in the window and the rest of the stream; throws when the disk does not take it.
  init(_ buffer: inout BlockBuffer, _ stream: any ByteStream) throws(StreamDamage) {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)")
    path = url.path
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw StreamDamage(reason: "cannot be unpacked to '\(url.deletingLastPathComponent().path)'") }
    defer { try? handle.close() }
    var isWritten = true
    while true {
      buffer.consume { bytes in
        let data = unsafe bytes.withUnsafeBytes { unsafe Data($0) }
        do { try handle.write(contentsOf: data) } catch { isWritten = false }
        return bytes.count
      }
      guard isWritten else { throw StreamDamage(reason: "cannot be unpacked: no space left") }
      if buffer.isAtEnd { return }
      buffer.fill(from: stream)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
