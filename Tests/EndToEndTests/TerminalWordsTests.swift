import Foundation
import Testing

/// What a terminal says where something was mistyped, is not there, or cannot be done yet.
@Suite(.timeLimit(.minutes(15))) struct TerminalWordsTests {
  private func room() throws -> CrisisRoom { try CrisisRoom(at: .record) }

  @Test func `reading makes no record, and says how to begin one`() throws {
    let bench = try Workbench()
    let missing = bench.folder.appendingPathComponent("typo/record.sqlite").path
    for command in [["status"], ["incidents"], ["postmortem"], ["actions"], ["note", "x"]] {
      let outcome = try BuiltBinary.run(
        command, in: bench.folder, environment: ["MAYDAY_RECORD": missing, "MAYDAY_URL": "", "MAYDAY_INCIDENT": ""])
      #expect(outcome.status == 2, "\(command)")
      #expect(outcome.errors.contains("mayday declare"), "\(command): \(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appendingPathComponent("typo").path))
  }

  @Test func `a closed action is opened again by reopen alone`() throws {
    let room = try room()
    try room.type("ana", "postmortem", "start", "--title", "A day")
    try room.type("ana", "action", "add", "PM-1", "Compare the builds", "--owner", "kim")
    let early = try room.type("ana", "action", "reopen", "PM-1-A1", "why", expecting: 2)
    #expect(early.errors.contains("mayday action accept PM-1-A1"))
    try room.type("ana", "action", "accept", "PM-1-A1")
    for step in [["done", "PM-1-A1", "built"], ["verify", "PM-1-A1", "seen to stop"]] {
      #expect(try room.run("ana", ["action"] + step).status == 0)
      let again = try room.type("ana", "action", "accept", "PM-1-A1", expecting: 2)
      #expect(again.errors.contains("mayday action reopen PM-1-A1"))
    }
    #expect(try room.type("ana", "actions", "--all").output.contains("Verified (1)"), "it was not opened again")
    try room.type("ana", "action", "reopen", "PM-1-A1", "it did not stop")
    #expect(try room.type("ana", "actions").output.contains("Long-term (1)"))
  }

  @Test func `a long board says that it is longer, and its table is whole`() throws {
    let room = try room()
    let items = (1...201).map { "- Compare the builds of host \($0) before the deploy goes on\n" }.joined()
    try room.bench.write("# A day\n\n## Action items\n\n" + items, to: "day.md")
    try room.type("ana", "postmortem", "start", "--file", "day.md")
    #expect(try room.type("ana", "postmortem", "PM-1").output.contains("names 201: mayday action adopt PM-1"))
    try room.type("ana", "action", "adopt", "PM-1")
    #expect(try room.type("ana", "actions").output.contains("There are more"))
    #expect(!(try room.type("ana", "actions", "--limit", "201").output.contains("There are more")))
    for (more, count) in [([], 202), (["--limit", "7"], 8)] {
      let table = try room.run("ana", ["actions", "--csv"] + more).output
      #expect(table.split(whereSeparator: \.isNewline).count == count)
    }
  }

  @Test(arguments: [
    (["postmortem", "shwo", "PM-1"], "mayday postmortem show"), (["actions", "--incident", "INC-99"], "no INC-99"),
    (["actions", "--postmortem", "PM-99"], "no PM-99"), (["action", "done", "PM-1-A9"], "no PM-1-A9"),
    (["library", "search", "x", "--from", "foo"], "--from: 'foo' is not a day"),
    (["trends", "--from", "2026-03-02", "--until", "2026-03-01"], "is after --until"),
    (["library", "like", "foo"], "neither an incident nor a postmortem"),
    (["postmortem", "reviewers", "PM-1", ""], "the name: this is empty"),
    (["postmortem", "comment", "PM-1", "impact", "x", "--reply-to", "9"], "--reply-to"),
    (["postmortem", "show", "PM-9"], "mayday postmortem list"),
    (["guard", "check", "--format", "yaml"], "--format"),
  ])
  func `what was mistyped is named as it was typed`(arguments: [String], named: String) throws {
    let room = try room()
    try room.type("ana", "postmortem", "start", "--title", "A day")
    let outcome = try room.run("ana", arguments)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains(named), "\(outcome.errors)")
    for line in outcome.errors.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `people without an account are remarked on where others have one`() throws {
    let room = try room()
    try room.type("ana", "postmortem", "start", "--title", "A day")
    #expect(try room.type("ana", "postmortem", "reviewers", "PM-1", "nobody").errors.isEmpty, "nobody has an account")
    let added = try BuiltBinary.run(
      [
        "-c",
        "echo 'four loaves at a cold oven' | '\(BuiltBinary.url.path)' account add kim --role responder "
          + "--record record.sqlite",
      ],
      in: room.bench.folder, program: URL(fileURLWithPath: "/bin/sh"))
    try #require(added.status == 0, "\(added.errors)")
    let said = try room.type("ana", "postmortem", "reviewers", "PM-1", "kim", "ghost").errors
    #expect(said.contains("'ghost'") && !said.contains("'kim'"))
    #expect(try room.type("ana", "action", "add", "PM-1", "x", "--owner", "ghost").errors.contains("'ghost'"))
  }

  /// At a terminal of its own, where there is a program that gives one.
  private func talk(_ room: CrisisRoom, _ person: String, typing lines: String) throws -> String? {
    let script = URL(fileURLWithPath: "/usr/bin/script")
    guard FileManager.default.fileExists(atPath: script.path) else { return nil }
    try room.bench.write(lines, to: "typed")
    let outcome = try BuiltBinary.run(
      ["-c", "(cat typed; sleep 1) | script -qec \"'\(BuiltBinary.url.path)' postmortem account PM-1\" talk"],
      in: room.bench.folder,
      environment: [
        "MAYDAY_RECORD": room.bench.folder.appendingPathComponent("record.sqlite").path, "MAYDAY_URL": "",
        "MAYDAY_USER": person,
      ], program: URL(fileURLWithPath: "/bin/sh"))
    return outcome.output + outcome.errors
  }

  @Test func `nobody types an account that cannot be given, and what was typed is kept`() throws {
    let room = try room()
    try room.type("ana", "postmortem", "start", "--title", "A day", "--facilitator", "ana")
    guard let unasked = try talk(room, "ben", typing: "a\nb\nc\nd\n") else {
      print("skipped: there is no /usr/bin/script to give a terminal")
      return
    }
    #expect(unasked.contains("not among those who were asked"))
    #expect(!unasked.contains("What did you see?"))
    try room.type("ana", "postmortem", "ask", "PM-1", "ben")
    let refused = try #require(try talk(room, "ben", typing: "\nall eight of them\n\n\n"))
    #expect(refused.contains("What did you see?"))
    #expect(refused.contains("mayday-account-PM-1.md"), "\(refused)")
    let kept = room.bench.folder.appendingPathComponent("mayday-account-PM-1.md")
    #expect(try String(contentsOf: kept, encoding: .utf8) == "## What did you expect?\n\nall eight of them\n")
  }
}
