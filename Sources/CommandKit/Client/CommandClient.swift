package import Chronology
import Foundation
package import Interchange
package import TerminalPages

/// Who answers a command, and how the answer is shown.
package struct CommandClient: Sendable {
  package let client: any APIClient
  package let zone: DisplayZone
  package let format: OutputFormat
  /// Of this machine, when the command began.
  package let now: Instant

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
    if let problem = Problem(answer) { throw problem }
    do {
      return Answered(
        value: try WireCoding.decode(Answer.self, from: answer.body), json: try Interchange.JSONText.parse(answer.body),
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
    let place = problem.place.map { "\($0): " } ?? ""
    var hints: [String] = []
    if let errors = problem.errors, errors.count > 1 {
      hints += errors.dropFirst().map { "\(FormBridge.fieldName(of: $0.pointer)): \($0.message)" }
    }
    if let hint = problem.hint, !hint.isEmpty { hints.append(Self.sentence(hint)) }
    self.init(
      TerminalText.harmless(place + problem.detail),
      hint: hints.isEmpty ? nil : hints.map { TerminalText.harmless($0) }.joined(separator: "\n  "))
  }

  private static func sentence(_ text: String) -> String {
    let first = text.prefix(1).uppercased() + text.dropFirst()
    return [".", "?", "!", "'"].contains(first.suffix(1)) ? first : first + "."
  }
}
