import Foundation
import SafetySurveys
import Testing

/// A generator that can be begun again from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Whatever comes in whatever order: what is written always adds five answers or more.
struct PoolTests {
  private static func ticket(_ number: Int) -> Data { Data("ticket \(number)".utf8) }

  @Test func `nine wait, and with the tenth five are written`() throws {
    var pool = SurveyPool()
    for number in 0..<9 {
      #expect(pool.handle(.answer(ticket: Self.ticket(number), try ScoringTests.level(4))) == [.taken])
    }
    let actions = pool.handle(.answer(ticket: Self.ticket(9), try ScoringTests.level(4)))
    guard actions.count == 2, case .write(let batch) = actions[1] else {
      Issue.record("nothing is written")
      return
    }
    #expect(batch.sums.count == 5)
    #expect(Set(batch.tickets).count == 5)
    #expect(batch.tickets == batch.tickets.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(pool.count == 5)
  }

  @Test func `a ticket counts once, and the first answer stands`() throws {
    var pool = SurveyPool()
    #expect(pool.handle(.answer(ticket: Self.ticket(1), try ScoringTests.level(4))) == [.taken])
    #expect(pool.handle(.answer(ticket: Self.ticket(1), try ScoringTests.level(7))) == [.alreadyTaken])
    #expect(pool.count == 1)
  }

  @Test(arguments: [0, 1, 4]) func `at the end fewer than five are left`(count: Int) throws {
    var pool = SurveyPool()
    for number in 0..<count { _ = pool.handle(.answer(ticket: Self.ticket(number), try ScoringTests.level(2))) }
    #expect(pool.handle(.end) == [.leave(count: count)])
  }

  @Test(arguments: [5, 9]) func `at the end all are written where there are five or more`(count: Int) throws {
    var pool = SurveyPool()
    for number in 0..<count { _ = pool.handle(.answer(ticket: Self.ticket(number), try ScoringTests.level(2))) }
    guard case .write(let batch)? = pool.handle(.end).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(batch.sums == SurveySums(of: try (0..<count).map { _ in try ScoringTests.level(2) }))
    #expect(pool.count == 0)
  }

  @Test func `what could not be written waits again, and is lost by nobody`() throws {
    var pool = SurveyPool()
    var actions: [SurveyPool.Action] = []
    for number in 0..<10 { actions = pool.handle(.answer(ticket: Self.ticket(number), try ScoringTests.level(3))) }
    guard case .write(let batch)? = actions.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(pool.handle(.notWritten(batch)).isEmpty)
    #expect(pool.count == 10)
    guard case .write(let again)? = pool.handle(.answer(ticket: Self.ticket(10), try ScoringTests.level(3))).last else {
      Issue.record("nothing is written again")
      return
    }
    #expect(again.sums.count == 5)
    #expect(pool.count == 6)
  }

  @Test func `every write adds five answers or more, in whatever order things happen`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(state: seed)
    for _ in 0..<300 {
      var pool = SurveyPool()
      var written = 0
      var next = 0
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let actions: [SurveyPool.Action]
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: actions = pool.handle(.end, using: &generator)
        case 1:
          // The server is started anew: what waits is gone.
          pool = SurveyPool()
          actions = []
        case 2 where next > 0:
          let old = Int.random(in: 0..<next, using: &generator)
          actions = pool.handle(.answer(ticket: Self.ticket(old), try ScoringTests.level(1)), using: &generator)
        default:
          next += 1
          let level = Int.random(in: 1...7, using: &generator)
          actions = pool.handle(.answer(ticket: Self.ticket(next), try ScoringTests.level(level)), using: &generator)
        }
        for case .write(let batch) in actions {
          #expect(batch.sums.count >= SurveyLimits.batch, "seed \(seed)")
          #expect(batch.tickets.count == batch.sums.count, "seed \(seed)")
          if Bool.random(using: &generator) {
            written += batch.sums.count
          } else {
            _ = pool.handle(.notWritten(batch), using: &generator)
          }
        }
        #expect(written == 0 || written >= SurveyLimits.answersMin, "seed \(seed)")
      }
    }
  }

  @Test func `every answer that waits has the same chance to be written`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(state: seed)
    var times = [Int](repeating: 0, count: 10)
    for _ in 0..<2000 {
      var pool = SurveyPool()
      for number in 0..<10 {
        let actions = pool.handle(
          .answer(ticket: Self.ticket(number), try ScoringTests.level(4)), using: &generator)
        for case .write(let batch) in actions {
          for index in 0..<10 where batch.tickets.contains(Self.ticket(index)) { times[index] += 1 }
        }
      }
    }
    // Half of 2,000 with a deviation of 22: seven deviations would not be met by chance.
    for (index, count) in times.enumerated() { #expect(abs(count - 1000) < 160, "answer \(index), seed \(seed)") }
  }
}
