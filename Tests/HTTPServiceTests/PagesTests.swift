import Accounts
import Foundation
import HTTPService
import HTTPTypes
import PageKit
import Testing

@Suite struct PagesTests {
  private let site: TestSite
  private let reader: TestSite.Person

  init() async throws {
    site = try await TestSite()
    reader = try await site.person(.reader)
  }

  private func ask(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> TestAnswer {
    try await site.ask(path, method, headers: ["Cookie": reader.cookie])
  }

  @Test(arguments: [
    ("/", "Tickets &lt;twice&gt;"), ("/incidents/INC-1", "paid twice"), ("/incidents/inc-1/", "paid twice"),
    ("/incidents/INC-2", "No evidence is attached"), ("/postmortems/PM-1", "This section is missing"),
    ("/design", "instrument panel"), ("/healthz", "ok"), ("/api", "Declare an incident"),
    ("/account", "Where you are signed in"),
  ]) func `a page is where its address says`(path: String, words: String) async throws {
    let answer = try await ask(path)
    #expect(answer.status == 200)
    #expect(answer.body.contains(words))
  }

  @Test(arguments: [
    "/nothing", "/incidents/INC-9", "/incidents/1", "/incidents/INC-2/timeline.json", "/postmortems/PM-0",
    "/assets/mayday.css", "/assets/..%2F..%2FPackage.swift", "/incidents/%00", "/incidents/%ff", "/%2e%2e/etc/passwd",
  ]) func `an address that leads nowhere says so in the voice of the house`(path: String) async throws {
    let answer = try await ask(path)
    #expect(answer.status == 404)
    #expect(answer.body.contains("Nothing is recorded under this address"))
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
  }

  @Test func `what a reader chose reaches the page`() async throws {
    #expect(try await ask("/incidents/INC-1?zone=Asia%2FTokyo").body.contains("09:01:00"))
    #expect(try await ask("/incidents/INC-1?zone=%2B05:30").body.contains("05:31:00"))
    #expect(try await ask("/incidents/INC-1?zone=Mars").body.contains("No zone is known here as"))
    #expect(try await ask("/incidents/INC-1?zone=&all").status == 200)
  }

  @Test func `the timeline is given as JSON`() async throws {
    let answer = try await ask("/incidents/INC-1/timeline.json")
    #expect(answer.headers[.contentType] == "application/json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    #expect(object["schemaVersion"] as? Int == 1)
    #expect((object["moments"] as? [Any])?.count == 1)
    #expect(object["onset"] is NSNull)
  }

  @Test(arguments: Asset.allCases) func `an asset is everybody's, and may be kept for ever`(asset: Asset) async throws {
    let answer = try await site.ask(SitePath.asset(asset).text)
    #expect(answer.status == 200)
    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
    #expect(answer.headers[.contentType] == asset.mediaType)
    #expect(answer.headers[.vary] == nil && answer.cookies.isEmpty)
    #expect(Array(answer.body.utf8) == asset.bytes)
  }

  @Test func `HEAD answers with the headers of GET and no body`() async throws {
    let get = try await ask("/")
    let head = try await ask("/", .head)
    #expect(head.status == 200)
    #expect(head.body == "")
    // The keys of a page's forms are new each time, and as long as the old ones.
    #expect(head.headers[.contentLength] == String(get.body.utf8.count))
  }

  @Test func `each address says which methods it takes`() async throws {
    let page = try await ask("/design", .post)
    #expect(page.status == 405)
    #expect(page.headers[.allow] == "GET, HEAD, OPTIONS")
    let form = try await ask("/sign-out", .get)
    #expect(form.status == 405)
    #expect(form.headers[.allow] == "OPTIONS, POST")
    let options = try await ask("/api/v1/incidents", .options)
    #expect(options.status == 204)
    #expect(options.headers[.allow] == "GET, HEAD, OPTIONS, POST")
    let problem = try await ask("/api/v1/incidents", .delete)
    #expect(problem.status == 405)
    #expect(problem.headers[.contentType] == "application/problem+json")
    #expect(try await ask("/nothing", .post).status == 404)
  }

  @Test(arguments: ["/", "/nothing", "/incidents/INC-1/timeline.json", "/healthz", "/sign-in", "/api/v1/nothing"])
  func `every answer says what a browser may do with it`(path: String) async throws {
    let headers = try await ask(path).headers
    let policy = try #require(headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'"))
    #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
    #expect(policy.contains("connect-src 'self'") && !policy.contains("unsafe"))
    #expect(headers[.xContentTypeOptions] == "nosniff")
    #expect(headers[.cacheControl] == "no-store")
    #expect(headers[.vary] == "Cookie, Authorization")
    #expect(headers[.strictTransportSecurity] == nil)
  }

  @Test func `a failure inside says nothing about the inside`() async throws {
    let failing = try await TestSite(desk: try SampleDesk.failing())
    let person = try await failing.person(.reader)
    let answer = try await failing.ask("/", headers: ["Cookie": person.cookie])
    #expect(answer.status == 500)
    #expect(answer.body.contains("This page could not be made"))
    #expect(!answer.body.contains("Failure"))
    #expect(answer.headers[.contentSecurityPolicy] != nil)
    #expect(try await failing.ask("/healthz").status == 500)
  }

  @Test func `a request under another name is turned away`() async throws {
    let answer = try await site.ask("/", host: "rebound.example:8080", headers: ["Cookie": reader.cookie])
    #expect(answer.status == 421)
    #expect(!answer.body.contains("Tickets"))
    let open = try await TestSite(settings: SiteSettings(hosts: HostRule(listeningOn: "0.0.0.0")))
    #expect(try await open.ask("/healthz", host: "mayday.example").status == 200)
  }

  @Test func `the name of a person is shown, not obeyed`() async throws {
    let ana = try await site.person(.administrator)
    let page = try await site.ask("/", headers: ["Cookie": ana.cookie])
    #expect(page.body.contains("Ana &lt;b&gt;") && !page.body.contains("Ana <b>"))
  }
}
