import Chronology
import CommandKit
import Incidents
import Interchange
import Plans
import ReadinessCommands
import Testing

struct PersonNamingTests {
  static let people: [PersonAnswer] = {
    var roster = Roster()
    for (index, name) in ["Lea Brandt", "Ben Adler", "Bea Ott-Lang", "Ben", "Lea Gone"].enumerated() {
      roster.apply(
        .written(number: index + 1, RosterPerson(name: name)),
        EventStamp(version: Int64(index + 1), recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    }
    roster.apply(
      .left(number: 5), EventStamp(version: 6, recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    return roster.members.map(PersonAnswer.init)
  }()

  @Test(arguments: [
    ("1", "Lea Brandt"), ("Lea", "Lea Brandt"), ("lea brandt", "Lea Brandt"), ("adler", "Ben Adler"), ("ben", "Ben"),
    ("lang", "Bea Ott-Lang"), ("5", "Lea Gone"),
  ])
  func `a number, a whole name or enough of one names somebody who is here`(typed: String, name: String) throws {
    #expect(try PersonNaming.person(typed, among: Self.people).name == name)
  }

  @Test func `where several could be meant they are listed with their numbers`() {
    let failure = #expect(throws: CommandFailure.self) { try PersonNaming.person("be", among: Self.people) }
    let words = failure.map { "\($0)" } ?? ""
    for part in ["3 people could be 'be'", "2  Ben Adler", "3  Bea Ott-Lang", "4  Ben"] {
      #expect(words.contains(part), "\(words)")
    }
  }

  @Test(arguments: ["", "Zoe", "Gone", "9"]) func `nobody is nobody`(typed: String) {
    #expect(throws: CommandFailure.self) { try PersonNaming.person(typed, among: Self.people) }
  }
}
