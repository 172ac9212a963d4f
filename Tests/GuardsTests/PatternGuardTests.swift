import Foundation
import Guards
import Testing

/// Patterns in real folders.
struct PatternGuardTests {
  @Test func `each place is named with file and line`() async throws {
    let folder = try TestFolder()
    try folder.write("one\nold_flag = 1\nthree\nuse(old_flag, old_flag)\n", to: "repo/src/a.py")
    try folder.write("nothing\n", to: "repo/src/b.py")
    try folder.write("old_flag\n", to: "repo/.git/config")
    try folder.write("old_flag\n", to: "repo/docs/old.md")
    let check = PatternCheck(.text("old_flag"), paths: ["**"], must: .notAppear, except: ["docs"], folder: "repo")
    let result = await folder.run(.pattern(check))
    #expect(result.outcome == .broken)
    #expect(result.summary == "found on 2 lines in 1 file, first repo/src/a.py:2; it must not appear")
    #expect(result.detail == "repo/src/a.py:2: old_flag = 1\nrepo/src/a.py:4: use(old_flag, old_flag)")
  }

  @Test func `a regular expression works line by line, over any text`() async throws {
    let folder = try TestFolder()
    try folder.write("ä😀 x\r\n  timeout = 30\nretries = 2", to: "conf/a.ini")
    let held = await folder.run(.pattern(PatternCheck(.regex("^\\s*timeout = \\d+$"), paths: ["conf"], must: .appear)))
    #expect(held.outcome == .held)
    #expect(held.summary.contains("conf/a.ini:2"))
    let last = await folder.run(.pattern(PatternCheck(.regex("2$"), paths: ["conf"], must: .notAppear)))
    #expect(last.detail == "conf/a.ini:3: retries = 2")
    let gone = await folder.run(.pattern(PatternCheck(.regex("^limit"), paths: ["conf"], must: .appear)))
    #expect(gone.outcome == .broken)
    #expect(gone.summary == "in none of 1 file; it must appear")
  }

  @Test func `binary files and links are left alone, and no file at all is unknown`() async throws {
    let folder = try TestFolder()
    try folder.write(Data("needle\0needle".utf8), to: "a.bin")
    try folder.write("needle", to: "other/b")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/other/b")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
    let check = PatternCheck(.text("needle"), paths: ["*"], must: .notAppear)
    let result = await folder.run(.pattern(check))
    #expect(result.outcome == .unknown)
    #expect(result.summary == "no file to look in: nothing matches *")
  }

  @Test func `a missing folder and a file that is too large are unknown`() async throws {
    let folder = try TestFolder()
    let missing = PatternCheck(.text("a"), paths: ["**"], must: .notAppear, folder: "gone")
    #expect(await folder.run(.pattern(missing)).outcome == .unknown)
    try folder.write(Data(repeating: 98, count: 17 * 1024 * 1024), to: "large.txt")
    let large = await folder.run(.pattern(PatternCheck(.text("a"), paths: ["**"], must: .notAppear)))
    #expect(large.outcome == .unknown)
    #expect(large.summary == "1 file could not be read or is too large, first large.txt")
  }

  @Test func `twenty places are listed, all are counted`() async throws {
    let folder = try TestFolder()
    try folder.write(String(repeating: "x y\n", count: 57), to: "a")
    let result = await folder.run(.pattern(PatternCheck(.regex("x"), paths: ["**"], must: .notAppear)))
    #expect(result.summary.contains("57 lines"))
    #expect(result.detail.split(separator: "\n").count == 21)
    #expect(result.detail.hasSuffix("… 37 more"))
  }

  @Test func `a pattern that goes back and forth ends with its time`() async throws {
    let folder = try TestFolder()
    try folder.write(String(repeating: "a", count: 60) + "b\n", to: "a")
    let check = PatternCheck(.regex("^(a|aa|a+)+$"), paths: ["**"], must: .appear)
    let result = await folder.run(.pattern(check), within: 1)
    #expect(result.outcome == .unknown)
  }
}
