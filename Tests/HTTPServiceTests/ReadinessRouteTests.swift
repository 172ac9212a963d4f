import Accounts
import Desk
import Foundation
import HTTPService
import HTTPTypes
import Incidents
import Interchange
import Testing

/// People, the booklet and the auditor's list, over a real desk; operations only remember here.
@Suite struct ReadinessRouteTests {
  private let site: TestSite
  private let reader: TestSite.Person

  init() async throws {
    site = try await TestSite()
    let kim = Caller.local("kim")
    var policy = Policy.standard
    policy.roles.removeAll { ["legal", "support"].contains($0.id) }
    _ = try await site.site.desk.setPolicy(policy, by: kim)
    reader = try await site.person(.reader)
    let person = try await site.person(.responder)
    let answer = try await site.send("/plans-adopted", [("name", "*"), ("_return", "/plans")], as: person)
    #expect(answer.status == 303)
  }

  private func ask(_ path: String, as person: TestSite.Person? = nil) async throws -> TestAnswer {
    try await site.ask(path, headers: ["Cookie": (person ?? reader).cookie])
  }

  @Test(arguments: [
    ("/readiness/people", "To customers"), ("/readiness/people", "First: say aloud that you lead"),
    ("/readiness/booklet", "The first five minutes"), ("/readiness/booklet", "10 "),
    ("/readiness/audit", "Staying secure while things are disrupted"), ("/readiness", "/readiness/audit"),
    ("/readiness/audit.md", "## 5.24 Planning and preparing"), ("/readiness/audit.csv", "5.30,Being ready to go on"),
  ]) func `a page is where its address says`(path: String, words: String) async throws {
    let answer = try await ask(path)
    #expect(answer.status == 200)
    #expect(answer.body.contains(words), "\(path)")
  }

  @Test func `days are kept in the addresses of the files`() async throws {
    let page = try await ask("/readiness/audit?from=2026-01-01&until=2026-06-30")
    #expect(page.body.contains("/readiness/audit.csv?from=2026-01-01&amp;until=2026-06-30"))
    #expect(page.body.contains("1 Jan 2026 to 30 Jun 2026"))
    let file = try await ask("/readiness/audit.csv")
    #expect(file.headers[.contentDisposition] == "attachment; filename=\"audit.csv\"")
  }

  @Test func `administrators add the roles that plans call upon in one act, others are told who can`() async throws {
    let reader = try await ask("/plans")
    #expect(reader.body.contains("Support and Legal are not among our roles"))
    #expect(reader.body.contains("mayday policy add-role support legal"))
    #expect(!reader.body.contains("Add Support and Legal"))
    let ana = try await site.person(.administrator)
    let page = try await ask("/plans", as: ana)
    #expect(page.body.contains("Add Support and Legal"))
    #expect(page.body.contains("name=\"roles.1.id\" value=\"legal\""))
    let plan = try await ask("/plans/wrong-certificate", as: ana)
    #expect(plan.body.contains("Add Support"))
    #expect(!plan.body.contains("Add Support and Legal"))
    _ = try await site.send("/policy/roles", [("roles.0.id", "support")], as: ana)
    let call = try #require(await site.calls.all.last)
    #expect(call.request.operation == .addRoles)
    #expect(String(decoding: call.request.body ?? [], as: UTF8.self).contains("support"))
  }
}
