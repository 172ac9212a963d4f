import AccountStore
import Accounts
import Foundation
import HTTPService
import HTTPTypes
import Testing

@Suite struct AccountTests {
  private let site: TestSite
  private let ana: TestSite.Person

  init() async throws {
    site = try await TestSite()
    ana = try await site.person(.administrator)
  }

  private func read(_ path: String, as person: TestSite.Person) async throws -> TestAnswer {
    try await site.ask(path, headers: ["Cookie": person.cookie])
  }

  @Test func `a token is shown once, works, and works no longer once it is revoked`() async throws {
    let made = try await site.send(
      "/account/tokens", [("label", "CI <x>"), ("scopes", "read"), ("scopes", "respond"), ("days", "30")], as: ana)
    #expect(made.status == 201)
    #expect(made.headers[.cacheControl] == "no-store")
    #expect(made.body.contains("Token ‘CI &lt;x&gt;’"))
    let secret = try #require(made.body.split(separator: "<code>").last?.prefix { $0 != "<" })
    let summary = try #require(try await site.accounts.tokens(of: "ana").first)
    #expect(summary.scopes == [.read, .respond])
    let headers = ["Authorization": "Bearer \(secret)"]
    #expect(try await site.ask("/api/v1/incidents", headers: headers).status == 200)

    let page = try await read("/account", as: ana)
    #expect(page.body.contains("CI &lt;x&gt;") && !page.body.contains(secret))
    let revoked = try await site.send("/account/tokens/\(summary.id)/revoke", [], as: ana)
    #expect(revoked.location == "/account?done=tokenRevoked")
    #expect(try await site.ask("/api/v1/incidents", headers: headers).status == 401)
  }

  @Test func `a token that says nothing of what it may do is not made`() async throws {
    let answer = try await site.send("/account/tokens", [("label", "x")], as: ana)
    #expect(answer.status == 422)
    #expect(answer.body.contains("role=\"alert\""))
    #expect(try await site.accounts.tokens(of: "ana").isEmpty)
  }

  @Test func `a token cannot touch its owner's access`() async throws {
    let token = try await site.token(of: ana, [.read, .respond, .administer])
    for path in ["/account", "/account/tokens"] {
      let answer = try await site.ask(
        path, path == "/account" ? .get : .post, headers: ["Authorization": "Bearer \(token)"])
      #expect(answer.status == 403)
    }
  }

  @Test func `sessions are listed and can be ended, one's own alone`() async throws {
    let phone = try await site.accounts.signIn(
      handle: "ana", password: TestSite.password, address: "198.51.100.7", agent: "Phone <1>")
    let rea = try await site.person(.reader)
    let page = try await read("/account", as: ana)
    #expect(page.body.contains("Phone &lt;1&gt;") && page.body.contains("198.51.100.7"))
    #expect(page.body.contains("This browser"))

    #expect(try await site.send("/account/sessions/\(phone.id)/end", [], as: rea).status == 404)
    #expect(try await site.accounts.session(secret: phone.secret) != nil)
    let ended = try await site.send("/account/sessions/\(phone.id)/end", [], as: ana)
    #expect(ended.location == "/account?done=sessionEnded")
    #expect(try await site.accounts.session(secret: phone.secret) == nil)
    #expect(try await read("/account?done=sessionEnded", as: ana).body.contains("That browser is signed out."))
    #expect(try await !read("/account?done=<script>", as: ana).body.contains("<script>"))
  }

  @Test func `a new password needs the old one, and signs out everywhere else`() async throws {
    let phone = try await site.accounts.signIn(
      handle: "ana", password: TestSite.password, address: "198.51.100.7", agent: "Phone")
    let wrong = try await site.send(
      "/account/password", [("current", "not this one"), ("new", "umbrella seven gravel oak")], as: ana)
    #expect(wrong.status == 422)
    #expect(wrong.body.contains("role=\"alert\"") && !wrong.body.contains("umbrella"))
    let weak = try await site.send("/account/password", [("current", TestSite.password), ("new", "short")], as: ana)
    #expect(weak.status == 422)
    let right = try await site.send(
      "/account/password", [("current", TestSite.password), ("new", "umbrella seven gravel oak")], as: ana)
    #expect(right.location == "/account?done=password")
    #expect(try await site.accounts.session(secret: phone.secret) == nil)
    #expect(try await read("/account", as: ana).status == 200)
  }

  @Test func `an administrator invites, changes roles and deactivates, and one always remains`() async throws {
    let offer = try await site.send("/people/invitations", [("role", "responder")], as: ana)
    #expect(offer.status == 201)
    #expect(offer.body.contains("http://127.0.0.1:8080/join/"))
    let rea = try await site.person(.reader)
    #expect(
      try await site.send("/people/reader/role", [("role", "responder")], as: ana).location == "/people?done=role")
    #expect(try await site.accounts.account("reader")?.role == .responder)
    #expect(try await site.send("/people/reader/role", [("role", "owner")], as: ana).status == 422)

    let last = try await site.send("/people/ana/deactivate", [], as: ana)
    #expect(last.status == 409)
    #expect(last.body.contains("role=\"alert\""))
    #expect(try await site.send("/people/ana/role", [("role", "reader")], as: ana).status == 409)

    #expect(try await site.send("/people/reader/deactivate", [], as: ana).status == 303)
    #expect(try await read("/", as: rea).status == 303, "the sessions of the account have ended")
    #expect(try await site.send("/people/reader/reactivate", [], as: ana).status == 303)
    #expect(try await site.send("/people/nobody/deactivate", [], as: ana).status == 404)
    let id = try #require(try await site.accounts.invitations().first).id
    #expect(try await site.send("/people/invitations/\(id)/withdraw", [], as: ana).location == "/people?done=withdrawn")
  }

  @Test func `a link for a new password signs its owner out everywhere and in here`() async throws {
    let rea = try await site.person(.reader)
    let offer = try await site.send("/people/reader/password", [], as: ana)
    let path = try #require(offer.body.range(of: "/join/").map { offer.body[$0.lowerBound...].prefix { $0 != "<" } })
    let page = try await site.ask(String(path))
    #expect(page.body.contains("Choose a new password") && page.body.contains("‘reader’"))
    let visit = try #require(page.cookies.first).prefix { $0 != ";" }
    let answer = try await site.send(
      String(path), [("password", "umbrella seven gravel oak"), ("_csrf", page.field("_csrf") ?? "")],
      headers: ["Cookie": String(visit)])
    #expect(answer.status == 303)
    #expect(answer.cookies.contains { $0.hasPrefix("mayday_session=") })
    #expect(try await site.accounts.session(secret: rea.secret) == nil)
  }
}
