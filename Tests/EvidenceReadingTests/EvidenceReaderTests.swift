import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation
import Testing

struct EvidenceReaderTests {
  private static let line = "2012-08-01T13:30:00Z INFO order sent\n"

  @Test
  func `a missing path and an empty folder are errors that say what to do`() throws {
    let folder = try ScratchFolder()
    let missing = #expect(throws: EvidenceError.self) {
      try EvidenceReader().read(paths: [folder.path + "/none"]) { EntryList(context: $0) }
    }
    #expect(missing?.code == .missingPath)
    let empty = #expect(throws: EvidenceError.self) { try folder.read() }
    #expect(empty?.code == .nothingFound)
    #expect(empty?.description.contains(folder.path) == true)
  }

  @Test
  func `every file is accounted for with its hash, size and what it looks like`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "a.log")
    try folder.write("", to: "empty")
    try folder.write(Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }), to: "binary")
    try folder.write("remember to water the plants\nand the cat\n", to: "notes")
    try folder.write("[server]\nport = 80\nname = x\n", to: ".hidden.ini")
    try folder.write("{\n \"a\": 1,\n \"seen\": \"2012-08-01T13:30:00Z\"\n}\n", to: "settings.json")
    let set = try folder.read()
    let found = set.sources.map { "\($0.path) \($0.format)" }
    #expect(
      found == [
        ".hidden.ini configuration", "a.log stamped-lines", "binary unknown", "empty unknown", "notes text",
        "settings.json configuration",
      ])
    let log = try #require(set.sources.first { $0.path == "a.log" })
    #expect(log.sha256 == "12d446bdc3ae8e7bdf376b85b35b90898f9dae14d5fd71db51ac81ad7969a628")
    #expect(log.bytes == Int64(Self.line.utf8.count))
    #expect(set.sources.allSatisfy { $0.entries > 0 || !$0.notes.isEmpty })
    #expect(set.sources.first { $0.path == "notes" }?.unrecognisedSamples.first?.text == "remember to water the plants")
    #expect(set.logs.map(\.source) == [1])
  }

  @Test
  func `damage inside a log is counted and the rest is read`() throws {
    let folder = try ScratchFolder()
    var data = Data("garbage before the first entry\r\n".utf8)
    for _ in 0..<10 { data += Data("2012-08-01T13:30:00Z INFO order sent\r\n".utf8) }
    data += Data("2012-08-01T13:30:01Z INFO caf\u{e9} ".utf8.dropLast(3)) + [0xff, 0xfe] + Data("\n".utf8)
    data += Data("2012-08-01T13:30:02Z INFO nul ".utf8) + [0] + Data("\n".utf8)
    data += Data("2012-08-01T13:30:03Z INFO ".utf8) + Data(repeating: 120, count: 1_000_000) + Data("\n".utf8)
    data += Data("2012-08-01T13:29:03Z INFO late".utf8)
    try folder.write(data, to: "x.log")
    let set = try folder.read()
    let source = try #require(set.sources.first)
    #expect(source.entries == 14)
    #expect(source.lines == 15)
    #expect(source.unrecognisedLines == 1)
    #expect(source.unrecognisedSamples == [NumberedLine(line: 1, text: "garbage before the first entry")])
    #expect(
      source.notes == [
        "1 stamp runs backwards, by at most 60.0 s", "1 line longer than 65536 bytes was cut there",
        "1 line is not valid UTF-8", "1 line holds NUL bytes",
      ])
    let last = try #require(set.logs.first?.consumer.entries.last)
    #expect(last == "15 2012-08-01T13:29:03Z info late")
  }

  @Test(.enabled(if: getuid() != 0, "root reads everything"))
  func `a file that may not be read is listed with the reason`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "a.log")
    try folder.write(Self.line, to: "b.log")
    try folder.run("chmod 000 b.log")
    let set = try folder.read()
    #expect(set.sources.map(\.entries) == [1, 0])
    #expect(set.sources[1].notes == ["cannot be read: permission denied"])
  }

  @Test
  func `links are followed once and loops end`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "logs/app.log")
    try folder.run("ln -s app.log logs/current && ln -s .. logs/up && ln -s /nowhere logs/broken")
    let set = try folder.read()
    #expect(set.sources.map(\.path) == ["logs/app.log", "logs/broken"])
    #expect(set.sources[0].notes == ["read once; the same file is 'logs/current'"])
    #expect(set.sources[1].notes == ["cannot be read: a link that leads nowhere"])
  }

  @Test
  func `the result is the same for any number of threads`() throws {
    let folder = try ScratchFolder()
    for index in 0..<40 {
      try folder.write(String(repeating: Self.line, count: 1 + index * 37 % 11), to: "h\(index % 4)/\(index).log")
    }
    var options = ReadingOptions()
    options.threads = 1
    let one = try folder.read(options)
    options.threads = 7
    let seven = try folder.read(options)
    #expect(
      one.sources.map { "\($0.path) \($0.entries) \($0.sha256)" }
        == seven.sources.map { "\($0.path) \($0.entries) \($0.sha256)" })
    #expect(one.logs.map(\.consumer.entries) == seven.logs.map(\.consumer.entries))
    #expect(one.logs.map(\.source) == Array(0..<40))
  }

  @Test
  func `lines are the same wherever the blocks end`() throws {
    let folder = try ScratchFolder()
    var text = ""
    // Longer than the window of the reader, with lines of many lengths.
    for index in 0..<30_000 {
      text += "2012-08-01T13:30:00Z INFO order \(index) \(String(repeating: "x", count: index % 97))\n"
    }
    try folder.write(text, to: "x.log")
    let entries = try #require(try folder.read().logs.first?.consumer.entries)
    #expect(entries.count == 30_000)
    #expect(entries.enumerated().allSatisfy { $1.hasPrefix("\($0 + 1) 2012-08-01T13:30:00Z info order \($0) ") })
  }

  @Test
  func `with several arguments the last component of each stands first`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "a/x.log")
    try folder.write(Self.line, to: "b/y.log")
    let set = try EvidenceReader().read(paths: [folder.path + "/a", folder.path + "/b/y.log"]) {
      EntryList(context: $0)
    }
    #expect(set.sources.map(\.path) == ["a/x.log", "y.log"])
  }
}
