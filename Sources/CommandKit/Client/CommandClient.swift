package import Chronology
import Foundation
package import Interchange
package import Schemas
package import TerminalPages

/// Who answers a command, and how the answer is shown.
package struct CommandClient: Sendable {
  package let client: any APIClient
  package let zone: DisplayZone
  package let format: OutputFormat
  /// Of this machine, when the command began.
  package let now: Instant

  package init(client: any APIClient, zone: DisplayZone, format: OutputFormat, now: Instant) {
    self.client = client
    self.zone = zone
    self.format = format
    self.now = now
  }

  package var terminal: Terminal { .standardOutput() }

  /// The same at another moment.
  package func at(_ now: Instant) -> CommandClient {
    CommandClient(client: client, zone: zone, format: format, now: now)
  }

  /// Reads, or does, what an operation is for.
  ///
  /// A write carries a key of its own, so that it is done once however often the way to a server breaks. Throws
  /// ``CommandFailure`` for a refusal, with its hint.
  package func ask<Answer: Decodable & Sendable>(
    _ operation: OperationID, path: [String: String] = [:], query: [String: String?] = [:], body: JSONValue? = nil,
    upload: APIRequest.Upload? = nil, ifMatch: String? = nil
  ) async throws -> Answered<Answer> {
    let isRead = Operations[operation].method.isRead
    let request = APIRequest(
      operation, path: path, query: query.compactMapValues { $0 },
      body: isRead || upload != nil ? nil : (body ?? .object([:])).bytes,
      idempotencyKey: isRead ? nil : UUID().uuidString, ifMatch: ifMatch, upload: upload)
    let answer = try await client.send(request)
    if let problem = Problem(answer) {
      throw ProblemAdvice(operation: Operations[operation], path: path).advised(problem)
    }
    do {
      return Answered(
        value: try WireCoding.decode(Answer.self, from: answer.body), json: try Schemas.JSONText.parse(answer.body),
        tag: answer.headers.first { $0.name.lowercased() == "etag" }?.value)
    } catch {
      throw CommandFailure(
        "the answer to '\(operation.rawValue)' cannot be read", hint: "Is the server's Mayday of the same version?")
    }
  }

  /// All items of a listing, page by page, at most `max` of them.
  package func all<Item: Codable & Sendable>(
    _ operation: OperationID, path: [String: String] = [:], query: [String: String?] = [:], max: Int = 10_000
  ) async throws -> [Item] {
    var items: [Item] = []
    var cursor: String?
    repeat {
      var query = query
      query["cursor"] = .some(cursor)
      if Operations[operation].query.contains(where: { $0.name == "limit" }) {
        query["limit"] = String(PageSchema.limitMax)
      }
      let page: Answered<PageAnswer<Item>> = try await ask(operation, path: path, query: query)
      items += page.value.items
      cursor = page.value.next
    } while cursor != nil && items.count < max
    return items
  }

  /// The first items of a listing, and whether there are more of them than the limit; nil takes all.
  package func first<Item: Codable & Sendable>(
    _ limit: Int?, _ operation: OperationID, path: [String: String] = [:], query: [String: String?] = [:]
  ) async throws -> (items: [Item], hasMore: Bool) {
    // One more than are shown, since a page may end at the limit.
    let found: [Item] = try await all(operation, path: path, query: query, max: limit.map { $0 + 1 } ?? .max)
    guard let limit, found.count > limit else { return (found, false) }
    if format == .json { Output.say("There are more than \(limit): --limit shows them.") }
    return (Array(found.prefix(limit)), true)
  }

  /// Prints an answer: as text, or as the JSON that the API gave.
  package func show<Answer>(_ answered: Answered<Answer>, _ text: (Answer) throws -> String) throws {
    switch format {
    case .text: try Output.write(try text(answered.value), to: nil)
    case .json: try Output.write(answered.json.indented, to: nil)
    }
  }

  /// Prints what was put together of several answers.
  package func show(_ value: some Encodable, _ text: () throws -> String) throws {
    switch format {
    case .text: try Output.write(try text(), to: nil)
    case .json: try Output.write(WireCoding.json(of: value).indented, to: nil)
    }
  }

  /// Says on standard error who of some people has no account, where others have one; a server does not tell that.
  package func remark(on people: [String]) async {
    guard let record = client as? RecordClient else { return }
    let handles = await record.handles()
    guard !handles.isEmpty else { return }
    for person in people where !person.isEmpty && !handles.contains(person) {
      Output.say("Nobody has the account '\(TerminalText.harmless(person))' here. It is kept as you wrote it.")
    }
  }

  /// Reads a time, and says on standard error what it was taken for.
  package func instant(_ text: String?, as sense: TypedTime.Sense = .happened, option: String) throws -> Instant? {
    guard let text else { return nil }
    let reading = try TypedTime(now: now, zone: zone).read(text, as: sense, option: option)
    if let remark = reading.remark { Output.say(TerminalText.harmless(remark)) }
    return reading.instant
  }
}

/// What an operation answered: read, as it came, and its entity tag.
package struct Answered<Answer: Sendable>: Sendable {
  package var value: Answer
  package var json: JSONValue
  package var tag: String?
}

/// Form of a result.
package enum OutputFormat: String, CaseIterable, Sendable {
  case text, json
}

extension JSONValue {
  /// An instant as the API takes it.
  package static func instant(_ instant: Instant) -> JSONValue { .string(instant.rfc3339) }

  /// An object without the members that are nil.
  package static func members(_ members: [String: JSONValue?]) -> JSONValue { .object(members.compactMapValues { $0 }) }
}

extension CommandFailure {
  /// A refusal as every command tells it: the fact, then each field that does not fit, then what to do.
  package init(_ problem: Problem) {
    let place = problem.place.map { "\(TypedName.of(place: $0)): " } ?? ""
    let errors = problem.errors ?? []
    func told(_ error: FieldProblem) -> String {
      error.pointer.isEmpty ? error.message : "\(TypedName.of(pointer: error.pointer)): \(error.message)"
    }
    var hints = errors.dropFirst().map(told)
    if let hint = problem.hint, !hint.isEmpty { hints.append(Self.sentence(hint)) }
    self.init(
      TerminalText.harmless(errors.first.map(told) ?? place + problem.detail),
      hint: hints.isEmpty
        ? nil
        : hints.map { TerminalText.harmlessLines($0).replacing("\n", with: "\n  ") }.joined(separator: "\n  "))
  }

  private static func sentence(_ text: String) -> String {
    let first = text.prefix(1).uppercased() + text.dropFirst()
    // A command at its end is there to be copied.
    let isWhole = [".", "?", "!", "'"].contains(first.suffix(1)) || first.contains(": mayday ")
    return isWhole ? first : first + "."
  }
}
