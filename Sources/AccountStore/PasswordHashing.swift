import Accounts
import Foundation

/// Hashes passwords on threads of its own, a few at a time.
///
/// One hash takes tens of megabytes and a good part of a second: neither an actor nor the threads that all tasks share may
/// wait for it, and a flood of sign-ins must not eat the memory.
final class PasswordHashing: Sendable {
  let cost: ScryptCost
  private let queue: OperationQueue
  private let decoy: PasswordHash

  init(cost: ScryptCost) {
    self.cost = cost
    decoy = .decoy(cost: cost)
    queue = OperationQueue()
    queue.name = "passwords"
    queue.maxConcurrentOperationCount = AccountLimits.hashesAtOnceMax
  }

  func hash(_ password: String) async throws -> PasswordHash {
    try await run { [cost] in try PasswordHash(password: password, cost: cost) }
  }

  /// The same work whatever is wrong: without a hash, a decoy's is checked; a password that nobody can have is, too.
  func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
    let isPossible = hash != nil && PasswordRules.hasPossibleLength(password)
    let text = isPossible ? password : "impossible"
    let isRight = try await run { [decoy] in try (hash ?? decoy).verifies(text) }
    return isPossible && isRight
  }

  private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let waiting = queue.operationCount
    let limit = AccountLimits.hashesAtOnceMax + AccountLimits.hashesWaitingMax
    guard waiting < limit else {
      throw AccountError(
        .busy, place: "sign-in", message: "\(waiting) passwords are being checked, and \(limit) is the limit",
        hint: "try again in a moment")
    }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result { try work() }) }
    }
  }
}
