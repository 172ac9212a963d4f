import EvidenceReading
import EvidenceRecords
import Foundation
import Testing

/// Packed evidence, made by the programs that people pack with.
@Suite(.enabled(if: ["gzip", "tar"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/bin/\($0)") }))
struct PackedEvidenceTests {
  private static func lines(_ count: Int) -> String {
    (0..<count).map { "2012-08-01T13:30:00Z INFO order \($0) sent to venue \($0 &* 7919 % 1009)\n" }.joined()
  }

  @Test
  func `a compressed log keeps its path and is hashed as it lies on the disk`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lines(3), to: "app.log.1")
    try folder.run("gzip -n app.log.1")
    let set = try folder.read()
    #expect(set.sources.map(\.path) == ["app.log.1.gz"])
    #expect(set.sources.first?.entries == 3)
    #expect(set.sources.first?.service == nil)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/app.log.1.gz"))
    #expect(set.sources.first?.bytes == Int64(bytes.count))
    #expect(set.sources.first?.sha256.count == 64)
  }

  @Test
  func `members of an archive are sources, packed ones too`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lines(2), to: "var/log/a.log")
    try folder.write(Self.lines(5), to: "var/log/b.log")
    try folder.run("gzip var/log/b.log && tar czf logs.tgz var && rm -r var")
    let set = try folder.read()
    #expect(
      set.sources.map { "\($0.path) \($0.entries)" } == ["logs.tgz!var/log/a.log 2", "logs.tgz!var/log/b.log.gz 5"])
    let excerpts = ExcerptReader(paths: [folder.path])
      .excerpts(of: "logs.tgz!var/log/b.log.gz", around: [4], context: 1)
    #expect(excerpts[4]?.map(\.line) == [3, 4, 5])
    #expect(excerpts[4]?[1].text.hasSuffix("order 3 sent to venue 550") == true)
  }

  @Test
  func `of a truncated file is read what could be unpacked, and it is said`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.lines(40_000), to: "x.log")
    try folder.run("gzip x.log && head -c 100000 x.log.gz > cut.log.gz && rm x.log.gz")
    let source = try #require(try folder.read().sources.first)
    #expect(source.entries > 1000)
    #expect(source.notes.contains { $0.hasPrefix("ends early: ") })
  }

  @Test(arguments: [
    ("head -c 1000 x.gz", 100..<299, "ends early: the gzip stream ends in the middle; ", "cut in the middle"),
    ("head -c -8 x.gz", 300..<301, "ends early: the gzip stream ends in the middle; ", "without its trailer"),
    ("head -c -8 x.gz; printf 12345678", 300..<301, "the checksum of the gzip stream is wrong", "a wrong checksum"),
    ("head -c -4 x.gz; printf 1234", 300..<301, "the length that the gzip stream states is wrong", "a wrong length"),
    ("cat x.gz; printf 'not gzip'", 300..<301, "8 bytes behind the end of the gzip stream", "something behind it"),
    ("cat x.gz; printf '\\037not'", 300..<301, "bytes behind the end of the gzip stream", "what begins like gzip"),
    ("cat x.gz; head -c 1000 /dev/zero", 300..<301, nil, "zeros behind it, as on tapes"),
    ("cat x.gz x.gz", 600..<601, nil, "two members"),
    ("head -c -8 x.gz; printf 12345678; cat x.gz", 600..<601, "the checksum", "a wrong checksum, then a good member"),
  ])
  func `a damaged gzip is read as far as it goes`(made: String, entries: Range<Int>, note: String?, why: String) throws
  {
    let folder = try ScratchFolder()
    try folder.write(Self.lines(300), to: "x")
    try folder.run("gzip -n x && { \(made); } > y.log.gz && rm x.gz")
    let source = try #require(try folder.read().sources.first)
    #expect(entries.contains(source.entries), "\(why): \(source.entries)")
    if let note {
      #expect(source.notes.contains { $0.contains(note) }, "\(why): \(source.notes)")
    } else {
      #expect(source.notes.isEmpty, "\(why): \(source.notes)")
    }
  }

  @Test(arguments: ["zstd -q --rm", "xz", "bzip2"])
  func `other packed files that are cut off are read where they can be, and it is said`(command: String) throws {
    let program = String(command.prefix { $0 != " " })
    guard ["/bin/", "/usr/bin/"].contains(where: { FileManager.default.isExecutableFile(atPath: $0 + program) }) else {
      return
    }
    let folder = try ScratchFolder()
    try folder.write(Self.lines(60_000), to: "x")
    try folder.run("\(command) x && f=$(ls) && head -c $(($(wc -c < $f) * 9 / 10)) $f > y.log && rm $f")
    let source = try #require(try folder.read().sources.first)
    #expect(source.entries > 1000)
    #expect(source.notes.contains { $0.hasPrefix("ends early: ") && $0.contains(" bytes were read before") })
  }

  @Test
  func `what only looks packed is listed with the reason`() throws {
    let folder = try ScratchFolder()
    try folder.write(Data([0x1f, 0x8b, 8, 0]) + Data(repeating: 7, count: 100), to: "x.gz")
    let source = try #require(try folder.read().sources.first)
    #expect(source.format == "unknown")
    #expect(!source.notes.isEmpty)
  }
}
