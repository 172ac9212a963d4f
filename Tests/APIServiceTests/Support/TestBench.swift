import APIDescription
import APIService
import Accounts
import Desk
import Foundation
import Interchange
import Journal
import RecordViews
import Schemas
import SurveyStore
import Synchronization
import Testing

/// A service over a record in memory.
///
/// Every answer is held to what the table promises: its status, its schema, and the ways in which it may be refused.
final class TestBench: Sendable {
  static let kim = Caller(account: "kim", displayName: "Kim", role: .responder, origin: .session(id: "s1"))
  static let lee = Caller(account: "lee", displayName: "Lee", role: .responder, origin: .session(id: "s2"))
  static let ann = Caller(account: "ann", displayName: "Ann", role: .administrator, origin: .session(id: "s3"))
  static let rob = Caller(account: "rob", displayName: "Rob", role: .reader, origin: .session(id: "s4"))

  let clock = TestClock()
  let desk: Desk
  let service: APIService

  init() throws {
    let clock = clock
    let recordClock = RecordClock { clock.now }
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)").path
    desk = try Desk(
      journal: MemoryJournal(clock: recordClock), clock: recordClock, evidenceFolder: folder,
      readEvidence: { _ in SampleTimeline.report })
    let log = LogBox()
    let surveys = try SurveyStore(
      path: nil, isCollecting: true, clock: { clock.now }, people: { ["ann", "kim", "lee", "rob", "zoe"] })
    service = APIService(
      desk: desk, surveys: { surveys }, mayday: "test", now: { clock.now }, onFailure: { log.add("\($0)") })
    self.log = log
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private let folder: String
  private let log: LogBox

  /// Failures that callers are not told of.
  var failures: [String] { log.lines }

  func send(_ request: APIRequest, as caller: Caller = kim) async throws -> APIAnswer {
    let answer = await service.answer(request, caller: caller)
    let operation = Operations[request.operation]
    let name = operation.id.rawValue
    let json = try JSONText.parse(answer.body)
    if answer.status < 400 {
      #expect(answer.status == operation.status, "\(name)")
      #expect(operation.answer.problems(in: json) == [], "\(name)")
    } else {
      #expect(answer.mediaType == "application/problem+json", "\(name)")
      #expect(ProblemSchema.problem.problems(in: json) == [], "\(name)")
      let problem = try #require(Problem(answer))
      let kind = try #require(problem.kind, "\(problem.type) is no type of ours")
      #expect(operation.problems.contains(kind), "\(name) is refused by \(kind), which its description leaves out")
      #expect(problem.status == answer.status)
    }
    return answer
  }

  func send(
    _ id: OperationID, _ path: [String: String] = [:], _ body: JSONValue? = nil, query: [String: String] = [:],
    key: String? = nil, ifMatch: String? = nil, as caller: Caller = kim
  ) async throws -> APIAnswer {
    try await send(
      APIRequest(id, path: path, query: query, body: body?.bytes, idempotencyKey: key, ifMatch: ifMatch), as: caller)
  }

  /// Declares an incident and returns its name.
  func declare(_ members: JSONValue = [:], as caller: Caller = kim) async throws -> String {
    var body = members.object ?? [:]
    if body["title"] == nil { body["title"] = "Payments fail" }
    let answer = try await send(.declareIncident, [:], .object(body), as: caller)
    try #require(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
    return try #require(try JSONText.parse(answer.body)["incident"]?["id"]?.string)
  }
}

extension TestBench {
  /// Begins a postmortem and returns its name.
  func startPostmortem(_ members: JSONValue = ["title": "The eighth server"], as caller: Caller = kim) async throws
    -> String
  {
    let answer = try await send(.startPostmortem, [:], members, as: caller)
    try #require(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
    return try #require(answer.json["postmortem"]?["id"]?.string)
  }
}

/// Lines from whichever task.
final class LogBox: Sendable {
  private let kept = Mutex<[String]>([])

  func add(_ line: String) { kept.withLock { $0.append(line) } }
  var lines: [String] { kept.withLock { $0 } }
}

extension APIAnswer {
  var json: JSONValue { (try? JSONText.parse(body)) ?? .null }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
