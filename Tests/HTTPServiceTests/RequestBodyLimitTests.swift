import HTTPService
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@Suite struct RequestBodyLimitTests {
  private let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/"))

  private func body(_ count: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 0, count: count)) }

  private func channel() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: RequestBodyLimit(bytesMax: 10, bytesAfterAnswerMax: 4))
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "/test")).wait()
    return channel
  }

  @Test func `a body up to the limit passes, and each request counts for itself`() throws {
    let channel = try channel()
    for _ in 0..<3 {
      for part in [head, body(6), body(4), .end(nil)] { try channel.writeInbound(part) }
    }
    #expect(channel.isActive)
  }

  @Test func `a byte more closes the connection`() throws {
    let channel = try channel()
    for part in [head, body(6), body(5)] { try channel.writeInbound(part) }
    #expect(!channel.isActive)
  }

  @Test func `after the answer little more is read, and the next request begins anew`() throws {
    let channel = try channel()
    for part in [head, body(2)] { try channel.writeInbound(part) }
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    try channel.writeInbound(body(4))
    #expect(channel.isActive)
    for part in [.end(nil), head, body(9)] { try channel.writeInbound(part) }
    #expect(channel.isActive)
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    // Nine bytes before, and five after: the limit of the whole is not reached, the one after the answer is.
    let other = try self.channel()
    for part in [head, body(2)] { try other.writeInbound(part) }
    try other.writeOutbound(HTTPResponsePart.end(nil))
    try other.writeInbound(body(5))
    #expect(!other.isActive)
  }
}
