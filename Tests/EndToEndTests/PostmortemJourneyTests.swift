import Foundation
import Testing

/// A postmortem written by people in terminals, on a record of the machine and through a server.
struct PostmortemJourneyTests {
  @Test(arguments: CrisisRoom.Place.allCases)
  func `a postmortem goes from its incident to the public and back`(place: CrisisRoom.Place) throws {
    let room = try CrisisRoom(at: place)
    try room.type("ana", "declare", "Bread orders do not reach the oven", "--sev", "2", "--lead")
    try room.type("ben", "note", "Seven of eight servers have the new build")
    try begun(room)
    try written(room)
    try explained(room)
    try published(room)
    try exported(room)
  }

  private func begun(_ room: CrisisRoom) throws {
    let begun = try room.type("ana", "postmortem", "start", "INC-1", "--facilitator", "ana")
    #expect(begun.output.contains("PM-1 is begun"))
    let again = try room.type("ben", "postmortem", "start", "INC-1", expecting: 2)
    #expect(again.errors.contains("PM-1"))
    #expect(try room.type("ben", "postmortem").output.contains("PM-1  draft  INC-1"))
    try room.type("ana", "postmortem", "ask", "PM-1", "ben")
    try room.type(
      "ben", "postmortem", "account", "PM-1", "--saw", "The check was green", "--expected", "All eight", "--surprised",
      "It counts answers", "--sense", "It had been green for a year")
    #expect(!(try room.type("ana", "postmortem", "show", "PM-1").output.contains("The check was green")))
    #expect(try room.type("ben", "postmortem", "show", "PM-1").output.contains("The check was green"))
    try room.type("ana", "postmortem", "open", "PM-1")
    let opened = try room.type("kim", "postmortem", "PM-1").output
    for told in ["What did you see?", "The check was green", "All eight", "It counts answers", "green for a year"] {
      #expect(opened.contains(told), "\(told)\n\(opened)")
    }
  }

  private func written(_ room: CrisisRoom) throws {
    try room.bench.write("ana counted 214 lost orders, measured in the queue. We are sorry.\n", to: "impact.md")
    try room.type("ana", "postmortem", "edit", "PM-1", "impact", "--file", "impact.md")
    try room.bench.write("a\n\n## Costs\n", to: "wrong.md")
    let wrong = try room.type("ana", "postmortem", "edit", "PM-1", "impact", "--file", "wrong.md", expecting: 2)
    #expect(wrong.errors.contains("line 3, 'Costs', would begin another section"))
    try room.type("ben", "postmortem", "comment", "PM-1", "impact", "How", "many", "people?")
    #expect(try room.type("ana", "postmortem", "show", "PM-1").output.contains("How many people?"))
    let versions = try room.type("ana", "postmortem", "versions", "PM-1")
    #expect(versions.output.contains("Impact analysis"))
    let listed = try #require(try room.json("ana", "postmortem", "versions", "PM-1") as? [String: Any])
    let items = try #require(listed["items"] as? [[String: Any]])
    let first = try #require(items.first { $0["what"] as? String == "Impact analysis" }?["version"] as? Int)
    let compared = try room.run("ana", ["postmortem", "compare", "PM-1", String(first - 1), String(first)])
    #expect(compared.output.contains("\n+ana counted 214 lost orders"), "\(compared.output)")
    try overwritten(room)
  }

  /// Nobody writes over another person's words without being told.
  private func overwritten(_ room: CrisisRoom) throws {
    func section() throws -> [String: Any] {
      let shown = try #require(try room.json("ana", "postmortem", "show", "PM-1") as? [String: Any])
      let sections = try #require(shown["sections"] as? [[String: Any]])
      return try #require(sections.first { $0["section"] as? String == "summary" })
    }
    func edit(_ person: String, _ file: String, _ more: String..., expecting status: Int32 = 0) throws -> String {
      let outcome = try room.run(person, ["postmortem", "edit", "PM-1", "summary", "--file", file] + more)
      #expect(outcome.status == status, "\(outcome.errors)")
      return outcome.errors
    }
    try room.bench.write("Orders went wrong.\n", to: "first.md")
    _ = try edit("ana", "first.md")
    let seen = try #require(try section()["version"] as? Int)
    #expect(try room.type("ana", "postmortem", "PM-1").output.contains("version \(seen), ana "))
    try room.bench.write("Orders went wrong for 45 minutes.\n", to: "bens.md")
    try room.bench.age("bens.md", seconds: -60)
    #expect(try edit("ben", "bens.md").contains("ana wrote 'Executive summary' last"))
    try room.bench.write("Many orders went wrong.\n", to: "anas.md")
    try room.bench.age("anas.md", seconds: 60)
    let older = try edit("ana", "anas.md", expecting: 2)
    #expect(older.contains("ben wrote 'Executive summary' last"))
    #expect(older.contains("--file anas.md --seen"))
    let stale = try edit("ana", "anas.md", "--seen", String(seen), expecting: 2)
    #expect(stale.contains("\n  +") && stale.contains("\n  -"), "the difference stands line by line: \(stale)")
    let now = try #require(try section()["version"] as? Int)
    #expect(stale.contains("--seen \(now)"))
    _ = try edit("ana", "anas.md", "--seen", String(now))
    #expect((try section()["markdown"] as? String)?.hasPrefix("Many orders went wrong.") == true)
    let unsaid = try room.type(
      "ben", "postmortem", "comment", "PM-1", "summary", "x", "--quote", "several orders went right", expecting: 2)
    #expect(unsaid.errors.contains("Nearest there: 'Many orders went wrong'"))
    try room.type("ben", "postmortem", "comment", "PM-1", "summary", "How many?", "--quote", "Many orders")
  }

  /// Timeline, causes, assumptions and luck, as pages have them.
  private func explained(_ room: CrisisRoom) throws {
    try room.type("ben", "note", "The queue is long")
    let offered = try room.type("ana", "postmortem", "take", "PM-1").output
    let note = try #require(offered.split(separator: "\n").first { $0.contains("The queue is long") })
    let entry = try #require(note.split(separator: " ").dropFirst().first)
    try room.type("ana", "postmortem", "take", "PM-1", "--entry", String(entry), "--account", "ben")
    #expect(!(try room.type("ana", "postmortem", "take", "PM-1").output.contains("The queue is long")))
    let unknown = try room.type("ana", "postmortem", "take", "PM-1", "--moment", "3f2a90c1", expecting: 2)
    #expect(unknown.errors.contains("there is no moment '3f2a90c1' to be taken"))
    let added = try room.type(
      "ana", "postmortem", "line", "add", "PM-1", "The release was copied", "--at", "2026-03-01T03:12Z")
    #expect(added.output.wholeMatch(of: /L[0-9]+ stands in PM-1\.\n/) != nil, "\(added.output)")
    let lines = try #require(try room.json("ana", "postmortem", "show", "PM-1") as? [String: Any])["lines"]
    let written = try #require((lines as? [[String: Any]])?.first { $0["text"] as? String == "The release was copied" })
    let number = try #require(written["number"] as? Int)
    try room.type("ana", "postmortem", "line", "change", "PM-1", "L\(number)", "--group", "Release")
    try room.type("ana", "postmortem", "line", "gap", "PM-1", "L\(number)", "Nobody", "was", "watching", "yet")

    try room.type(
      "ana", "postmortem", "factor", "add", "PM-1", "Nothing compared the builds", "--kind", "detection", "--sureness",
      "shown", "--evidence", "L\(number)")
    try room.type("ana", "postmortem", "factor", "add", "PM-1", "It was copied by hand", "--under", "F1")
    try room.type("ana", "postmortem", "factor", "change", "PM-1", "F1", "--catch", "test=It ran one host only")
    let wrong = try room.type("ana", "postmortem", "factor", "change", "PM-1", "F1", "--catch", "luck=x", expecting: 2)
    #expect(wrong.errors.contains("--catch test="))
    let believed = try room.type("ana", "postmortem", "assumption", "add", "PM-1", "Green means all hosts")
    #expect(believed.output == "B1 stands in PM-1.\n")
    try room.type("ana", "postmortem", "assumption", "change", "PM-1", "B1", "--shown", "It counts answers")
    let lucky = try room.type("ana", "postmortem", "luck", "add", "PM-1", "It was a late hour")
    #expect(lucky.output == "K1 stands in PM-1.\n")
    try room.type("ana", "postmortem", "luck", "change", "PM-1", "K1", "It", "was", "a", "quiet", "hour")
    let shown = try room.type("ana", "postmortem", "show", "PM-1").output
    for part in ["The release was copied", "(then: Nobody was watching yet)", "F1 Nothing compared the builds"] {
      #expect(shown.contains(part), "\(part)\n\(shown)")
    }
    #expect(shown.contains("    F2 It was copied by hand"), "under the one that it explains")
    #expect(shown.contains("B1   Green means all hosts") && shown.contains("the day showed: It counts answers"))
    #expect(shown.contains("K1   It was a quiet hour"))
    #expect(shown.contains("(kept us from seeing it; shown by evidence)"), "in words, not as the API has it")
    try room.type("ana", "postmortem", "luck", "remove", "PM-1", "K1")
    try room.type("ana", "postmortem", "assumption", "remove", "PM-1", "B1")
    try room.type("ana", "postmortem", "factor", "remove", "PM-1", "F2")
    try room.type("ana", "postmortem", "line", "remove", "PM-1", "L\(number)")
    #expect(!(try room.type("ana", "postmortem", "show", "PM-1").output.contains("It was a quiet hour")))
  }

  private func published(_ room: CrisisRoom) throws {
    let early = try room.type("ana", "postmortem", "final", "PM-1", expecting: 2)
    #expect(early.errors.contains("it is a draft"))
    #expect(early.errors.contains("mayday postmortem review PM-1"))
    try room.type("ana", "postmortem", "review", "PM-1")
    let asked = try room.run("ana", ["postmortem", "final", "PM-1", "--format", "json"])
    #expect(asked.status == 1)
    let gates = try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [String: Any]
    #expect((gates?["gates"] as? [Any])?.isEmpty == false)
    #expect(try room.type("ana", "postmortem", "PM-1").output.contains("Before it is final"))
    let held = try room.type("ana", "postmortem", "final", "PM-1", expecting: 1)
    #expect(held.errors.contains("something is missing"))
    try room.type("ana", "postmortem", "final", "PM-1", "--reason", "all there is")
    #expect(!(try room.type("ana", "postmortem", "PM-1").output.contains("Before it is final")))
    let closed = try room.type("ana", "postmortem", "luck", "add", "PM-1", "x", expecting: 2)
    #expect(closed.errors.contains("mayday postmortem reopen PM-1"))
    let unasked = try room.run("ana", ["postmortem", "publish", "PM-1", "--to", "public", "--reason", "read"])
    #expect(unasked.status == 2)
    #expect(unasked.errors.contains("--yes"))
    #expect(unasked.output.contains("214 lost orders"), "what would go out is shown first")
    #expect(!unasked.output.contains("ana counted 214"))
    let out = try room.run(
      "ana", ["postmortem", "publish", "PM-1", "--to", "public", "--status-page", "--reason", "read", "--yes"])
    #expect(out.status == 0, "\(out.output)\(out.errors)")
    #expect(out.output.contains("PM-1 is out for the public, on the status page."))
    let copy = room.bench.folder.appendingPathComponent("copy")
    try room.type("ana", "status", "export", "copy")
    let pages = try FileManager.default.contentsOfDirectory(atPath: copy.appendingPathComponent("postmortems").path)
    #expect(pages.count == 1)
    try room.type("ana", "postmortem", "withdraw", "PM-1", "--from", "public", "--reason", "it named a customer")
    try room.type("ana", "status", "export", "later")
    let later = room.bench.folder.appendingPathComponent("later/postmortems").path
    #expect(!FileManager.default.fileExists(atPath: later))
    try room.type("ana", "postmortem", "reopen", "PM-1", "--reason", "more is known")
    #expect(try room.type("ana", "postmortem", "show", "PM-1").output.contains("revision 2"))
  }

  private func exported(_ room: CrisisRoom) throws {
    try room.type("ana", "postmortem", "export", "PM-1", "-o", "pm.md")
    let text = try String(contentsOf: room.bench.folder.appendingPathComponent("pm.md"), encoding: .utf8)
    #expect(text.contains("ana counted 214 lost orders"))
    #expect(text == (try room.run("ana", ["postmortem", "show", "PM-1", "--format", "markdown"]).output))
    let there = try room.type("ana", "postmortem", "export", "PM-1", "-o", "pm.md", expecting: 2)
    #expect(there.errors.contains("is there already"))
    try room.type("ana", "postmortem", "export", "PM-1", "--format", "html", "-o", "pm.html")
    let html = try String(contentsOf: room.bench.folder.appendingPathComponent("pm.html"), encoding: .utf8)
    #expect(html.hasPrefix("<!doctype html>"))
    let json = try #require(try room.json("ana", "postmortem", "export", "PM-1") as? [String: Any])
    #expect((json["summary"] as? [String: Any])?["id"] as? String == "PM-1")
  }
}
