/// How much work and memory one hash of a password takes (RFC 7914, section 2).
package struct ScryptCost: Hashable, Sendable {
  /// The logarithm to base 2 of N, the number of rounds.
  package let rounds: Int
  /// r.
  package let blockSize: Int
  /// p.
  package let parallelism: Int

  /// Nil where a hash would take more than 256 MiB or an unreasonable time.
  package init?(rounds: Int, blockSize: Int, parallelism: Int) {
    guard (1...20).contains(rounds), (1...32).contains(blockSize), (1...16).contains(parallelism),
      (128 << rounds) * blockSize <= 256 << 20
    else { return nil }
    self.init(checked: rounds, blockSize, parallelism)
  }

  private init(checked rounds: Int, _ blockSize: Int, _ parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// 32 MiB and three passes: one of the settings that OWASP's "Password Storage Cheat Sheet" gives as equal.
  package static let standard = ScryptCost(checked: 15, 8, 3)
  /// For tests only: no protection at all.
  package static let cheap = ScryptCost(checked: 1, 1, 1)

  /// Proportional to the time that a hash takes.
  package var work: Int { (blockSize * parallelism) << rounds }
}
