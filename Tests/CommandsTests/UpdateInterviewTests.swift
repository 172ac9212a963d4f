import Chronology
import Commands
import Incidents
import TerminalPages
import Testing

struct UpdateInterviewTests {
  private static func at(_ time: String) throws -> Instant {
    try #require(Instant(rfc3339: "2031-05-06T\(time):00+02:00"))
  }

  private static let words = UpdateText(
    broken: "Orders do not reach the oven.", affected: "One order in three.",
    since: Instant(rfc3339: "2031-05-06T00:58:00Z"), doing: "We are taking the change back.",
    meanwhile: "Order at the counter.", nextBy: Instant(rfc3339: "2031-05-06T02:00:00Z"), apology: "We are sorry.")

  /// Somebody at a terminal who gives their answers one after the other.
  private final class Person {
    var answers: [String]
    var questions: [String] = []
    var heard: [String] = []

    init(_ answers: [String]) { self.answers = answers }

    func interview() throws -> UpdateInterview {
      UpdateInterview(
        zone: try #require(DisplayZone("Europe/Berlin")), now: try UpdateInterviewTests.at("03:25"),
        ask: { [self] question in
          questions.append(question)
          return try #require(answers.isEmpty ? nil : answers.removeFirst(), "asked too often: \(question)")
        }, say: { [self] in heard.append($0) })
    }
  }

  @Test func `an empty answer keeps what was said last, and a promise is made anew`() throws {
    let person = Person(["", "Half of all orders.", "", "We restart the oven.", "", "in 20 min", "", ""])
    let text = try person.interview().text(Self.words, impactStarted: nil)
    var expected = Self.words
    expected.affected = "Half of all orders."
    expected.doing = "We restart the oven."
    expected.nextBy = try UpdateInterviewTests.at("03:45")
    #expect(text == expected)
    #expect(person.questions[0].contains(Self.words.broken), "what stands there is shown")
    #expect(!person.questions[5].contains("["), "the promise before is not offered again")
    #expect(person.heard == ["'in 20 min' is 2031-05-06 03:45 Europe/Berlin"])
  }

  @Test func `a time that is none is asked for again, and a dash takes away`() throws {
    let person = Person(["Orders fail.", "", "soon", "-", "", "", "5 min ago", "04:00", "-", ""])
    let text = try person.interview().text(
      UpdateText(apology: "We are sorry."), impactStarted: try UpdateInterviewTests.at("02:58"))
    #expect(text.since == nil, "not known after all, although the incident knows")
    #expect(text.nextBy == (try UpdateInterviewTests.at("04:00")), "a promise does not lie behind")
    #expect(text.apology.isEmpty)
    #expect(person.heard.contains { $0.contains("'soon' is not a time") })
  }

  @Test func `a word may be begun, and one that fits nothing is asked for again`() throws {
    let person = Person(["everybody", "st", "i", "ide"])
    let interview = try person.interview()
    #expect(try interview.audience() == .stakeholders)
    #expect(try interview.state(default: .investigating) == .identified, "'i' could be two")
    #expect(person.heard.count == 2)
  }
}
