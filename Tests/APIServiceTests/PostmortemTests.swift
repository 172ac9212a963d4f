import Accounts
import Interchange
import Schemas
import Testing

/// A postmortem through the API, as pages and commands write it.
struct PostmortemTests {
  private func text(_ answer: APIAnswer) -> String { String(decoding: answer.body, as: UTF8.self) }

  @Test func `a postmortem goes from an incident to what the world reads`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare(["title": "Payments fail", "severity": 2, "commander": "kim"])
    let begun = try await bench.send(.startPostmortem, [:], ["incident": .string(incident), "facilitator": "lee"])
    #expect(begun.status == 201)
    #expect(begun.header("Location") == "/api/v1/postmortems/PM-1")
    let path = ["postmortem": "PM-1"]
    let read = try await bench.send(.readPostmortem, path, as: TestBench.rob)
    #expect(read.json["summary"]?["incident"] == .string(incident))
    #expect(read.json["sections"]?.array?.count == 10)
    let factor = try await bench.send(.addFactor, path, ["text": "An old build", "kind": "condition"])
    #expect(factor.json["factor"]?["number"] == 1)
    #expect(factor.json["number"] == 1)
    let action: JSONValue = [
      "text": "Compare builds", "kind": "prevent", "term": "immediate", "owner": "kim", "due": "2026-03-08",
      "factors": [1], "verification": "A deploy with one host left out stops.",
    ]
    #expect(try await bench.send(.proposeAction, path, action).status == 200)
    for section in ["summary", "impact", "lessons"] {
      let sectionPath = path.with("section", section)
      let known = try await bench.send(.readPostmortem, path).json["sections"]?.array?.first {
        $0["section"]?.string == section
      }
      let version = try #require(known?["version"]?.integer)
      let written = try await bench.send(
        .writeSection, sectionPath,
        ["markdown": "kim counted 214 lost orders. We are sorry.", "seenVersion": .integer(version)])
      #expect(written.json["section"]?["markdown"] == "kim counted 214 lost orders. We are sorry.")
    }
    #expect(try await bench.send(.askAccounts, path, ["people": ["sam"]]).status == 200)
    #expect(Problem(try await bench.send(.changeStage, path, ["stage": "final"]))?.kind == .wrongState)
    #expect(try await bench.send(.changeStage, path, ["stage": "in-review"]).status == 200)
    let held = Problem(try await bench.send(.changeStage, path, ["stage": "final"]))
    #expect(held?.kind == .heldByReview)
    let final = try await bench.send(.changeStage, path, ["stage": "final", "reason": "all there is"])
    #expect(final.json["postmortem"]?["stage"] == "final")
    let audience = path.with("audience", "public")
    let prepared = try await bench.send(
      .preparePublication, audience, query: ["opening": "We are sorry."], as: TestBench.rob)
    #expect(prepared.json["markdown"]?.string?.contains("kim counted") == false)
    #expect(prepared.json["replaced"]?.array?.contains { $0["original"] == "kim" } == true)
    #expect(try await bench.send(.readPublication, audience).status == 404)
    let out = try await bench.send(
      .publishPostmortem, audience,
      [
        "opening": "We are sorry.", "isOnStatusPage": true, "reason": "read by two",
        "seenVersion": prepared.json["version"] ?? 0,
      ])
    #expect(out.json["publication"]?["isOut"] == true, "\(text(out))")
    #expect(
      try await bench.send(.readPublication, audience, as: TestBench.rob).json["markdown"]?.string?.isEmpty == false)
    #expect(text(try await bench.send(.readStatusReport)).contains("214 lost orders"))
    let back = try await bench.send(.withdrawPostmortem, audience, ["reason": "it named a customer"])
    #expect(back.json["publication"]?["isOut"] == false)
    #expect(!text(try await bench.send(.readStatusReport)).contains("214 lost orders"))
    #expect(bench.failures == [])
  }

  @Test func `a stale section is answered with both texts and what they began with`() async throws {
    let bench = try TestBench()
    let path = ["postmortem": try await bench.startPostmortem(), "section": "impact"]
    let first = try await bench.send(.writeSection, path, ["markdown": "One in three.", "seenVersion": 1])
    let seen = try #require(first.json["section"]?["version"])
    _ = try await bench.send(.writeSection, path, ["markdown": "One in four.", "seenVersion": seen], as: TestBench.lee)
    let stale = try await bench.send(.writeSection, path, ["markdown": "Two in three.", "seenVersion": seen])
    #expect(stale.status == 412)
    let problem = try #require(Problem(stale))
    #expect(problem.kind == .staleVersion)
    #expect([problem.mine, problem.theirs, problem.base] == ["Two in three.", "One in four.", "One in three."])
  }

  @Test func `what changed in one postmortem is listed`() async throws {
    let bench = try TestBench()
    let id = try await bench.startPostmortem()
    let query = ["postmortem": id]
    let before = try await bench.send(.listEvents, query: query).json
    _ = try await bench.send(.addLuck, ["postmortem": id], ["text": "It was a quiet hour."])
    let next = try #require(before["next"]?.string)
    let news = try await bench.send(.listEvents, query: ["postmortem": id, "cursor": next])
    #expect(news.json["items"]?.array?.map { $0["kind"]?.string } == ["luck-written"])
    #expect(news.json["items"]?[0]?["postmortem"]?.string == id && news.json["items"]?[0]?["incident"] == nil)
    #expect(Problem(try await bench.send(.listEvents, query: ["postmortem": "PM-77"]))?.kind == .invalidParameter)
    #expect(bench.failures == [])
  }

  @Test func `what the details do not name stays, and nobody is nobody`() async throws {
    let bench = try TestBench()
    let path = ["postmortem": try await bench.startPostmortem()]
    _ = try await bench.send(.writeDetails, path, ["participants": ["lee", "sam"], "facilitator": "lee"])
    _ = try await bench.send(.writeDetails, path, ["owner": ""])
    let details = try await bench.send(.readPostmortem, path).json["details"]
    #expect(details?["participants"] == ["lee", "sam"])
    #expect(details?["facilitator"] == "lee")
    #expect(details?["owner"] == nil)
    #expect(details?["title"] == "The eighth server")
    #expect(Problem(try await bench.send(.writeDetails, path, ["owner": ""]))?.kind == .nothingNew)
  }

  @Test func `an account is told by whoever is signed in, and read by nobody else before it is open`() async throws {
    let bench = try TestBench()
    let path = ["postmortem": try await bench.startPostmortem()]
    _ = try await bench.send(.askAccounts, path, ["people": ["lee"]])
    let told = try await bench.send(.giveAccount, path, ["saw": "Seven of eight."], as: TestBench.lee)
    #expect(told.status == 200)
    let reads: [(OperationID, [String: String])] = [
      (.readPostmortem, [:]), (.readPostmortemText, [:]), (.listPostmortemVersions, [:]),
      (.comparePostmortem, ["from": "1"]), (.listPostmortems, [:]),
    ]
    for (id, query) in reads {
      let names = Operations[id].pathNames.isEmpty ? [:] : path
      for caller in [TestBench.kim, TestBench.ann, TestBench.rob] {
        #expect(!text(try await bench.send(id, names, query: query, as: caller)).contains("Seven"), "\(id.rawValue)")
      }
    }
    #expect(text(try await bench.send(.readPostmortem, path, as: TestBench.lee)).contains("Seven"))
    #expect(try await bench.send(.openAccounts, path).status == 200)
    #expect(text(try await bench.send(.readPostmortem, path, as: TestBench.rob)).contains("Seven"))
    #expect(text(try await bench.send(.readPostmortemText, path, as: TestBench.rob)).contains("Seven"))
  }

  @Test(
    arguments: [
      (.addFactor, ["text": "a", "kind": "trigger", "parent": 9], "/parent"),
      (.proposeAction, ["text": "a", "kind": "prevent", "term": "immediate", "factors": [9]], "/factors"),
      (.writeComment, ["section": "impact", "text": "a", "replyTo": 9], "/replyTo"),
      (.takeLines, ["entries": [99]], "/entries"), (.writeDetails, ["title": " x\ny"], "/title"),
      (.addLine, ["text": "a", "at": "2199-01-01T00:00:00Z"], "/at"),
      (.addAssumption, ["believed": " "], "/believed"),
    ] as [(OperationID, JSONValue, String)])
  func `a field that does not fit is named`(id: OperationID, body: JSONValue, pointer: String) async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let path = ["postmortem": try await bench.startPostmortem(["incident": .string(incident)])]
    let problem = try #require(Problem(try await bench.send(id, path, body)))
    #expect(problem.kind == .invalidFields)
    #expect(problem.errors?.first?.pointer == pointer)
  }

  @Test(
    arguments: [
      (.changeLine, ["line": "9"], ["text": "a"]), (.removeFactor, ["factor": "9"], [:]),
      (.changeLuck, ["luck": "9"], ["text": "a"]), (.settleComment, ["comment": "9"], ["isSettled": true]),
      (.explainGap, ["line": "9"], ["text": "a"]), (.stepAction, ["action": "9"], ["state": "done"]),
    ] as [(OperationID, [String: String], JSONValue)])
  func `a part that is not there is not found`(id: OperationID, names: [String: String], body: JSONValue) async throws {
    let bench = try TestBench()
    let path = ["postmortem": try await bench.startPostmortem()].merging(names) { $1 }
    #expect(try await bench.send(id, path, body).status == 404)
  }

  @Test func `a write with a key is done once and answered alike`() async throws {
    let bench = try TestBench()
    let first = try await bench.send(.startPostmortem, [:], ["title": "a"], key: "k")
    let second = try await bench.send(.startPostmortem, [:], ["title": "a"], key: "k")
    #expect(first.body == second.body)
    #expect(second.header("Idempotency-Replayed") == "true")
    let path = ["postmortem": "PM-1"]
    for _ in 0..<2 { _ = try await bench.send(.addLuck, path, ["text": "a"], key: "k-2") }
    #expect(try await bench.send(.readPostmortem, path).json["luck"]?.array?.count == 1)
    for _ in 0..<2 {
      #expect(try await bench.send(.writeDetails, path, ["owner": "lee"], key: "k-3").status == 200)
    }
  }

  @Test func `postmortems are listed page by page, by stage and by origin`() async throws {
    let bench = try TestBench()
    for number in 1...5 { _ = try await bench.startPostmortem(["title": .string("n\(number)")]) }
    var titles: [String] = []
    var query = ["limit": "2"]
    while true {
      let answer = try await bench.send(.listPostmortems, query: query, as: TestBench.rob)
      titles += answer.json["items"]?.array?.compactMap { $0["title"]?.string } ?? []
      guard let next = answer.json["next"]?.string else { break }
      query["cursor"] = next
    }
    #expect(titles == ["n5", "n4", "n3", "n2", "n1"])
    _ = try await bench.send(.changeStage, ["postmortem": "PM-2"], ["stage": "in-review"])
    let reviewed = try await bench.send(.listPostmortems, query: ["stage": "in-review"])
    #expect(reviewed.json["items"]?.array?.compactMap { $0["id"]?.string } == ["PM-2"])
    #expect(try await bench.send(.listPostmortems, query: ["origin": "library"]).json["items"]?.array == [])
  }
}
