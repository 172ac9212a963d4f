import Accounts
import HTTPService
import Logging
import Testing

/// The server on a real socket of this machine.
@Suite(.timeLimit(.minutes(15))) struct MaydayServerTests {
  /// A site as it is served, connections watched, for a visitor who need not sign in.
  private func site() async throws -> Site {
    let test = try await TestSite(
      settings: SiteSettings(hosts: HostRule(listeningOn: "127.0.0.1"), localVisitor: .local("kim")),
      changes: ScriptedChanges())
    var settings = test.site.settings
    settings.watchesConnections = true
    return Site(
      desk: test.site.desk, accounts: test.accounts, operations: test.site.operations, changes: test.site.changes,
      settings: settings)
  }

  private func serving(_ act: (Int) async throws -> Void) async throws {
    let (ports, ready) = AsyncStream.makeStream(of: Int.self)
    let server = MaydayServer(site: try await site(), host: "127.0.0.1", port: 0, logLevel: .critical) {
      ready.yield($0)
    }
    let running = Task { try await server.run() }
    let port = try #require(await ports.first { _ in true })
    try await act(port)
    running.cancel()
    try await running.value
  }

  @Test func `a port that is taken is an error that says what to do, and the server stops when told`() async throws {
    try await serving { port in
      #expect(port > 0)
      let second = MaydayServer(site: try await site(), host: "127.0.0.1", port: port, logLevel: .critical)
      let error = try #require(await #expect(throws: ServerError.self) { try await second.run() })
      #expect(error.code == .portTaken)
      #expect(error.description.hasPrefix("127.0.0.1:\(port): the port is taken by another program"))
      #expect(error.description.contains("--listen"))
    }
  }

  @Test func `an address that is not ours is an error`() async throws {
    // RFC 5737: an address for documentation, which no machine has.
    let server = MaydayServer(site: try await site(), host: "192.0.2.7", port: 0, logLevel: .critical)
    let error = try #require(await #expect(throws: ServerError.self) { try await server.run() })
    #expect(error.code == .hostNotOurs)
    #expect(error.description.contains("'192.0.2.7' is not an address of this machine"))
  }

  @Test func `a live stream is sent at once, and ends when the server stops`() async throws {
    let (ports, ready) = AsyncStream.makeStream(of: Int.self)
    let server = MaydayServer(site: try await site(), host: "127.0.0.1", port: 0, logLevel: .critical) {
      ready.yield($0)
    }
    let running = Task { try await server.run() }
    let port = try #require(await ports.first { _ in true })
    let connection = try RawConnection(port: port)
    connection.send("GET /incidents/INC-1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
    let begin = try #require(await connection.read(until: "id: "))
    #expect(begin.hasPrefix("HTTP/1.1 200") && begin.contains("text/event-stream") && begin.contains("retry: 3000"))
    running.cancel()
    // The other side ends the stream: reading comes to an end by itself.
    #expect(await connection.read() != nil)
    try await running.value
  }

  @Test func `a body that is too large is answered, and its sender cut off`() async throws {
    try await serving { port in
      let connection = try RawConnection(port: port)
      connection.send(
        "POST /sign-out HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
          + "Content-Length: 50000000\r\n\r\n")
      let answer = try #require(await connection.read(until: "</html>"))
      #expect(answer.hasPrefix("HTTP/1.1 413"))
      #expect(answer.contains("50000000 bytes") && answer.contains("\(ServerLimits.formBytesMax)"))
      let chunk = String(repeating: "a", count: 1 << 20)
      // The kernels between hold some of it; the server takes little more.
      #expect((0..<48).contains { _ in !connection.send(chunk) })
    }
  }

  @Test(arguments: ["GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}"])
  func `what is no HTTP is told so and closed`(text: String) async throws {
    try await serving { port in
      let connection = try RawConnection(port: port)
      connection.send(text + "\r\n\r\n")
      let answer = try #require(await connection.read())
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400"))
    }
  }
}
