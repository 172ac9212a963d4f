import HTTPTypes
import Hummingbird
import Interchange

extension SiteRoutes {
  /// The API: each operation of the table at its address.
  var operationRoutes: [Route] {
    Operations.all.map { operation in
      Route(operation.method.http, operation.path, .needs(operation.permission), .api) { request, context in
        if operation.id == .listEvents, Self.wantsEvents(request) {
          return try await stream(request, context, of: .incidents(nil))
        }
        return try await answer(operation, request, context)
      }
    }
  }

  private func answer(_ operation: Operation, _ request: Request, _ context: VisitContext) async throws -> Response {
    let caller = try caller(context)
    if !operation.method.isRead { try checkToken(request, context) }
    var call = APIRequest(operation.id)
    call.path = try Self.pathValues(operation, context)
    call.query = try Self.query(request)
    call.idempotencyKey = request.header("Idempotency-Key")
    call.ifMatch = request.headers[.ifMatch]
    if operation.takesUpload {
      let asked = call
      return try await site.uploads.pass {
        var call = asked
        call.upload = try await upload(request, named: call.query["name"])
        return Answers.answer(await site.operations(call, caller))
      }
    }
    if operation.body != nil { call.body = try await json(request, bytesMax: operation.bodyBytesMax) }
    return Answers.answer(await site.operations(call, caller))
  }

  /// A session is sent along by the browser whoever made it send the request; the token is not.
  private func checkToken(_ request: Request, _ context: VisitContext) throws(Refusal) {
    guard context.visitor.isSentByBrowser else { return }
    guard site.tokens.accepts(request.header("X-CSRF-Token"), from: context) else {
      throw Refusal(
        .forbidden, "a write by a browser's session needs its token in X-CSRF-Token",
        hint: "take it from the field '_csrf' of a page, or use an API token")
    }
  }

  static func pathValues(_ operation: Operation, _ context: VisitContext) throws(Refusal) -> [String: String] {
    var values: [String: String] = [:]
    for name in operation.pathNames {
      guard let value = context.parameter(name) else { throw .notFound }
      values[name] = value
    }
    return values
  }

  static func query(_ request: Request) throws(Refusal) -> [String: String] {
    let fields = try FormFields(urlEncoded: Array((request.uri.query ?? "").utf8))
    if let name = fields.repeatedName {
      throw Refusal(.badRequest, "the query parameter '\(name.prefix(60))' stands more than once", hint: "send it once")
    }
    return Dictionary(fields.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  private func json(_ request: Request, bytesMax: Int) async throws -> [UInt8] {
    let type = WrittenMediaType(request.headers[.contentType])
    let charset = type?.parameters["charset"]?.lowercased()
    guard type?.essence == "application/json", charset == nil || charset == "utf-8" else {
      // Without a body there is nothing whose type could be wrong: what is missing is said by the operation.
      if type == nil, try await isEmpty(request) { return Array("{}".utf8) }
      throw Refusal.unsupported("application/json in UTF-8")
    }
    return try await site.reader.bytes(
      of: request, what: "the body", bytesMax: bytesMax, seconds: ServerLimits.bodySeconds)
  }

  private func isEmpty(_ request: Request) async throws -> Bool {
    if request.headers[.transferEncoding] != nil { return false }
    return request.headers[.contentLength].map { $0 == "0" } ?? true
  }

  /// A file: the body itself, or the one file of a form.
  private func upload(_ request: Request, named name: String?) async throws -> APIRequest.Upload {
    let header = request.headers[.contentType]
    let essence = WrittenMediaType(header)?.essence ?? "application/octet-stream"
    guard essence != "application/x-www-form-urlencoded", essence != "application/json" else {
      throw Refusal.unsupported(
        "the file as application/octet-stream with its name in the query, or multipart/form-data")
    }
    let bytes = try await site.reader.bytes(
      of: request, what: "the upload", bytesMax: ServerLimits.uploadBytesMax, seconds: ServerLimits.uploadSeconds)
    guard essence == "multipart/form-data" else {
      return APIRequest.Upload(name: FileName.harmless(name ?? ""), bytes: bytes)
    }
    let files = try MultipartForm(bytes, contentType: header ?? "").files
    guard let file = files.first, files.count == 1 else {
      throw Refusal(
        .unprocessableContent, "the form has \(files.count) files, and one is taken at a time",
        hint: "send one request for each")
    }
    return APIRequest.Upload(name: file.name, bytes: file.bytes)
  }

  private static func wantsEvents(_ request: Request) -> Bool {
    request.headers[.accept]?.split(separator: ",").contains {
      WrittenMediaType(String($0))?.essence == "text/event-stream"
    } ?? false
  }
}

extension HTTPVerb {
  var http: HTTPRequest.Method {
    switch self {
    case .get: .get
    case .post: .post
    case .put: .put
    case .patch: .patch
    }
  }
}

extension Request {
  /// A header by its name.
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

extension Operation {
  /// Bytes of JSON that it takes: some carry a whole document.
  fileprivate var bodyBytesMax: Int {
    switch id {
    case .startPostmortem, .addToLibrary, .writeSection, .previewSection, .writePlan, .checkPlan:
      ServerLimits.documentBytesMax
    default: ServerLimits.jsonBytesMax
    }
  }
}
