import Accounts
import Interchange
import Schemas
import Testing

/// People, roles and the auditor's checklist through the API; every answer is held to its schema by the bench.
struct ReadinessTests {
  @Test func `people come with role cards, who is next, and who is told how soon`() async throws {
    let bench = try TestBench()
    let person: JSONValue = [
      "name": "Ines Roth",
      "roles": [["role": "commander", "place": "first"], ["role": "legal", "place": "learning"]],
      "contacts": [["kind": "telephone", "value": "+49 30 1234"]],
    ]
    #expect(try await bench.send(.addPerson, [:], person).status == 201)
    let people = try await bench.send(.listPeople).json
    let roles = try #require(people["roles"]?.array)
    #expect(roles.first?["able"] == ["Ines Roth"])
    #expect(roles.first?["askedBy"] == ["SEV1", "SEV2", "SEV3", "SEV4"])
    #expect(roles.first { $0["role"] == "legal" }?["learning"] == ["Ines Roth"])
    #expect(roles.first { $0["role"] == "legal" }?["duty"]?.string?.contains("First: ") == true)
    #expect(people["protocols"]?.array?.count == 8)
    #expect(bench.failures == [])
  }

  @Test func `a role is added once, with its card, by an administrator`() async throws {
    let bench = try TestBench()
    let body: JSONValue = ["roles": [["id": "logistics", "duty": "Keeps lorries informed."], ["id": "legal"]]]
    #expect(Problem(try await bench.send(.addRoles, [:], body))?.kind == .notAllowed)
    let added = try await bench.send(.addRoles, [:], body, key: "k", as: TestBench.ann)
    #expect(added.json["policy"]?["roles"]?.array?.last?["name"] == "Logistics")
    let again = try await bench.send(.addRoles, [:], body, key: "k", as: TestBench.ann)
    #expect(again.body == added.body)
    #expect(Problem(try await bench.send(.addRoles, [:], body, as: TestBench.ann))?.kind == .nothingNew)
    let wizard: JSONValue = ["roles": [["id": "wizard"]]]
    let refused = try #require(Problem(try await bench.send(.addRoles, [:], wizard, as: TestBench.ann)))
    #expect(refused.errors?.first?.message.contains("no card for 'wizard'") == true)
    #expect(bench.failures == [])
  }

  @Test func `the checklist counts what its reader may know of, in days that a calendar has`() async throws {
    let bench = try TestBench()
    _ = try await bench.declare()
    _ = try await bench.declare(["isPrivate": true])
    func graded(_ caller: Caller, _ query: [String: String] = [:]) async throws -> String? {
      let list = try await bench.send(.readAudit, query: query, as: caller)
      return list.json["controls"]?[1]?["lines"]?[0]?["shows"]?.string
    }
    #expect(try await graded(TestBench.kim)?.contains(": 2 of 2 incidents") == true)
    #expect(try await graded(TestBench.rob)?.contains(": 1 of 1 incidents") == true)
    #expect(try await graded(TestBench.rob, ["until": "2001-01-01"])?.contains(": 0 of 0") == true)
    let wrong = try await bench.send(.readAudit, query: ["from": "2026-02-30"])
    #expect(Problem(wrong)?.kind == .invalidFields)
    #expect(bench.failures == [])
  }
}
