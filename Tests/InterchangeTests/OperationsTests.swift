import Accounts
import Interchange
import Schemas
import Testing

struct OperationsTests {
  @Test func `every operation stands in the table once, with an address of its own`() {
    #expect(Operations.all.map(\.id.rawValue).sorted() == OperationID.allCases.map(\.rawValue).sorted())
    let addresses = Operations.all.map { "\($0.method.rawValue) \($0.path)" }
    #expect(Set(addresses).count == addresses.count)
    for operation in Operations.all {
      #expect(operation.path.hasPrefix("/api/v1/"))
      for name in operation.pathNames { #expect(Operations.pathSchemas[name] != nil, "{\(name)} has no schema") }
    }
  }

  @Test(arguments: Operations.all.filter { $0.body != nil }.map(\.id))
  func `the example of an operation fits its schema`(id: OperationID) throws {
    let operation = Operations[id]
    let example = try #require(operation.example)
    #expect(try #require(operation.body).problems(in: example) == [])
  }

  @Test func `reading is allowed to readers, and nothing that is written is`() {
    // Who only reads is asked how safe it is to speak, too; drawing a ticket changes nothing that others read. Checking a
    // text, trying a sentence, or making one of an incident, saves nothing.
    let saving: [OperationID] = [.drawSafetyTicket, .rephrase, .checkPlan, .checkScenario, .makeScenario]
    for operation in Operations.all where !saving.contains(operation.id) {
      let isOpen = AccessTable.allows(.reader, operation.permission)
      #expect(isOpen == operation.method.isRead, "\(operation.id.rawValue)")
    }
  }

  @Test(
    arguments: [
      ("GET", "/api/v1/incidents/INC-12", OperationID.readIncident, ["incident": "INC-12"]),
      ("HEAD", "/api/v1/me", .readMe, [:]),
      ("PUT", "/api/v1/incidents/INC-1/roles/commander", .assignRole, ["incident": "INC-1", "role": "commander"]),
      ("PUT", "/api/v1/incidents/INC-1/suspects/a%2Fb%20c", .judgeSuspect, ["incident": "INC-1", "suspect": "a/b c"]),
    ] as [(String, String, OperationID, [String: String])])
  func `a path leads to its operation`(method: String, path: String, id: OperationID, values: [String: String]) throws {
    guard case .operation(let operation, let found) = Operations.route(method, path) else {
      Issue.record("\(path) leads nowhere")
      return
    }
    #expect(operation.id == id)
    #expect(found == values)
    #expect(Operations[id].path(values) == path)
  }

  @Test(arguments: [
    "/api/v1/incidents/", "/api/v1/incidents//notes", "/api/v1", "/api/v1/me/", "/API/v1/me", "/api/v1/incidents/%zz",
    "/api/v1/incidents/%ff", "/api/v1/incidents/INC-1/notes/extra",
  ])
  func `other paths lead nowhere`(path: String) {
    guard case .nothing = Operations.route("GET", path) else {
      Issue.record("\(path) leads somewhere")
      return
    }
  }

  @Test func `a known path with another method says which it has`() {
    guard case .otherMethods(let methods) = Operations.route("DELETE", "/api/v1/incidents/INC-1") else {
      Issue.record("expected other methods")
      return
    }
    #expect(methods == [.get, .patch])
  }

  @Test func `every way to be refused has a type that reads back`() {
    for kind in ProblemKind.allCases {
      #expect(ProblemKind(type: kind.type) == kind)
      #expect((400...599).contains(kind.status))
    }
    #expect(ProblemKind(type: "about:blank") == nil)
  }
}
