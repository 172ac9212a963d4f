import Chronology
import EvidenceReading
import Foundation
import Testing

/// A folder of evidence made for one test; gone with it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String, modified: String? = nil) throws {
    try write(Data(text.utf8), to: name, modified: modified)
  }

  func write(_ data: Data, to name: String, modified: String? = nil) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    guard let modified else { return }
    let instant = try #require(Instant(rfc3339: modified))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(instant.nanoseconds / 1_000_000_000))],
      ofItemAtPath: url.path)
  }

  /// Runs a program in the folder; tests that need it are skipped where it is missing.
  func run(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command)")
  }

  func read(_ options: ReadingOptions = ReadingOptions()) throws -> EvidenceSet<EntryList> {
    try EvidenceReader(options: options).read(paths: [path]) { EntryList(context: $0) }
  }
}

/// Keeps every entry as a line of text.
struct EntryList: LogEntryConsumer {
  var context: SourceContext
  var entries: [String] = []

  init(context: SourceContext) { self.context = context }

  mutating func consume(_ entry: LogEntry, message: Span<UInt8>) {
    var bytes: [UInt8] = []
    for index in 0..<message.count { bytes.append(message[index]) }
    entries.append(
      "\(entry.line) \(entry.instant?.rfc3339 ?? "-") \(entry.level) \(entry.isContinuation ? "+ " : "")"
        + String(decoding: bytes, as: UTF8.self))
  }
}
