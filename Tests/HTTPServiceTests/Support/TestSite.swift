import AccountStore
import Accounts
import Chronology
import Desk
import Foundation
import HTTPService
import HTTPTypes
import Hummingbird
import Interchange
import Logging
import NIOCore
import NIOEmbedded
import RecordViews
import SurveyStore
import Synchronization

/// A whole site without a socket: real accounts in memory, a clock that stands, and operations that only remember.
struct TestSite {
  static let password = "lantern quiet ferry nine"

  let accounts: AccountStore
  let surveys: SurveyStore
  let calls = Calls()
  let clock = StandingClock()
  let site: Site
  let routes: SiteRoutes
  private let responder: RouterResponder<VisitContext>

  init(
    desk: Desk? = nil, settings: SiteSettings = SiteSettings(hosts: HostRule(listeningOn: "127.0.0.1")),
    changes: (any ChangeSource)? = nil,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { _ in try await neverEnding() },
    people: Set<String> = []
  ) async throws {
    let clock = clock
    let calls = calls
    accounts = try AccountStore(path: nil, clock: { clock.now }, passwordCost: .cheap)
    var settings = settings
    settings.watchesConnections = false
    let sample = try await SampleDesk.make()
    surveys = try SurveyStore(path: nil, isCollecting: true, clock: { clock.now }, people: { people })
    site = Site(
      desk: desk ?? sample, accounts: accounts, surveys: surveys, operations: { await calls.answer($0, $1) },
      changes: changes,
      settings: settings, clock: { clock.now }, sleep: sleep)
    routes = SiteRoutes(site: site)
    responder = routes.router.buildResponder()
  }

  /// Asks for an answer whose body ends.
  func ask(
    _ path: String, _ method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8080",
    headers: [String: String] = [:], body: String? = nil
  ) async throws -> TestAnswer {
    var headers = headers
    if let body { headers["Content-Length"] = "\(body.utf8.count)" }
    return try await ask(
      path, method, host: host, headers: headers, stream: RequestBody(buffer: ByteBuffer(string: body ?? "")))
  }

  func ask(
    _ path: String, _ method: HTTPRequest.Method, host: String? = "127.0.0.1:8080", headers: [String: String],
    stream: RequestBody
  ) async throws -> TestAnswer {
    let response = try await respond(path, method, host: host, headers: headers, stream: stream)
    let collected = Collected()
    try await response.body.write(CollectingWriter { await collected.append($0) })
    return TestAnswer(
      status: response.status.code, headers: response.headers, body: String(buffer: await collected.buffer))
  }

  /// The answer with its body not written yet.
  func respond(
    _ path: String, _ method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8080",
    headers: [String: String] = [:], stream: RequestBody = RequestBody(buffer: ByteBuffer())
  ) async throws -> Response {
    var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
    for (name, value) in headers {
      if let field = HTTPField.Name(name) { head.headerFields[field] = value }
    }
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger[metadataKey: "hb.request.id"] = "1"
    let context = VisitContext(
      source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
    return try await responder.respond(to: Request(head: head, body: stream), context: context)
  }

  /// Sends a form as a browser does from a page of this site.
  func send(
    _ path: String, _ fields: [(String, String)], as person: Person? = nil, headers: [String: String] = [:],
    csrf: Bool = true
  ) async throws -> TestAnswer {
    var fields = fields
    if csrf, let person { fields.append(("_csrf", person.formToken)) }
    var all = ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"]
    if let person { all["Cookie"] = person.cookie }
    all.merge(headers) { $1 }
    return try await ask(path, .post, headers: all, body: Self.encoded(fields))
  }

  static func encoded(_ fields: [(String, String)]) -> String {
    fields.map { "\(PercentEncoding.encoded($0.0))=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
  }

  // MARK: People

  struct Person: Sendable {
    var handle: String
    var secret: String
    var formToken: String
    var cookie: String { "mayday_session=\(secret)" }
  }

  /// Makes an account and signs it in; the first one is the administrator 'ana'.
  func person(_ role: AccountRole, _ handle: String? = nil) async throws -> Person {
    let administrator = Caller.local("test")
    let name = handle ?? (role == .administrator ? "ana" : role.rawValue)
    if let first = try await accounts.firstInvitation() {
      _ = try await accounts.accept(
        secret: first.secret, handle: "ana", displayName: "Ana <b>", password: Self.password)
    }
    if name != "ana" {
      let invitation = try await accounts.invite(role: role, by: administrator)
      _ = try await accounts.accept(
        secret: invitation.secret, handle: name, displayName: name, password: Self.password)
    }
    let grant = try await accounts.signIn(handle: name, password: Self.password, address: "192.0.2.1", agent: "Test")
    return Person(handle: name, secret: grant.secret, formToken: grant.csrfToken)
  }

  func token(of person: Person, _ scopes: Set<TokenScope>) async throws -> String {
    guard let state = try await accounts.session(secret: person.secret) else { throw CancellationError() }
    return try await accounts.createToken(for: state.caller, label: "test", scopes: scopes, expires: nil).secret
  }
}

/// Waits until it is cancelled.
func neverEnding() async throws {
  let (stream, _) = AsyncStream.makeStream(of: Void.self)
  for await _ in stream {}
  throw CancellationError()
}

struct TestAnswer {
  var status: Int
  var headers: HTTPFields
  var body: String

  var cookies: [String] { headers[values: .setCookie] }
  var location: String? { headers[.location] }

  /// The value of a hidden field of a page.
  func field(_ name: String) -> String? {
    guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }
}

/// Stands until it is moved.
final class StandingClock: Sendable {
  private let instant = Mutex(Instant(seconds: 1_800_000_000))

  var now: Instant { instant.withLock { $0 } }
  func move(bySeconds seconds: Double) { instant.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}

/// Remembers what operations were asked, and answers as it is told.
actor Calls {
  private(set) var all: [(request: APIRequest, caller: Caller)] = []
  private var next: APIAnswer?

  func answer(_ request: APIRequest, _ caller: Caller) -> APIAnswer {
    all.append((request, caller))
    if let next { return next }
    return APIAnswer(status: Operations[request.operation].status, body: Array("{}".utf8))
  }

  func willAnswer(_ answer: APIAnswer?) { next = answer }
  func forget() { all = [] }
}

actor Collected {
  var buffer = ByteBuffer()

  func append(_ part: ByteBuffer) { buffer.writeImmutableBuffer(part) }
}

struct CollectingWriter: ResponseBodyWriter {
  let act: @Sendable (ByteBuffer) async throws -> Void

  init(_ act: @escaping @Sendable (ByteBuffer) async throws -> Void) { self.act = act }

  func write(_ buffer: ByteBuffer) async throws { try await act(buffer) }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
