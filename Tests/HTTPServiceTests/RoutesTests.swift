import Foundation
import HTTPTypes
import Testing
import WebPages

@Suite struct RoutesTests {
  private let ask = Asking()

  @Test(arguments: [
    ("/", "Tickets &lt;twice&gt;"), ("/incidents/INC-1", "paid twice"), ("/incidents/inc-1/", "paid twice"),
    ("/incidents/INC-2", "No evidence is attached"), ("/postmortems/PM-1", "This section is missing"),
    ("/design", "instrument panel"), ("/healthz", "ok"),
  ]) func `a page is where its address says`(path: String, words: String) async throws {
    let answer = try await ask(path)
    #expect(answer.status == 200)
    #expect(answer.body.contains(words))
  }

  @Test(arguments: [
    "/nothing", "/incidents", "/incidents/INC-9", "/incidents/1", "/incidents/INC-2/timeline.json", "/postmortems/PM-0",
    "/assets/mayday.css", "/assets/..%2F..%2FPackage.swift", "/incidents/%00",
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

  @Test(arguments: Asset.allCases) func `an asset may be kept for ever under its hashed name`(asset: Asset) async throws
  {
    let answer = try await ask(SitePath.asset(asset).text)
    #expect(answer.status == 200)
    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
    #expect(answer.headers[.contentType] == asset.mediaType)
    #expect(Array(answer.body.utf8) == asset.bytes)
  }

  @Test func `HEAD answers with the headers of GET and no body`() async throws {
    let get = try await ask("/")
    let head = try await ask("/", method: .head)
    #expect(head.status == 200)
    #expect(head.body == "")
    #expect(head.headers[.contentLength] == String(get.body.utf8.count))
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .options, .trace])
  func `nothing can be written this way`(method: HTTPRequest.Method) async throws {
    let answer = try await ask("/", method: method)
    #expect(answer.status == 405)
    #expect(answer.headers[.allow] == "GET, HEAD")
  }

  @Test(arguments: ["/", "/nothing", "/incidents/INC-1/timeline.json", "/healthz"])
  func `every answer says what a browser may do with it`(path: String) async throws {
    let headers = try await ask(path).headers
    let policy = try #require(headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'"))
    #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(headers[.xContentTypeOptions] == "nosniff")
    #expect(headers[try #require(HTTPField.Name("Referrer-Policy"))] == "no-referrer")
    #expect(headers[.cacheControl] != nil)
  }

  @Test func `a failure inside says nothing about the inside`() async throws {
    let answer = try await Asking(desk: FixedDesk(isFailing: true))("/")
    #expect(answer.status == 500)
    #expect(answer.body.contains("This page could not be made"))
    #expect(!answer.body.contains("Failure"))
    #expect(answer.headers[.contentSecurityPolicy] != nil)
    #expect(try await Asking(desk: FixedDesk(isFailing: true))("/healthz").status == 500)
  }

  @Test func `a request under another name is turned away`() async throws {
    let answer = try await ask("/", host: "rebound.example:8080")
    #expect(answer.status == 421)
    #expect(!answer.body.contains("Tickets"))
    #expect(try await Asking(listeningOn: "0.0.0.0")("/", host: "mayday.example").status == 200)
  }
}
