package import Chronology

/// Slows down whoever guesses passwords; a state machine: attempts in, waits out.
///
/// It counts by address and account together, by address, and by account. Past a number of free attempts each further one
/// doubles the wait. Attempts that come during a wait are refused and count for nothing, so that nobody can keep another
/// out for ever; and whoever comes from an address from which the account has signed in before is not held up by what
/// strangers do to the account from elsewhere. What is not heard of for a time is forgotten.
package struct LoginThrottle: Sendable {
  /// What one count allows.
  package struct Allowance: Hashable, Sendable {
    package var freeAttempts: Int
    package var waitSecondsMax: Double

    package init(freeAttempts: Int, waitSecondsMax: Double) {
      self.freeAttempts = freeAttempts
      self.waitSecondsMax = waitSecondsMax
    }
  }

  /// Every number of the throttle.
  package struct Rules: Hashable, Sendable {
    package var pair = Allowance(freeAttempts: 4, waitSecondsMax: 900)
    /// An office or a mobile network may share one.
    package var address = Allowance(freeAttempts: 20, waitSecondsMax: 900)
    /// Low, because strangers can bring it about.
    package var account = Allowance(freeAttempts: 10, waitSecondsMax: 60)
    package var forgetSeconds: Double = 3600
    package var countsMax = 30_000

    package init() {}
  }

  package enum Verdict: Hashable, Sendable {
    case go
    /// Refused; whole seconds, at least 1.
    case wait(seconds: Int)
  }

  private enum Key: Hashable {
    case pair(account: String, network: String)
    case address(String)
    case account(String)
  }

  private struct Count {
    var attempts: Int
    var last: Instant
  }

  private let rules: Rules
  private var counts: [Key: Count] = [:]

  package init(rules: Rules = Rules()) { self.rules = rules }

  /// How much it remembers; at most ``Rules/countsMax`` and the three of the newest attempt.
  package var countsHeld: Int { counts.count }

  /// Counts an attempt as failed and lets it go on, or says how long to wait.
  ///
  /// `account` is whatever handle was typed, whether or not there is such an account.
  package mutating func attempt(
    account: String, address: String, isKnownAddress: Bool, at now: Instant
  ) -> Verdict {
    let keys = keys(account: account, address: address, isKnownAddress: isKnownAddress)
    let seconds = keys.map { wait(for: $0, at: now) }.max() ?? 0
    guard seconds <= 0 else { return .wait(seconds: Int(seconds.rounded(.up))) }
    if counts.count >= rules.countsMax { makeRoom(at: now) }
    for key in keys {
      let before = isForgotten(key, at: now) ? 0 : counts[key]?.attempts ?? 0
      // Far more doublings than the longest wait has.
      counts[key] = Count(attempts: min(before + 1, 1_000), last: now)
    }
    return .go
  }

  /// The attempt that went on was right.
  ///
  /// The pair is forgotten; the others lose that one attempt only, so that an account of one's own does not buy guesses
  /// at another.
  package mutating func succeeded(account: String, address: String, isKnownAddress: Bool) {
    for key in keys(account: account, address: address, isKnownAddress: isKnownAddress) {
      if case .pair = key { counts[key] = nil } else { takeBack(key) }
    }
  }

  /// The attempt that went on came to no answer, right or wrong.
  package mutating func withdrew(account: String, address: String, isKnownAddress: Bool) {
    for key in keys(account: account, address: address, isKnownAddress: isKnownAddress) { takeBack(key) }
  }

  private func keys(account: String, address: String, isKnownAddress: Bool) -> [Key] {
    let network = ClientNetwork.key(of: address)
    let own: [Key] = [.pair(account: account, network: network), .address(network)]
    return isKnownAddress ? own : own + [.account(account)]
  }

  private mutating func wait(for key: Key, at now: Instant) -> Double {
    guard !isForgotten(key, at: now), let count = counts[key] else { return 0 }
    // A clock that was set back must not make the wait longer.
    if now < count.last { counts[key]?.last = now }
    let allowance = allowance(of: key)
    guard count.attempts >= allowance.freeAttempts else { return 0 }
    var wait = 1.0
    for _ in allowance.freeAttempts..<count.attempts where wait < allowance.waitSecondsMax { wait *= 2 }
    return min(wait, allowance.waitSecondsMax) - max(0, now.seconds(since: count.last))
  }

  private func allowance(of key: Key) -> Allowance {
    switch key {
    case .pair: rules.pair
    case .address: rules.address
    case .account: rules.account
    }
  }

  private func isForgotten(_ key: Key, at now: Instant) -> Bool {
    counts[key].map { now.seconds(since: $0.last) >= rules.forgetSeconds } ?? true
  }

  private mutating func takeBack(_ key: Key) {
    guard let count = counts[key] else { return }
    counts[key] = count.attempts > 1 ? Count(attempts: count.attempts - 1, last: count.last) : nil
  }

  /// Drops what is forgotten, and if that is not enough the lightest and oldest eighth: flooding it with names clears
  /// nobody's record.
  private mutating func makeRoom(at now: Instant) {
    counts = counts.filter { now.seconds(since: $0.value.last) < rules.forgetSeconds }
    guard counts.count >= rules.countsMax else { return }
    let lightest = counts.sorted {
      ($0.value.attempts, $0.value.last) < ($1.value.attempts, $1.value.last)
    }
    for (key, _) in lightest.prefix(max(rules.countsMax / 8, 3)) { counts[key] = nil }
  }
}
