import AccountStore
import Accounts
import Chronology
import HTTPService
import HTTPTypes
import Testing

@Suite struct SignInTests {
  private let site: TestSite

  init() async throws { site = try await TestSite() }

  /// Opens the form and sends it, as a browser does.
  private func signIn(
    _ handle: String, _ password: String, returnTo: String? = nil, cookie: String? = nil
  ) async throws -> TestAnswer {
    let page = try await site.ask("/sign-in")
    let visit = try #require(page.cookies.first { $0.hasPrefix("mayday_visit=") }).prefix { $0 != ";" }
    var fields = [("handle", handle), ("password", password), ("_csrf", page.field("_csrf") ?? "")]
    if let returnTo { fields.append(("_return_to", returnTo)) }
    return try await site.send(
      "/sign-in", fields, headers: ["Cookie": [String(visit), cookie].compactMap(\.self).joined(separator: "; ")])
  }

  private func sessionCookie(_ answer: TestAnswer) throws -> String {
    String(try #require(answer.cookies.first { $0.contains("mayday_session=") }).prefix { $0 != ";" })
  }

  @Test func `before there is an account, everything asks to set Mayday up`() async throws {
    let first = try await site.ask("/")
    #expect(first.status == 303)
    #expect(first.location == "/sign-in?return_to=%2F")
    let page = try await site.ask("/sign-in?return_to=%2F")
    #expect(page.status == 503)
    #expect(page.body.contains("Mayday is not set up yet"))
    #expect(try await site.ask("/api/v1/incidents").status == 401)
  }

  @Test func `the first link makes the administrator and signs them in, once`() async throws {
    let link = try #require(try await site.accounts.firstInvitation())
    let path = "/welcome/\(link.secret)"
    let page = try await site.ask(path)
    #expect(page.body.contains("Set Mayday up"))
    let visit = try #require(page.cookies.first).prefix { $0 != ";" }
    let fields = [
      ("handle", "ana"), ("displayName", "Ana"), ("password", TestSite.password), ("_csrf", page.field("_csrf") ?? ""),
    ]
    let answer = try await site.send(path, fields, headers: ["Cookie": String(visit)])
    #expect(answer.status == 303)
    #expect(answer.location == "/")
    let home = try await site.ask("/", headers: ["Cookie": try sessionCookie(answer)])
    #expect(home.status == 200)
    #expect(home.body.contains("Sign out") && home.body.contains("People"))

    #expect(try await site.ask(path).status == 404)
    #expect(try await site.send(path, fields, headers: ["Cookie": String(visit)]).status == 404)
  }

  @Test func `what was typed into a link's form comes back with what is wrong`() async throws {
    let link = try #require(try await site.accounts.firstInvitation())
    let page = try await site.ask("/welcome/\(link.secret)")
    let visit = try #require(page.cookies.first).prefix { $0 != ";" }
    let answer = try await site.send(
      "/welcome/\(link.secret)",
      [("handle", "Ana \"x\""), ("displayName", "Ana"), ("password", "short"), ("_csrf", page.field("_csrf") ?? "")],
      headers: ["Cookie": String(visit)])
    #expect(answer.status == 422)
    #expect(answer.body.contains("value=\"Ana &quot;x&quot;\"") && answer.body.contains("role=\"alert\""))
    #expect(!answer.body.contains("short\""))
  }

  @Test func `a link opens only the door that it was made for`() async throws {
    _ = try await site.person(.administrator)
    let invitation = try await site.accounts.invite(role: .reader, by: .local("test"))
    #expect(try await site.ask("/welcome/\(invitation.secret)").status == 404)
    #expect(try await site.ask("/join/\(invitation.secret)").status == 200)
    #expect(try await site.ask("/join/guessed").status == 404)
  }

  @Test func `signing in leads to where one wanted to go, with a cookie that scripts and other sites do not get`()
    async throws
  {
    _ = try await site.person(.administrator)
    #expect(
      try await site.ask("/incidents/INC-1?zone=UTC").location == "/sign-in?return_to=%2Fincidents%2FINC-1%3Fzone%3DUTC"
    )
    let answer = try await signIn("ana", TestSite.password, returnTo: "/incidents/INC-1?zone=UTC")
    #expect(answer.status == 303)
    #expect(answer.location == "/incidents/INC-1?zone=UTC")
    let cookie = try #require(answer.cookies.first { $0.hasPrefix("mayday_session=") })
    #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
    #expect(cookie.contains("; Max-Age=") && !cookie.contains("Secure"))
    #expect(answer.cookies.contains { $0.hasPrefix("mayday_visit=;") })
  }

  @Test func `the handle and the password that do not belong together get one answer`() async throws {
    _ = try await site.person(.administrator)
    let unknown = try await signIn("nobody", "whatever it is")
    let wrong = try await signIn("ana", "whatever it is")
    #expect(unknown.status == 422 && wrong.status == 422)
    let sentence = "The handle and the password do not belong together"
    #expect(unknown.body.contains(sentence) && wrong.body.contains(sentence))
    #expect(wrong.body.contains("value=\"ana\"") && !wrong.body.contains("whatever it is"))
    #expect(!wrong.cookies.contains { $0.contains("mayday_session") })
  }

  @Test func `too many tries are told to wait, and the right password has to wait too`() async throws {
    _ = try await site.person(.administrator)
    var answer = try await signIn("ana", "wrong one here")
    for _ in 0..<30 where answer.status != 429 { answer = try await signIn("ana", "wrong one here") }
    #expect(answer.status == 429)
    let seconds = try #require(answer.headers[.retryAfter].flatMap(Int.init))
    #expect(seconds > 0)
    #expect(answer.body.contains("There were too many attempts"))
    #expect(try await signIn("ana", TestSite.password).status == 429)
    site.clock.move(bySeconds: Double(seconds) + 1)
    #expect(try await signIn("ana", TestSite.password).status == 303)
  }

  @Test func `a session that was there before ends, and no secret is taken over from a request`() async throws {
    let ana = try await site.person(.administrator)
    let page = try await site.ask("/sign-in?return_to=/design", headers: ["Cookie": ana.cookie])
    #expect(page.location == "/design", "who is signed in has nothing to do there")

    let planted = try await signIn("ana", TestSite.password, cookie: "mayday_session=planted-by-somebody")
    let cookie = try sessionCookie(planted)
    #expect(cookie != "mayday_session=planted-by-somebody")
    #expect(try await site.ask("/", headers: ["Cookie": "mayday_session=planted-by-somebody"]).status == 303)
    #expect(try await site.ask("/", headers: ["Cookie": cookie]).status == 200)
  }

  @Test func `signing out ends the session on this side too`() async throws {
    let ana = try await site.person(.administrator)
    let answer = try await site.send("/sign-out", [], as: ana)
    #expect(answer.status == 303)
    #expect(answer.cookies.contains { $0.hasPrefix("mayday_session=;") && $0.contains("Max-Age=0") })
    #expect(try await site.ask("/", headers: ["Cookie": ana.cookie]).status == 303)
  }

  @Test(arguments: [
    ("https://elsewhere.example/", "another site"), ("//elsewhere.example/", "another site without its scheme"),
    ("/\\elsewhere.example", "a browser reads the backslash as a slash"), ("\\\\elsewhere.example", "the same"),
    ("/\t/elsewhere.example", "browsers drop tabs"), ("javascript:alert(1)", "a script"), ("", "nothing"),
    ("/a\r\nSet-Cookie: x=1", "a header of its own"), ("/incidents/ß", "not visible ASCII"), ("design", "no path"),
    ("/" + String(repeating: "a", count: 3000), "too long"),
  ]) func `nobody is led away from this site`(target: String, reason: String) async throws {
    _ = try await site.person(.administrator)
    let answer = try await signIn("ana", TestSite.password, returnTo: target)
    #expect(answer.status == 303)
    #expect(answer.location == "/", "\(reason)")
    let page = try await site.ask("/sign-in?return_to=\(queryValue(target))")
    #expect(page.field("_return_to") == nil)
  }

  @Test func `over https the cookie is for this host alone, and the browser is told to stay with https`() async throws {
    let behind = try await TestSite(
      settings: SiteSettings(hosts: HostRule(listeningOn: "127.0.0.1", isBehindProxy: true), isBehindProxy: true))
    let ana = try await behind.person(.administrator)
    let https = ["X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"]
    let page = try await behind.ask("/sign-in", host: "mayday.example", headers: https)
    #expect(page.headers[.strictTransportSecurity] == "max-age=31536000")
    let visit = try #require(page.cookies.first)
    #expect(visit.hasPrefix("__Host-mayday_visit=") && visit.hasSuffix("; Secure"))

    // A cookie of the other name is not taken: it could have been set by a page that came by http.
    var plain = https
    plain["Cookie"] = ana.cookie
    #expect(try await behind.ask("/", host: "mayday.example", headers: plain).status == 303)
    plain["Cookie"] = "__Host-" + ana.cookie
    #expect(try await behind.ask("/", host: "mayday.example", headers: plain).status == 200)
  }

  @Test func `what a proxy would say is not believed where none was named`() async throws {
    let headers = ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"]
    let page = try await site.ask("/healthz", headers: headers)
    #expect(page.headers[.strictTransportSecurity] == nil)
  }
}

private func queryValue(_ text: String) -> String {
  TestSite.encoded([("x", text)]).replacing("x=", with: "", maxReplacements: 1)
}
