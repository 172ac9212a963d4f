import Chronology
import Foundation
import GRDB
import SafetySurveys
import SurveyStore
import Testing

/// Somebody holds the database, copies it after every single step, and tries to find out who said what.
struct CuriousAdministratorTests {
  /// All that a person's browser holds and that must not be found.
  private struct Person {
    let name: String
    let answers: SurveyAnswers
    let ticket: SurveyTicket
    let blinded: Data
  }

  /// Lets people draw and answer one after the other, and copies the record after each step.
  private func play(
    _ count: Int, in bench: SurveyBench, round: SurveyRound, answering order: [Int]
  ) async throws -> (people: [Person], afterDraw: [RecordCopy], afterAnswer: [RecordCopy]) {
    var people: [Person] = []
    var drawn: [RecordCopy] = []
    var answered: [RecordCopy] = []
    for index in 0..<count {
      let name = SurveyBench.names[index]
      let (ticket, blinded) = try await bench.ticket(round, name)
      people.append(
        Person(name: name, answers: try SurveyBench.answers(index), ticket: ticket, blinded: blinded))
      drawn.append(try RecordCopy(bench.path))
    }
    for index in order {
      let person = people[index]
      _ = try await bench.store.take(person.answers, ticket: person.ticket, round: round.id)
      answered.append(try RecordCopy(bench.path))
    }
    return (people, drawn, answered)
  }

  @Test func `while six answer, nothing at all is written`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(6)
    let (people, drawn, answered) = try await play(6, in: bench, round: round, answering: [3, 0, 5, 1, 4, 2])
    let before = try #require(drawn.last)
    for copy in answered { #expect(copy.files == before.files, "an answer changed the record") }
    for copy in drawn + answered { try expectNothing(of: people, in: copy) }
    #expect(try before.counted() == 0)
  }

  @Test func `at the end there are means of six, and nothing of what led to them`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(6)
    let (people, drawn, _) = try await play(6, in: bench, round: round, answering: [3, 0, 5, 1, 4, 2])
    let key = try #require(try drawn[0].rows()["survey_rounds"]?.first?["private_key"])
    let stored = try #require(Data.fromDatabaseValue(key))
    #expect(drawn[0].contains(stored), "the search finds what is there")
    _ = try await bench.store.closeRound(round.id, by: "ann")
    let copy = try RecordCopy(bench.path)
    try expectNothing(of: people, in: copy)
    #expect(!copy.contains(stored), "the private key is still in the file")
    for person in people { #expect(!copy.contains(person.ticket.digest), "a used ticket is still in the file") }
    let rows = try copy.rows()
    #expect(rows["survey_spent"] == [])
    #expect(Set(rows["survey_invited"]?.map { $0["drawn_for"] ?? .null } ?? []) == [Data(count: 32).databaseValue])
    let kept = try #require(rows["survey_rounds"]?.first)
    #expect(kept["private_key"]?.isNull == true)
    #expect(kept["sums"]?.isNull == true)
  }

  @Test func `neither while a round is open nor afterwards do copies tell how answers spread`() async throws {
    var closed: [DatabaseValue?] = []
    // All agree, or two camps stand against each other: the sums are the same.
    for levels in [[4, 4, 4, 4, 4, 4, 4, 4, 4, 4], [1, 7, 1, 7, 1, 7, 1, 7, 1, 7]] {
      let bench = try SurveyBench()
      let round = try await bench.open(10)
      for (index, level) in levels.enumerated() {
        let (ticket, _) = try await bench.ticket(round, SurveyBench.names[index])
        let answers = try SurveyAnswers(SurveyItem.all.map { $0.isReversed ? 8 - level : level })
        _ = try await bench.store.take(answers, ticket: ticket, round: round.id)
      }
      let sums = try RecordCopy(bench.path).rows()["survey_rounds"]?.first?["sums"].flatMap(String.fromDatabaseValue)
      let kept = try JSONSerialization.jsonObject(with: Data(try #require(sums).utf8)) as? [String: Any]
      #expect(Set(try #require(kept).keys) == ["count", "items", "total"])
      _ = try await bench.store.closeRound(round.id, by: "ann")
      closed.append(try RecordCopy(bench.path).rows()["survey_rounds"]?.first?["result"])
    }
    #expect(closed[0] != nil && closed[0] == closed[1])
  }

  @Test func `any two copies differ by five answers or more, or by none`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(20)
    let order = (0..<20).shuffled()
    let (people, drawn, answered) = try await play(20, in: bench, round: round, answering: order)
    _ = try await bench.store.closeRound(round.id, by: "ann")
    let counts = try (drawn + answered).map { try $0.counted() } + [20]
    for (first, second) in zip(counts, counts.dropFirst()) {
      #expect(second == first || second - first >= SurveyLimits.answersMin, "\(counts), order \(order)")
    }
    #expect(Set(counts) == [0, 5, 10, 15, 20])
    for copy in answered { try expectNothing(of: people, in: copy) }
    // Tickets that are used up come five at a time too, and tell no order.
    for copy in answered {
      let spent = try #require(try copy.rows()["survey_spent"]).compactMap { row in
        row["ticket"].flatMap(Data.fromDatabaseValue)
      }
      #expect(spent.count == (try copy.counted()))
      #expect(spent == spent.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `who was last before a write is not more likely in it than others`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(10)
    let (people, _, answered) = try await play(10, in: bench, round: round, answering: Array(0..<10))
    let spent = Set(
      try #require(try answered[9].rows()["survey_spent"]).compactMap { $0["ticket"].flatMap(Data.fromDatabaseValue) })
    #expect(spent.count == 5)
    // The administrator knows who drew a ticket, by name; a ticket itself they cannot compute from what is stored.
    let marks = Set(
      try #require(try answered[9].rows()["survey_invited"]).compactMap {
        $0["drawn_for"].flatMap(Data.fromDatabaseValue)
      })
    #expect(marks.count == 10)
    #expect(marks.isDisjoint(with: Set(people.map(\.ticket.digest))))
    #expect(spent.isSubset(of: Set(people.map(\.ticket.digest))))
  }

  @Test func `the file does not tell the order in which tickets were drawn`() async throws {
    var orders: [[String]] = []
    for order in [[0, 1, 2, 3, 4, 5], [5, 2, 4, 0, 3, 1]] {
      let bench = try SurveyBench()
      let round = try await bench.open(6)
      for index in order { _ = try await bench.ticket(round, SurveyBench.names[index]) }
      try await bench.store.close()
      let copy = try RecordCopy(bench.path)
      #expect(copy.files["-wal"] == nil || copy.files["-wal"]?.isEmpty == true)
      let file = try #require(copy.files[""])
      let places = try #require(try copy.rows()["survey_invited"]).compactMap { row -> (name: String, at: Int)? in
        guard let name = row["handle"].flatMap(String.fromDatabaseValue),
          let mark = row["drawn_for"].flatMap(Data.fromDatabaseValue),
          let range = file.range(of: Data(name.utf8) + mark)
        else { return nil }
        return (name, range.lowerBound)
      }
      #expect(places.count == 6, "the search does not find the rows")
      orders.append(places.sorted { $0.at < $1.at }.map(\.name))
    }
    #expect(orders[0] == orders[1])
  }

  @Test func `there is no instant in any table, nothing finer than a day`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(12)
    let (_, _, answered) = try await play(12, in: bench, round: round, answering: Array(0..<12))
    let day = Int64(bench.clock.today.daysSinceEpoch)
    for (table, rows) in try #require(answered.last).rows() {
      for row in rows {
        for (column, value) in row {
          if case .int64(let number) = value.storage { #expect(number <= day + 60, "\(table).\(column) = \(number)") }
          if case .double = value.storage { Issue.record("\(table).\(column) is a fraction") }
        }
        #expect(row.keys.allSatisfy { !$0.contains("time") && !$0.contains("created") && !$0.contains("at_") })
      }
    }
  }

  @Test func `a survey of four shows nothing and keeps nothing`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(6)
    let (people, _, _) = try await play(4, in: bench, round: round, answering: [2, 0, 3, 1])
    let closed = try await bench.store.closeRound(round.id, by: "ann")
    #expect(closed.result == nil)
    #expect(closed.withheld == .tooFew)
    let copy = try RecordCopy(bench.path)
    try expectNothing(of: people, in: copy)
    let row = try #require(try copy.rows()["survey_rounds"]?.first)
    for column in ["sums", "result", "private_key"] { #expect(row[column]?.isNull == true, "\(column)") }
    for person in people { #expect(!copy.contains(person.ticket.digest)) }
  }

  @Test func `who forges tickets with the stored key is found out, and gets nothing`() async throws {
    let bench = try SurveyBench()
    let round = try await bench.open(6)
    let (_, drawn, _) = try await play(1, in: bench, round: round, answering: [0])
    let stored = try #require(
      try drawn[0].rows()["survey_rounds"]?.first?["private_key"].flatMap(Data.fromDatabaseValue))
    let key = try SurveyKey(stored: stored)
    for _ in 0..<4 {
      let unsigned = try key.publicKey.draw()
      let forged = try unsigned.signed(try key.sign(blinded: unsigned.blinded))
      _ = try await bench.store.take(try SurveyBench.answers(0), ticket: forged, round: round.id)
    }
    let closed = try await bench.store.closeRound(round.id, by: "ann")
    #expect(closed.result == nil)
    #expect(closed.withheld == .forged)
  }

  /// Neither a ticket nor what opens one nor answers, in whichever way they could be written.
  private func expectNothing(of people: [Person], in copy: RecordCopy) throws {
    for person in people {
      for secret in [person.ticket.secret, person.ticket.signature, person.blinded] {
        #expect(!copy.contains(secret), "\(person.name)'s ticket")
        #expect(!copy.contains(Data(secret.base64EncodedString().utf8)), "\(person.name)'s ticket as text")
      }
      for values in [person.answers.values, person.answers.turned] {
        let words = values.map(String.init)
        for text in [words.joined(separator: ","), words.joined(separator: ", "), words.joined()] {
          #expect(!copy.contains(Data(text.utf8)), "\(person.name)'s answers")
        }
        #expect(!copy.contains(Data(values.map { UInt8($0) })), "\(person.name)'s answers as bytes")
      }
    }
  }
}
