import HTTPTypes
package import NIOCore
package import NIOHTTPTypes

/// Closes a connection whose request sends more body than the server would ever read.
package final class RequestBodyLimit: ChannelInboundHandler, RemovableChannelHandler {
  package typealias InboundIn = HTTPRequestPart
  package typealias InboundOut = HTTPRequestPart

  private let bytesMax: Int
  private var bytes = 0

  package init(bytesMax: Int) { self.bytesMax = bytesMax }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: bytes = 0
    case .body(let buffer):
      bytes += buffer.readableBytes
      if bytes > bytesMax {
        context.close(promise: nil)
        return
      }
    case .end: break
    }
    context.fireChannelRead(data)
  }
}
