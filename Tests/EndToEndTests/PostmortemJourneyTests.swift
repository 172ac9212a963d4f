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
    try room.type("ben", "postmortem", "account", "PM-1", "--saw", "The check was green")
    #expect(!(try room.type("ana", "postmortem", "show", "PM-1").output.contains("The check was green")))
    #expect(try room.type("ben", "postmortem", "show", "PM-1").output.contains("The check was green"))
    try room.type("ana", "postmortem", "open", "PM-1")
    #expect(try room.type("kim", "postmortem", "show", "PM-1").output.contains("The check was green"))
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
    #expect(compared.output.contains("+ana counted 214 lost orders"))
  }

  /// Timeline, causes, assumptions and luck, as pages have them.
  private func explained(_ room: CrisisRoom) throws {
    let offered = try room.type("ana", "postmortem", "take", "PM-1").output
    let note = try #require(offered.split(separator: "\n").first { $0.contains("Seven of eight servers") })
    let entry = try #require(note.split(separator: " ").dropFirst().first)
    try room.type("ana", "postmortem", "take", "PM-1", "--entry", String(entry), "--account", "ben")
    #expect(!(try room.type("ana", "postmortem", "take", "PM-1").output.contains("Seven of eight servers")))
    let unknown = try room.type("ana", "postmortem", "take", "PM-1", "--moment", "3f2a90c1", expecting: 2)
    #expect(unknown.errors.contains("there is no moment '3f2a90c1' to be taken"))
    try room.type("ana", "postmortem", "line", "add", "PM-1", "The release was copied", "--at", "2026-03-01T03:12Z")
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
    try room.type("ana", "postmortem", "assumption", "PM-1", "--believed", "Green means all hosts")
    try room.type("ana", "postmortem", "assumption", "PM-1", "1", "--shown", "It counts answers")
    try room.type("ana", "postmortem", "luck", "PM-1", "It was a quiet hour")
    let shown = try room.type("ana", "postmortem", "show", "PM-1").output
    for part in ["The release was copied", "(then: Nobody was watching yet)", "F1  Nothing compared the builds"] {
      #expect(shown.contains(part), "\(part)\n\(shown)")
    }
    #expect(shown.contains("    F2  It was copied by hand"), "under the one that it explains")
    #expect(shown.contains("Green means all hosts") && shown.contains("the day showed: It counts answers"))
    #expect(shown.contains("It was a quiet hour"))
    try room.type("ana", "postmortem", "luck", "PM-1", "--remove", "1")
    try room.type("ana", "postmortem", "factor", "remove", "PM-1", "F2")
    try room.type("ana", "postmortem", "line", "remove", "PM-1", "L\(number)")
    #expect(!(try room.type("ana", "postmortem", "show", "PM-1").output.contains("It was a quiet hour")))
  }

  private func published(_ room: CrisisRoom) throws {
    try room.type("ana", "postmortem", "review", "PM-1")
    let held = try room.type("ana", "postmortem", "final", "PM-1", expecting: 1)
    #expect(held.errors.contains("something is missing"))
    try room.type("ana", "postmortem", "final", "PM-1", "--reason", "all there is")
    let unasked = try room.run("ana", ["postmortem", "publish", "PM-1", "--to", "public", "--reason", "read"])
    #expect(unasked.status == 2)
    #expect(unasked.errors.contains("--yes"))
    #expect(unasked.output.contains("214 lost orders"), "what would go out is shown first")
    #expect(!unasked.output.contains("ana counted 214"))
    let out = try room.run(
      "ana", ["postmortem", "publish", "PM-1", "--to", "public", "--status-page", "--reason", "read", "--yes"])
    #expect(out.status == 0, "\(out.output)\(out.errors)")
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
