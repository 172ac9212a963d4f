import Interchange
import Schemas

/// What an operation came to, on its way to an answer.
struct Outcome {
  var answer: APIAnswer
  /// Whether the desk had done it before, for the same key.
  var isReplay = false

  /// `tag` is the version of the thing; `location` the path of what was made; `next` leads on to the page after this one.
  init(
    _ call: Call, _ value: some Encodable, tag: Int64? = nil, location: String? = nil, next: String? = nil,
    isReplay: Bool = false
  ) {
    var headers: [(name: String, value: String)] = []
    if let tag { headers.append(("ETag", EntityTag(version: tag).description)) }
    if let location { headers.append(("Location", location)) }
    if let next { headers.append(("Link", Self.link(call, next))) }
    answer = APIAnswer(status: call.request.operation.status, headers: headers, body: WireCoding.bytes(of: value))
    self.isReplay = isReplay
  }

  /// RFC 8288: the same address with another cursor.
  private static func link(_ call: Call, _ next: String) -> String {
    var query = call.request.query.compactMapValues { value -> String? in
      switch value {
      case .string(let text): text
      case .integer(let number): String(number)
      case .bool(let flag): flag ? "true" : "false"
      default: nil
      }
    }
    query["cursor"] = next
    return "<\(call.request.operation.path(call.request.path))?\(PercentEncoding.query(query))>; rel=\"next\""
  }
}

extension Call {
  /// One page of what is at hand as a whole, and the cursor to the page after it.
  ///
  /// `key` names an item among the others, in the order of the items by `isBefore`; the cursor carries the last one seen.
  func page<Item: Codable & Sendable>(_ items: [Item], key: (Item) -> String) throws(Problem) -> PageAnswer<Item> {
    var start = 0
    if let cursor = try request.cursor() {
      guard let index = items.firstIndex(where: { key($0) == cursor.key }) else { throw PageCursor.foreign }
      start = index + 1
    }
    let page = Array(items[start...].prefix(request.limit))
    guard start + page.count < items.count, let last = page.last else { return PageAnswer(items: page) }
    return PageAnswer(items: page, next: PageCursor(key: key(last)).text(for: request.operation.id))
  }

  func outcome<Item: Codable & Sendable>(_ page: PageAnswer<Item>, tag: Int64? = nil) -> Outcome {
    Outcome(self, page, tag: tag, next: page.next)
  }
}
