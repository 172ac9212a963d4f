import AccountStore
import Accounts
import Chronology
import Testing

struct AccountTests {
  @Test func `a deactivated account is out at once and for good`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo")
    let bo = try #require(try await fixture.caller("bo"))
    let session = try await fixture.signIn("bo")
    let token = try await fixture.store.createToken(for: bo, label: "x", scopes: [.read], expires: nil)
    let link = try await fixture.store.invitePassword(of: "bo", by: fixture.administrator)
    func isOut() async throws -> Bool {
      let state = try await fixture.store.session(secret: session.secret)
      let caller = try await fixture.store.caller(token: token.secret)
      let invitation = try await fixture.store.invitation(secret: link.secret)
      return state == nil && caller == nil && invitation == nil
    }
    #expect(try await !isOut())
    try await fixture.store.deactivate("bo", by: fixture.administrator)
    #expect(try await isOut())
    #expect(await code { _ = try await fixture.signIn("bo") } == .wrongCredentials)
    #expect(
      await code { _ = try await fixture.store.invitePassword(of: "bo", by: fixture.administrator) } == .notAllowed)
    try await fixture.store.reactivate("bo", by: fixture.administrator)
    #expect(try await isOut(), "old sessions and tokens do not come back")
    _ = try await fixture.signIn("bo", from: "192.0.2.9")
  }

  @Test func `a changed role holds in the sessions that are open`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo", role: .reader)
    let session = try await fixture.signIn("bo")
    for role in [AccountRole.administrator, .responder, .reader] {
      try await fixture.store.setRole(role, of: "bo", by: fixture.administrator)
      #expect(try await fixture.store.session(secret: session.secret)?.caller.role == role)
    }
  }

  @Test func `the last active administrator stays`() async throws {
    let fixture = try await StoreFixture()
    let store = fixture.store
    let ada = fixture.administrator
    try await fixture.add("bo", role: .administrator)
    try await store.deactivate("bo", by: ada)
    #expect(await code { try await store.deactivate("ada", by: ada) } == .lastAdministrator)
    #expect(await code { try await store.setRole(.reader, of: "ada", by: ada) } == .lastAdministrator)
    try await store.setRole(.administrator, of: "ada", by: ada)
    try await store.setRole(.reader, of: "bo", by: ada)
    try await store.reactivate("bo", by: ada)
    #expect(await code { try await store.deactivate("ada", by: ada) } == .lastAdministrator)
    try await store.setRole(.administrator, of: "bo", by: ada)
    try await store.deactivate("ada", by: ada)
    #expect(try await store.accounts().map(\.isActive) == [false, true])
    #expect(try await store.firstInvitation() == nil)
  }

  @Test func `two administrators who demote each other at once leave one`() async throws {
    try await withRecord { path in
      let fixture = try await StoreFixture(path: path)
      try await fixture.add("bo", role: .administrator)
      let other = try AccountStore(path: path, clock: { [clock = fixture.clock] in clock.now }, passwordCost: .cheap)
      let bo = try #require(try await fixture.caller("bo"))
      async let one = code { try await fixture.store.setRole(.reader, of: "bo", by: fixture.administrator) }
      async let two = code { try await other.setRole(.reader, of: "ada", by: bo) }
      let answers = await [one, two]
      #expect(answers.count { $0 == .lastAdministrator } == 1)
      #expect(try await other.accounts().count { $0.role == .administrator } == 1)
    }
  }

  @Test func `only administrators change others, and only those that are there`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo")
    let bo = try #require(try await fixture.caller("bo"))
    let store = fixture.store
    #expect(await code { try await store.setRole(.administrator, of: "bo", by: bo) } == .notAllowed)
    #expect(await code { try await store.deactivate("ada", by: bo) } == .notAllowed)
    #expect(await code { try await store.reactivate("ada", by: bo) } == .notAllowed)
    #expect(await code { try await store.deactivate("cy", by: fixture.administrator) } == .noSuchAccount)
    #expect(await code { _ = try await store.sessions(of: "cy") } == .noSuchAccount)
    try await store.setDisplayName(" Bo Diddley ", of: "bo")
    #expect(try await store.account("bo")?.displayName == "Bo Diddley")
  }
}
