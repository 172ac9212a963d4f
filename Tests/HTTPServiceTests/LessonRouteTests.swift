import Accounts
import Desk
import Foundation
import HTTPService
import HTTPTypes
import Incidents
import Interchange
import PageKit
import Postmortems
import RecordViews
import Schemas
import Testing

/// The addresses of what was learnt, over a real desk; operations only remember here.
@Suite struct LessonRouteTests {
  private let site: TestSite
  private let person: TestSite.Person

  init() async throws {
    site = try await TestSite()
    person = try await site.person(.responder)
    let kim = Caller.local("kim")
    _ = try await site.site.desk.writeChecklist(
      ChecklistContent(
        process: "deploy", title: "Deploy",
        lines: [
          ChecklistLine(text: "Every host reports the same build", expects: .yes, incident: 1),
          ChecklistLine(text: "Is the way back tried?", expects: .yes),
        ]), by: kim)
    _ = try await site.site.desk.reportGuard(
      "all-hosts-one-build", GuardReport(standing: .broken, summary: "7 of 8"), by: kim)
  }

  private func ask(_ path: String) async throws -> TestAnswer {
    try await site.ask(path, headers: ["Cookie": person.cookie])
  }

  @Test(arguments: [
    ("/actions", "What is to be done"), ("/guards", "all-hosts-one-build"), ("/guards/all-hosts-one-build", "7 of 8"),
    ("/checklists", "Deploy"), ("/checklists/deploy", "the same build"), ("/checklists/deploy/edit", "Up"),
    ("/checklists/deploy/run", "Every host"), ("/checklists/deploy/paper", "Date and time"),
    ("/checklists?process=launch", "What it is called"), ("/library?q=paid", "<mark>paid</mark>"),
    ("/trends", "How it develops"), ("/reading", "Next for you"),
    ("/reading/gitlab-2017", "What might have caught it"), ("/reading?kind=dns", "facebook-2021"),
    ("/actions.csv", "action,state"), ("/trends.csv", "measure,item"), ("/", "7 of 8"),
  ]) func `a page is where its address says`(path: String, words: String) async throws {
    let answer = try await ask(path)
    #expect(answer.status == 200)
    // The first page tells of guards by what must stay true.
    #expect(answer.body.contains(path == "/" ? "all-hosts-one-build" : words), "\(path)")
  }

  @Test(arguments: [
    "/guards/none", "/reading/none", "/checklists/none", "/checklists/deploy/runs/9", "/checklists/deploy/runs/x",
  ])
  func `what is not there is not there`(path: String) async throws {
    #expect(try await ask(path).status == 404)
  }

  // MARK: The calendar

  private func calendar(_ authorization: String?) async throws -> TestAnswer {
    try await site.ask("/actions.ics", headers: authorization.map { ["Authorization": $0] } ?? [:])
  }

  private func basic(_ name: String, _ password: String) -> String {
    "Basic " + Data("\(name):\(password)".utf8).base64EncodedString()
  }

  @Test func `a calendar subscribes with a token as its password`() async throws {
    let token = try await site.token(of: person, [.read])
    let answer = try await calendar(basic("anything", token))
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
    #expect(answer.body.hasPrefix("BEGIN:VCALENDAR\r\n"))
  }

  @Test func `without one, or with a wrong one, it is asked for a password`() async throws {
    for authorization in [nil, basic("kim", "wrong"), "Basic ???", "Basic", basic("kim", TestSite.password)] {
      let answer = try await calendar(authorization)
      #expect(answer.status == 401, "\(authorization ?? "nothing")")
      #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Basic realm=") == true)
    }
  }

  @Test func `a password that a browser sends along by itself counts for the calendar alone`() async throws {
    let token = try await site.token(of: person, [.read, .respond])
    let page = try await site.ask("/actions", headers: ["Authorization": basic("kim", token)])
    #expect(page.status == 303, "nobody is signed in by it")
    let own = try await site.ask(
      "/actions", headers: ["Authorization": basic("kim", token), "Cookie": person.cookie])
    #expect(own.status == 200, "who is signed in stays so")
    let write = try await site.ask(
      "/api/v1/incidents", .post,
      headers: ["Authorization": basic("kim", token), "Content-Type": "application/json"], body: "{}")
    #expect(write.status == 401)
    #expect(await site.calls.all.isEmpty)
  }

  // MARK: Forms that are made into operations

  private func body() async throws -> JSONValue {
    try JSONText.parse(try #require(await site.calls.all.last?.request.body))
  }

  @Test func `going through a checklist leaves out what was left open`() async throws {
    _ = try await site.send(
      "/checklists/deploy/run",
      [
        ("subject", "release 1"), ("answers.0.line", "1"), ("answers.0.answer", "no"), ("answers.1.line", "2"),
        ("_form", "run"), ("_page", "/checklists/deploy/run"),
      ], as: person)
    let call = try #require(await site.calls.all.last?.request)
    #expect(call.operation == .runChecklist)
    #expect(call.path == ["process": "deploy"])
    #expect(try await body()["answers"]?.array?.count == 1)
  }

  @Test func `a line that is moved comes to the whole checklist, with the version that was seen`() async throws {
    _ = try await site.send(
      "/checklists/deploy/edit", [("edit", "down"), ("line", "1"), ("_version", "\"v1\"")], as: person)
    let call = try #require(await site.calls.all.last?.request)
    #expect(call.operation == .writeChecklist)
    #expect(call.ifMatch == "\"v1\"")
    let lines = try #require(try await body()["lines"]?.array)
    #expect(lines.compactMap { $0["number"]?.integer } == [2, 1])
    #expect(lines.last?["incident"]?.string == "INC-1")
  }

  @Test func `a form that says nothing, or is not ours, changes nothing`() async throws {
    #expect(try await site.send("/checklists/deploy/edit", [("edit", "sideways")], as: person).status == 404)
    #expect(
      try await site.send("/checklists/deploy/edit", [("edit", "down"), ("line", "1")], as: person, csrf: false).status
        != 303)
    #expect(await site.calls.all.isEmpty)
  }
}
