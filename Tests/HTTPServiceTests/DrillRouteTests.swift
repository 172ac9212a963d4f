import Accounts
import Chronology
import Desk
import Drills
import Foundation
import HTTPService
import HTTPTypes
import Interchange
import RecordViews
import Schemas
import Testing

/// The addresses of drills and scenarios over a real desk; operations only remember here.
@Suite struct DrillRouteTests {
  private let site: TestSite
  private let lea: TestSite.Person
  private let rob: TestSite.Person

  /// Words of the answer, and of what is still to come.
  private static let hidden = [
    "certificate has expired", "breakfast with the organiser", "refused on a Sunday", "What really happen",
    "wrong-certificate",
  ]

  /// Drill 1 runs, drill 2 is planned; lea leads both, rob responds.
  init() async throws {
    site = try await TestSite()
    lea = try await site.person(.responder, "lea")
    rob = try await site.person(.responder, "rob")
    let people = [DrillPerson(name: "lea", part: .facilitator), DrillPerson(name: "rob", part: .responder)]
    let desk = site.site.desk
    for _ in 0..<2 {
      _ = try await desk.planDrill(
        DrillRequest(scenario: "sunday-certificate", people: people), by: .local("lea"))
    }
    _ = try await desk.perform(.start(incident: nil), onDrill: 1, by: .local("lea"))
  }

  private func ask(_ path: String, as person: TestSite.Person? = nil) async throws -> TestAnswer {
    try await site.ask(path, headers: ["Cookie": (person ?? lea).cookie])
  }

  @Test(arguments: [
    ("/drills", "Pick one for us"), ("/drills/new", "Practise it alone"),
    ("/drills/new?scenario=monday-codes", "Plan a drill"), ("/drills/1", "What comes next"),
    ("/drills/1/live", "data-live=\"next\""), ("/drills/1/outcome", "How long it took"),
    ("/drills/2", "Start the drill"),
    ("/drills/2/edit", "Plan drill 2 anew"), ("/scenarios", "Ready to play"),
    ("/scenarios/sunday-certificate", "show me everything"),
    ("/scenarios/sunday-certificate/edit", "Save the scenario"),
    ("/scenarios/of-our-own/edit?title=Monday", "A new scenario"), ("/scenarios/sunday-certificate/text", "## Injects"),
  ]) func `a page is where its address says`(path: String, words: String) async throws {
    let answer = try await ask(path)
    #expect(answer.status == 200)
    #expect(answer.body.contains(words), "\(path)")
  }

  @Test(arguments: [
    "/drills/9", "/drills/x", "/drills/9/events", "/drills/2/outcome", "/drills/1/edit", "/drills/new?plan=none",
    "/scenarios/none", "/scenarios/none/text", "/scenarios/from/INC-99", "/scenarios/from/x",
    "/scenarios/Not%20a%20name/edit",
  ]) func `what is not there is not there`(path: String) async throws {
    #expect(try await ask(path).status == 404, "\(path)")
  }

  @Test(arguments: ["/drills", "/drills/1", "/drills/1/live", "/drills/2"])
  func `nothing that whoever responds can open tells what is behind it`(path: String) async throws {
    let answer = try await ask(path, as: rob)
    #expect(answer.status == 200)
    for words in Self.hidden { #expect(!answer.body.contains(words), "\(path) tells: \(words)") }
  }

  @Test(arguments: ["/drills/1/outcome", "/drills/2/edit"])
  func `whoever responds does not see how it stands, and does not plan it anew`(path: String) async throws {
    #expect(try await ask(path, as: rob).status == 404)
  }

  @Test func `following along tells whoever responds what came, and not that something was put off`() async throws {
    let desk = site.site.desk
    func told(_ name: String) async throws -> [String] {
      try await site.site.changes.changes(after: 0, ofDrill: 1, for: .local(name), max: 100).changes.flatMap(\.kinds)
    }
    _ = try await desk.perform(.delay("5", seconds: 60), onDrill: 1, by: .local("lea"))
    _ = try await desk.perform(.skip("6", reason: "enough"), onDrill: 1, by: .local("lea"))
    _ = try await desk.perform(.release("7"), onDrill: 1, by: .local("lea"))
    #expect(
      try await told("lea") == [
        "drill-planned", "drill-started", "inject-released", "inject-delayed", "inject-skipped", "inject-released",
      ])
    #expect(try await told("rob") == ["drill-planned", "drill-started", "inject-released", "inject-released"])
    #expect(try await told("somebody-else") == told("rob"))
    _ = try await desk.perform(.end, onDrill: 1, by: .local("lea"))
    #expect(try await told("rob").count == 7, "when it is over all may know")
  }

  @Test func `a file is at its address once its message has come, and reads as text`() async throws {
    let path = "/drills/1/files/renewal.log"
    #expect(try await ask(path).body.contains("notify edge-2: timed out after 10 s"))
    #expect(try await ask(path, as: rob).status == 404)
    for page in ["/drills/1", "/drills/1/live"] {
      #expect(try await !ask(page, as: rob).body.contains("renewal.log"), "\(page)")
    }
    _ = try await site.site.desk.perform(.release("4"), onDrill: 1, by: .local("lea"))
    let answer = try await ask(path, as: rob)
    #expect(answer.status == 200 && answer.headers[.contentType] == "text/plain; charset=utf-8")
    #expect(answer.headers[.contentDisposition] == "inline; filename*=UTF-8''renewal.log")
    #expect(answer.body.hasPrefix("2027-02-11T03:10:00Z renewal-1 certs["))
    #expect(try await ask("/drills/1", as: rob).body.contains("href=\"\(path)\""))
    for other in ["/drills/1/files/edge-2-error.log", "/drills/2/files/renewal.log", "/drills/9/files/renewal.log"] {
      #expect(try await ask(other, as: rob).status == 404, "\(other)")
    }
  }

  // MARK: Forms

  @Test func `rows of people become the people of the operation`() async throws {
    _ = try await site.send(
      "/drills/new",
      [
        ("scenario", "monday-codes"), ("speed", "2"), ("day", "2031-05-04"), ("isByClock", "off"),
        ("people.0.name", "lea"), ("people.0.part", ""), ("people.1.name", "rob"), ("people.1.part", "responder"),
        ("_form", "drill"), ("_page", "/drills/new"),
      ], as: lea)
    let call = try #require(await site.calls.all.last?.request)
    #expect(call.operation == .planDrill)
    let body = try JSONText.parse(try #require(call.body))
    #expect(body["people"]?.array?.count == 1)
    #expect(body["people"]?.array?.first?["name"]?.string == "rob")
    #expect(body["isByClock"]?.bool == false)
    #expect(body["speed"]?.integer == 2)
  }

  @Test func `planning anew goes to the drill, with the version that was seen`() async throws {
    _ = try await site.send(
      "/drills/2/edit", [("scenario", "monday-codes"), ("speed", "1"), ("_version", "\"v1\"")], as: lea)
    let call = try #require(await site.calls.all.last?.request)
    #expect(call.operation == .replanDrill)
    #expect(call.path == ["drill": "2"])
    #expect(call.ifMatch == "\"v1\"")
  }

  // MARK: The calendar

  @Test func `a calendar subscribes with a token, and learns days and people alone`() async throws {
    _ = try await site.site.desk.planDrill(
      DrillRequest(scenario: "sunday-certificate", day: .init(year: 2031, month: 5, day: 4)), by: .local("lea"))
    let token = try await site.token(of: rob, [.read])
    let basic = "Basic " + Data("any:\(token)".utf8).base64EncodedString()
    let answer = try await site.ask("/drills.ics", headers: ["Authorization": basic])
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
    #expect(answer.body.hasPrefix("BEGIN:VCALENDAR\r\n") && answer.body.contains("/drills/3"))
    for words in Self.hidden + ["sunday-certificate"] { #expect(!answer.body.contains(words), "it tells: \(words)") }
    #expect(try await site.ask("/drills.ics").status == 401)
  }
}
