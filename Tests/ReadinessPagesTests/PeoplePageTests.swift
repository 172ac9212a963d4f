import Accounts
import Chronology
import FoundationEssentials
import Incidents
import PageKit
import PageTesting
import Plans
import ReadinessPages
import Testing

struct PeoplePageTests {
  private static let today = CivilDate(year: 2026, month: 12, day: 1)

  private static let roster: Roster = {
    var roster = Roster()
    let people = [
      RosterPerson(
        name: "Ines <Roth>",
        roles: [.init(role: "commander", place: .first), .init(role: "scribe", place: .first)],
        contacts: [.init(kind: "telephone", value: "+49 30 1234")],
        absences: [
          .init(from: CivilDate(year: 2026, month: 12, day: 24), to: CivilDate(year: 2026, month: 12, day: 31))
        ]),
      RosterPerson(
        name: "Jo Falk", roles: [.init(role: "commander", place: .next), .init(role: "legal", place: .learning)]),
    ]
    for (index, person) in people.enumerated() {
      roster.apply(
        .written(number: index + 1, person),
        EventStamp(version: Int64(index + 1), recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    }
    return roster
  }()

  private static var covers: [RoleCover] {
    RoleCover.all(of: .standard, plans: [Plan(parsing: PlanPageTests.text)], roster, from: today)
  }

  private static var page: String {
    PeoplePage(roster: roster, policy: .standard, covers: covers, today: today, context: PageContext()).html
  }

  @Test func `the page begins with where a holiday would hurt`() throws {
    let page = Self.page
    #expect(Markup(page).faults == [])
    let hurts = try #require(page.firstRange(of: "id=\"days-title\""))
    let cards = try #require(page.firstRange(of: "Role cards"))
    #expect(hurts.lowerBound < cards.lowerBound)
    #expect(page.contains("nobody else can be Scribe"))
    #expect(page.contains("24 Dec 2026 to 31 Dec 2026"))
    #expect(page.contains("Already now nobody can be Communications or Operations"))
    #expect(!page.contains("<Roth>"))
  }

  @Test func `a card stands in full with who is first, next and learning`() {
    let page = Self.page
    for role in Policy.standard.roles { #expect(page.contains(HTML.escaped(role.duty)), "\(role.id)") }
    #expect(page.contains("<dt>First</dt><dd>Ines &lt;Roth&gt;</dd>"))
    #expect(page.contains("<dt>Next</dt><dd>Jo Falk</dd>"))
    #expect(page.contains("<dt>Learning</dt><dd>Jo Falk</dd>"))
    #expect(page.contains("For SEV1, SEV2, SEV3 and SEV4"))
    #expect(page.contains("Nothing calls for it"))
  }

  @Test func `each audience has its own table, and the words that a message begins with stand once`() {
    let page = Self.page
    for words in ["To the company", "To stakeholders", "To customers"] { #expect(page.contains(words)) }
    #expect(!page.contains("To authorities"))
    #expect(page.components(separatedBy: "<dd>We are sorry.</dd>").count == 2)
    #expect(page.contains("a second person"))
  }

  @Test func `a number is called and an address written to at a tap, and whom nobody can reach is said`() throws {
    var roster = Self.roster
    let rita = RosterPerson(
      name: "Rita Legal", roles: [.init(role: "legal", place: .first)], contacts: [],
      absences: [.init(from: Self.today, to: Self.today)])
    let ways = RosterPerson(
      name: "Ben Adler", roles: [.init(role: "legal", place: .next)],
      contacts: [
        .init(kind: "telephone", value: "+49 (0)30 12-34"), .init(kind: "mail", value: "ben@team.example"),
        .init(kind: "mail", value: "ben@team.example?body=x"), .init(kind: "chat", value: "javascript:alert(1)"),
      ])
    for (number, person) in [(11, rita), (12, ways)] {
      roster.apply(
        .written(number: number, person),
        EventStamp(version: Int64(number), recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    }
    let covers = RoleCover.all(of: .standard, plans: [], roster, from: Self.today)
    let context = PageContext(
      visitor: PageVisitor(
        caller: Caller(account: "kim", displayName: "Kim", role: .responder, origin: .session(id: "1"))))
    let page = PeoplePage(
      roster: roster, policy: .standard, covers: covers, today: Self.today, context: context
    ).html
    let links = Markup(page).all("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("tel:+493012" + "34") && links.contains("mailto:ben@team.example"))
    #expect(!links.contains { $0.hasPrefix("javascript") || $0.contains("body=") })
    #expect(page.contains("nothing says how to reach them"))
    #expect(page.contains("Nothing says how to reach Rita Legal"))
    #expect(page.contains("Ben Adler today (Rita Legal is away until 1 Dec 2026)"))
  }

  @Test func `nobody on the list is said, and nothing is claimed of holidays`() {
    let covers = RoleCover.all(of: .standard, plans: [], Roster(), from: Self.today)
    let page = PeoplePage(
      roster: Roster(), policy: .standard, covers: covers, today: Self.today, context: PageContext()
    ).html
    #expect(page.contains("Nobody is on the list yet"))
    #expect(!page.contains("id=\"days-title\""))
  }

  @Test func `the booklet holds whom to call, the cards and the steps, each once`() {
    let plan = Plan(parsing: PlanPageTests.text)
    let page = BookletPage(
      plans: [plan], roster: Self.roster, policy: .standard, covers: Self.covers, today: Self.today,
      context: PageContext()
    ).html
    #expect(Markup(page).faults == [])
    #expect(page.contains("telephone +49 30 1234"))
    #expect(page.contains("<span class=\"booklet-roles\">"))
    #expect(page.contains("<span class=\"booklet-number\">1</span>"))
    #expect(page.contains("away 24 Dec 2026 to 31 Dec 2026"))
    #expect(page.components(separatedBy: "Stop the").count == 2)
    #expect(page.contains("Never delete the queue."))
    #expect(page.contains("Read again") == false)
    // A role that nothing calls for and nobody fills takes no paper.
    #expect(!page.contains("Finds out who got in"))
  }

  @Test func `an auditor's list says a state in words and leads to what it names`() {
    var record = TextRecord(number: 1)
    record.apply(
      .written(WrittenText(name: "full-queue", text: PlanPageTests.text)),
      EventStamp(version: 1, recorded: Instant(nanoseconds: 0), claimed: nil, actor: "kim"))
    let plan = Plan(parsing: PlanPageTests.text)
    let list = AuditChecklist(
      AuditFacts(
        from: CivilDate(year: 2026, month: 1, day: 1), until: Self.today, today: Self.today, policy: .standard,
        covers: Self.covers,
        plans: [.init(plan: plan, record: record, entry: PlanRegister.Entry(plan, findings: []))]))
    let page = AuditPage(checklist: list, days: AuditDays(), context: PageContext()).html
    #expect(Markup(page).faults == [])
    #expect(page.contains("href=\"/plans/full-queue\""))
    for state in ["shown in part", "missing", "no occasion"] { #expect(page.contains(state)) }
    #expect(page.components(separatedBy: "Not shown by this record").count == 8)
  }
}
