import Chronology
import Foundation
import Interchange
import SafetySurveys
import Schemas
import SurveyStore
import Testing

/// The survey through the API, but for answering.
@Suite struct SafetyTests {
  private static let people: JSONValue = ["ann", "kim", "lee", "rob", "zoe"]

  @Test func `a round is opened, a ticket signed once, and the round closed`() async throws {
    let bench = try TestBench()
    let opened = try await bench.send(
      .openSafetyRound, [:], ["team": "Shop", "people": Self.people], as: TestBench.ann)
    #expect(opened.status == 201)
    let modulus = try #require(opened.json["modulus"]?.string)
    let unsigned = try SurveyPublicKey(hexadecimal: modulus).draw()
    let body: JSONValue = ["blinded": .string(unsigned.blinded.base64EncodedString())]
    let drawn = try await bench.send(.drawSafetyTicket, ["round": "1"], body, as: TestBench.kim)
    let signature = try #require(drawn.json["signature"]?.string.flatMap { Data(base64Encoded: $0) })
    let ticket = try unsigned.signed(signature)
    #expect(try SurveyPublicKey(hexadecimal: modulus).accepts(ticket))
    let listed = try await bench.send(.listSafetyRounds, as: TestBench.kim)
    #expect(listed.json["teams"]?.array?[0]["rounds"]?.array?[0]["hasDrawn"] == true)
    let other = try SurveyPublicKey(hexadecimal: modulus).draw().blinded.base64EncodedString()
    #expect(try await bench.send(.drawSafetyTicket, ["round": "1"], ["blinded": .string(other)]).status == 409)
    let closed = try await bench.send(.closeSafetyRound, ["round": "1"], [:], as: TestBench.ann)
    #expect(closed.json["withheld"] == "too-few")
    #expect(try await bench.send(.closeSafetyRound, ["round": "1"], [:], as: TestBench.ann).status == 409)
  }

  @Test func `who may change the policy opens and closes, others do not`() async throws {
    let bench = try TestBench()
    let body: JSONValue = ["team": "Shop", "people": Self.people]
    for caller in [TestBench.kim, TestBench.rob] {
      #expect(try await bench.send(.openSafetyRound, [:], body, as: caller).status == 403)
      #expect(try await bench.send(.closeSafetyRound, ["round": "1"], [:], as: caller).status == 403)
      #expect(try await bench.send(.listSafetyRounds, as: caller).status == 200)
    }
    #expect(try await bench.send(.closeSafetyRound, ["round": "9"], [:], as: TestBench.ann).status == 404)
  }

  @Test func `what does not fit is refused by its field, and overlapping people with the reason`() async throws {
    let bench = try TestBench()
    func refused(_ body: JSONValue) async throws -> (Int, String) {
      let answer = try await bench.send(.openSafetyRound, [:], body, as: TestBench.ann)
      return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }
    let few = try await refused(["team": "Shop", "people": ["ann", "kim"]])
    #expect(few.0 == 422 && few.1.contains("2 people are invited"))
    let unknown = try await refused(["team": "Shop", "people": ["ann", "kim", "lee", "rob", "ghost"]])
    #expect(unknown.0 == 422 && unknown.1.contains("'ghost' cannot sign in here"))
    let day = try await refused(["team": "Shop", "people": Self.people, "lastDay": "2026-02-31"])
    #expect(day.0 == 422 && day.1.contains("is no day of the calendar"))
    _ = try await bench.send(.openSafetyRound, [:], ["team": "Shop", "people": Self.people], as: TestBench.ann)
    let again = try await refused(["team": "Other", "people": Self.people])
    #expect(again.0 == 409 && again.1.contains("is not over"))
  }
}
