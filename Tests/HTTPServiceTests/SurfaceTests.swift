import Accounts
import HTTPService
import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import PageKit
import RecordViews
import Testing

/// Walks every route with every kind of visitor, and holds what is answered against the table of permissions.
@Suite struct SurfaceTests {
  /// Everybody who may come, with what the table says they may do.
  enum Visitor: Hashable, CustomStringConvertible {
    case stranger
    case unknownCookie
    case unknownToken
    case role(AccountRole)
    case token(TokenScope)

    static let all: [Visitor] =
      [.stranger, .unknownCookie, .unknownToken] + AccountRole.allCases.map { .role($0) }
      + TokenScope.allCases.map { .token($0) }

    /// Nil where nobody is signed in.
    func may(_ permission: Permission) -> Bool? {
      switch self {
      case .stranger, .unknownCookie, .unknownToken: nil
      case .role(let role): AccessTable.allows(role, permission)
      // The tokens are an administrator's: their scope alone holds them back.
      case .token(let scope): scope.covers(permission)
      }
    }

    var description: String {
      switch self {
      case .stranger: "a stranger"
      case .unknownCookie: "an unknown cookie"
      case .unknownToken: "an unknown token"
      case .role(let role): "a \(role.rawValue)"
      case .token(let scope): "a token for '\(scope.rawValue)'"
      }
    }
  }

  private let site: TestSite
  private var proofs: [Visitor: [String: String]] = [:]

  init() async throws {
    site = try await TestSite(changes: NoChanges())
    let ana = try await site.person(.administrator)
    for visitor in Visitor.all {
      switch visitor {
      case .stranger: proofs[visitor] = [:]
      case .unknownCookie: proofs[visitor] = ["Cookie": "mayday_session=never-given"]
      case .unknownToken: proofs[visitor] = ["Authorization": "Bearer never-given"]
      case .role(let role):
        let person = role == .administrator ? ana : try await site.person(role)
        proofs[visitor] = ["Cookie": person.cookie, "X-CSRF-Token": person.formToken]
      case .token(let scope):
        proofs[visitor] = ["Authorization": "Bearer \(try await site.token(of: ana, [scope]))"]
      }
    }
  }

  @Test func `nothing is reachable that the table does not allow`() async throws {
    for route in site.routes.all {
      for visitor in Visitor.all {
        await site.calls.forget()
        let status = try await status(route, visitor)
        let called = await !site.calls.all.isEmpty
        switch (route.access, verdict(route, visitor)) {
        case (.everyone, _):
          #expect(status != 401, "\(route.method) \(route.path) for \(visitor)")
        case (.needs, nil):
          let expected =
            route.surface == .api || route.surface == .calendar ? [401] : route.surface == .form ? [303, 401] : [303]
          #expect(expected.contains(status), "\(route.method) \(route.path) for \(visitor): \(status)")
          #expect(!called)
        case (.needs, false?):
          #expect(status == 403, "\(route.method) \(route.path) for \(visitor): \(status)")
          #expect(!called)
        case (.needs, true?):
          #expect(
            status != 401 && (status != 403 || isFormWithoutItsToken(route, visitor)),
            "\(route.method) \(route.path) for \(visitor): \(status)")
          #expect(route.surface != .api || route.path.hasSuffix("/events") || called, "\(route.path) asks nobody")
        }
      }
    }
  }

  @Test func `every operation has its address, and every one that does something its form`() {
    let routes = site.routes.all
    for operation in Operations.all {
      #expect(routes.contains { $0.path == operation.path && $0.method.rawValue == operation.method.rawValue })
      guard operation.isForm else { continue }
      let path = ActionPath.template(of: operation)
      #expect(routes.contains { $0.path == path && $0.method == .post && $0.access == .needs(operation.permission) })
    }
  }

  @Test func `no address has two answers`() {
    let keys = site.routes.all.map { "\($0.method.rawValue) \(RouterPath($0.path).description)" }
    #expect(Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: [
    "/nothing", "/incidents/INC-1/nothing", "/api/v1/nothing", "/api/v2/nothing", "/people/ana/nothing",
  ])
  func `what is not there is not there for anybody`(path: String) async throws {
    for visitor in Visitor.all {
      for method in [HTTPRequest.Method.get, .post, .put, .delete] {
        let answer = try await site.ask(path, method, headers: proofs[visitor] ?? [:], body: "")
        #expect(answer.status == 404)
        let type = path.hasPrefix("/api/") ? "application/problem+json" : "text/html; charset=utf-8"
        #expect(answer.headers[.contentType] == type)
      }
    }
  }

  private func verdict(_ route: Route, _ visitor: Visitor) -> Bool? {
    guard case .needs(let permission) = route.access else { return true }
    return visitor.may(permission)
  }

  /// A form that a token sends has no token of a page; that is refused too.
  private func isFormWithoutItsToken(_ route: Route, _ visitor: Visitor) -> Bool {
    guard case .token = visitor else { return false }
    return route.method == .post && route.surface != .api
  }

  private func status(_ route: Route, _ visitor: Visitor) async throws -> Int {
    var headers = proofs[visitor] ?? [:]
    var body = ""
    if route.method != .get {
      if route.surface == .api {
        let takesFile = route.path.hasSuffix("/evidence")
        headers["Content-Type"] = takesFile ? "application/octet-stream" : "application/json"
        body = "{}"
      } else {
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Sec-Fetch-Site"] = "same-origin"
        // Sessions are left as they are while the routes are walked: what the form asks is wrong.
        body = TestSite.encoded([("_csrf", headers["X-CSRF-Token"] ?? "")])
      }
    }
    let path = route.path.replacing("{incident}", with: "INC-1").replacing("{handle}", with: "nobody")
      .replacing("{instant}", with: "detected").replacing("{", with: "").replacing("}", with: "")
    guard !isEnding(route) else { return try await refusedStatus(route, path, headers) }
    let response = try await site.respond(
      path, route.method, headers: headers, stream: RequestBody(buffer: ByteBuffer(string: body)))
    return response.status.code
  }

  /// Routes that would end the visitor's own session are asked without the form's token, so that the walk goes on.
  private func isEnding(_ route: Route) -> Bool { route.path == "/sign-out" }

  private func refusedStatus(_ route: Route, _ path: String, _ headers: [String: String]) async throws -> Int {
    let answer = try await site.ask(path, route.method, headers: headers, body: "")
    #expect(answer.status == 403)
    return answer.status
  }
}

/// A source in which nothing ever changes.
struct NoChanges: ChangeSource {
  func newest() async throws -> Int64 { 0 }
  func changes(after: Int64, of: IncidentID?, for: Caller, max: Int) async throws -> ChangeBatch {
    ChangeBatch(changes: [], upTo: after)
  }
  func wakings() async -> AsyncStream<Void> { AsyncStream { $0.finish() } }
}
