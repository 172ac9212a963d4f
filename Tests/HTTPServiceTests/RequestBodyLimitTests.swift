import HTTPService
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@Suite struct RequestBodyLimitTests {
  private let head = HTTPRequestPart.head(HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/"))

  private func body(_ count: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 0, count: count)) }

  @Test func `a body up to the limit passes, and each request counts for itself`() throws {
    let channel = EmbeddedChannel(handler: RequestBodyLimit(bytesMax: 10))
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/test")).wait()
    for _ in 0..<3 {
      for part in [head, body(6), body(4), .end(nil)] { try channel.writeInbound(part) }
    }
    #expect(channel.isActive)
  }

  @Test func `a byte more closes the connection`() throws {
    let channel = EmbeddedChannel(handler: RequestBodyLimit(bytesMax: 10))
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/test")).wait()
    for part in [head, body(6), body(5)] { try channel.writeInbound(part) }
    #expect(!channel.isActive)
  }
}
