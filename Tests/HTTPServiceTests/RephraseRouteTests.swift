import Accounts
import HTTPService
import HTTPTypes
import Testing

/// A sentence that is tried goes in by the body, and leaves no trace.
struct RephraseRouteTests {
  private let site: TestSite

  init() async throws { site = try await TestSite() }

  @Test func `a sentence is answered on the page that it was typed on, and nobody is led to another address`()
    async throws
  {
    let ana = try await site.person(.administrator)
    let answer = try await site.send("/rephrase", [("text", "Who approved this change?")], as: ana)
    #expect(answer.status == 200)
    #expect(answer.location == nil)
    #expect(answer.headers[.cacheControl] == "no-store")
    #expect(answer.body.contains("What could be seen when this change was approved?"))
    #expect(answer.body.contains("<mark>Who approved</mark>"))
    #expect(await site.calls.all.isEmpty)
  }

  @Test func `a button tries one of the examples, whatever stands in the field`() async throws {
    let reader = try await site.person(.reader)
    let answer = try await site.send("/rephrase", [("text", "x"), ("try", "5")], as: reader)
    #expect(answer.body.contains("Nothing here closes the conversation."))
    let none = try await site.send("/rephrase", [("text", "Heads will roll."), ("try", "99")], as: reader)
    #expect(none.body.contains("Heads will roll"))
  }

  @Test func `what is empty or too long comes back with what is wrong`() async throws {
    let ana = try await site.person(.administrator)
    let empty = try await site.send("/rephrase", [("text", " ")], as: ana)
    #expect(empty.status == 422)
    #expect(empty.body.contains("There is no sentence in it"))
    let long = try await site.send("/rephrase", [("text", String(repeating: "b", count: 2001))], as: ana)
    #expect(long.status == 422)
    #expect(long.body.contains("this has 2001 characters, and 2000 are read") || long.body.contains("This has 2001"))
    #expect(long.body.contains(String(repeating: "b", count: 2001)))
  }

  @Test func `the page needs nobody's script, and a form of another site does nothing`() async throws {
    let ana = try await site.person(.administrator)
    let page = try await site.ask("/rephrase?text=Heads+will+roll", headers: ["Cookie": ana.cookie])
    #expect(page.status == 200)
    #expect(!page.body.contains("Heads will roll"), "an address carries no sentence")
    #expect(page.headers[.cacheControl] == "no-store")
    let foreign = try await site.send("/rephrase", [("text", "Who broke it?")], as: ana, csrf: false)
    #expect(foreign.status == 403)
    #expect(try await site.send("/rephrase", [("text", "Who broke it?")]).status == 303)
  }
}
