import Foundation
import Testing

/// The way of a person from a folder of evidence to a postmortem in the record.
struct JourneyTests {
  private let example = BuiltBinary.package.appendingPathComponent("Examples/knight-capital")

  @Test func `a draft from evidence is reviewed, and its questions are found`() throws {
    let bench = try Workbench()
    let draft = try bench.mayday("draft", example.appendingPathComponent("evidence").path, "-o", "postmortem.md")
    #expect(draft.status == 0, "\(draft.errors)")
    let text = try String(contentsOf: bench.folder.appendingPathComponent("postmortem.md"), encoding: .utf8)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    #expect(
      headings == [
        "Incident date and time", "Authors and participants", "Status", "Executive summary",
        "Impact analysis", "Root cause analysis", "Timeline of events", "Action items and remediations",
        "Lessons learned",
      ])
    #expect(text.contains("\n# Incident of 2012-08-01"))
    let review = try bench.mayday("review", "postmortem.md")
    #expect(review.status == 1)
    #expect(review.output.contains("[placeholder]"))
  }

  @Test func `the example's postmortem passes its own review`() throws {
    let bench = try Workbench()
    let review = try bench.mayday("review", example.appendingPathComponent("postmortem.md").path)
    #expect(review.status == 0, "\(review.output)")
  }

  @Test func `an import is in the record, once, and the record verifies`() throws {
    let bench = try Workbench()
    let postmortem = example.appendingPathComponent("postmortem.md").path
    let first = try bench.mayday("import", postmortem, "--record", "record.sqlite")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("PM-1 INC-1"))
    let second = try bench.mayday("import", postmortem, "--record", "record.sqlite")
    #expect(second.output.contains("already in the record"))
    let verify = try bench.mayday("record", "verify", "--record", "record.sqlite")
    #expect(verify.status == 0, "\(verify.errors)")
  }

  /// Random moments from a seed that is printed when the test fails.
  @Test func `a kill at any moment of an import leaves all of it or nothing`() throws {
    let bench = try Workbench()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = seed
    for round in 0..<25 {
      let text = "---\ntitle: Round \(round)\nstarted: 2031-05-06T07:00:00Z\n---\n\n## Summary\n\nThe pump stopped.\n"
      try bench.write(text + String(repeating: "A line of text.\n", count: 20_000), to: "round-\(round).md")
      let process = try BuiltBinary.start(
        ["import", "round-\(round).md", "--record", "record.sqlite"], in: bench.folder,
        out: bench.folder.appendingPathComponent("out"), err: bench.folder.appendingPathComponent("err"))
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32((random >> 33) % 120_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let record = bench.folder.appendingPathComponent("record.sqlite").path
    guard FileManager.default.fileExists(atPath: record) else { return }
    // Whatever a kill left half made must not keep the next import from working.
    for round in 0..<25 {
      let again = try bench.mayday("import", "round-\(round).md", "--record", "record.sqlite")
      #expect(again.status == 0, "seed \(seed), round \(round): \(again.errors)")
    }
    let verify = try bench.mayday("record", "verify", "--record", "record.sqlite")
    #expect(verify.status == 0, "seed \(seed): \(verify.output)\(verify.errors)")
    let lines = verify.output
    #expect(lines.contains("25 incidents") || lines.contains("events"), "seed \(seed): \(lines)")
  }
}
