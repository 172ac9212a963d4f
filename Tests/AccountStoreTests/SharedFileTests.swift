import AccountStore
import Accounts
import Chronology
import Foundation
import GRDB
import Journal
import JournalSQLite
import Testing

/// What lies in a record's file.
enum StoredText {
  static func passwords(_ path: String) async throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try await queue.read { try String.fetchAll($0, sql: "SELECT password FROM accounts") }
  }
}

struct SharedFileTests {
  @Test func `two stores on one file see each other's revocations at once`() async throws {
    try await withRecord { path in
      let here = try await StoreFixture(path: path)
      try await here.add("bo")
      let there = try AccountStore(path: path, clock: { [clock = here.clock] in clock.now }, passwordCost: .cheap)
      let session = try await here.signIn("bo")
      let bo = try #require(try await here.caller("bo"))
      let token = try await there.createToken(for: bo, label: "x", scopes: [.respond], expires: nil)
      #expect(try await there.session(secret: session.secret)?.caller.account == "bo")
      #expect(try await here.store.caller(token: token.secret)?.account == "bo")
      try await there.revokeSession(id: session.id, of: "bo")
      #expect(try await here.store.session(secret: session.secret) == nil)
      try await here.store.setRole(.reader, of: "bo", by: here.administrator)
      #expect(try await there.caller(token: token.secret)?.may(.respond) == false)
      try await here.store.deactivate("bo", by: here.administrator)
      #expect(try await there.caller(token: token.secret) == nil)
    }
  }

  @Test func `the record is not upset by accounts, nor they by it`() async throws {
    try await withRecord { path in
      let fixture = try await StoreFixture(path: path)
      let grant = try await fixture.signIn()
      let journal = try SQLiteJournal(path: path, access: .existing)
      try await journal.append([
        StreamAppend(
          stream: StreamName("incident", number: 1), expected: .noStream,
          events: [NewEvent(kind: EventKind("noted", version: 1), actor: ActorName("ada"), payload: [1, 2, 3])])
      ])
      #expect(try await journal.storageProblems().isEmpty)
      #expect(try await journal.head().position.number == 1)
      #expect(try await fixture.store.session(secret: grant.secret) != nil)
      try journal.close()
      let read = try SQLiteJournal(path: path, access: .readOnly)
      #expect(try await read.head().position.number == 1)
    }
  }

  @Test(arguments: 0..<6)
  func `no secret lies in the file in the clear`(seed: Int) async throws {
    try await withRecord { path in
      let clock = TurnedClock()
      let store = try AccountStore(path: path, clock: { clock.now }, passwordCost: .cheap)
      var secrets: [String] = []
      let first = try #require(try await store.firstInvitation())
      let password = "secret words \(UUID().uuidString)"
      _ = try await store.accept(secret: first.secret, handle: "ada", displayName: "Ada", password: password)
      let ada = Caller.local("ada")
      secrets += [first.secret, password]
      for number in 0..<(3 + seed) {
        let grant = try await store.signIn(handle: "ada", password: password, address: "192.0.2.1", agent: "Test")
        let token = try await store.createToken(for: ada, label: "t\(number)", scopes: [.read], expires: nil)
        secrets += [grant.secret, grant.csrfToken, token.secret, String(token.secret.dropFirst(4).prefix(64))]
        secrets.append(try await store.invite(role: .reader, by: ada).secret)
        _ = try await store.session(secret: grant.secret)
        if number.isMultiple(of: 2) { try await store.signOut(secret: grant.secret) }
      }
      secrets.append(try await store.invitePassword(of: "ada", by: ada).secret)
      let files = ["", "-wal"].compactMap { FileManager.default.contents(atPath: path + $0) }
      #expect(files.count == 2, "the log is looked at too")
      for secret in secrets {
        let bytes = Data(secret.utf8)
        #expect(!files.contains { $0.range(of: bytes) != nil }, "seed \(seed)")
        guard let raw = Data(base64Encoded: Self.standard(secret)), raw.count >= 32 else { continue }
        #expect(!files.contains { $0.range(of: raw) != nil }, "not as bytes either, seed \(seed)")
      }
      #expect(files.contains { $0.range(of: Data("Ada".utf8)) != nil }, "what is no secret is found")
    }
  }

  @Test func `a file that is no record is left alone`() async throws {
    try await withRecord { path in
      let other = path + ".other"
      let queue = try DatabaseQueue(path: other)
      try await queue.write { try $0.execute(sql: "CREATE TABLE things (name TEXT)") }
      try queue.close()
      let before = FileManager.default.contents(atPath: other)
      for wrong in [other, path + ".missing"] {
        let found = await code { _ = try AccountStore(path: wrong, clock: { Instant(seconds: 0) }) }
        #expect(found == .notARecord)
      }
      #expect(FileManager.default.contents(atPath: other) == before)
      #expect(!FileManager.default.fileExists(atPath: path + ".missing"))
    }
  }

  @Test func `tables of a newer Mayday are left alone`() async throws {
    try await withRecord { path in
      try await StoreFixture(path: path).store.close()
      let queue = try DatabaseQueue(path: path)
      try await queue.write { try $0.execute(sql: "UPDATE account_schema SET version = 2") }
      try queue.close()
      #expect(await code { _ = try AccountStore(path: path, clock: { Instant(seconds: 0) }) } == .newerSchema)
    }
  }

  @Test func `what cannot be read is called damaged`() async throws {
    try await withRecord { path in
      let fixture = try await StoreFixture(path: path)
      let queue = try DatabaseQueue(path: path)
      try await queue.write { try $0.execute(sql: "UPDATE accounts SET password = 'plain'") }
      #expect(await code { _ = try await fixture.signIn() } == .damaged)
      try await queue.write { try $0.execute(sql: "UPDATE accounts SET role = 'emperor'") }
      #expect(await code { _ = try await fixture.store.accounts() } == .damaged)
    }
  }

  @Test func `while another holds the file, reading goes on and writing says busy`() async throws {
    try await withRecord { path in
      let clock = TurnedClock()
      let fixture = try await StoreFixture(path: path)
      let store = try AccountStore(
        path: path, clock: { clock.now }, passwordCost: .cheap, busyTimeoutSeconds: 0.05)
      let grant = try await fixture.signIn()
      clock.wait(120)
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try await queue.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
      #expect(try await store.session(secret: grant.secret)?.caller.account == "ada", "though its use cannot be noted")
      #expect(await code { _ = try await store.invite(role: .reader, by: fixture.administrator) } == .busy)
      try await queue.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
      _ = try await store.invite(role: .reader, by: fixture.administrator)
    }
  }

  private static func standard(_ secret: String) -> String {
    let text = secret.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
  }
}
