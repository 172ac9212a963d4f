import Accounts
import Desk
import Incidents
import Interchange
import Postmortems
import RecordViews
import Schemas
import Testing

/// Actions, guards and checklists through the API.
struct LessonTests {
  /// A postmortem of an incident, by its name.
  private func postmortem(_ bench: TestBench, of incident: String? = nil) async throws -> String {
    let receipt = try await bench.desk.startPostmortem(
      StartPostmortem(incident: incident.flatMap { IncidentID($0) }, title: "The eighth server"), by: TestBench.kim)
    return "PM-\(try #require(receipt.number))"
  }

  private static let action: JSONValue = [
    "text": "Compare the build of all hosts", "kind": "prevent", "term": "immediate", "owner": "kim",
    "due": "2020-03-08", "verification": "A deploy with one host left out stops.",
  ]

  @Test func `an action goes from its proposal to its proof`() async throws {
    let bench = try TestBench()
    let postmortem = try await postmortem(bench, of: try await bench.declare())
    let made = try await bench.send(.proposeAction, ["postmortem": postmortem], Self.action)
    #expect(made.json["action"]?["id"] == .string("\(postmortem)-A1"))
    #expect(made.json["action"]?["isOverdue"] == true)
    #expect(made.json["action"]?["incident"] == "INC-1")
    let path = ["postmortem": postmortem, "action": "1"]
    var changed = Self.action.object ?? [:]
    changed["owner"] = ""
    let again = try await bench.send(.changeAction, path, .object(changed))
    #expect(again.json["action"]?["owner"] == nil)
    #expect(Problem(try await bench.send(.changeAction, path, .object(changed)))?.kind == .nothingNew)
    #expect(Problem(try await bench.send(.stepAction, path, ["state": "verified"]))?.kind == .wrongState)
    #expect(
      try await bench.send(.stepAction, path, ["state": "done", "note": "Build 512"]).json["action"]?["state"] == "done"
    )
    let proved = try await bench.send(.stepAction, path, ["state": "verified", "note": "It stopped"])
    #expect(proved.json["action"]?["steps"]?.array?.count == 3)
    #expect(proved.json["action"]?["isOpen"] == false)
    #expect(bench.failures == [])
  }

  @Test func `a day that is left out is the policy's, and null says that there is none yet`() async throws {
    let bench = try TestBench()
    let path = ["postmortem": try await postmortem(bench, of: try await bench.declare())]
    var body = Self.action.object ?? [:]
    body["due"] = nil
    #expect(try await bench.send(.proposeAction, path, .object(body)).json["action"]?["due"]?.string != nil)
    body["due"] = .null
    #expect(try await bench.send(.proposeAction, path, .object(body)).json["action"]?["due"]?.string == nil)
    // Written anew, what is left out is taken away.
    body["due"] = nil
    let first = path.merging(["action": "1"]) { $1 }
    let cleared = try await bench.send(.changeAction, first, .object(body))
    #expect(cleared.json["action"] != nil && cleared.json["action"]?["due"]?.string == nil)
    #expect(bench.failures == [])
  }

  @Test(
    arguments: [
      (["postmortem": "PM-9"], "propose", ProblemKind.notFound, "no such postmortem"),
      (["postmortem": "PM-1", "action": "7"], "step", .notFound, "no such action"),
      (["postmortem": "PM-1"], "day", .invalidFields, "a day that no calendar has"),
      (["postmortem": "PM-1"], "factor", .invalidFields, "a factor that is not there"),
      (["postmortem": "PM-1"], "adopt", .nothingNew, "a text that names none"),
    ])
  func `what cannot be done to an action is refused`(
    path: [String: String], what: String, kind: ProblemKind, why: String
  ) async throws {
    let bench = try TestBench()
    _ = try await postmortem(bench)
    var body = Self.action.object ?? [:]
    if what == "day" { body["due"] = "2026-02-30" }
    if what == "factor" { body["factors"] = [4] }
    let answer =
      switch what {
      case "step": try await bench.send(.stepAction, path, ["state": "done"])
      case "adopt": try await bench.send(.adoptActions, path)
      default: try await bench.send(.proposeAction, path, .object(body))
      }
    #expect(Problem(answer)?.kind == kind, "\(why): \(String(decoding: answer.body, as: UTF8.self))")
  }

  @Test func `the board is cut into pages, and filters hold`() async throws {
    let bench = try TestBench()
    let postmortem = try await postmortem(bench)
    for number in 1...5 {
      var body = Self.action.object ?? [:]
      body["text"] = .string("Action \(number)")
      if number == 5 { body["due"] = .null }
      _ = try await bench.send(.proposeAction, ["postmortem": postmortem], .object(body))
    }
    _ = try await bench.send(.stepAction, ["postmortem": postmortem, "action": "2"], ["state": "done"])
    var seen: [String] = []
    var query = ["limit": "2"]
    while true {
      let page = try await bench.send(.listActions, query: query).json
      seen += page["items"]?.array?.compactMap { $0["text"]?.string } ?? []
      guard let next = page["next"]?.string else { break }
      query["cursor"] = next
    }
    #expect(seen == ["Action 1", "Action 3", "Action 4", "Action 5", "Action 2"])
    func count(_ query: [String: String]) async throws -> Int? {
      try await bench.send(.listActions, query: query).json["items"]?.array?.count
    }
    #expect(try await count(["overdue": "true"]) == 3)
    #expect(try await count(["state": "done"]) == 1)
    #expect(try await count(["owner": "sam"]) == 0)
    #expect(try await count(["open": "false"]) == 0)
    #expect(try await count(["postmortem": postmortem, "kind": "prevent"]) == 5)
  }

  @Test func `a guard is known from its first report, and its record says what it did`() async throws {
    let bench = try TestBench()
    let postmortem = try await postmortem(bench)
    _ = try await bench.send(.proposeAction, ["postmortem": postmortem], Self.action)
    _ = try await bench.send(.stepAction, ["postmortem": postmortem, "action": "1"], ["state": "done"])
    let path = ["guard": "one-build"]
    let red: JSONValue = [
      "standing": "broken", "summary": "7 of 8", "place": "ci", "title": "All run one build",
      "action": .string("\(postmortem)-A1"),
    ]
    let first = try await bench.send(.reportGuard, path, red)
    #expect(first.json["isRecorded"] == true)
    #expect(first.json["reopened"] == .string("\(postmortem)-A1"))
    #expect(try await bench.send(.reportGuard, path, red).json["isRecorded"] == false)
    #expect(try await bench.send(.readGuard, path).json["standing"] == "broken")
    #expect(try await bench.send(.listGuards).json["items"]?[0]?["action"] == .string("\(postmortem)-A1"))
    let board = try await bench.send(.listActions).json
    #expect(board["items"]?[0]?["guards"]?[0]?["standing"] == "broken")
    #expect(Problem(try await bench.send(.readGuard, ["guard": "none"]))?.kind == .notFound)
    let command: JSONValue = ["title": "x", "definition": "command: id\n"]
    let refused = Problem(try await bench.send(.declareGuard, path, command, as: TestBench.ann))
    #expect(refused?.kind == .invalidFields)
    #expect(refused?.errors?.map(\.pointer) == ["/definition"])
    #expect(Problem(try await bench.send(.declareGuard, path, ["title": "x"]))?.kind == .notAllowed)
    let retired = try await bench.send(.retireGuard, path, ["reason": "Gone"], as: TestBench.ann)
    #expect(retired.json["retired"] == "Gone")
    #expect(Problem(try await bench.send(.reportGuard, path, red))?.kind == .wrongState)
  }

  @Test func `a checklist is written, gone through and thinned out`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let path = ["process": "deploy"]
    let lines: JSONValue = [
      ["text": "Every host reports the same build", "check": "one-build", "incident": .string(incident)],
      ["text": "Is a flag used again?", "expects": "no"], ["text": "Tried on one host"],
    ]
    let made = try await bench.send(.writeChecklist, path, ["title": "Deploy", "lines": lines])
    #expect(made.json["lines"]?.array?.compactMap { $0["expects"]?.string } == ["check", "no", "done"])
    let tag = try #require(made.header("ETag"))
    _ = try await bench.send(.addChecklistLine, path, ["text": "Who watches it?", "expects": "words"])
    let stale = try await bench.send(.writeChecklist, path, ["title": "Deploy", "lines": []], ifMatch: tag)
    #expect(Problem(stale)?.kind == .staleVersion)
    func answers(_ isGood: Bool) -> JSONValue {
      [
        "subject": "release 649bdfb",
        "answers": [
          ["line": 1, "answer": "8 of 8", "isGood": .bool(isGood)], ["line": 2, "answer": "no"],
          ["line": 3, "answer": "on"], ["line": 4, "answer": "kim"],
        ],
      ]
    }
    #expect(try await bench.send(.runChecklist, path, answers(true)).json["isGood"] == true)
    let stopped = try await bench.send(.runChecklist, path, answers(false), as: TestBench.lee)
    #expect(stopped.json["stoppedBy"] == [1])
    #expect(stopped.json["by"] == "lee")
    let missing = try await bench.send(.runChecklist, path, ["answers": [["line": 2, "answer": "no"]]])
    #expect(Problem(missing)?.kind == .invalidFields)
    #expect(Problem(missing)?.detail.contains("1 (Every host reports the same build)") == true)
    let read = try await bench.send(.readChecklist, path).json
    #expect(read["lines"]?[0]?["caughtCount"] == 1 && read["lines"]?[0]?["incident"] == .string(incident))
    #expect(read["runs"]?.array?.count == 2)
    #expect(try await bench.send(.listChecklists).json["items"]?[0]?["runs"]?.array?.count == 1)
    let thinned = try await bench.send(.retireChecklistLine, path.merging(["line": "3"]) { $1 })
    #expect(thinned.json["lines"]?.array?.count == 3)
    #expect(
      Problem(try await bench.send(.retireChecklistLine, path.merging(["line": "3"]) { $1 }))?.kind == .notFound)
    #expect(bench.failures == [])
  }
}
