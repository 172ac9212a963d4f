package import Accounts
package import Chronology
import GRDB

/// Accounts, invitations, sessions and tokens, in tables of their own in the record's file.
///
/// They are not history: what is revoked is gone. Secrets are kept as SHA-256 alone, passwords as scrypt. Several
/// processes may share the file; each sees at once what another has revoked. The throttle of sign-ins is each process's
/// own. Everything throws ``AccountError``, or `CancellationError` while reading.
package actor AccountStore {
  private let database: any DatabaseWriter
  private let place: String
  private let clock: @Sendable () -> Instant
  let hashing: PasswordHashing
  var throttle = LoginThrottle()

  /// Opens the tables in the record at `path`, and makes them where they are missing; nil keeps all in memory.
  ///
  /// The record must be there: open its journal first.
  /// - Throws: ``AccountError`` where there is no record, or where a newer Mayday wrote the tables.
  package init(
    path: String?, clock: @escaping @Sendable () -> Instant, passwordCost: ScryptCost = .standard,
    busyTimeoutSeconds: Double = 10
  ) throws {
    place = path ?? "accounts"
    self.clock = clock
    hashing = PasswordHashing(cost: passwordCost)
    database = try AccountFile(path: path, busyTimeoutSeconds: busyTimeoutSeconds).open()
  }

  /// Lets go of the file; nothing works after that.
  package func close() throws {
    try database.close()
  }

  /// To the second, as everything here is kept; waits of the throttle alone are finer.
  var now: Instant {
    let exact = clock().nanoseconds
    return Instant(seconds: Int64((Double(exact) / 1e9).rounded(.down)))
  }

  var exactNow: Instant { clock() }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    do {
      return try await database.read(body)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw AccountError(translating: error, place: place)
    }
  }

  /// Runs in one immediate transaction, in a task of its own: GRDB rolls back when the task that called it is cancelled,
  /// and a revocation must not depend on whether its caller waits.
  func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    let database = database
    switch await Task(operation: { try await database.write(body) }).result {
    case .success(let value): return value
    case .failure(let error): throw AccountError(translating: error, place: place)
    }
  }
}
