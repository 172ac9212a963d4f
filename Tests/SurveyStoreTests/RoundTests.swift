import Chronology
import Foundation
import SafetySurveys
import SurveyStore
import Testing

/// A round from its opening to its result.
struct RoundTests {
  @Test func `six people answer, and the result is theirs alone together`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(6)
    for person in 0..<6 { #expect(try await bench.answer(round, person) == .waiting) }
    #expect(try await bench.store.round(round.id, for: "ann").result == nil)
    let closed = try await bench.store.closeRound(round.id, by: "ann")
    let expected = SurveyResult(SurveySums(of: try (0..<6).map(SurveyBench.answers)))
    #expect(closed.state == .closed)
    #expect(closed.result == expected)
    #expect(closed.result?.answered == 6)
    #expect(closed.drawn == 6)
    #expect(closed.withheld == nil)
    #expect(closed.modulus.isEmpty)
  }

  @Test func `a round that is closed before its last day is over that day`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(5, days: 14)
    #expect(round.lastDay > bench.clock.today)
    #expect(try await bench.store.closeRound(round.id, by: "ann").lastDay == bench.clock.today)
  }

  @Test(arguments: [(4, false), (5, true)])
  func `four answers show nothing, five do`(count: Int, isShown: Bool) async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(8)
    for person in 0..<count { try await bench.answer(round, person) }
    let closed = try await bench.store.closeRound(round.id, by: "ann")
    #expect((closed.result != nil) == isShown)
    #expect(closed.withheld == (isShown ? nil : .tooFew))
  }

  @Test func `a person draws one ticket, the same one again, and nobody else's`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(5)
    let first = try await bench.ticket(round, "ann")
    #expect(try await bench.store.round(round.id, for: "ann").hasDrawn)
    #expect(try await !bench.store.round(round.id, for: "ben").hasDrawn)
    let again = try await bench.store.sign(first.blinded, round: round.id, for: "ann")
    #expect(again.count == SurveyLimits.signatureBytes)
    #expect(await bench.code { _ = try await bench.ticket(round, "ann") } == .ticketDrawn)
    #expect(await bench.code { _ = try await bench.store.draw(round: round.id, for: "ann") } == .ticketDrawn)
    #expect(await bench.code { _ = try await bench.ticket(round, "tom") } == .notInvited)
    #expect(await bench.code { _ = try await bench.ticket(SurveyBench.other(round), "ben") } == .noSuchRound)
  }

  @Test func `a ticket that the server blinded counts like any other`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(5)
    let ticket = try await bench.store.draw(round: round.id, for: "ben")
    #expect(try await bench.store.take(SurveyBench.answers(1), ticket: ticket, round: round.id) == .waiting)
    // Sent twice, it is counted once.
    #expect(try await bench.store.take(SurveyBench.answers(2), ticket: ticket, round: round.id) == .waiting)
    for person in [0, 2, 3] { try await bench.answer(round, person) }
    #expect(try await bench.store.closeRound(round.id, by: "ann").withheld == .tooFew)
  }

  @Test func `a ticket of another round is refused`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(5)
    let today = bench.clock.today
    let plan = try SurveyPlan(
      team: "Desk", firstDay: today, lastDay: today, invited: Array(SurveyBench.names[10..<15]), today: today)
    let other = try await bench.store.open(plan, by: "ann")
    let ticket = try await bench.ticket(round, "ann").ticket
    let code = await bench.code {
      _ = try await bench.store.take(SurveyBench.answers(0), ticket: ticket, round: other.id)
    }
    #expect(code == .invalidTicket)
  }

  @Test func `what waits is lost with the server, and the ticket is good again`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(12)
    var tickets: [SurveyTicket] = []
    for person in 0..<12 { tickets.append(try await bench.ticket(round, SurveyBench.names[person]).ticket) }
    for person in 0..<12 {
      _ = try await bench.store.take(SurveyBench.answers(person), ticket: tickets[person], round: round.id)
    }
    // Five are counted, seven wait.
    try await bench.restart()
    var counted = 0
    for person in 0..<12 {
      let receipt = try await bench.store.take(SurveyBench.answers(person), ticket: tickets[person], round: round.id)
      if receipt == .counted { counted += 1 }
    }
    #expect(counted == 5)
    let result = try await bench.store.closeRound(round.id, by: "ann").result
    #expect(result == SurveyResult(SurveySums(of: try (0..<12).map(SurveyBench.answers))))
  }

  @Test func `a server that stops writes what waits where it is five or more, and takes no more`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(8)
    for person in 0..<6 { try await bench.answer(round, person) }
    await bench.store.stop()
    #expect(await bench.code { _ = try await bench.answer(round, 6) } == .busy)
    try await bench.restart()
    #expect(try await bench.store.closeRound(round.id, by: "ann").result?.answered == 6)
  }

  @Test func `rounds begin and end by the day`() async throws {
    let bench = try SurveyBench()
    let tomorrow = CivilDate(daysSinceEpoch: bench.clock.today.daysSinceEpoch + 1)
    let plan = try SurveyPlan(
      team: "Shop", firstDay: tomorrow, lastDay: tomorrow, invited: Array(SurveyBench.names.prefix(5)),
      today: bench.clock.today)
    let round = try await bench.store.open(plan, by: "ann")
    #expect(round.state == .waiting)
    #expect(await bench.code { _ = try await bench.answer(round, 0) } == .notOpen)
    bench.clock.wait(days: 1)
    for person in 0..<5 { try await bench.answer(round, person) }
    try await bench.store.keepTime()
    #expect(try await bench.store.round(round.id, for: "ann").state == .open)
    bench.clock.wait(days: 1)
    #expect(await bench.code { _ = try await bench.answer(round, 1) } == .notOpen)
    try await bench.store.keepTime()
    #expect(try await bench.store.round(round.id, for: "ann").result?.answered == 5)
    #expect(await bench.code { _ = try await bench.store.closeRound(round.id, by: "ann") } == .notOpen)
  }

  @Test func `only people with an account are invited`() async throws {
    let bench = try SurveyBench()
    let plan = try SurveyPlan(
      team: "Shop", firstDay: bench.clock.today, lastDay: bench.clock.today,
      invited: ["ann", "ben", "cem", "dua", "ghost"], today: bench.clock.today)
    #expect(await bench.code { _ = try await bench.store.open(plan, by: "ann") } == .invalidPeople)
  }

  @Test func `a process that does not collect shows and opens, and says why it does no more`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(5)
    let other = try SurveyBench.store(bench.path, bench.clock, isCollecting: false)
    #expect(try await other.rounds(for: "ann").map(\.id) == [round.id])
    #expect(await bench.code { _ = try await other.draw(round: round.id, for: "ann") } == .needsServer)
    #expect(await bench.code { _ = try await other.closeRound(round.id, by: "ann") } == .needsServer)
    let ticket = try await bench.ticket(round, "ann").ticket
    let code = await bench.code { _ = try await other.take(SurveyBench.answers(0), ticket: ticket, round: round.id) }
    #expect(code == .needsServer)
  }

  @Test func `an account that leaves leaves no mark, and the count of tickets stays`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(6)
    for person in 0..<6 { try await bench.answer(round, person) }
    try await bench.store.forget("ben")
    #expect(try await !bench.store.round(round.id, for: "ben").hasDrawn)
    let closed = try await bench.store.closeRound(round.id, by: "ann")
    #expect(closed.drawn == 6)
    #expect(closed.result?.answered == 6)
  }
}

extension SurveyBench {
  /// The round under a number that nobody has.
  static func other(_ round: SurveyRound) -> SurveyRound {
    var other = round
    other.id += 100
    return other
  }
}
