import AccountStore
import Accounts
import Chronology
import Testing

struct TokenTests {
  @Test func `a token says who stands behind it, with its scopes and the role of the day`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo", role: .responder)
    let bo = try #require(try await fixture.caller("bo"))
    let token = try await fixture.store.createToken(for: bo, label: "deploy", scopes: [.read, .respond], expires: nil)
    let caller = try #require(try await fixture.store.caller(token: token.secret))
    #expect(caller.account == "bo")
    #expect(caller.origin == .token(id: token.summary.id))
    #expect(caller.may(.respond) && !caller.may(.ownAccess))
    try await fixture.store.setRole(.reader, of: "bo", by: fixture.administrator)
    let later = try #require(try await fixture.store.caller(token: token.secret))
    #expect(later.may(.read) && !later.may(.respond), "a lower role holds at once")
  }

  @Test func `a token is dead when it expires and when it is revoked`() async throws {
    let fixture = try await StoreFixture()
    let expires = fixture.clock.now.advanced(bySeconds: 60)
    let short = try await fixture.store.createToken(
      for: fixture.administrator, label: "short", scopes: [.read], expires: expires)
    let long = try await fixture.store.createToken(
      for: fixture.administrator, label: "long", scopes: [.read], expires: nil)
    fixture.clock.wait(59)
    #expect(try await fixture.store.caller(token: short.secret) != nil)
    fixture.clock.wait(1)
    #expect(try await fixture.store.caller(token: short.secret) == nil)
    #expect(try await fixture.store.caller(token: long.secret) != nil)
    try await fixture.store.revokeToken(id: long.summary.id, of: "ada")
    #expect(try await fixture.store.caller(token: long.secret) == nil)
    #expect(await code { try await fixture.store.revokeToken(id: long.summary.id, of: "ada") } == .noSuchToken)
    #expect(
      try await fixture.store.tokens(of: "ada")
        == [short.summary].map { token in
          var token = token
          token.lastUsed = fixture.clock.now.advanced(bySeconds: -1)
          return token
        })
  }

  @Test func `its last use is known to the minute`() async throws {
    let fixture = try await StoreFixture()
    let token = try await fixture.store.createToken(
      for: fixture.administrator, label: "ci", scopes: [.read], expires: nil)
    #expect(try await fixture.store.tokens(of: "ada").first?.lastUsed == nil)
    let first = fixture.clock.now
    for wait in [0.0, 59, 1] {
      fixture.clock.wait(wait)
      _ = try await fixture.store.caller(token: token.secret)
      let expected = wait == 1 ? first.advanced(bySeconds: 60) : first
      #expect(try await fixture.store.tokens(of: "ada").first?.lastUsed == expected)
    }
  }

  @Test(
    arguments: [
      (.reader, [.respond], "more than a reader may"),
      (.responder, [.read, .administer], "more than a responder may"), (.administrator, [], "nothing at all"),
    ] as [(AccountRole, Set<TokenScope>, String)])
  func `scopes are refused`(role: AccountRole, scopes: Set<TokenScope>, why: String) async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo", role: role)
    let bo = try #require(try await fixture.caller("bo"))
    let found = await code {
      _ = try await fixture.store.createToken(for: bo, label: "x", scopes: scopes, expires: nil)
    }
    #expect(found == .invalidScopes, "\(why)")
  }

  @Test func `a token makes no token, a past expiry and an empty label are refused`() async throws {
    let fixture = try await StoreFixture()
    let store = fixture.store
    let now = fixture.clock.now
    let secret = try await store.createToken(
      for: fixture.administrator, label: "one", scopes: [.administer], expires: nil
    ).secret
    let token = try #require(try await store.caller(token: secret))
    let ada = fixture.administrator
    #expect(
      await code { _ = try await store.createToken(for: token, label: "x", scopes: [.read], expires: nil) }
        == .notAllowed)
    #expect(
      await code { _ = try await store.createToken(for: ada, label: "x", scopes: [.read], expires: now) }
        == .invalidExpiry)
    #expect(
      await code { _ = try await store.createToken(for: ada, label: " ", scopes: [.read], expires: nil) }
        == .invalidLabel)
    #expect(
      await code { _ = try await store.createToken(for: .local("root"), label: "x", scopes: [.read], expires: nil) }
        == .noSuchAccount)
  }

  @Test func `there is an end to tokens`() async throws {
    let fixture = try await StoreFixture()
    for number in 0..<AccountLimits.tokensMax {
      _ = try await fixture.store.createToken(
        for: fixture.administrator, label: "t\(number)", scopes: [.read], expires: nil)
    }
    let found = await code {
      _ = try await fixture.store.createToken(
        for: fixture.administrator, label: "one more", scopes: [.read], expires: nil)
    }
    #expect(found == .limitPassed(limit: 50, actual: 51))
  }
}
