import AccountStore
import Accounts
import Chronology
import Testing

struct SessionTests {
  @Test func `a session ends twelve hours after its last use`() async throws {
    let fixture = try await StoreFixture()
    let grant = try await fixture.signIn()
    for _ in 0..<3 {
      fixture.clock.wait(12 * 3600 - 1)
      #expect(try await fixture.store.session(secret: grant.secret) != nil, "each use makes it last")
    }
    fixture.clock.wait(12 * 3600)
    #expect(try await fixture.store.session(secret: grant.secret) == nil)
    #expect(try await fixture.store.sessions(of: "ada").isEmpty)
  }

  @Test func `a session ends after fourteen days however much it is used`() async throws {
    let fixture = try await StoreFixture()
    let grant = try await fixture.signIn()
    #expect(grant.endsAtLatest == fixture.clock.now.advanced(bySeconds: 14 * 86_400))
    for _ in 0..<28 {
      fixture.clock.wait(12 * 3600 - 60)
      #expect(try await fixture.store.session(secret: grant.secret) != nil)
    }
    fixture.clock.wait(28 * 60)
    #expect(try await fixture.store.session(secret: grant.secret) == nil)
  }

  @Test func `sessions are listed with when, where and with what, and ended one by one or all others`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo")
    let first = try await fixture.signIn(from: "192.0.2.1")
    fixture.clock.wait(90)
    let second = try await fixture.signIn(from: "2001:db8::7")
    fixture.clock.wait(90)
    _ = try await fixture.store.session(secret: first.secret)
    let third = try await fixture.signIn("bo")
    let listed = try await fixture.store.sessions(of: "ada")
    #expect(listed.map(\.id) == [first.id, second.id])
    #expect(listed.map(\.address) == ["192.0.2.1", "2001:db8::7"])
    #expect(listed.map(\.agent) == ["Test/1.0", "Test/1.0"])
    #expect(listed[0].lastSeen.seconds(since: listed[0].created) == 180)
    #expect(await code { try await fixture.store.revokeSession(id: third.id, of: "ada") } == .noSuchSession)
    try await fixture.store.revokeSession(id: first.id, of: "ada")
    #expect(try await fixture.store.session(secret: first.secret) == nil)
    let fourth = try await fixture.signIn()
    try await fixture.store.revokeSessions(of: "ada", except: fourth.id)
    #expect(try await fixture.store.sessions(of: "ada").map(\.id) == [fourth.id])
    #expect(try await fixture.store.session(secret: third.secret) != nil, "another's lives on")
  }

  @Test func `whoever signs out is out, and may do so twice`() async throws {
    let fixture = try await StoreFixture()
    let grant = try await fixture.signIn()
    for _ in 0..<2 { try await fixture.store.signOut(secret: grant.secret) }
    try await fixture.store.signOut(secret: "nonsense")
    #expect(try await fixture.store.session(secret: grant.secret) == nil)
    #expect(try await fixture.store.sessions(of: "ada").isEmpty)
  }

  @Test func `the session seen longest ago makes room`() async throws {
    let fixture = try await StoreFixture()
    let first = try await fixture.signIn()
    for _ in 0..<AccountLimits.sessionsMax {
      fixture.clock.wait(1)
      _ = try await fixture.signIn()
    }
    #expect(try await fixture.store.sessions(of: "ada").count == AccountLimits.sessionsMax)
    #expect(try await fixture.store.session(secret: first.secret) == nil)
  }

  @Test func `a browser's name and address are cut and cleaned`() async throws {
    let fixture = try await StoreFixture()
    _ = try await fixture.store.signIn(
      handle: "ada", password: StoreFixture.password, address: String(repeating: "9", count: 1_000),
      agent: "Evil\u{1B}[31m\r\n" + String(repeating: "x", count: 10_000))
    let listed = try #require(try await fixture.store.sessions(of: "ada").first)
    #expect(listed.address.count == AccountLimits.addressScalarsMax)
    #expect(listed.agent.hasPrefix("Evil[31mx"))
    #expect(listed.agent.unicodeScalars.count <= AccountLimits.agentScalarsMax)
  }

  @Test func `another's secret, a cut one and nonsense open nothing`() async throws {
    let fixture = try await StoreFixture()
    let grant = try await fixture.signIn()
    for secret in ["", String(grant.secret.dropLast()), grant.secret + "a", grant.id, grant.csrfToken] {
      #expect(try await fixture.store.session(secret: secret) == nil)
    }
  }
}
