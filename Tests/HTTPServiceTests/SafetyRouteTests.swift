import AccountStore
import Accounts
import Chronology
import Foundation
import HTTPService
import HTTPTypes
import Interchange
import SafetySurveys
import Schemas
import SurveyStore
import Testing

/// Answers come in by an address that knows nobody.
struct SafetyRouteTests {
  private static let people: Set<String> = ["ana", "ben", "cem", "dua", "eva"]

  private let site: TestSite

  init() async throws { site = try await TestSite(people: Self.people) }

  private func open() async throws -> SurveyRound {
    let today = await site.surveys.today
    return try await site.surveys.open(
      try SurveyPlan(team: "Shop", firstDay: today, lastDay: today, invited: Array(Self.people), today: today),
      by: "ana")
  }

  private func sent(_ ticket: SurveyTicket, _ round: SurveyRound, answers: [Int64] = [1, 2, 3, 4, 5, 6, 7]) -> String {
    let body: JSONValue = [
      "round": .integer(Int64(round.id)), "ticket": .string(ticket.secret.base64EncodedString()),
      "signature": .string(ticket.signature.base64EncodedString()), "answers": .array(answers.map { .integer($0) }),
    ]
    return String(decoding: body.bytes, as: UTF8.self)
  }

  private func post(_ body: String, _ headers: [String: String] = [:], path: String = "/safety/answers") async throws
    -> TestAnswer
  {
    var all = ["Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"]
    all.merge(headers) { $1 }
    return try await site.ask(path, .post, headers: all, body: body)
  }

  @Test func `an answer is taken without a session, and twice the same ticket is one answer`() async throws {
    let round = try await open()
    let ticket = try await site.surveys.draw(round: round.id, for: "ben")
    for _ in 0..<2 {
      let answer = try await post(sent(ticket, round))
      #expect(answer.status == 200)
      #expect(answer.body == #"{"receipt":"waiting"}"#)
      #expect(answer.cookies.isEmpty)
    }
  }

  @Test(arguments: ["/safety/answers", "/safety/answers/", "/safety/%61nswers"])
  func `a cookie that comes along is not looked at`(path: String) async throws {
    let round = try await open()
    let ana = try await site.person(.administrator)
    let before = try await site.accounts.sessions(of: "ana").map(\.lastSeen)
    site.clock.move(bySeconds: 3000)
    let ticket = try await site.surveys.draw(round: round.id, for: "ben")
    _ = try await post(sent(ticket, round), ["Cookie": ana.cookie], path: path)
    #expect(try await site.accounts.sessions(of: "ana").map(\.lastSeen) == before)
    // The control: elsewhere the same cookie is seen.
    _ = try await site.ask("/safety/why", headers: ["Cookie": ana.cookie])
    #expect(try await site.accounts.sessions(of: "ana").map(\.lastSeen) != before)
  }

  @Test func `what is no ticket and what is off the scale are refused by their place`() async throws {
    let round = try await open()
    let ticket = try await site.surveys.draw(round: round.id, for: "ben")
    let forged = try await post(sent(SurveyTicket(secret: Data(count: 32), signature: ticket.signature), round))
    #expect(forged.status == 422)
    #expect(forged.body.contains("it is not a ticket of this round"))
    let off = try await post(sent(ticket, round, answers: [1, 2, 3, 4, 5, 6, 9]))
    #expect(off.status == 422)
    #expect(off.body.contains("statement 7: 9 is not on the scale from 1 to 7"))
    #expect(try await post("no json").status == 422)
    #expect(try await post(String(repeating: " ", count: 9000)).status == 413)
    #expect(try await post(sent(ticket, round), ["Sec-Fetch-Site": "cross-site"]).status == 403)
  }

  @Test func `without script a ticket is drawn here once, and the form answers with a page`() async throws {
    let round = try await open()
    let ana = try await site.person(.administrator)
    let page = try await site.ask("/safety/answer", headers: ["Cookie": ana.cookie])
    #expect(page.body.contains("Draw my ticket here"))
    let drawn = try await site.send("/safety/rounds/\(round.id)/ticket-here", [], as: ana)
    #expect(drawn.status == 200)
    let fields = try ["round", "ticket", "signature"].map { name in
      (name, try #require(drawn.field(name)).replacing("&#43;", with: "+"))
    }
    let answers = (1...7).map { ("answer.\($0)", "\($0)") }
    let thanks = try await post(
      TestSite.encoded(fields + answers), ["Content-Type": "application/x-www-form-urlencoded"])
    #expect(thanks.status == 200)
    #expect(thanks.body.contains("Thank you"))
    let again = try await site.send("/safety/rounds/\(round.id)/ticket-here", [], as: ana)
    #expect(again.status == 409)
    let missing = try await post(TestSite.encoded(fields), ["Content-Type": "application/x-www-form-urlencoded"])
    #expect(missing.status == 422)
    #expect(missing.body.contains("there are 0 answers to 7 statements"))
  }

  @Test func `a person who is not invited is asked nothing`() async throws {
    let round = try await open()
    _ = try await site.person(.administrator)
    let other = try await site.person(.reader, "tom")
    let page = try await site.ask("/safety/answer", headers: ["Cookie": other.cookie])
    #expect(page.body.contains("You are asked nothing at present"))
    let drawn = try await site.send("/safety/rounds/\(round.id)/ticket-here", [], as: other)
    #expect(drawn.status == 403)
  }

  @Test func `an account that is deactivated leaves no mark of its ticket`() async throws {
    let round = try await open()
    let ana = try await site.person(.administrator)
    _ = try await site.person(.reader, "ben")
    _ = try await site.surveys.draw(round: round.id, for: "ben")
    #expect(try await site.surveys.round(round.id, for: "ben").hasDrawn)
    _ = try await site.send("/people/ben/deactivate", [], as: ana)
    #expect(try await !site.surveys.round(round.id, for: "ben").hasDrawn)
    #expect(try await site.surveys.round(round.id, for: "ana").drawn == 1)
  }
}
