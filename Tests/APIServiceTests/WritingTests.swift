import Interchange
import Schemas
import Testing

struct WritingTests {
  @Test func `the same key does the same thing once, and answers to the letter`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let body: JSONValue = ["text": "Error rate falls"]
    let first = try await bench.send(.writeNote, ["incident": incident], body, key: "k-1")
    _ = try await bench.send(.writeNote, ["incident": incident], ["text": "In between"], key: "k-2")
    let again = try await bench.send(.writeNote, ["incident": incident], body, key: "k-1")
    #expect(again.status == 201)
    #expect(again.body == first.body)
    #expect(again.header("Idempotency-Replayed") == "true")
    #expect(first.header("Idempotency-Replayed") == nil)
    let entries = try await bench.send(.listEntries, ["incident": incident], query: ["kind": "note"]).json["items"]
    #expect(entries?.array?.count == 2)
  }

  @Test func `the same key with another request is refused`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    _ = try await bench.send(.writeNote, ["incident": incident], ["text": "a"], key: "k-1")
    let other = try await bench.send(.writeNote, ["incident": incident], ["text": "b"], key: "k-1")
    #expect(Problem(other)?.kind == .keyReused)
    let elsewhere = try await bench.send(.addTask, ["incident": incident], ["text": "a"], key: "k-1")
    #expect(Problem(elsewhere)?.kind == .keyReused)
    let someoneElse = try await bench.send(
      .writeNote, ["incident": incident], ["text": "b"], key: "k-1", as: TestBench.lee)
    #expect(someoneElse.status == 201, "a key is its caller's own")
  }

  @Test(arguments: ["", "with space", "ü", String(repeating: "k", count: 201)])
  func `a key that is none is refused`(key: String) async throws {
    let bench = try TestBench()
    let answer = try await bench.send(.declareIncident, [:], ["title": "a"], key: key)
    #expect(Problem(answer)?.kind == .invalidParameter)
    #expect(try await bench.send(.listIncidents).json["items"]?.array?.isEmpty == true)
  }

  @Test func `a write on a version that is no longer there says both versions`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let tag = try #require(try await bench.send(.readIncident, ["incident": incident]).header("ETag"))
    let first = try await bench.send(.reviseIncident, ["incident": incident], ["impact": "All orders"], ifMatch: tag)
    #expect(first.status == 200)
    #expect(first.header("ETag") != tag)
    let second = try await bench.send(.reviseIncident, ["incident": incident], ["impact": "None"], ifMatch: tag)
    let problem = try #require(Problem(second))
    #expect(problem.kind == .staleVersion)
    #expect(problem.detail == "you saw version 1, and it is at version 2")
    let any = try await bench.send(.reviseIncident, ["incident": incident], ["impact": "None"], ifMatch: "*")
    #expect(any.status == 200)
    let odd: [(String, ProblemKind)] = [
      ("W/\"v2\"", .invalidParameter), ("v2", .invalidParameter), ("\"v2\", \"v3\"", .invalidParameter),
      ("\"v-2\"", .staleVersion), ("\"somebody else's\"", .staleVersion),
    ]
    for (tag, kind) in odd {
      let answer = try await bench.send(.reviseIncident, ["incident": incident], ["impact": "x"], ifMatch: tag)
      #expect(Problem(answer)?.kind == kind, "\(tag)")
    }
  }

  @Test func `a draft that somebody wrote anew is stale, and other work beside it does not make it so`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let draft: JSONValue = ["audience": "internal", "state": "investigating", "text": ["broken": "Payments fail."]]
    let made = try await bench.send(.draftUpdate, ["incident": incident], draft)
    let tag = try #require(made.header("ETag"))
    let path = ["incident": incident, "update": "1"]
    #expect(made.header("Location") == "/api/v1/incidents/\(incident)/updates/1")
    _ = try await bench.send(.writeNote, ["incident": incident], ["text": "beside it"])
    let other: JSONValue = ["audience": "internal", "state": "identified", "text": ["broken": "Payments fail."]]
    let written = try await bench.send(.reviseUpdate, path, other, key: "k", ifMatch: tag)
    #expect(written.status == 200)
    let again = try await bench.send(.reviseUpdate, path, other, key: "k", ifMatch: tag)
    #expect(again.body == written.body, "a replay is no stale write")
    let stale = try await bench.send(.reviseUpdate, path, draft, ifMatch: tag)
    #expect(Problem(stale)?.kind == .staleVersion)
  }

  @Test func `what replaces the whole must say which version it saw`() async throws {
    let bench = try TestBench()
    let read = try await bench.send(.readPolicy, as: TestBench.ann)
    let policy = try #require(read.json["policy"])
    let blind = try await bench.send(.replacePolicy, [:], policy, as: TestBench.ann)
    #expect(Problem(blind)?.kind == .versionRequired)
    var changed = try #require(policy.object)
    changed["warnBeforeMinutes"] = 7
    let tag = try #require(read.header("ETag"))
    let written = try await bench.send(.replacePolicy, [:], .object(changed), ifMatch: tag, as: TestBench.ann)
    #expect(written.status == 200)
    #expect(written.json["policy"]?["warnBeforeMinutes"] == 7)
    changed["warnBeforeMinutes"] = 8
    let stale = try await bench.send(.replacePolicy, [:], .object(changed), ifMatch: tag, as: TestBench.ann)
    #expect(Problem(stale)?.kind == .staleVersion)
    changed["roles"] = []
    let broken = try await bench.send(.replacePolicy, [:], .object(changed), ifMatch: "*", as: TestBench.ann)
    #expect(Problem(broken)?.errors?.first?.pointer == "/roles")
  }

  @Test(arguments: [
    (#"{"title":"a","titel":"b"}"#, ProblemKind.invalidFields, "there is no field 'titel' here; did you mean 'title'?"),
    (#"{"title":"a","title":"b"}"#, .malformedBody, "the name 'title' stands twice in one object"),
    (#"{"title":"a""#, .malformedBody, "',' or '}' was expected"),
    (#"{"title":""}"#, .invalidFields, "this is empty"),
    (#"{"title":"a","severity":99}"#, .invalidFields, "99 is out of range; expected 1 to 9"),
    (#"{"title":"a","components":["nowhere"]}"#, .invalidFields, "'nowhere' is not a component"),
    (#"{"title":"a","instants":{"detected":"2030-01-01T00:00:00Z"}}"#, .invalidFields, "is in the future"),
    ("", .malformedBody, "there is no JSON here"),
  ])
  func `a body that does not fit is refused with its reason`(
    body: String, kind: ProblemKind, message: String
  ) async throws {
    let bench = try TestBench()
    let answer = try await bench.send(APIRequest(.declareIncident, body: Array(body.utf8)))
    let problem = try #require(Problem(answer))
    #expect(problem.kind == kind)
    #expect(problem.detail.contains(message), "\(problem.detail)")
    #expect(problem.instance == "/api/v1/incidents")
    #expect(try await bench.send(.listIncidents).json["items"] == [])
  }

  @Test(arguments: [
    (["limit": "0"], "0 is out of range; expected 1 to 200"), (["limit": "many"], "expected a whole number"),
    (["stat": "active"], "there is no parameter of that name"), (["open": "maybe"], "expected true or false"),
    (["cursor": "AAAA"], "this is no cursor of this listing"), (["as_of": "yesterday"], "is no instant with its zone"),
  ])
  func `a query that does not fit is refused with its reason`(query: [String: String], message: String) async throws {
    let bench = try TestBench()
    let problem = try #require(Problem(try await bench.send(.listIncidents, query: query)))
    // A cursor has the right shape whatever it is: what it says is wrong.
    #expect(problem.kind == (query["cursor"] == nil ? .invalidParameter : .invalidFields))
    #expect(problem.detail.contains(message), "\(problem.detail)")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}} ${7*7} <%= 7*7 %>",
    "'; DROP TABLE incidents; --", "\u{202E}evil\u{202C}", "Z̷̢a̴l̵g̶o̵", "👩‍👩‍👧‍👦", "\\u0000 %00 \\x1b[31m",
    "[a](data:text/html,x)",
  ])
  func `hostile texts come back as they went`(text: String) async throws {
    let bench = try TestBench()
    let incident = try await bench.declare(["title": .string(text)])
    _ = try await bench.send(.writeNote, ["incident": incident], ["text": .string(text + "\n" + text)])
    let read = try await bench.send(.readIncident, ["incident": incident]).json
    #expect(read["summary"]?["title"] == .string(text))
    #expect(read["entries"]?[0]?["text"] == .string(text + "\n" + text))
  }
}
