import Foundation
import Testing

/// What goes wrong is said with its place and what to do; what can be read is read.
struct BadInputTests {
  /// A log of `lines` lines, a second apart.
  private func log(lines: Int) -> String {
    (0..<lines).map { index in
      let minute = index / 60
      let second = index % 60
      return
        "2031-05-06T07:\(minute < 10 ? "0" : "")\(minute):\(second < 10 ? "0" : "")\(second)Z INFO door opened by badge \(index)\n"
    }.joined()
  }

  @Test(arguments: [
    (["timeline", "absent"], "absent", "a path that is not there"),
    (["timeline", "empty"], "empty", "a folder without files"),
    (
      ["timeline", "good.log", "--from", "2031-05-06T08:00:00Z", "--until", "2031-05-06T07:00:00Z"], "--from",
      "a window that ends before it begins"
    ),
    (
      ["timeline", "good.log", "--around", "2031-05-06T08:00", "--from", "2031-05-06T08:00"], "--around", "two windows"
    ),
    (["timeline", "good.log", "--around", "yesterday"], "yesterday", "a time that is none"),
    (["timeline", "good.log", "--zone", "Mars/Olympus"], "Mars/Olympus", "a zone that is none"),
    (["timeline", "good.log", "--format", "yaml"], "yaml", "a format that is none"),
    (["timeline", "good.log", "-o", "absent/timeline.txt"], "absent/timeline.txt", "a result that cannot be written"),
    (["timeline"], "evidence", "no evidence named"),
    (["timeline", "/dev/null"], "'null': cannot be read", "nothing that could be understood"),
    (["import", "good.log", "--record", "record.sqlite"], "no heading", "a log in place of a postmortem"),
    (["serve", "--as", "kim", "--listen", "0.0.0.0:0"], "0.0.0.0", "others need an account"),
    (["serve", "--as", "kim", "--behind-proxy"], "--behind-proxy", "everybody behind the proxy would be let in"),
    (["serve", "--as", "Kim!"], "Kim!", "a name that is no handle"),
    (["review", "absent.md"], "absent.md", "a document that is not there"),
    (["review", "empty"], "empty", "a folder for a document"),
    (["draft", "good.log", "-o", "good.log"], "good.log", "a draft over a file that is there"),
    (["import", "absent.md", "--record", "record.sqlite"], "absent.md", "an import of nothing"),
    (["record", "verify", "--record", "absent.sqlite"], "absent.sqlite", "a record that is not there"),
    (["record", "verify", "--record", "good.log"], "good.log", "a record that is none"),
    (["serve", "--listen", "nowhere"], "nowhere", "an address that is none"),
    (["rules", "no-such-rule"], "no-such-rule", "a rule that is none"),
    (["note", "x", "--record", "record.sqlite"], "no record at 'record.sqlite'", "a note on nothing"),
    (["declare", "x", "--started", "soon", "--record", "record.sqlite"], "'soon'", "a time that is none"),
    (["declare", "x", "--sev", "9", "--record", "record.sqlite"], "severity", "a severity that is none"),
    (["status", "INC-99", "--record", "record.sqlite"], "no record at", "reading makes no record"),
    (["status", "seven", "--record", "record.sqlite"], "seven", "a name that is none"),
    (["status", "--zone", "Mars/Olympus", "--record", "record.sqlite"], "Mars/Olympus", "a zone that is none"),
    (["status", "--server", "http://127.0.0.1:1"], "token", "a server without a token"),
    (["status", "--server", "http://a", "--record", "record.sqlite"], "--record", "two places"),
    (["status", "--record", "good.log"], "good.log", "a record that is none"),
    (["status", "--watch", "--record", "record.sqlite"], "--watch", "nothing to draw on"),
    (["note", "x", "--as", "", "--record", "record.sqlite"], "--as", "nobody"),
    (["evidence", "add", "absent", "--record", "record.sqlite"], "absent", "evidence that is not there"),
    (["policy", "set", "good.log", "--record", "record.sqlite"], "good.log", "a policy that is no JSON"),
    (["update", "new", "--record", "record.sqlite"], "no record at 'record.sqlite'", "an update on nothing"),
    (["account", "role", "nobody", "reader", "--record", "record.sqlite"], "nobody", "an account that is not there"),
  ])
  func `wrong use ends with 2 and names what was wrong`(arguments: [String], named: String, why: String) throws {
    let bench = try Workbench()
    try bench.write(log(lines: 20), to: "good.log")
    try FileManager.default.createDirectory(
      at: bench.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let outcome = try BuiltBinary.run(arguments, in: bench.folder)
    #expect(outcome.status == 2, "\(why): \(outcome.errors)")
    #expect(outcome.errors.contains(named), "\(why): \(outcome.errors)")
    #expect(outcome.output.isEmpty, "\(why): nothing goes to standard output")
    let good = try String(contentsOf: bench.folder.appendingPathComponent("good.log"), encoding: .utf8)
    #expect(good == log(lines: 20), "\(why): the evidence is as it was")
  }

  @Test func `damaged files are named and the rest is read`() throws {
    let bench = try Workbench()
    let evidence = "evidence/"
    try bench.write(log(lines: 300), to: evidence + "good.log")
    try bench.write(Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }), to: evidence + "random.bin")
    try bench.write("", to: evidence + "nothing.log")
    var invalid = Data(log(lines: 60).utf8)
    invalid.insert(contentsOf: [0xFF, 0xFE, 0xC3, 0x28, 0x0A], at: 55)
    try bench.write(invalid, to: evidence + "latin.log")
    let huge = "2031-05-06T07:00:00Z INFO " + String(repeating: "x", count: 3_000_000) + "\n"
    try bench.write(huge + log(lines: 60), to: evidence + "long.log")
    // The magic of a capture in microseconds, little-endian, then a packet that claims more than there is.
    try bench.write(
      Data(
        [0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0] + [UInt8](repeating: 0, count: 8) + [
          0, 0, 4, 0, 1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 255, 255, 0, 0, 9,
        ]),
      to: evidence + "cut.pcap")
    try bench.write(log(lines: 300), to: evidence + "packed.log")
    let gzip = try BuiltBinary.run(
      ["-n", "packed.log"], in: bench.folder.appendingPathComponent("evidence"),
      program: URL(fileURLWithPath: "/bin/gzip"))
    #expect(gzip.status == 0)
    let packed = bench.folder.appendingPathComponent(evidence + "packed.log.gz")
    let whole = try Data(contentsOf: packed)
    try whole.prefix(whole.count * 3 / 4).write(to: packed)

    let outcome = try bench.mayday("sources", "evidence", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let sources = try #require(object?["sources"] as? [[String: Any]])
    let byPath = Dictionary(
      uniqueKeysWithValues: sources.compactMap { source in (source["path"] as? String).map { ($0, source) } })
    #expect(
      Set(byPath.keys) == [
        "good.log", "random.bin", "nothing.log", "latin.log", "long.log", "cut.pcap", "packed.log.gz",
      ])
    #expect(byPath["good.log"]?["entries"] as? Int == 300)
    #expect(byPath["latin.log"]?["entries"] as? Int ?? 0 >= 59)
    #expect(byPath["long.log"]?["entries"] as? Int == 61)
    #expect(byPath["packed.log.gz"]?["entries"] as? Int ?? 0 > 30)
    for name in ["random.bin", "long.log", "packed.log.gz", "cut.pcap"] {
      let notes = byPath[name]?["notes"] as? [String] ?? []
      #expect(!notes.isEmpty, "\(name) says nothing of its damage")
    }
    #expect(byPath["random.bin"]?["format"] as? String == "unknown")
  }

  @Test func `a reader that goes away ends the command quietly`() throws {
    let bench = try Workbench()
    try bench.write(log(lines: 1200), to: "good.log")
    let outcome = try BuiltBinary.run(
      ["-c", "'\(BuiltBinary.url.path)' timeline good.log --format json | head -c 1 > /dev/null"], in: bench.folder,
      program: URL(fileURLWithPath: "/bin/sh"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `one missing document does not keep the others from their review`() throws {
    let bench = try Workbench()
    try bench.write("# A day\n\n## Summary\n\nThe pump stopped.\n", to: "day.md")
    let outcome = try bench.mayday("review", "absent.md", "day.md")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("day.md:"))
    #expect(outcome.errors.contains("'absent.md' is not there"))
  }
}
