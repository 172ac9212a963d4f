import Chronology
import Incidents
import Plans
import Testing

/// Who is asked to take a role, and whether a name is known.
struct CallListTests {
  private static let communications = RoleDefinition(id: "communications", name: "Communications", duty: "Speaks.")

  private static let roster = RosterTests.roster([
    RosterPerson(name: "Lea", roles: [.init(role: "communications", place: .next)]),
    RosterPerson(
      name: "Kim", roles: [.init(role: "communications", place: .first)],
      contacts: [.init(kind: "telephone", value: "+49 30 12345")]),
    RosterPerson(name: "Jo", roles: [.init(role: "communications", place: .learning)]),
    RosterPerson(
      name: "Zoe", roles: [.init(role: "communications", place: .first)],
      absences: [.init(from: RosterTests.day(1), to: RosterTests.day(3))]),
    RosterPerson(name: "Ben"),
  ])

  @Test func `those who are here are asked in their order, and who is away is named apart`() {
    let list = CallList(Self.roster, roles: [Self.communications], on: RosterTests.today)
    let call = list.call(for: "communications")
    #expect(call.asked.map(\.name) == ["Kim", "Lea", "Jo"])
    #expect(call.away == ["Zoe"])
    #expect(call.words == "Kim first, then Lea; Jo still learning; Zoe away today")
    #expect(list.names(for: "communications") == ["Kim", "Lea", "Jo", "Zoe", "Ben"])
    #expect(list.call(for: "scribe").words == nil)
  }

  @Test func `on another day another is asked first`() {
    let list = CallList(Self.roster, roles: [Self.communications], on: RosterTests.day(4))
    #expect(list.call(for: "communications").asked.map(\.name) == ["Kim", "Zoe", "Lea", "Jo"])
  }

  @Test func `without contacts nobody's number is told`() {
    let list = CallList(Self.roster.withoutContacts, roles: [Self.communications], on: RosterTests.today)
    #expect(list.call(for: "communications").asked.allSatisfy { $0.contacts.isEmpty })
  }

  @Test(arguments: [
    ("+49 30 12345", "tel:+493012345"), ("+49 (0)30 123-45", "tel:+493012345"), ("030/123 45 67", "tel:0301234567"),
    ("day: +49 30 12345, night: 0171 555", "tel:+493012345"), ("kim@example.org", "mailto:kim@example.org"),
    ("write to <kim@example.org>", "mailto:kim@example.org"), ("+1-800-555 0100 (desk)", "tel:+18005550100"),
  ]) func `a number or an address can be called`(_ way: String, _ link: String) {
    #expect(ContactAddress(way)?.text == link)
  }

  @Test(arguments: ["⟨telephone⟩", "portal, room 12", "https://example.org/help", "javascript:alert(1)@x", "112", ""])
  func `what is neither stays text`(_ way: String) {
    #expect(ContactAddress(way) == nil)
  }

  // MARK: Names

  private static let names = KnownNames(accounts: ["ben", "ann-marie"], roster: ["Kim", "Lea", "Jo"])

  @Test(arguments: [
    ("kmi", "Kim"), ("Kin", "Kim"), ("bne", "ben"), ("annmarie", "ann-marie"), ("Konstantin", nil), ("xavier", nil),
  ]) func `a name that nobody here has is doubted, with the near one`(_ name: String, _ near: String?) throws {
    let doubt = try #require(Self.names.doubt(about: name))
    #expect(doubt.near == near)
    #expect(doubt.words.contains("nobody here is called '\(name)'"))
  }

  @Test(arguments: ["kim", "KIM", "Ben", "jo"]) func `known names are not doubted`(_ name: String) {
    #expect(Self.names.doubt(about: name) == nil)
  }

  @Test func `whoever wrote into the incident is known in it, and without lists nobody is doubted`() {
    var incident = Incident(number: 1)
    incident.apply(
      .noteWritten(NoteWritten(text: "I am from the provider.")),
      EventStamp(version: 1, recorded: Instant(nanoseconds: 0), claimed: nil, actor: "Olga"))
    #expect(Self.names.doubt(about: "olga") != nil)
    #expect(Self.names.doubt(about: "olga", in: incident) == nil)
    #expect(KnownNames().doubt(about: "olga") == nil)
  }
}
