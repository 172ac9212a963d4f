import Accounts
import Desk
import HTTPService
import HTTPTypes
import Interchange
import PageKit
import Plans
import Schemas
import Testing

/// Plans in the browser: looked at before they are saved, and offered to those who may change them.
struct PlanRouteTests {
  private static let text = """
    ---
    plan: full-queue
    title: The queue is full
    impact: catastrophic
    ---
    # The queue is full
    """

  private let site: TestSite

  init() async throws { site = try await TestSite() }

  @Test func `a text is looked at without being saved, and nothing of it is lost`() async throws {
    let person = try await site.person(.responder)
    let answer = try await site.send(
      "/plans/full-queue/checked", [("text", Self.text), ("note", "steps to follow"), ("_version", "\"v7\"")],
      as: person)
    #expect(answer.status == 200)
    #expect(answer.body.contains("Nothing is saved yet."))
    #expect(answer.body.contains("&#39;impact&#39; is &#39;catastrophic&#39;"))
    #expect(answer.body.contains("\n" + Self.text))
    #expect(answer.body.contains("steps to follow"))
    // Saving it later is still held against the plan that it was made from.
    #expect(answer.field("_version") == "&quot;v7&quot;")
    #expect(try await site.ask("/plans/full-queue", headers: ["Cookie": person.cookie]).status == 404)
  }

  @Test func `who may read only is refused it, and is led to no form`() async throws {
    let person = try await site.person(.reader)
    #expect(try await site.send("/plans/full-queue/checked", [("text", Self.text)], as: person).status == 403)
    for path in ["/readiness", "/plans", "/readiness/people", "/safety"] {
      let page = try await site.ask(path, headers: ["Cookie": person.cookie])
      #expect(page.status == 200)
      #expect(!page.body.contains("/edit\"") && !page.body.contains("href=\"/declare\""), "\(path)")
    }
    let responder = try await site.person(.responder)
    let page = try await site.ask("/readiness", headers: ["Cookie": responder.cookie])
    #expect(page.body.contains("href=\"/declare\""))
  }

  @Test func `taking over all starter plans says how many they are`() async throws {
    let person = try await site.person(.responder)
    let answer = try await site.send("/plans-adopted", [("name", "*"), ("_return_to", "/plans")], as: person)
    #expect(answer.headers[.location] == "/plans?adopted=10")
    let page = try await site.ask("/plans?adopted=10", headers: ["Cookie": person.cookie])
    #expect(page.body.contains("10 plans are taken over."))
  }

  @Test func `a plan as large as one may be comes in through the API`() async throws {
    let token = try await site.token(of: try await site.person(.responder), [.respond])
    let body: JSONValue = ["text": .string(Self.text + String(repeating: "\n", count: 500_000))]
    let answer = try await site.ask(
      "/api/v1/plans/full-queue", .put,
      headers: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
      body: String(decoding: body.bytes, as: UTF8.self))
    #expect(answer.status == 200)
  }

  @Test func `a text as it was saved once stands beside what it became`() async throws {
    let person = try await site.person(.responder)
    for (text, note) in [("Empty it by hand.", "begun"), ("Empty it slowly.", "not so fast")] {
      _ = try await site.site.desk.writePlan(
        WrittenText(name: "full-queue", text: "# The queue is full\n\n\(text)\n", note: note), by: .local("lea"))
    }
    func ask(_ path: String) async throws -> TestAnswer {
      try await site.ask(path, headers: ["Cookie": person.cookie])
    }
    #expect(try await ask("/plans/full-queue").body.contains("href=\"/plans/full-queue/versions/1\""))
    let then = try await ask("/plans/full-queue/versions/1")
    #expect(then.status == 200)
    #expect(then.body.contains("<del>by hand</del>") && then.body.contains("<ins>slowly</ins>"))
    #expect(then.body.contains(": begun"))
    #expect(try await ask("/plans/full-queue/versions/2").body.contains("This is the text as it is now."))
    let again = try await ask("/plans/full-queue/edit?from=1")
    #expect(again.body.contains("Empty it by hand.") && again.body.contains("Nothing is saved yet."))
    #expect(again.field("_version") == "&quot;v2&quot;", "saved later, it is held against the plan as it is now")
    for gone in ["from=7", "drill=1&change=1"] {
      let place = "/plans/full-queue/edit?" + gone
      #expect(try await ask(place).status == 404, "\(place)")
    }
    for gone in ["0", "3", "x"] { #expect(try await ask("/plans/full-queue/versions/\(gone)").status == 404) }
  }
}
