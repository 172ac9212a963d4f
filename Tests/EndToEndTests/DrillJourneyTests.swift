import Foundation
import Testing

/// A drill from picking one to the plan that it changed, by people in terminals, on a record of the machine and through a
/// server.
struct DrillJourneyTests {
  @Test(arguments: CrisisRoom.Place.allCases)
  func `a drill is planned, led, answered, and changes its plan`(place: CrisisRoom.Place) throws {
    let room = try CrisisRoom(at: place)
    try room.type("ana", "plan", "adopt", "wrong-certificate")
    #expect(try room.type("ana", "drill", "next").output.contains("never played"))
    try room.type(
      "ana", "drill", "plan", "sunday-certificate", "--facilitator", "ana", "--responder", "ben", "--speed", "60")
    // Whoever responds does not learn what it is about.
    let before = try room.type("ben", "drill", "show").output + room.type("ben", "drill").output
    #expect(!before.contains("certificate") && !before.contains("Sunday"), "\(before)")
    #expect(try room.type("ben", "drill", "start", expecting: 2).errors.contains("does not lead it"))
    try room.type("ana", "drill", "start")
    try room.type("ana", "drill", "release", "7")
    try room.type("ana", "drill", "skip", "6", "--reason", "they have enough")
    try room.type("ana", "drill", "add", "Is", "it", "us?", "--from", "support")
    let came = try room.type("ben", "drill", "show").output
    #expect(came.contains("certificate has expired") && came.contains("Is it us?") && !came.contains("really happens"))
    // Its file is read by whoever responds once it has come, and goes into the incident once that is declared.
    let flat = came.split { $0.isWhitespace }.joined(separator: " ")
    #expect(flat.contains("edge-2-error.log") && flat.contains("evidence once it is declared"), "\(came)")
    #expect(try room.type("ben", "drill", "file", "edge-3-syslog.log", expecting: 2).errors.contains("drill 1"))
    let log = try room.run("ben", ["drill", "file", "edge-2-error.log"]).output
    #expect(log.contains("alert certificate expired") && log.split(separator: "\n").count > 50)
    try room.type("ben", "drill", "note", "Tell support what to write", "--missing")
    try room.type("ana", "drill", "judge", "9", "met", "short and true")
    try room.type("ana", "drill", "end")

    let outcome = try room.type("ben", "drill", "outcome").output
    #expect(outcome.contains("right idea written down") && outcome.contains("short and true"))
    #expect(try room.type("ben", "drill", "changes").output.contains("Tell support what to write"))
    #expect(try room.type("ben", "drill", "changes", "--accept", "1").output.contains("Now it has 14 steps"))
    #expect(try room.type("ben", "plan", "show", "wrong-certificate").output.contains("Tell support what to write"))
    #expect(try room.type("ben", "plan", "list").output.contains("last played"))
    #expect(try room.type("ben", "drill", "postmortem").output.contains("PM-1 is begun"))
    #expect(try room.type("kim", "postmortem", "show", "PM-1").output.contains("A drill: nothing was broken"))
  }

  @Test(arguments: CrisisRoom.Place.allCases)
  func `somebody practises alone in a terminal`(place: CrisisRoom.Place) throws {
    let room = try CrisisRoom(at: place)
    try room.type("ana", "plan", "adopt", "wrong-certificate")
    let typed = """
      first words
      /declare Visitors are warned away
      /lead
      /plan wrong-certificate
      /tick 2 read from outside, two of three are old
      /nonsense
      It is an expired certificate
      /surprise The check reads the file only
      /mitigated all three are new
      /end

      """
    let played = try room.play("ben", typed, "drill", "run", "sunday-certificate", "--speed", "60")
    #expect(played.status == 0, "\(played.errors)")
    #expect(played.output.contains("FIRING ShopRequestsLow") && played.output.contains("The drill is over."))
    #expect(played.output.contains("What really happened") && played.output.contains("The check reads the file only"))
    #expect(played.errors.contains("Kept.") && played.errors.contains("'/nonsense' is nothing"))
    for line in played.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let incident = try room.incident("INC-1")
    #expect((incident["summary"] as? [String: Any])?["isDrill"] as? Bool == true)
    let texts = (incident["entries"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    #expect(texts.contains("first words"), "what was typed before it was declared is not lost")
    #expect(texts.contains("It is an expired certificate"))
  }

  @Test func `a scenario is made of an incident, checked and kept`() throws {
    let room = try CrisisRoom(at: .record)
    try room.type("ana", "declare", "Bread orders do not reach the oven", "--sev", "2")
    try room.type("ana", "note", "The queue has no consumer")
    try room.type("ana", "state", "resolved")
    let text = try room.run("ana", ["drill", "scenario", "from", "INC-1"]).output
    try room.bench.write(text, to: "ours.md")
    let checked = try room.run("ana", ["drill", "scenario", "check", "ours.md", "--format", "sarif"])
    #expect(checked.output.contains("\"version\" : \"2.1.0\""), "\(checked.output)\(checked.errors)")
    try room.bench.write("no scenario", to: "nothing.md")
    #expect(try room.run("ana", ["drill", "scenario", "check", "nothing.md"]).status == 1)
    #expect(try room.type("ana", "drill", "scenario", "save", "ours.md").output.hasPrefix("Saved: "))
    #expect(try room.type("ana", "drill", "scenario", "list").output.contains("inc-1"))
    #expect(try room.type("ana", "drill", "show", "7", expecting: 2).errors.contains("drill 7"))
    #expect(try room.type("ana", "drill", "plan", "no-such", expecting: 2).errors.contains("no-such"))
  }
}
