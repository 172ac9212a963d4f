import EvidenceReading
import Foundation
import Synchronization
import Testing

/// Files that are no files, have strange names, are given twice, or change while they are read.
struct OddFilesTests {
  private static let line = "2012-08-01T13:29:03Z INFO late\n"

  private func read(
    _ paths: [String], threads: Int = 2, progress: (@Sendable (ReadingProgress) -> Void)? = nil
  ) throws -> EvidenceSet<EntryList> {
    var options = ReadingOptions()
    options.threads = threads
    return try EvidenceReader(options: options).read(paths: paths, progress: progress) { EntryList(context: $0) }
  }

  @Test(arguments: [
    ("a.log a.log", ["a.log"], "a file twice"),
    ("d d/b.log", ["d/b.log", "d/c.log"], "a folder and a file in it"),
    ("d/b.log d", ["b.log", "d/c.log"], "a file and its folder"),
    ("d/b.log . ", ["scratch/a.log", "scratch/d/c.log", "b.log"], "a file and a folder above it"),
  ])
  func `what is given twice is read once`(arguments: String, read paths: [String], why: String) throws {
    let folder = try ScratchFolder()
    for name in ["a.log", "d/b.log", "d/c.log"] { try folder.write(Self.line, to: "scratch/" + name) }
    let base = folder.path + "/scratch"
    let given = arguments.split(separator: " ").map { $0 == "." ? base : base + "/" + $0 }
    let set = try read(given)
    #expect(Set(set.sources.map(\.path)) == Set(paths), "\(why)")
    #expect(set.sources.reduce(0) { $0 + $1.entries } == paths.count, "\(why)")
    #expect(set.sources.contains { $0.notes.contains { $0.hasPrefix("read once; the same file is ") } }, "\(why)")
  }

  @Test func `a folder inside another that was given says where its files are`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "d/e/b.log")
    let set = try read([folder.path + "/d", folder.path + "/d/e"])
    #expect(set.sources.map(\.path) == ["d/e/b.log", "e"])
    #expect(set.sources[1].notes == ["given twice: its files stand under another path"])
  }

  @Test func `pipes, devices and links in a circle are listed and not waited for`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "a.log")
    try folder.run("mkfifo pipe && mkdir r && mkfifo r/.git && ln -s /dev/zero zero && ln -s circle circle")
    let notes = try read([folder.path]).sources.map { "\($0.path): \($0.notes.joined())" }
    #expect(
      notes == [
        "a.log: ", "circle: cannot be read: a link that leads nowhere", "pipe: cannot be read: a pipe, no regular file",
        "r/.git: cannot be read: a pipe, no regular file", "zero: cannot be read: a device, no regular file",
      ])
    let given = try read([folder.path + "/pipe", "/dev/zero"]).sources.map { "\($0.path): \($0.notes.joined())" }
    #expect(
      given == ["pipe: cannot be read: a pipe, no regular file", "zero: cannot be read: a device, no regular file"])
  }

  @Test func `pipes in an archive are listed, its folders are not`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.line, to: "a/a.log")
    try folder.run("mkfifo a/pipe && tar cf a.tar a && rm -r a")
    let sources = try read([folder.path]).sources
    #expect(sources.map(\.path).sorted() == ["a.tar!a/a.log", "a.tar!a/pipe"])
    #expect(sources.filter { $0.format == "unknown" }.map(\.notes) == [["cannot be read: a pipe, no regular file"]])
  }

  @Test func `any name is read or said to be none`() throws {
    let folder = try ScratchFolder()
    for name in ["with blank.log", "with\nline.log", "é.log", "a!b.log", "-.log"] {
      try folder.write(Self.line, to: name)
    }
    try folder.run("printf x > \"$(printf 'bad\\377name.log')\"")
    let set = try read([folder.path])
    #expect(set.sources.count == 6)
    #expect(set.sources.count { $0.entries == 1 } == 5)
    #expect(set.sources.contains { $0.notes == ["cannot be read: its name is not UTF-8; rename it"] })
    let excerpts = ExcerptReader(paths: [folder.path])
    #expect(excerpts.excerpts(of: "a!b.log", around: [1])[1]?.count == 1)
    #expect(excerpts.excerpts(of: "with\nline.log", around: [1])[1]?.count == 1)
  }

  @Test(arguments: [
    (">> big.log echo 2012-08-01T13:29:04Z INFO more", 20_000, "grew while it was read", "a line more"),
    ("truncate -s 300000 big.log", 9_677, "became shorter while it was read", "a rotation by truncation"),
    ("rm big.log", 20_000, nil, "a rotation by deletion"),
  ])
  func `a file that changes while it is read is read as it was`(
    command: String, entries: Int, note: String?, why: String
  ) throws {
    let folder = try ScratchFolder()
    try folder.write(String(repeating: Self.line, count: 20_000), to: "big.log")
    let isDone = Mutex(false)
    let set = try read([folder.path], threads: 1) { _ in
      let isFirst = isDone.withLock { isDone in
        defer { isDone = true }
        return !isDone
      }
      if isFirst { try? folder.run(command) }
    }
    let source = try #require(set.sources.first)
    #expect(source.entries == entries, "\(why)")
    #expect(source.notes.contains { note.map($0.hasPrefix) ?? true } == (note != nil), "\(why): \(source.notes)")
  }

  @Test func `a file that is gone before its turn is listed`() throws {
    let folder = try ScratchFolder()
    try folder.write(String(repeating: Self.line, count: 100), to: "big.log")
    try folder.write(Self.line, to: "small.log")
    let set = try read([folder.path], threads: 1) { _ in
      try? FileManager.default.removeItem(atPath: folder.path + "/small.log")
    }
    #expect(set.sources.map(\.entries) == [100, 0])
    #expect(set.sources[1].notes == ["cannot be read: no such file or directory"])
  }
}
