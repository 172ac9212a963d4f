import Foundation
import RemoteClient
import Testing

/// The real client against a real socket: what cannot be learnt from a script.
struct URLSessionTransportTests {
  private static func exchange(
    _ answer: String, bytesMax: Int = 1000
  ) async throws -> IncomingResponse {
    let server = try OneShotServer(answer: answer)
    let url = try #require(URL(string: "http://127.0.0.1:\(server.port)/api/v1/me"))
    defer { withExtendedLifetime(server) {} }
    return try await URLSessionTransport(bytesMax: bytesMax, idleSeconds: 10).exchange(
      OutgoingRequest(method: "GET", url: url, headers: ["Accept": "application/json"], body: nil))
  }

  @Test func `an answer comes whole, with its headers`() async throws {
    let response = try await Self.exchange(
      "HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}")
    #expect(response.status == 404)
    #expect(response.body == Array("{}".utf8))
    #expect(response.headers.contains { $0.name.lowercased() == "content-type" })
  }

  @Test func `a redirect is not followed`() async throws {
    let response = try await Self.exchange(
      "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 0\r\n\r\n")
    #expect(response.status == 302)
  }

  @Test func `more than the bound is not taken`() async throws {
    let body = String(repeating: "a", count: 1001)
    let error = await #expect(throws: TransportFailure.self) {
      try await Self.exchange("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + body)
    }
    #expect(error == .tooLarge(limit: 1000))
  }

  @Test func `where nobody listens the connection fails`() async throws {
    let url = try #require(URL(string: "http://127.0.0.1:1/"))
    let error = await #expect(throws: TransportFailure.self) {
      try await URLSessionTransport().exchange(OutgoingRequest(method: "GET", url: url, headers: [:], body: nil))
    }
    guard case .connection = error else {
      Issue.record("expected a failed connection, found \(String(describing: error))")
      return
    }
  }
}
