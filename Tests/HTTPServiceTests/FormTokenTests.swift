import AccountStore
import Accounts
import HTTPService
import HTTPTypes
import Interchange
import Testing

/// Requests that another site makes a browser send (CSRF).
@Suite struct FormTokenTests {
  private let site: TestSite
  private let ana: TestSite.Person
  private let eve: TestSite.Person

  init() async throws {
    site = try await TestSite()
    ana = try await site.person(.administrator)
    eve = try await site.person(.responder)
  }

  @Test func `a form without the token, or with another's, does nothing`() async throws {
    for token in ["", "guessed", eve.formToken, ana.formToken + "x"] {
      let answer = try await site.send(
        "/people/invitations", [("role", "administrator"), ("_csrf", token)], as: ana, csrf: false)
      #expect(answer.status == 403)
    }
    #expect(try await site.send("/people/invitations", [("role", "reader")], as: ana, csrf: false).status == 403)
    #expect(try await site.accounts.invitations().isEmpty)
    #expect(try await site.send("/people/invitations", [("role", "reader")], as: ana).status == 201)
  }

  @Test(arguments: [
    (["Sec-Fetch-Site": "cross-site"], false, "a page elsewhere"),
    (["Sec-Fetch-Site": "same-site"], false, "another host of our domain"),
    (["Sec-Fetch-Site": "none"], true, "a reload"),
    (["Sec-Fetch-Site": "same-origin"], true, "our page"),
    (["Sec-Fetch-Site": "same-origin", "Origin": "null"], true, "the newer header is decisive"),
    (["Sec-Fetch-Site": "", "Origin": "http://127.0.0.1:8080"], false, "an empty value is no value"),
  ]) func `a browser that says where a form comes from is believed`(
    headers: [String: String], isTaken: Bool, reason: String
  ) async throws {
    let answer = try await site.send("/people/invitations", [("role", "reader")], as: ana, headers: headers)
    #expect(answer.status == (isTaken ? 201 : 403), "\(reason)")
  }

  @Test(arguments: [
    ("http://127.0.0.1:8080", true), ("HTTP://127.0.0.1:8080", true), ("http://127.0.0.1", false),
    ("http://127.0.0.1:8081", false), ("https://elsewhere.example", false), ("null", false), ("", false),
    ("http://127.0.0.1:8080.elsewhere.example", false), ("127.0.0.1:8080", false),
  ]) func `an older browser's origin has to be ours`(origin: String, isTaken: Bool) async throws {
    let body = TestSite.encoded([("role", "reader"), ("_csrf", ana.formToken)])
    let headers = [
      "Content-Type": "application/x-www-form-urlencoded", "Cookie": ana.cookie, "Origin": origin,
    ]
    let answer = try await site.ask("/people/invitations", .post, headers: headers, body: body)
    #expect(answer.status == (isTaken ? 201 : 403))
  }

  @Test func `signing in needs the form too, so that nobody is signed in as somebody else`() async throws {
    let page = try await site.ask("/sign-in")
    let token = try #require(page.field("_csrf"))
    let fields = [("handle", "ana"), ("password", TestSite.password), ("_csrf", token)]
    #expect(try await site.send("/sign-in", fields).status == 403, "the form's cookie is missing")
    let other = try await site.ask("/sign-in")
    let otherVisit = try #require(other.cookies.first).prefix { $0 != ";" }
    #expect(try await site.send("/sign-in", fields, headers: ["Cookie": String(otherVisit)]).status == 403)
    let visit = try #require(page.cookies.first).prefix { $0 != ";" }
    #expect(try await site.send("/sign-in", fields, headers: ["Cookie": String(visit)]).status == 303)
  }

  @Test func `the API takes a session only with its token, and an API token without`() async throws {
    let json = ["Content-Type": "application/json"]
    let body = "{\"title\":\"x\"}"
    func declare(_ headers: [String: String]) async throws -> Int {
      try await site.ask("/api/v1/incidents", .post, headers: json.merging(headers) { $1 }, body: body).status
    }
    #expect(try await declare(["Cookie": eve.cookie]) == 403)
    #expect(try await declare(["Cookie": eve.cookie, "X-CSRF-Token": ana.formToken]) == 403)
    #expect(
      try await declare(["Cookie": eve.cookie, "X-CSRF-Token": eve.formToken, "Sec-Fetch-Site": "cross-site"]) == 403)
    #expect(await site.calls.all.isEmpty)
    #expect(try await declare(["Cookie": eve.cookie, "X-CSRF-Token": eve.formToken]) == 201)
    let token = try await site.token(of: eve, [.respond])
    #expect(try await declare(["Authorization": "Bearer \(token)"]) == 201)
    #expect(try await declare(["Authorization": "bearer  \(token)", "Sec-Fetch-Site": "cross-site"]) == 201)
    #expect(await site.calls.all.count == 3)
  }

  @Test func `a local visitor's forms need a token as well`() async throws {
    let local = try await TestSite(
      settings: SiteSettings(hosts: HostRule(listeningOn: "127.0.0.1"), localVisitor: .local("kim")))
    let page = try await local.ask("/people")
    #expect(page.status == 200)
    #expect(page.body.contains("This server was started with --as"))
    let token = try #require(page.field("_csrf"))
    #expect(try await local.send("/people/invitations", [("role", "reader")]).status == 403)
    #expect(try await local.send("/people/invitations", [("role", "reader"), ("_csrf", token)]).status == 201)
    #expect(try await local.ask("/account").body.contains("There is no account behind this page"))
  }
}
