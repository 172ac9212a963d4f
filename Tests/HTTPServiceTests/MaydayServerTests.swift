import HTTPService
import Logging
import Testing

/// The server on a real socket of this machine.
@Suite struct MaydayServerTests {
  @Test func `a port that is taken is an error that says what to do, and the server stops when told`() async throws {
    let (ports, ready) = AsyncStream.makeStream(of: Int.self)
    let first = MaydayServer(site: try await TestSite().site, host: "127.0.0.1", port: 0, logLevel: .critical) {
      ready.yield($0)
    }
    let serving = Task { try await first.run() }
    let port = try #require(await ports.first { _ in true })
    #expect(port > 0)

    let second = MaydayServer(site: try await TestSite().site, host: "127.0.0.1", port: port, logLevel: .critical)
    let error = try #require(await #expect(throws: ServerError.self) { try await second.run() })
    #expect(error.code == .portTaken)
    #expect(error.description.hasPrefix("127.0.0.1:\(port): the port is taken by another program"))
    #expect(error.description.contains("--listen"))

    serving.cancel()
    try await serving.value
  }

  @Test func `an address that is not ours is an error`() async throws {
    // RFC 5737: an address for documentation, which no machine has.
    let server = MaydayServer(site: try await TestSite().site, host: "192.0.2.7", port: 0, logLevel: .critical)
    let error = try #require(await #expect(throws: ServerError.self) { try await server.run() })
    #expect(error.code == .hostNotOurs)
    #expect(error.description.contains("'192.0.2.7' is not an address of this machine"))
  }
}
