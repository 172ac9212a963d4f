import Foundation
import Interchange
import RemoteClient
import Testing

struct RemoteClientTests {
  private static func client(_ transport: ScriptedTransport, token: String? = "mt_secret") throws -> RemoteClient {
    RemoteClient(
      address: try ServerAddress(url: "https://mayday.example.org/ops/", token: token), transport: transport,
      newKey: { "key-1" }, pause: { _ in })
  }

  private static let note = APIRequest(
    .writeNote, path: ["incident": "INC-1"], body: Array(#"{"text":"a"}"#.utf8), ifMatch: "\"v3\"")

  @Test func `a write carries its path, token, key and tag`() async throws {
    let transport = ScriptedTransport(.json("{}", status: 201, ("ETag", "\"v4\"")))
    let answer = try await Self.client(transport).send(Self.note)
    let sent = try #require(transport.sent.first)
    #expect(sent.method == "POST")
    #expect(sent.url.absoluteString == "https://mayday.example.org/ops/api/v1/incidents/INC-1/notes")
    #expect(sent.headers["Authorization"] == "Bearer mt_secret")
    #expect(sent.headers["Idempotency-Key"] == "key-1")
    #expect(sent.headers["If-Match"] == "\"v3\"")
    #expect(sent.headers["Content-Type"] == "application/json")
    #expect(sent.body == Self.note.body)
    #expect(answer.status == 201)
    #expect(answer.headers.contains { $0.name == "ETag" && $0.value == "\"v4\"" })
  }

  @Test func `a read carries its query encoded, and no key`() async throws {
    let transport = ScriptedTransport(.json("{}"))
    _ = try await Self.client(transport, token: nil).send(APIRequest(.search, query: ["q": "a&b=c ü", "limit": "5"]))
    let sent = try #require(transport.sent.first)
    #expect(sent.url.absoluteString.hasSuffix("/api/v1/search?limit=5&q=a%26b%3Dc%20%C3%BC"))
    #expect(sent.headers["Idempotency-Key"] == nil)
    #expect(sent.headers["Authorization"] == nil)
  }

  @Test func `an upload is its bytes, with its name in the query`() async throws {
    let transport = ScriptedTransport(.json("{}", status: 201))
    _ = try await Self.client(transport).send(
      APIRequest(
        .addEvidence, path: ["incident": "INC-1"], upload: .init(name: "web 1.log", bytes: [0, 255])))
    let sent = try #require(transport.sent.first)
    #expect(sent.url.absoluteString.hasSuffix("/evidence?name=web%201.log"))
    #expect(sent.body == [0, 255])
    #expect(sent.headers["Content-Type"] == "application/octet-stream")
  }

  @Test func `a write whose connection broke is sent again with the same key`() async throws {
    let transport = ScriptedTransport(
      .failure(.connection("broke")), .failure(.connection("broke")), .json("{}", status: 201))
    let answer = try await Self.client(transport).send(Self.note)
    #expect(answer.status == 201)
    #expect(transport.sent.count == 3)
    #expect(Set(transport.sent.map { $0.headers["Idempotency-Key"] }) == ["key-1"])
  }

  @Test(
    arguments: [
      (.failure(.timedOut), RemoteError.Code.timedOut, 1, "whatever was slow may still be at it"),
      (.failure(.insecure("its certificate has expired")), .insecure, 1, "it would be the same again"),
      (.failure(.tooLarge(limit: 9)), .tooLarge, 1, "it would be the same again"),
      (
        .success(IncomingResponse(status: 302, headers: [.init("Location", "https://else.example.org/")])), .redirect,
        1,
        "the token goes nowhere else"
      ),
      (
        .success(IncomingResponse(status: 200, headers: [.init("Content-Type", "text/html")])), .notMayday, 1,
        "a page of something else"
      ),
      (.success(IncomingResponse(status: 502)), .notMayday, 1, "a proxy without its server"),
      (.json("{}", status: 200, ("Mayday-API", "2")), .otherVersion, 1, "a later Mayday"),
    ] as [(ScriptedTransport.Step, RemoteError.Code, Int, String)])
  func `what is no answer of Mayday is told, once`(
    step: ScriptedTransport.Step, code: RemoteError.Code, count: Int, reason: String
  ) async throws {
    let transport = ScriptedTransport(step, .json("{}", status: 201))
    let client = try Self.client(transport)
    let error = await #expect(throws: RemoteError.self) { try await client.send(Self.note) }
    #expect(error?.code == code, "\(reason)")
    #expect(error?.place == "mayday.example.org")
    #expect(transport.sent.count == count)
  }

  @Test func `after three attempts it says that it cannot be reached`() async throws {
    let transport = ScriptedTransport(
      .failure(.connection("x")), .failure(.connection("x")), .failure(.connection("nothing accepts the connection")),
      .json("{}"))
    let client = try Self.client(transport)
    let error = await #expect(throws: RemoteError.self) { try await client.send(Self.note) }
    #expect(error?.code == .cannotReach)
    #expect(error?.description.contains("nothing accepts the connection; check MAYDAY_URL") == true)
    #expect(error?.description.contains("mt_secret") == false)
  }

  @Test func `a refusal is an answer`() async throws {
    let problem = Problem(.notSignedIn, "the token is not known", hint: "make a new one")
    let body = String(decoding: problem.answer().body, as: UTF8.self)
    let answer = try await Self.client(ScriptedTransport(.json(body, status: 401))).send(Self.note)
    #expect(Problem(answer) == problem)
  }

  @Test(
    arguments: [
      ("mayday.example.org", nil, "no scheme"), ("ftp://example.org", nil, "another scheme"),
      ("https://kim:pw@example.org", nil, "a password in the address"), ("https://example.org/?a=b", nil, "a query"),
      ("https://", nil, "no host"), ("https://example.org/" + String(repeating: "a", count: 2048), nil, "too long"),
      ("https://example.org", "with space", "a token with a space"),
      ("https://example.org", "a\nX-Evil: 1", "a header"),
    ] as [(String, String?, String)])
  func `settings that cannot be used are refused`(url: String, token: String?, reason: String) {
    let error = #expect(throws: RemoteError.self) { try ServerAddress(url: url, token: token) }
    #expect(error?.code == .invalidSetting, "\(reason)")
    if let token { #expect(error?.description.contains(token) == false) }
  }

  @Test func `without an address there is no server`() throws {
    #expect(try ServerAddress(environment: ["MAYDAY_TOKEN": "x"]) == nil)
    #expect(try ServerAddress(environment: ["MAYDAY_URL": ""]) == nil)
    #expect(try ServerAddress(environment: ["MAYDAY_URL": "http://127.0.0.1:8080"])?.name == "127.0.0.1:8080")
  }
}
