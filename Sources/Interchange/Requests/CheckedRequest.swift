package import Chronology
package import Schemas

/// A request that fits its operation's schemas: what is in it has the kind and the bounds that the description promises.
package struct CheckedRequest: Sendable {
  package let operation: Operation
  package let path: [String: String]
  package let query: [String: JSONValue]
  /// An empty object where the operation takes no JSON.
  package let body: JSONValue
  package let ifMatch: EntityTag?
  package let idempotencyKey: String?
  package let upload: APIRequest.Upload?

  /// Throws the problem that its caller is told.
  ///
  /// A name in the path that cannot be one is answered like a name that is not there.
  package init(_ request: APIRequest) throws(Problem) {
    operation = Operations[request.operation]
    path = try Self.path(request, operation)
    query = try Self.query(request, operation)
    body = try Self.body(request, operation)
    if !operation.method.isRead { try IdempotencyKey.check(request.idempotencyKey) }
    ifMatch = operation.version == .none ? nil : try EntityTag.expected(request.ifMatch)
    guard operation.version != .required || request.ifMatch != nil else {
      throw Problem(
        .versionRequired, "this replaces the whole, and it is not said which version you saw",
        place: "header 'If-Match'", hint: "read it first, and send its ETag as If-Match; '*' replaces whatever is there"
      )
    }
    idempotencyKey = operation.method.isRead ? nil : request.idempotencyKey
    upload = request.upload
    if operation.takesUpload, upload == nil {
      throw Problem(.unsupportedMedia, "there is no file", place: "body", hint: "send the file's bytes as the body")
    }
  }

  private static func path(_ request: APIRequest, _ operation: Operation) throws(Problem) -> [String: String] {
    var values: [String: String] = [:]
    for name in operation.pathNames {
      let value = request.path[name] ?? ""
      guard let schema = Operations.pathSchemas[name], let json = scalar(value, schema),
        schema.problems(in: json).isEmpty
      else { throw .notFound(operation.thing(request.path)) }
      values[name] = value
    }
    return values
  }

  private static func query(_ request: APIRequest, _ operation: Operation) throws(Problem) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    let names = operation.query.map(\.name)
    if let unknown = request.query.keys.sorted().first(where: { !names.contains($0) }) {
      let meant = Nearest.word(to: unknown, among: names).map { "did you mean '\($0)'?" }
      let known = names.isEmpty ? "it takes none" : "it takes: \(names.joined(separator: ", "))"
      throw Problem(
        .invalidParameter, "there is no parameter of that name", place: "query parameter '\(unknown.prefix(60))'",
        hint: meant ?? known)
    }
    for parameter in operation.query {
      let place = "query parameter '\(parameter.name)'"
      guard let text = request.query[parameter.name] else {
        guard !parameter.isRequired else {
          throw Problem(.invalidParameter, "this is missing", place: place, hint: parameter.note)
        }
        continue
      }
      let value = scalar(text, parameter.schema) ?? .string(text)
      if let problem = parameter.schema.problems(in: value).first {
        throw Problem(.invalidParameter, problem.message, place: place, hint: parameter.note)
      }
      values[parameter.name] = value
    }
    return values
  }

  private static func scalar(_ text: String, _ schema: Schema) -> JSONValue? {
    switch schema.kind {
    case .integer: Int64(text).flatMap { String($0) == text ? .integer($0) : nil }
    case .number: Double(text).map { .number($0) }
    case .flag: text == "true" ? true : text == "false" ? false : nil
    default: .string(text)
    }
  }

  private static func body(_ request: APIRequest, _ operation: Operation) throws(Problem) -> JSONValue {
    guard let schema = operation.body else {
      guard request.body == nil || operation.takesUpload else {
        throw Problem(.unsupportedMedia, "this takes no body", place: "body", hint: "send it without one")
      }
      return [:]
    }
    let value: JSONValue
    let bytes = request.body ?? []
    if bytes.isEmpty, !schema.properties.contains(where: \.isRequired) {
      value = [:]
    } else {
      do {
        value = try JSONText.parse(bytes)
      } catch {
        throw Problem(
          .malformedBody, error.message, place: "body, line \(error.line), column \(error.column)",
          hint: "send one JSON object (RFC 8259) as UTF-8")
      }
    }
    let problems = schema.problems(in: value)
    guard problems.isEmpty else { throw .fields(problems) }
    return value
  }
}

extension CheckedRequest {
  /// A member of the body that is a text; nil where it is absent or null.
  package func text(_ name: String) -> String? { body[name]?.string }
  package func integer(_ name: String) -> Int? { body[name]?.integer.map(Int.init) }
  package func flag(_ name: String) -> Bool? { body[name]?.bool }
  package func instant(_ name: String) -> Instant? { body[name]?.string.flatMap { Instant(rfc3339: $0) } }

  /// Texts of a list; nil where it is absent.
  package func texts(_ name: String) -> [String]? { body[name]?.array?.compactMap(\.string) }

  /// A member that is one word of an enumeration.
  package func word<Word: RawRepresentable<String>>(_ name: String, as type: Word.Type = Word.self) -> Word? {
    body[name]?.string.flatMap(Word.init(rawValue:))
  }

  /// The moment as of which is asked; nil: now.
  package var asOf: Instant? { queryInstant("as_of") }

  package func queryInstant(_ name: String) -> Instant? { query[name]?.string.flatMap { Instant(rfc3339: $0) } }

  package var limit: Int { query["limit"]?.integer.map(Int.init) ?? PageSchema.limitDefault }

  package func cursor() throws(Problem) -> PageCursor? {
    guard let text = query["cursor"]?.string else { return nil }
    return try PageCursor(text, for: operation.id)
  }
}
