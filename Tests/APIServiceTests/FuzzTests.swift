import Interchange
import InterchangeTesting
import Schemas
import Testing

struct FuzzTests {
  @Test(arguments: OperationID.allCases)
  func `whatever is sent is answered as the table promises`(id: OperationID) async throws {
    let bench = try TestBench()
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(state: seed)
    let operation = Operations[id]
    let list: JSONValue = ["settings": ["name": "Shop"], "components": [["id": "checkout", "name": "Checkout"]]]
    _ = try await bench.send(.replaceComponents, [:], list, ifMatch: "*", as: TestBench.ann)
    let incident = try await bench.declare()
    _ = try await bench.send(.addTask, ["incident": incident], ["text": "a"])
    _ = try await bench.send(
      .draftUpdate, ["incident": incident], ["audience": "internal", "state": "identified", "text": [:]])
    let postmortem = try await bench.startPostmortem(["incident": .string(incident)])
    try await Self.write(
      [
        (.addLine, ["text": "a", "at": "2026-03-01T13:45:00Z"]), (.addFactor, ["text": "a", "kind": "trigger"]),
        (.addAssumption, ["believed": "a"]), (.addLuck, ["text": "a"]),
        (.writeComment, ["section": "impact", "text": "a"]), (.askAccounts, ["people": ["kim"]]),
        (.proposeAction, ["text": "a", "kind": "prevent", "term": "immediate"]),
      ], into: postmortem, bench)
    for _ in 0..<60 {
      let paths = [
        "incident": [incident, "inc-9", "x\u{0}"], "instant": ["detected", "x"], "role": ["commander", "x"],
        "entry": ["1", "2", "0"], "task": ["1", "2"], "suspect": ["x", "d/1 ü"], "update": ["1", "9"],
        "nearmiss": ["NM-1"],
        "component": ["checkout", "x"], "maintenance": ["MW-1", "MW-0"], "postmortem": [postmortem, "pm-7", "PM-"],
        "section": ["impact", "lessons", "x"], "line": ["1", "2"], "factor": ["1", "2"], "assumption": ["1", "2"],
        "luck": ["1", "2"], "comment": ["1", "2"], "audience": ["public", "internal", "x"], "action": ["1", "2"],
        "guard": ["one-build", "X"], "process": ["deploy", "X"],
      ]
      var request = APIRequest(id)
      for name in operation.pathNames { request.path[name] = paths[name]?.randomElement(using: &generator) }
      for parameter in operation.query where Bool.random(using: &generator) {
        let value = ValueGenerator.value(for: parameter.schema, chaos: 0.2, using: &generator)
        request.query[parameter.name] = value.string ?? String(decoding: value.bytes, as: UTF8.self)
      }
      if let body = operation.body {
        request.body = ValueGenerator.value(for: body, chaos: 0.05, using: &generator).bytes
      }
      if operation.takesUpload { request.upload = .init(name: "a.log", bytes: [1, 2, 3]) }
      request.ifMatch = [nil, "*", "\"v1\"", "x"].randomElement(using: &generator) ?? nil
      request.idempotencyKey = [nil, "k", "k2", ""].randomElement(using: &generator) ?? nil
      let caller = [TestBench.kim, TestBench.ann].randomElement(using: &generator) ?? TestBench.kim
      _ = try await bench.send(request, as: caller)
    }
    #expect(bench.failures == [], "seed \(seed)")
  }

  private static func write(
    _ parts: [(id: OperationID, body: JSONValue)], into postmortem: String, _ bench: TestBench
  ) async throws {
    for part in parts {
      let answer = try await bench.send(part.id, ["postmortem": postmortem], part.body)
      #expect(answer.status == 200, "\(part.id.rawValue)")
    }
  }
}
