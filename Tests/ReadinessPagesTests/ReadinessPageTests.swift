import Accounts
import Chronology
import Incidents
import Interchange
import PageKit
import PageTesting
import Plans
import ReadinessPages
import Schemas
import Testing

/// The one screen of readiness, and forms that were refused.
struct ReadinessPageTests {
  static let today = CivilDate(year: 2026, month: 12, day: 1)

  static func context(_ outcome: FormOutcome? = nil) -> PageContext {
    PageContext(
      visitor: PageVisitor(
        caller: Caller(account: "kim", displayName: "Kim", role: .responder, origin: .session(id: "1")),
        formToken: "token", formKey: "key"), outcome: outcome)
  }

  static func page(_ entries: [PlanRegister.Entry], _ roster: Roster, starters: [PlansPage.Starter] = []) -> String {
    ReadinessPage(
      report: ReadinessReport(
        register: PlanRegister(entries: entries),
        covers: RoleCover.all(of: .standard, plans: [], roster, from: today), peopleCount: roster.here.count,
        today: today), starters: starters, context: context()
    ).html
  }

  @Test func `an empty record shows what could hit us, and one button takes all of it over`() {
    let starters = (1...3).map { PlansPage.Starter(name: "p\($0)", title: "Failure \($0)", trigger: "a light \($0)") }
    let page = Self.page([], Roster(), starters: starters)
    #expect(Markup(page).faults == [])
    #expect(page.contains("What could hit us") && page.contains("Failure 2"))
    #expect(page.contains("Adopt all 3 plans"))
    // Nobody is there on any day: no number says that there is no gap.
    let roles = Policy.standard.roles.count
    #expect(page.contains("<dd>0 of \(roles)</dd>"))
    #expect(page.contains("<dt>roles with days in the next 90 on which nobody can</dt><dd>\(roles)</dd>"))
  }

  @Test func `a plan that did not hold leads to the outcome of its drill and to the next`() {
    let entry = PlanRegister.Entry(
      name: "a", title: "Orders wait", readiness: .failed, lastPlayed: Self.today,
      lastPlayedWords: "2 of 6 expectations met, 4 not judged", lastDrill: 3,
      shortfall: "2 of 6 expectations met, 4 not judged", stepCount: 4)
    let page = Self.page([entry], Roster())
    let links = Markup(page).all("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("/drills/3/outcome") && links.contains("/drills/new?plan=a"))
    #expect(page.contains("played, and it did not hold"))
    #expect(page.contains("0 of 1 plan could be relied on today"))
  }

  @Test func `a refused form speaks of fields by their labels, and of days as people read them`() {
    let problem = Problem.fields([
      FieldProblem(pointer: "/absences/1/to", message: "2026-12-03 is before 2026-12-24, when it begins"),
      FieldProblem(pointer: "/contacts/0/value", message: "this is empty; something must be written here"),
    ])
    let outcome = FormOutcome(form: "add", fields: [("name", "Zoe"), ("contacts.0.kind", "mail")], problem: problem)
    let page = PeoplePage(
      roster: Roster(), policy: .standard, covers: [], today: Self.today, context: Self.context(outcome)
    ).html
    #expect(
      page.contains(
        "‘Last day away’: 3 Dec 2026 is before 24 Dec 2026, when it begins, and 1 more: it is marked below."))
    #expect(!page.lowercased().contains("absences.1.to:") && !page.contains("Contacts.0"))
    #expect(page.contains("This is empty; something must be written here."))
  }

  @Test func `an instant in a refusal is told in the form's zone, to the minute`() throws {
    let problem = Problem(
      .invalidFields, "it is '2027-11-20T11:00:00Z'; the clock here says 2026-11-30T12:25:12.199111Z")
    let form = ActionForm(
      "one", ActionPath(.addPerson), on: .readiness(.people),
      context: Self.context(FormOutcome(form: "one", fields: [], problem: problem)),
      zone: try #require(PageZone("+02:00")))
    let html = form.html { form.field("name", "Name") }.markup
    #expect(
      html.contains("It is &#39;20 Nov 2027, 13:00 +02:00&#39;; the clock here says 30 Nov 2026, 14:25 +02:00."))
  }
}
