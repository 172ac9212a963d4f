import AccountStore
import Accounts
import Chronology
import Testing

struct SignInTests {
  @Test func `a session says who stands behind it`() async throws {
    let fixture = try await StoreFixture()
    let grant = try await fixture.signIn(" Ada ")
    #expect(grant.caller.account == "ada")
    #expect(grant.caller.origin == .session(id: grant.id))
    let state = try #require(try await fixture.store.session(secret: grant.secret))
    #expect(state.caller == grant.caller)
    #expect(state.csrfToken == grant.csrfToken)
    #expect(state.accepts(csrfToken: grant.csrfToken))
    #expect(!state.accepts(csrfToken: ""))
    #expect(try await fixture.store.account("ada")?.lastSignIn == fixture.clock.now)
  }

  @Test func `whatever is wrong, the answer is the same`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo")
    try await fixture.store.deactivate("bo", by: fixture.administrator)
    var answers: Set<AccountError> = []
    let tries = [
      ("ada", "wrong oboe lantern"), ("nobody", StoreFixture.password), ("bo", StoreFixture.password), ("ada", ""),
      ("", StoreFixture.password), ("ada", String(repeating: "x", count: 100_000)), ("ada' OR 1=1", "irrelevant"),
      ("\u{0}", "irrelevant"), (String(repeating: "ada", count: 10_000), "irrelevant"), ("ada", "impossible"),
    ]
    for (index, (handle, password)) in tries.enumerated() {
      do {
        _ = try await fixture.signIn(handle, password: password, from: "192.0.2.\(index)")
        Issue.record("'\(handle.prefix(20))' got in")
      } catch let error as AccountError {
        answers.insert(error)
      }
    }
    #expect(answers == [.wrongCredentials])
  }

  @Test func `many wrong passwords lead to a wait, which the right one does not shorten`() async throws {
    let fixture = try await StoreFixture()
    let far = "198.51.100.7"
    for _ in 0..<4 {
      #expect(await code { _ = try await fixture.signIn(password: "wrong", from: far) } == .wrongCredentials)
    }
    #expect(await code { _ = try await fixture.signIn(from: far) } == .throttled(seconds: 1))
    fixture.clock.wait(1)
    _ = try await fixture.signIn(from: far)
  }

  @Test func `an unknown handle is throttled like a known one`() async throws {
    let fixture = try await StoreFixture()
    for handle in ["ada", "nobody"] {
      for _ in 0..<4 {
        _ = await code { _ = try await fixture.signIn(handle, password: "wrong", from: "198.51.100.7") }
      }
      let found = await code { _ = try await fixture.signIn(handle, password: "wrong", from: "198.51.100.7") }
      #expect(found == .throttled(seconds: 1), "\(handle)")
    }
  }

  @Test func `strangers do not lock somebody out of an address known to the account, even after signing out`()
    async throws
  {
    let fixture = try await StoreFixture()
    let grant = try await fixture.signIn()
    try await fixture.store.signOut(secret: grant.secret)
    fixture.clock.wait(20 * 86_400)
    for number in 0..<50 {
      _ = await code { _ = try await fixture.signIn(password: "wrong", from: "198.51.100.\(number)") }
    }
    #expect(await code { _ = try await fixture.signIn(from: "198.51.100.200") } != nil)
    _ = try await fixture.signIn()
  }

  @Test func `many at once do not slip past the throttle`() async throws {
    let fixture = try await StoreFixture()
    let checked = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask {
          await code { _ = try await fixture.signIn(password: "wrong", from: "198.51.100.7") } == .wrongCredentials
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(checked == 4)
  }

  @Test func `a hash of an older, lower cost is renewed when its owner signs in`() async throws {
    try await withRecord { path in
      _ = try await StoreFixture(path: path)
      let stronger = try #require(ScryptCost(rounds: 4, blockSize: 2, parallelism: 1))
      let store = try AccountStore(path: path, clock: { Instant(seconds: 1_800_000_000) }, passwordCost: stronger)
      #expect(try await StoredText.passwords(path).allSatisfy { $0.hasPrefix("$scrypt$ln=1,r=1,p=1$") })
      _ = try await store.signIn(handle: "ada", password: StoreFixture.password, address: "", agent: "")
      #expect(try await StoredText.passwords(path).allSatisfy { $0.hasPrefix("$scrypt$ln=4,r=2,p=1$") })
      _ = try await store.signIn(handle: "ada", password: StoreFixture.password, address: "", agent: "")
    }
  }

  @Test func `a changed password ends the other sessions and keeps this one`() async throws {
    let fixture = try await StoreFixture()
    let here = try await fixture.signIn()
    let there = try await fixture.signIn()
    try await fixture.store.changePassword(
      of: "ada", current: StoreFixture.password, new: "another four words here", keeping: here.id)
    #expect(try await fixture.store.session(secret: here.secret) != nil)
    #expect(try await fixture.store.session(secret: there.secret) == nil)
    #expect(await code { _ = try await fixture.signIn() } == .wrongCredentials)
    _ = try await fixture.signIn(password: "another four words here")
  }

  @Test func `a changed password needs the current one, and guesses at it are throttled`() async throws {
    let fixture = try await StoreFixture()
    func change(_ current: String, _ new: String) async -> AccountError.Code? {
      await code { try await fixture.store.changePassword(of: "ada", current: current, new: new, keeping: nil) }
    }
    #expect(await change(StoreFixture.password, "short") == .invalidPassword)
    for _ in 0..<4 { #expect(await change("wrong", "another four words here") == .wrongCredentials) }
    #expect(await change(StoreFixture.password, "another four words here") == .throttled(seconds: 1))
    _ = try await fixture.signIn()
  }
}
