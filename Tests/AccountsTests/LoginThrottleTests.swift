import Accounts
import Chronology
import Testing

struct LoginThrottleTests {
  private static let start = Instant(seconds: 1_800_000_000)

  /// A throttle with a clock, as the tests talk to it.
  private struct Door {
    var throttle: LoginThrottle
    var now = LoginThrottleTests.start

    init(_ change: (inout LoginThrottle.Rules) -> Void = { _ in }) {
      var rules = LoginThrottle.Rules()
      change(&rules)
      throttle = LoginThrottle(rules: rules)
    }

    mutating func attempt(
      _ account: String = "ana", from address: String = "192.0.2.1", known: Bool = false
    ) -> LoginThrottle.Verdict {
      throttle.attempt(account: account, address: address, isKnownAddress: known, at: now)
    }

    mutating func succeed(_ account: String = "ana", from address: String = "192.0.2.1", known: Bool = false) {
      throttle.succeeded(account: account, address: address, isKnownAddress: known)
    }

    mutating func wait(_ seconds: Double) { now = now.advanced(bySeconds: seconds) }
  }

  @Test func `the first attempts are free, then each wait is twice the one before, up to a quarter of an hour`() {
    var door = Door()
    for _ in 0..<4 { #expect(door.attempt() == .go) }
    for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
      #expect(door.attempt() == .wait(seconds: seconds))
      door.wait(Double(seconds) - 0.5)
      #expect(door.attempt() == .wait(seconds: 1), "and what is left is rounded up")
      door.wait(0.5)
      #expect(door.attempt() == .go)
    }
  }

  @Test func `attempts during a wait do not make it longer`() {
    var door = Door()
    for _ in 0..<5 { _ = door.attempt() }
    for _ in 0..<100 { #expect(door.attempt() == .wait(seconds: 1)) }
    door.wait(1)
    #expect(door.attempt() == .go)
  }

  @Test func `a right password forgets the wrong ones before it`() {
    var door = Door()
    for _ in 0..<4 { _ = door.attempt() }
    door.succeed()
    for _ in 0..<4 { #expect(door.attempt() == .go) }
    #expect(door.attempt() == .wait(seconds: 1))
  }

  @Test func `an attempt without an answer counts for nothing`() {
    var door = Door()
    for _ in 0..<100 {
      #expect(door.attempt() == .go)
      door.throttle.withdrew(account: "ana", address: "192.0.2.1", isKnownAddress: false)
    }
    #expect(door.throttle.countsHeld == 0)
  }

  @Test func `one address that tries many accounts is slowed down`() {
    var door = Door()
    for number in 0..<20 { #expect(door.attempt("person\(number)") == .go) }
    #expect(door.attempt("person20") == .wait(seconds: 1))
    #expect(door.attempt("person20", from: "192.0.2.2") == .go, "others are not")
  }

  @Test func `signing in to an account of one's own buys no guesses at others`() {
    var door = Door()
    var guesses = 0
    for number in 0..<100 {
      if door.attempt("victim\(number)") == .go { guesses += 1 }
      if door.attempt("own") == .go { door.succeed("own") }
    }
    #expect(guesses <= 20)
  }

  @Test func `many addresses that try one account are slowed down together, to one attempt a minute at worst`() {
    var door = Door()
    for number in 0..<10 { #expect(door.attempt(from: "198.51.100.\(number)") == .go) }
    #expect(door.attempt(from: "198.51.100.99") == .wait(seconds: 1))
    for number in 0..<40 {
      door.wait(60)
      #expect(door.attempt(from: "203.0.113.\(number)") == .go)
    }
    #expect(door.attempt(from: "198.51.100.99") == .wait(seconds: 60))
  }

  @Test func `strangers keep nobody out who comes from an address the account knows`() {
    var door = Door()
    for number in 0..<200 { _ = door.attempt(from: "198.51.100.\(number)") }
    #expect(door.attempt(from: "192.0.2.200") != .go)
    #expect(door.attempt(from: "192.0.2.1", known: true) == .go)
    for _ in 0..<10 { _ = door.attempt(from: "192.0.2.1", known: true) }
    #expect(door.attempt(from: "192.0.2.1", known: true) == .wait(seconds: 1), "there it counts all the same")
  }

  @Test func `a whole IPv6 network is one address`() {
    var door = Door()
    for number in 0..<4 { #expect(door.attempt(from: "2001:db8::\(number)") == .go) }
    #expect(door.attempt(from: "2001:db8::ffff") == .wait(seconds: 1))
    #expect(door.attempt(from: "2001:db8:0:1::1") == .go)
  }

  @Test func `what is not heard of for an hour is forgotten`() {
    var door = Door()
    for _ in 0..<12 {
      _ = door.attempt()
      door.wait(0.9)
    }
    door.wait(3599)
    #expect(door.attempt() == .go)
    door.wait(3600)
    for _ in 0..<4 { #expect(door.attempt() == .go) }
    #expect(door.attempt() == .wait(seconds: 1))
  }

  @Test func `a clock set back makes no wait longer`() {
    var door = Door()
    for _ in 0..<4 { _ = door.attempt() }
    door.wait(-86_400)
    #expect(door.attempt() == .wait(seconds: 1))
    door.wait(1)
    #expect(door.attempt() == .go)
  }

  @Test func `memory is bounded, and a flood of names clears nobody's record`() {
    var door = Door { $0.countsMax = 600 }
    for _ in 0..<4 { _ = door.attempt("victim", from: "192.0.2.7") }
    for number in 0..<5_000 {
      _ = door.attempt("name\(number)", from: "2001:db8:\(String(number, radix: 16))::1")
      #expect(door.throttle.countsHeld <= 602)
    }
    #expect(door.attempt("victim", from: "192.0.2.7") != .go)
  }

  @Test(arguments: 0..<20)
  func `whatever happens, nobody waits longer than the longest wait and everybody gets a turn`(seed: UInt64) {
    var random = Dice(state: seed)
    var door = Door { $0.countsMax = 50 }
    for _ in 0..<2_000 {
      let account = "person\(Int.random(in: 0..<5, using: &random))"
      let address = "192.0.2.\(Int.random(in: 0..<8, using: &random))"
      let known = Bool.random(using: &random)
      switch door.attempt(account, from: address, known: known) {
      case .go:
        switch Int.random(in: 0..<8, using: &random) {
        case 0: door.succeed(account, from: address, known: known)
        case 1: door.throttle.withdrew(account: account, address: address, isKnownAddress: known)
        default: break
        }
      case .wait(let seconds):
        #expect((1...900).contains(seconds), "seed \(seed)")
        if Int.random(in: 0..<4, using: &random) == 0 {
          door.wait(Double(seconds))
          #expect(door.attempt(account, from: address, known: known) == .go, "seed \(seed)")
        }
      }
      door.wait(Double.random(in: -2...20, using: &random))
    }
  }

  /// SplitMix64: the same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
