package import Foundation

/// One request over HTTP, ready to be sent.
package struct OutgoingRequest: Hashable, Sendable {
  package var method: String
  package var url: URL
  package var headers: [String: String]
  package var body: [UInt8]?

  package init(method: String, url: URL, headers: [String: String], body: [UInt8]?) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// What came back.
package struct IncomingResponse: Hashable, Sendable {
  package var status: Int
  package var headers: [Header]
  package var body: [UInt8]

  /// A header, its name as the server wrote it.
  package struct Header: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// Why nothing came back.
package enum TransportFailure: Error, Hashable, Sendable {
  /// The connection failed or broke; the request may have been carried out all the same.
  case connection(String)
  case timedOut
  case insecure(String)
  case tooLarge(limit: Int)
}

/// Carries one request, follows no redirect, and takes no more than its bound.
package protocol Transport: Sendable {
  func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse
}
