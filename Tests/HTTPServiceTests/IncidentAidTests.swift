import Accounts
import Desk
import Findings
import HTTPService
import HTTPTypes
import Incidents
import Journal
import PageKit
import Plans
import RecordViews
import ShippedDocuments
import Testing

/// What the page of an incident says to those who lead it: whom to call, what the plan says, what to choose from.
struct IncidentAidTests {
  private let site: TestSite
  private let person: TestSite.Person

  init() async throws {
    site = try await TestSite(desk: try Desk(journal: MemoryJournal(), accounts: { ["adm"] }))
    person = try await site.person(.responder)
    let desk = site.site.desk
    for (name, place) in [("Kim", RosterPerson.Place.first), ("Lea", .next)] {
      _ = try await desk.writePerson(
        RosterPerson(
          name: name, roles: [.init(role: "communications", place: place)],
          contacts: [.init(kind: "telephone", value: name == "Kim" ? "+49 30 12345" : "+49 30 678901")]),
        number: nil, by: .local("adm"))
    }
    for document in ShippedDocument.all(of: .plan) {
      _ = try await desk.writePlan(WrittenText(name: document.name, text: document.text), by: .local("adm"))
    }
    _ = try await desk.declare(
      Declaration(title: "Browsers warn of our certificate", severity: 1, impact: "Nobody can order."),
      by: .local("adm"))
  }

  private func page(_ path: String, _ reader: TestSite.Person? = nil) async throws -> TestAnswer {
    try await site.ask(path, headers: ["Cookie": (reader ?? person).cookie])
  }

  @Test func `a role that is not taken says whom to ask, with a number for those who may respond`() async throws {
    let body = try await page("/incidents/INC-1").body
    #expect(body.contains("Communications is not taken"))
    #expect(body.contains("Ask first:</span> <strong>Kim</strong> <a class=\"contact-link\" href=\"tel:+493012345\">"))
    #expect(body.contains("Then:</span> <strong>Lea</strong>"))
    #expect(body.contains("<datalist id=\"role-communications-person-offered\"><option value=\"Kim\">"))
    let reading = try await page("/incidents/INC-1", try await site.person(.reader)).body
    #expect(reading.contains("<strong>Kim</strong>") && !reading.contains("tel:"))
  }

  @Test func `a name that nobody has stands, and is doubted with the near one`() async throws {
    let id = IncidentID(number: 1)
    _ = try await site.site.desk.perform(
      .assignRole(RoleAssignment(role: "communications", person: "kmi", note: nil)), on: id, by: .local("adm"))
    let body = try await page("/incidents/INC-1").body
    #expect(body.contains("Nobody here is called &#39;kmi&#39;; is &#39;Kim&#39; meant?"))
    #expect(body.contains("It is Kim"))
    _ = try await site.site.desk.perform(
      .assignRole(RoleAssignment(role: "communications", person: "kim", note: nil)), on: id, by: .local("adm"))
    #expect(!(try await page("/incidents/INC-1").body.contains("Nobody here is called")))
  }

  @Test func `a followed plan is one link away, with whom to call and what to say`() async throws {
    let id = IncidentID(number: 1)
    #expect(try await page("/incidents/INC-1").body.contains("None of these: all plans"))
    _ = try await site.site.desk.followPlan("wrong-certificate", in: id, by: .local("adm"))
    // What the plan becomes later changes nothing here.
    _ = try await site.site.desk.writePlan(
      WrittenText(name: "wrong-certificate", text: "# A certificate\n\n## Steps\n\n1. Look (operations)\n"),
      by: .local("adm"))
    let body = try await page("/incidents/INC-1").body
    #expect(body.contains("href=\"/plans/wrong-certificate/versions/1\""))
    #expect(body.contains("certificate authority, support"))
    #expect(
      body.contains("communications: nobody yet, ask <strong>Kim</strong>") || body.contains("commander: nobody yet"))
    let composer = try await page("/incidents/INC-1/updates/new?audience=customers").body
    #expect(composer.contains("words=1.0") && composer.contains("Take over: To customers, first word"))
    #expect(!composer.contains("To colleagues and stakeholders"))
    let taken = try await page("/incidents/INC-1/updates/new?audience=customers&words=1.0").body
    #expect(taken.contains("cannot be reached safely.**"))
    #expect(taken.contains("please do not pass the warning"))
  }

  @Test func `a blank of prepared words holds the update`() async throws {
    let id = IncidentID(number: 1)
    let desk = site.site.desk
    let text = UpdateText(broken: "⟨The shop⟩ cannot be reached.", doing: "We replace it.", meanwhile: "Nothing.")
    _ = try await desk.perform(
      .draftUpdate(UpdateDraft(update: 0, audience: .internal, state: .investigating, text: text)), on: id,
      by: .local("adm"))
    let view = try #require(try await desk.incident(id, for: .local("adm")))
    #expect(view.findings[1]?.contains { $0.rule == "left-blank" && $0.severity == .error } == true)
  }

  @Test func `a sign alone is asked about, not answered with what users feel`() async throws {
    let answer = try await site.send(
      "/incidents/INC-1/say", [("text", "@"), ("_form", "say"), ("_page", "/incidents/INC-1")], as: person)
    #expect(answer.status == 422)
    #expect(answer.body.contains("<p>What is to be done?</p>"))
  }
}
