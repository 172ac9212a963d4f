import Accounts
import Interchange
import Schemas
import Testing

struct AccessTests {
  private static let scopeSets: [Set<TokenScope>?] = [
    nil, [], [.read], [.respond], [.administer], [.read, .administer], Set(TokenScope.allCases),
  ]

  /// Every operation, with its example, by every role and every kind of token.
  @Test(arguments: OperationID.allCases)
  func `an operation is open to whom the table says, and to nobody else`(id: OperationID) async throws {
    let bench = try TestBench()
    let operation = Operations[id]
    for role in AccountRole.allCases {
      for scopes in Self.scopeSets {
        let origin: Caller.Origin = scopes == nil ? .session(id: "s") : .token(id: "t")
        let caller = Caller(account: "pat", displayName: "Pat", role: role, scopes: scopes, origin: origin)
        let answer = try await bench.send(request(operation), as: caller)
        let isOpen =
          AccessTable.allows(role, operation.permission)
          && scopes.map { $0.contains { $0.covers(operation.permission) } } ?? true
        #expect((answer.status == 403) == !isOpen, "\(id) as \(role) with \(String(describing: scopes))")
        if !isOpen {
          #expect(Problem(answer)?.hint?.contains(scopes == nil ? "administrator" : "") == true)
        }
      }
    }
    #expect(bench.failures == [])
  }

  private func request(_ operation: Operation) -> APIRequest {
    let values = [
      "incident": "INC-1", "instant": "detected", "role": "commander", "entry": "1", "task": "1", "suspect": "x",
      "update": "1", "nearmiss": "NM-1", "component": "web", "maintenance": "MW-1", "postmortem": "PM-1",
      "section": "impact", "line": "1", "factor": "1", "assumption": "1", "luck": "1", "comment": "1",
      "audience": "public", "action": "1", "guard": "one-build", "process": "deploy",
      "reading": "gitlab-2017",
    ]
    let queries: [OperationID: [String: String]] = [.search: ["q": "x"], .comparePostmortem: ["from": "1"]]
    return APIRequest(
      operation.id, path: values.filter { operation.pathNames.contains($0.key) },
      query: operation.takesUpload ? ["name": "web.log"] : queries[operation.id] ?? [:],
      body: operation.example?.bytes, ifMatch: operation.version == .required ? "*" : nil,
      upload: operation.takesUpload ? .init(name: "web.log", bytes: Array("2026-03-01T13:45:00Z x\n".utf8)) : nil)
  }

  @Test func `what is private is answered in every operation like what is not there`() async throws {
    let bench = try TestBench()
    let hidden = try await bench.declare(["title": "Leak of names", "isPrivate": true])
    for operation in Operations.all where operation.pathNames.contains("incident") {
      var there = request(operation)
      var missing = there
      there.path["incident"] = hidden
      missing.path["incident"] = "INC-987654321"
      let found = try await bench.send(there, as: TestBench.lee)
      let absent = try await bench.send(missing, as: TestBench.lee)
      #expect(found.status == 404, "\(operation.id.rawValue)")
      let text = String(decoding: absent.body, as: UTF8.self).replacing("INC-987654321", with: hidden)
      #expect(String(decoding: found.body, as: UTF8.self) == text, "\(operation.id.rawValue)")
    }
  }

  @Test func `a postmortem of what is private is answered in every operation like one that is not there`() async throws
  {
    let bench = try TestBench()
    let incident = try await bench.declare(["title": "Leak of names", "isPrivate": true])
    let hidden = try await bench.startPostmortem(["incident": .string(incident)])
    for operation in Operations.all where operation.pathNames.contains("postmortem") {
      var there = request(operation)
      var missing = there
      there.path["postmortem"] = hidden
      missing.path["postmortem"] = "PM-987654321"
      let found = try await bench.send(there, as: TestBench.lee)
      let absent = try await bench.send(missing, as: TestBench.lee)
      #expect(found.status == 404, "\(operation.id.rawValue)")
      let text = String(decoding: absent.body, as: UTF8.self).replacing("PM-987654321", with: hidden)
      #expect(String(decoding: found.body, as: UTF8.self) == text, "\(operation.id.rawValue)")
    }
    let lists: [(id: OperationID, query: [String: String])] = [
      (.listPostmortems, [:]), (.search, ["q": "leak"]), (.listActions, [:]),
    ]
    for (id, query) in lists {
      let text = String(decoding: try await bench.send(id, query: query, as: TestBench.lee).body, as: UTF8.self)
      #expect(!text.contains(hidden) && !text.contains("Leak"), "\(id.rawValue)")
    }
    let own = try await bench.send(.listPostmortems)
    #expect(String(decoding: own.body, as: UTF8.self).contains(hidden))
  }

  @Test func `what is private stands in no list, search, clock or event`() async throws {
    let bench = try TestBench()
    let open = try await bench.declare(["title": "Payments fail"])
    let hidden = try await bench.declare(["title": "Leak of names, payments too", "isPrivate": true])
    let reads: [(OperationID, [String: String])] = [
      (.listIncidents, [:]), (.search, ["q": "payments"]), (.listPromises, [:]), (.listEvents, [:]),
      (.readStatusReport, [:]),
    ]
    for (id, query) in reads {
      let answer = try await bench.send(id, query: query, as: TestBench.lee)
      let text = String(decoding: answer.body, as: UTF8.self)
      #expect(!text.contains(hidden) && !text.contains("Leak"), "\(id.rawValue)")
      let own = try await bench.send(id, query: query, as: TestBench.kim)
      if id != .readStatusReport, id != .listPromises {
        #expect(String(decoding: own.body, as: UTF8.self).contains(hidden), "\(id.rawValue)")
      }
    }
    let items = try await bench.send(.listIncidents, as: TestBench.lee).json["items"]?.array
    #expect(items?.compactMap { $0["id"]?.string } == [open])
  }

  @Test func `a field that names what is private is refused like one that names nothing`() async throws {
    let bench = try TestBench()
    let open = try await bench.declare(as: TestBench.lee)
    let hidden = try await bench.declare(["isPrivate": true])
    let list: JSONValue = ["settings": ["name": "Shop"], "components": [["id": "web", "name": "Web"]]]
    _ = try await bench.send(.replaceComponents, [:], list, ifMatch: "*", as: TestBench.ann)
    for (id, path, field, rest) in [
      (OperationID.changeState, ["incident": open], "into", ["state": "merged"] as [String: JSONValue]),
      (.setComponentCondition, ["component": "web"], "incident", ["condition": "degraded"]),
      (.startPostmortem, [:], "incident", [:]),
    ] {
      var answers: [String] = []
      for name in [hidden, "INC-987654321"] {
        let body = JSONValue.object(rest.merging([field: .string(name)]) { $1 })
        let answer = try await bench.send(id, path, body, as: TestBench.lee)
        #expect(Problem(answer)?.errors?.first?.pointer == "/" + field)
        answers.append(String(decoding: answer.body, as: UTF8.self).replacing(name, with: "NAME"))
      }
      #expect(answers[0] == answers[1])
    }
  }

  @Test func `whoever closes an incident to themselves hears of it once, and no more`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare(as: TestBench.ann)
    let body: JSONValue = ["isPrivate": true, "reason": "Personal data"]
    let closed = try await bench.send(.changeAccess, ["incident": incident], body, key: "k")
    #expect(closed.status == 200)
    #expect(try await bench.send(.readIncident, ["incident": incident]).status == 404)
    let again = try await bench.send(.changeAccess, ["incident": incident], body, key: "k")
    #expect(again.status == 404)
  }
}
