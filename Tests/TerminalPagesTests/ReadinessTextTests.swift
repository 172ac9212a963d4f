import Chronology
import Incidents
import Interchange
import Plans
import TerminalPages
import Testing

/// People, roles and the auditor's list as a terminal shows them.
struct ReadinessTextTests {
  private static let today = CivilDate(year: 2026, month: 12, day: 1)

  @Test func `people begin with where a holiday would hurt, then the cards, then who is told`() {
    var roster = Roster()
    let person = RosterPerson(
      name: "Ines Roth", roles: [.init(role: "commander", place: .first)],
      contacts: [.init(kind: "telephone", value: "+49 30 1234")],
      absences: [.init(from: Self.today, to: Self.today)])
    roster.apply(
      .written(number: 1, person),
      EventStamp(version: 1, recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    let covers = RoleCover.all(of: .standard, plans: [], roster, from: Self.today)
    let answer = PeopleAnswer(roster, covers: covers, policy: .standard)
    let text = PeopleText(people: answer, severityNames: [1: "Worst"]).render(for: Snapshot.terminal)
    let parts = [
      "Where one person's holiday would hurt", "! already now nobody can be Commander, Communications, Operations",
      "Ines Roth is away until 2026-12-01",
      "~ Ines Roth: nobody else can be Commander", "! on 2026-12-01 nobody can be Commander: Ines Roth is away",
      "Role cards", "First: say", "Who is told, and how soon", "Worst  customers",
      "A new word to customers begins with",
      "1 person", "telephone: +49 30 1234",
    ]
    var rest = text[...]
    for part in parts {
      guard let found = rest.firstRange(of: part) else {
        Issue.record("'\(part)' does not stand in its place:\n\(text)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test func `an auditor's list tells each state by word and sign`() {
    let facts = AuditFacts(
      from: CivilDate(year: 2026, month: 1, day: 1), until: Self.today, today: Self.today, policy: .standard,
      covers: RoleCover.all(of: .standard, plans: [], Roster(), from: Self.today), plans: [])
    let text = AuditText(checklist: AuditChecklist(facts)).render(for: Snapshot.terminal)
    #expect(text.contains("5.24 Planning and preparing"))
    #expect(text.contains("! Is there a plan for what could hit us"))
    #expect(text.contains("– Did somebody lead, and how soon? no occasion"))
    #expect(text.contains("· not shown by this record: Whether the lessons reached"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
