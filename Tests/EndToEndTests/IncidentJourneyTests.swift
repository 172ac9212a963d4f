import Foundation
import Testing

/// One incident run whole by people in terminals, on a record of the machine and through a server.
struct IncidentJourneyTests {
  @Test(arguments: CrisisRoom.Place.allCases)
  func `an incident is run from its declaration to the end`(place: CrisisRoom.Place) throws {
    let room = try CrisisRoom(at: place)
    try declared(room)
    try worked(room)
    try told(room)
    try ended(room)
  }

  /// Declared late, so that the first words are late already.
  private func declared(_ room: CrisisRoom) throws {
    try room.type("ana", "component", "add", "orders", "Orders in the app", "--group", "Shop")
    let declared = try room.type(
      "ana", "declare", "Bread orders do not reach the oven", "--sev", "2", "--impact",
      "One order in three is never baked.", "--component", "orders", "--started", "1 h ago", "--declared",
      "45 min ago")
    #expect(declared.output.hasPrefix("INC-1  SEV2  Bread orders do not reach the oven\n"))
    #expect(declared.output.contains("Commander       mayday lead"))
    #expect(declared.output.contains(/late by 3[01] min/))
    #expect(declared.errors.contains("Europe/Berlin"), "what a time was taken for is said back")
    // A word that is late is a finding.
    let status = try room.type("ben", "status", expecting: 1)
    #expect(status.output.contains("nobody leads"))
    #expect(status.output.contains("Roles to fill: Commander, Communications, Operations"))
    try room.waitForMissedWord(of: "INC-1")
  }

  private func worked(_ room: CrisisRoom) throws {
    try room.type("ana", "lead")
    try room.type("ana", "role", "communications", "kim")
    try room.type("ben", "note", "The", "queue", "grows", "by", "40", "a", "minute", "--at", "50 min ago")
    try room.type(
      "ana", "decide", "Take back last night's change", "--why", "It is the only one.", "--option", "Wait", "--known",
      "The first failure came nine minutes after it.")
    let decision = try #require(try room.entry("decision", of: "INC-1")["version"] as? Int)
    try room.type("ben", "dissent", String(decision), "A restart costs less.")
    try room.type("ana", "task", "add", "Count", "the", "paid", "orders", "--owner", "ben")
    try room.type("ben", "task", "done", "1", "--result", "214 orders")
    let note = try #require(try room.entry("note", of: "INC-1")["version"] as? Int)
    try room.type("ben", "correct", String(note), "The queue grows by 14 a minute", "--reason", "wrong axis")
    let declaration = try #require(try room.entry("declared", of: "INC-1")["version"] as? Int)
    let refused = try room.type("ben", "correct", String(declaration), "x", "--reason", "y", expecting: 2)
    #expect(refused.errors.contains("the system recorded it"))
    try room.bench.write(Self.log, to: "evidence/oven01/queue.log")
    try room.type("ben", "evidence", "add", "evidence")
    #expect(try room.type("ben", "evidence", "list").output.contains("evidence.tar.gz"))
    let moments = try #require(try room.json("ben", "moment", "list") as? [[String: Any]])
    let moment = try #require(moments.first?["id"] as? String)
    #expect("\(moments)".contains("oven01"), "the folder says which machine wrote it")
    try room.type("ben", "moment", "pick", moment)
    let listed = try room.type("ben", "moment", "list")
    #expect(listed.output.contains("✓"))
    #expect(!listed.output.contains("hunter2"), "secrets are masked")
  }

  /// The half hour before last of a queue that loses its consumer.
  private static let log: String = {
    let start = Date().addingTimeInterval(-3600)
    return (0..<900).map { index in
      let clock = start.addingTimeInterval(Double(index) * 2).formatted(.iso8601)
      let isBroken = index > 500 && index.isMultiple(of: 3)
      let what =
        isBroken ? "ERROR queue: no consumer for tray \(index) password=hunter2" : "INFO oven: tray \(index) baked"
      return "\(clock) \(what)\n"
    }.joined()
  }()

  private func told(_ room: CrisisRoom) throws {
    let empty = try room.type("kim", "update", "new", "--to", "customers", "--broken", "Technical difficulties.")
    #expect(empty.output.contains("[missing-part]"))
    let held = try room.type("kim", "update", "publish", "--yes", expecting: 1)
    #expect(held.errors.contains("The reviewer holds update 1"))
    #expect(try room.type("kim", "update", "review", expecting: 1).output.contains("error"))
    try room.type(
      "kim", "update", "edit", "--broken", "Orders placed in the app do not reach the oven.", "--affected",
      "About one order in three, in all shops.", "--since", "1 h ago", "--doing",
      "We are taking back last night's change.", "--meanwhile", "Please order at the counter.", "--next", "in 25 min",
      "--sorry", "We are sorry.", "--component", "orders=partial-outage")
    let shown = try room.type("kim", "update", "show")
    #expect(shown.output.contains("the status page"))
    // What was promised by the protocol is late: it goes out with a reason, which is recorded.
    let asked = try room.type("kim", "update", "publish", "--reason", "the first word cannot say more", expecting: 2)
    #expect(asked.errors.contains("--yes"), "nobody can be asked here")
    let out = try room.type("kim", "update", "publish", "--yes", "--reason", "the first word cannot say more")
    #expect(out.output.contains("The next word is promised by"))
    #expect(try room.type("ben", "components").output.contains("partial outage"))
    let again = try room.type("kim", "update", "publish", "1", "--yes", expecting: 2)
    #expect(again.errors.contains("it went out at"))

    for (audience, state, doing) in [
      ("internal", "identified", "The change is taken back."), ("customers", "resolved", "It is repaired."),
    ] {
      try room.type(
        "kim", "update", "new", "--to", audience, "--state", state, "--broken", "Orders did not reach the oven.",
        "--affected", "One order in three.", "--since", "1 h ago", "--doing", doing, "--meanwhile", "Nothing.",
        "--next",
        "in 2 h", "--sorry", "We are sorry.", "--component", "orders=operational")
      try room.type("kim", "update", "publish", "--yes", "--reason", "said to all who waited")
    }
    try room.type("kim", "update", "correct", "3", "--affected", "One order in four.", "--reason", "counted again")
    let list = try room.type("ben", "update").output
    #expect(list.contains("(corrected)"))
    #expect(list.split(separator: "\n").count { $0.contains(" out ") } == 3)
  }

  private func ended(_ room: CrisisRoom) throws {
    let before = try #require(try room.entry("dissent", of: "INC-1")["written"] as? String)
    try room.type("ana", "state", "mitigated", "--reason", "no failure since the change is back")
    try room.type("ana", "state", "resolved")
    let status = try room.type("ben", "status", "INC-1").output
    #expect(status.contains("! missed"), "the missed word is a fact of the timeline")
    #expect(status.contains("corrected"))
    #expect(status.contains("seen differently by ben"))
    #expect(status.contains("● moment") && status.contains("no consumer for tray"))
    #expect(status.contains("time to resolve 1 h"))
    let then = try room.type("ben", "status", "INC-1", "--as-of", before).output
    #expect(then.contains("As it was known at"))
    #expect(then.contains("active for"))
    #expect(!then.contains("Count the paid orders"), "what came later was not known")
    #expect(try room.type("ben", "status").output.hasPrefix("No incident is running."))
    let wrong = try room.type("ben", "state", "triage", "-i", "INC-1", expecting: 2)
    #expect(wrong.errors.contains("from here it can become") || wrong.errors.contains("From here it can become"))
  }

  @Test(arguments: CrisisRoom.Place.allCases)
  func `past, private and several incidents are told apart`(place: CrisisRoom.Place) throws {
    let room = try CrisisRoom(at: place)
    let past = try room.type(
      "ben", "declare", "Orders lost on Sunday", "--state", "closed", "--started", "2031-05-04T09:10:00Z", expecting: 2)
    #expect(past.errors.contains("is in the future"), "the clock decides what is past")
    try room.type(
      "ben", "declare", "Orders lost in spring", "--state", "closed", "--started", "2024-05-04 09:10", "--resolved",
      "2024-05-04 10:40")
    let hidden = try room.type("ana", "declare", "Somebody read the recipes", "--sev", "1", "--private").output
    let id = try #require(hidden.firstMatch(of: /INC-[0-9]+/)).output
    #expect((Int(id.dropFirst(4)) ?? 0) >= 100_000, "its number tells nothing")
    try room.type("ana", "note", "The door was open")
    if place == .server {
      // On a record of this machine whoever can read the file may know all that is in it.
      #expect(!(try room.type("ben", "incidents").output.contains("recipes")))
      let unknown = try room.type("ben", "status", String(id), expecting: 2)
      let absent = try room.type("ben", "status", "INC-100001", expecting: 2)
      #expect(
        unknown.errors.replacing(id, with: "X") == absent.errors.replacing("INC-100001", with: "X"),
        "as if it were not there")
    }
    try room.type("ben", "declare", "The app shows yesterday's bread", "--sev", "3")
    let several = try room.type("ana", "note", "Which one?", expecting: 2)
    #expect(several.errors.contains("2 incidents are running"))
    #expect(several.errors.contains("export MAYDAY_INCIDENT="))
    let list = try room.type("ana", "incidents").output
    #expect(list.contains("2024-05-04 09:10, 1 h 30 min"))
    let drill = try room.type("ben", "declare", "Oven off", "--drill").output
    #expect(drill.contains("DRILL"))
    try room.type("ben", "merge", "INC-3", "into", "INC-2")
    #expect(try room.type("ben", "status", "INC-3").output.contains("part of INC-2"))
  }

  @Test func `the same commands print the same on a record and on a server`() throws {
    let lines: [[String]] = [
      ["component", "add", "orders", "Orders"], ["declare", "The oven is cold", "--sev", "2", "--lead"],
      ["note", "E-41 is on the panel", "--at", "5 min ago"], ["decide", "Restart it", "--why", "it is quick"],
      ["task", "add", "Ask the maker"], ["task", "drop", "1"], ["role", "scribe", "ben"], ["role"], ["status"],
      ["status", "INC-1"], ["update", "new", "--to", "internal", "--broken", "The oven is cold."],
      ["update", "show"], ["update", "approve", "--yes"], ["update", "publish", "--yes"],
      ["instant", "detected", "10 min ago"],
      ["instant"], ["state"], ["state", "closed"], ["state", "mitigated"], ["state", "mitigated"], ["incidents"],
      ["near-miss", "Flour ran low", "--idea", "weigh it at noon"], ["near-miss"], ["policy"], ["components"],
      ["maintenance", "schedule", "New door", "--from", "in 1 d", "--until", "in 2 d"], ["maintenance"],
      ["search", "panel"], ["revise", "--sev", "9"], ["task", "done", "7"], ["status", "INC-99"],
    ]
    let record = try CrisisRoom(at: .record)
    let server = try CrisisRoom(at: .server)
    for line in lines {
      let (here, there) = (try record.run("ana", line), try server.run("ana", line))
      #expect(Self.timeless(here.output) == Self.timeless(there.output), "\(line)")
      #expect(Self.timeless(here.errors) == Self.timeless(there.errors), "\(line)")
      #expect(here.status == there.status, "\(line)")
    }
  }

  /// The text without what the clock decides.
  private static func timeless(_ text: String) -> String {
    text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2} (?=[0-9]{2}:)/, with: "date ")
      .replacing(/[0-9]{2}:[0-9]{2}(:[0-9]{2})?/, with: "time").replacing(/[0-9]+ (s|min|h|d)\b/, with: "long")
      .replacing(#/ +/#, with: " ")
  }
}
