import EvidenceReading
import EvidenceRecords
import Foundation
import Testing

/// Files that unpack to more than they should, and members whose names lead elsewhere.
struct UnpackingBudgetTests {
  private struct Silent: LogEntryConsumer {
    mutating func consume(_ entry: LogEntry, message: Span<UInt8>) {}
  }

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A tar archive of plain members (POSIX.1-1988 `ustar`).
  private func tar(_ members: [(name: String, content: String)]) -> Data {
    var archive = Data()
    for member in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
      }
      put(member.name, at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      let size = String(member.content.utf8.count, radix: 8)
      put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
      put("00000000000", at: 136)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar", at: 257)
      put("00", at: 263)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
      archive += Data(header) + Data(member.content.utf8)
      archive += Data(repeating: 0, count: (512 - archive.count % 512) % 512)
    }
    return archive + Data(repeating: 0, count: 1024)
  }

  private func read(_ data: Data, unpackedBytesMax: Int64) throws -> [SourceSummary] {
    let file = folder.appendingPathComponent("given.tar")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = ReadingOptions()
    options.unpackedBytesMax = unpackedBytesMax
    return try EvidenceReader(options: options).read(paths: [file.path]) { _ in Silent() }.sources
  }

  private static let line = "2026-01-05T09:12:00Z host app: seen\n"

  @Test func `what is behind the budget is not unpacked, and the source says so`() throws {
    let large = String(repeating: Self.line, count: 20_000)
    let sources = try read(
      tar([("a.log", Self.line), ("b.log", large), ("c.log", Self.line)]), unpackedBytesMax: 100_000)
    #expect(sources.map(\.path) == ["given.tar!a.log", "given.tar!b.log"])
    let notes = sources.flatMap(\.notes).joined(separator: "; ")
    #expect(notes.contains("unpacks to more than the 100000 bytes allowed"))
    #expect(sources[1].lines < 20_000)
  }

  @Test func `a member that would climb out of its folder is a name and no more`() throws {
    let outside = folder.deletingLastPathComponent().appendingPathComponent("climbed.log")
    let sources = try read(
      tar([("../climbed.log", Self.line), ("/tmp/climbed-too.log", Self.line)]), unpackedBytesMax: 1 << 20)
    #expect(sources.count == 2)
    #expect(sources.allSatisfy { $0.path.hasPrefix("given.tar!") })
    #expect(!FileManager.default.fileExists(atPath: outside.path))
  }
}
