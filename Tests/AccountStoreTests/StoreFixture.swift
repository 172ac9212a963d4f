import AccountStore
import Accounts
import Chronology
import Foundation
import Journal
import JournalSQLite
import Synchronization

/// A clock that tests turn.
final class TurnedClock: Sendable {
  private let instant = Mutex(Instant(seconds: 1_800_000_000))

  var now: Instant { instant.withLock { $0 } }

  func wait(_ seconds: Double) { instant.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}

/// A store with an administrator, `ada`, and what tests ask of it.
struct StoreFixture {
  static let password = "tram oboe lantern slate"
  static let home = "192.0.2.1"

  let clock = TurnedClock()
  let store: AccountStore
  let administrator: Caller

  init(path: String? = nil, cost: ScryptCost = .cheap) async throws {
    store = try AccountStore(path: path, clock: { [clock] in clock.now }, passwordCost: cost)
    let invitation = try await store.firstInvitation()
    let account = try await store.accept(
      secret: invitation?.secret ?? "", handle: "ada", displayName: "Ada", password: Self.password)
    administrator = Caller(
      account: account.handle, displayName: account.displayName, role: account.role, origin: .session(id: "test"))
  }

  @discardableResult
  func add(_ handle: String, role: AccountRole = .responder) async throws -> Account {
    let invitation = try await store.invite(role: role, by: administrator)
    return try await store.accept(
      secret: invitation.secret, handle: handle, displayName: "The \(handle)", password: Self.password)
  }

  func signIn(
    _ handle: String = "ada", password: String = password, from address: String = home
  ) async throws -> SessionGrant {
    try await store.signIn(handle: handle, password: password, address: address, agent: "Test/1.0")
  }

  func caller(_ handle: String) async throws -> Caller? {
    try await store.account(handle).map {
      Caller(account: $0.handle, displayName: $0.displayName, role: $0.role, origin: .session(id: "test"))
    }
  }
}

/// The code of the account error that `body` throws; nil for no error or another.
func code(_ body: () async throws -> Void) async -> AccountError.Code? {
  do {
    try await body()
    return nil
  } catch {
    return (error as? AccountError)?.code
  }
}

/// Runs `body` with the path of an empty record, in a folder that is gone afterwards.
func withRecord(_ body: (_ path: String) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("accounts-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent("record.mayday").path
  try SQLiteJournal(path: path).close()
  try await body(path)
}
