/// One call of an operation, whichever way it came: over HTTP, from a form, from a terminal.
package struct APIRequest: Sendable {
  package var operation: OperationID
  /// Values of the path's parameters, not percent-encoded.
  package var path: [String: String]
  package var query: [String: String]
  /// JSON.
  package var body: [UInt8]?
  /// The same key with the same body is answered the same, and done once.
  package var idempotencyKey: String?
  /// The entity tag that the caller last saw.
  package var ifMatch: String?
  package var upload: Upload?

  package init(
    _ operation: OperationID, path: [String: String] = [:], query: [String: String] = [:], body: [UInt8]? = nil,
    idempotencyKey: String? = nil, ifMatch: String? = nil, upload: Upload? = nil
  ) {
    self.operation = operation
    self.path = path
    self.query = query
    self.body = body
    self.idempotencyKey = idempotencyKey
    self.ifMatch = ifMatch
    self.upload = upload
  }

  /// A file that came with a request.
  package struct Upload: Sendable {
    /// As its sender named it; not to be trusted.
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }
}

/// What an operation answers.
package struct APIAnswer: Sendable {
  package var status: Int
  /// `ETag`, `Location`, `Link`, `Retry-After`.
  package var headers: [(name: String, value: String)]
  package var mediaType: String
  package var body: [UInt8]

  package init(
    status: Int, headers: [(name: String, value: String)] = [], mediaType: String = "application/json", body: [UInt8]
  ) {
    self.status = status
    self.headers = headers
    self.mediaType = mediaType
    self.body = body
  }
}

/// Whatever answers operations: the desk in this process, or a server.
package protocol APIClient: Sendable {
  /// Throws only when no answer came; an operation that was refused answers with a problem.
  func send(_ request: APIRequest) async throws -> APIAnswer
}
