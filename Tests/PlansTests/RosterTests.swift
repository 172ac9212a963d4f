import Chronology
import Incidents
import Plans
import Testing

struct RosterTests {
  static let today = CivilDate(year: 2026, month: 12, day: 1)

  static func day(_ day: Int) -> CivilDate { CivilDate(year: 2026, month: 12, day: day) }

  static func roster(_ people: [RosterPerson]) -> Roster {
    var roster = Roster()
    for (index, person) in people.enumerated() {
      roster.apply(
        .written(number: index + 1, person),
        EventStamp(version: Int64(index + 1), recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    }
    return roster
  }

  static let scribe = RoleDefinition(id: "scribe", name: "Scribe", duty: "Writes it down.")

  @Test func `a role hangs on one person, and their holiday is a gap`() throws {
    let roster = Self.roster([
      RosterPerson(
        name: "Ines", roles: [.init(role: "scribe", place: .next)],
        absences: [.init(from: Self.day(3), to: Self.day(4)), .init(from: Self.day(20), to: Self.day(20))]),
      RosterPerson(name: "Jo", roles: [.init(role: "scribe", place: .learning)]),
    ])
    let cover = try #require(RoleCover.all(of: [Self.scribe], roster, from: Self.today, days: 30).first)
    #expect(cover.only == "Ines")
    #expect(cover.fillers.map(\.person.name) == ["Ines", "Jo"])
    #expect(cover.gaps.map(\.from) == [Self.day(3), Self.day(20)])
    #expect(cover.gaps.map(\.to) == [Self.day(4), Self.day(20)])
    #expect(cover.gaps[0].away == ["Ines"])
  }

  @Test func `an entry has a version of its own, which others do not move`() throws {
    var roster = Self.roster([RosterPerson(name: "Ines"), RosterPerson(name: "Jo")])
    roster.apply(
      .written(number: 2, RosterPerson(name: "Jo Lind")),
      EventStamp(version: 3, recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    #expect(roster.members.map(\.version) == [1, 3])
    #expect(roster.version == 3)
  }

  @Test func `two who are never away together leave no gap`() throws {
    let roster = Self.roster([
      RosterPerson(
        name: "Ines", roles: [.init(role: "scribe", place: .next)],
        absences: [.init(from: Self.day(3), to: Self.day(9))]),
      RosterPerson(
        name: "Jo", roles: [.init(role: "scribe", place: .first)],
        absences: [.init(from: Self.day(10), to: Self.day(12))]),
    ])
    let cover = try #require(RoleCover.all(of: [Self.scribe], roster, from: Self.today).first)
    #expect(cover.gaps.isEmpty)
    #expect(cover.only == nil)
    #expect(cover.fillers.map(\.person.name) == ["Jo", "Ines"])
  }

  @Test func `whoever has left fills nothing and cannot be reached`() throws {
    var roster = Self.roster([
      RosterPerson(
        name: "Ines", roles: [.init(role: "scribe", place: .first)],
        contacts: [.init(kind: "telephone", value: "+49 1")])
    ])
    roster.apply(
      .left(number: 1), EventStamp(version: 2, recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    #expect(roster.fillers(of: "scribe").isEmpty)
    #expect(roster.members[0].person.contacts.isEmpty)
  }

  @Test func `a person is held to what can be`() throws {
    #expect(throws: IncidentRefusal.self) {
      _ = try RosterPerson(name: " ").checked(roles: ["scribe"])
    }
    #expect(throws: IncidentRefusal.self) {
      _ = try RosterPerson(name: "Ines", roles: [.init(role: "wizard", place: .first)]).checked(roles: ["scribe"])
    }
    #expect(throws: IncidentRefusal.self) {
      _ = try RosterPerson(name: "Ines", absences: [.init(from: Self.day(4), to: Self.day(3))]).checked(roles: [])
    }
  }

  @Test func `events come back as they were written`() throws {
    let person = RosterPerson(
      name: "Ines", roles: [.init(role: "scribe", place: .first)], contacts: [.init(kind: "mail", value: "i@x.org")],
      absences: [.init(from: Self.day(3), to: Self.day(4))])
    for event in [RosterEvent.written(number: 3, person), .left(number: 3)] {
      #expect(try RosterEvent(event.document()) == event)
    }
  }

  @Test func `a cover says who asks for its role, and whom it hangs on`() throws {
    let roster = Self.roster([
      RosterPerson(
        name: "Ines",
        roles: [
          .init(role: "commander", place: .first), .init(role: "legal", place: .first),
          .init(role: "security", place: .next),
        ]),
      RosterPerson(name: "Jo", roles: [.init(role: "commander", place: .next), .init(role: "scribe", place: .next)]),
    ])
    let plan = PlanCheckTests.plan(["| 1 | Call counsel | Legal | a name | 5 min | | call |"])
    let covers = RoleCover.all(of: .standard, plans: [plan, plan], roster, from: Self.today)
    func cover(_ id: String) throws -> RoleCover { try #require(covers.first { $0.role.id == id }) }
    #expect(try cover("scribe").askedBy == ["SEV1"])
    // Whoever speaks at a severity is asked for by it.
    #expect(try cover("communications").askedBy == ["SEV1", "SEV2", "SEV3"])
    #expect(try cover("legal").askedWords == "2 plans")
    #expect(try cover("commander").askedWords == "SEV1, SEV2, SEV3 and SEV4")
    #expect(try !cover("security").isNeeded)
    #expect(
      PersonNeeded.all(in: covers) == [
        PersonNeeded(name: "Ines", roles: ["Legal"]), PersonNeeded(name: "Jo", roles: ["Scribe"]),
      ])
  }
}
