import Accounts
import Foundation
import HTTPService
import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import Testing

@Suite struct APIRouteTests {
  private let site: TestSite
  private let bearer: [String: String]

  init() async throws {
    site = try await TestSite()
    let eve = try await site.person(.responder)
    bearer = ["Authorization": "Bearer \(try await site.token(of: eve, [.respond]))"]
  }

  private func ask(
    _ path: String, _ method: HTTPRequest.Method = .get, _ headers: [String: String] = [:], _ body: String? = nil
  ) async throws -> TestAnswer {
    try await site.ask(path, method, headers: bearer.merging(headers) { $1 }, body: body)
  }

  @Test func `path, query, key and version reach the operation as they were meant`() async throws {
    _ = try await ask(
      "/api/v1/incidents/inc-1/instants/impact-started", .put,
      ["Content-Type": "application/json; charset=UTF-8", "Idempotency-Key": "k", "If-Match": "\"v3\""], "{\"a\":1}")
    _ = try await ask("/api/v1/search?q=caf%C3%A9+au%2Blait&cursor=")
    let calls = await site.calls.all.map(\.request)
    #expect(calls[0].operation == .stateInstant)
    #expect(calls[0].path == ["incident": "inc-1", "instant": "impact-started"])
    #expect(calls[0].body == Array("{\"a\":1}".utf8))
    #expect(calls[0].idempotencyKey == "k" && calls[0].ifMatch == "\"v3\"")
    #expect(calls[1].operation == .search)
    #expect(calls[1].query == ["q": "café au+lait", "cursor": ""])
  }

  @Test func `the answer keeps its status, headers and type, and is kept by nobody`() async throws {
    await site.calls.willAnswer(
      APIAnswer(
        status: 201,
        headers: [("ETag", "\"v1\""), ("Location", "/api/v1/incidents/INC-3"), ("Bad", "a\r\nSet-Cookie: x=1")],
        body: Array("{\"id\":\"INC-3\"}".utf8)))
    let answer = try await ask("/api/v1/incidents", .post, ["Content-Type": "application/json"], "{}")
    #expect(answer.status == 201)
    #expect(answer.headers[.eTag] == "\"v1\"" && answer.headers[.location] == "/api/v1/incidents/INC-3")
    #expect(answer.headers[.contentType] == "application/json" && answer.headers[.cacheControl] == "no-store")
    #expect(answer.cookies.isEmpty && answer.headers[.setCookie] == nil)
    #expect(answer.body == "{\"id\":\"INC-3\"}")
  }

  @Test(arguments: [
    ("text/plain", "{}", 415), ("application/x-www-form-urlencoded", "a=b", 415),
    ("application/json; charset=latin1", "{}", 415),
    (nil, "{}", 415), ("application/json", "", 201), (nil, "", 201), ("APPLICATION/JSON", "{}", 201),
  ]) func `the body has to be JSON`(type: String?, body: String, status: Int) async throws {
    let answer = try await ask("/api/v1/incidents", .post, type.map { ["Content-Type": $0] } ?? [:], body)
    #expect(answer.status == status)
    if status >= 400 { #expect(answer.headers[.contentType] == "application/problem+json") }
  }

  @Test func `without a token one is told what to send, with a wrong one that it is wrong`() async throws {
    let none = try await site.ask("/api/v1/incidents")
    #expect(none.status == 401)
    #expect(none.headers[.wwwAuthenticate] == "Bearer realm=\"mayday\"")
    let wrong = try await site.ask("/api/v1/incidents", headers: ["Authorization": "Bearer nope"])
    #expect(wrong.headers[.wwwAuthenticate] == "Bearer realm=\"mayday\", error=\"invalid_token\"")
    let other = try await site.ask("/api/v1/incidents", headers: ["Authorization": "Basic YTpi"])
    #expect(other.status == 401)
    let eve = try await site.person(.reader, "rea")
    let narrow = try await site.token(of: eve, [.read])
    let far = try await site.ask(
      "/api/v1/incidents", .post, headers: ["Authorization": "Bearer \(narrow)", "Content-Type": "application/json"],
      body: "{}")
    #expect(far.status == 403)
    #expect(far.headers[.wwwAuthenticate]?.contains("insufficient_scope") == true)
    #expect(
      try #require(Problem(APIAnswer(status: 403, mediaType: "", body: Array(far.body.utf8)))).kind == .notAllowed)
  }

  @Test func `a parameter that stands twice is refused`() async throws {
    let answer = try await ask("/api/v1/search?q=a&q=b")
    #expect(answer.status == 400)
    #expect(answer.body.contains("'q' stands more than once"))
  }

  @Test func `HEAD is GET without its body`() async throws {
    let head = try await ask("/api/v1/incidents", .head)
    #expect(head.status == 200 && head.body.isEmpty && head.headers[.contentLength] == "2")
  }

  @Test func `the description is for everybody, and a page tells the same`() async throws {
    let document = try await site.ask("/api/openapi.json")
    #expect(document.status == 200)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(document.body.utf8)) as? [String: Any])
    #expect((object["openapi"] as? String)?.hasPrefix("3.1") == true)
    let page = try await site.ask("/api")
    for operation in Operations.all { #expect(page.body.contains("id=\"\(operation.id.rawValue)\"")) }
  }

  // MARK: Bodies

  @Test func `a body over its limit is refused by what it says, and by what it brings`() async throws {
    let over = String(repeating: "a", count: ServerLimits.jsonBytesMax + 1)
    let stated = try await ask("/api/v1/incidents", .post, ["Content-Type": "application/json"], over)
    #expect(stated.status == 413)
    #expect(stated.body.contains("\(over.utf8.count) bytes") && stated.body.contains("\(ServerLimits.jsonBytesMax)"))

    let chunks = AsyncStream<ByteBuffer> { continuation in
      for _ in 0..<8 { continuation.yield(ByteBuffer(repeating: 97, count: 64 * 1024)) }
      continuation.finish()
    }
    let streamed = try await site.ask(
      "/api/v1/incidents", .post,
      headers: bearer.merging(["Content-Type": "application/json", "Transfer-Encoding": "chunked"]) { $1 },
      stream: RequestBody(asyncSequence: chunks))
    #expect(streamed.status == 413)
    #expect(await site.calls.all.isEmpty)
    let most = String(repeating: " ", count: ServerLimits.jsonBytesMax)
    #expect(try await ask("/api/v1/incidents", .post, ["Content-Type": "application/json"], most).status == 201)
  }

  @Test func `a body that does not come in is not waited for without end`() async throws {
    let impatient = try await TestSite(sleep: { _ in })
    let eve = try await impatient.person(.responder)
    let (never, _) = AsyncStream.makeStream(of: ByteBuffer.self)
    let answer = try await impatient.ask(
      "/api/v1/incidents", .post,
      headers: [
        "Content-Type": "application/json", "Cookie": eve.cookie, "X-CSRF-Token": eve.formToken,
        "Transfer-Encoding": "chunked",
      ], stream: RequestBody(asyncSequence: never))
    #expect(answer.status == 408)
    #expect(answer.body.contains("30 seconds"))
  }

  @Test func `evidence may be large, and comes as it is or in a form`() async throws {
    let file = String(repeating: "line\n", count: 200_000)
    let plain = try await ask(
      "/api/v1/incidents/INC-1/evidence?name=..%2F..%2Fapp.log", .post, ["Content-Type": "application/octet-stream"],
      file)
    #expect(plain.status == 201)
    let form =
      "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"b.log\"\r\nContent-Type: text/plain\r\n\r\n\(file)\r\n--b--"
    #expect(
      try await ask(
        "/api/v1/incidents/INC-1/evidence", .post, ["Content-Type": "multipart/form-data; boundary=b"], form
      )
      .status == 201)
    let uploads = await site.calls.all.compactMap(\.request.upload)
    #expect(uploads.map(\.name) == ["app.log", "b.log"])
    #expect(uploads.allSatisfy { $0.bytes.count == file.utf8.count })
    #expect(
      try await ask("/api/v1/incidents/INC-1/evidence?name=a", .post, ["Content-Type": "application/json"], "{}").status
        == 415)
  }
}
