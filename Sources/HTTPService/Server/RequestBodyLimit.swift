import HTTPTypes
package import NIOCore
package import NIOHTTPTypes

/// Closes a connection whose request sends more body than the server would ever read, or goes on sending for long after
/// it was answered.
///
/// The limits of single routes are smaller and are answered in words; this one stands behind them.
package final class RequestBodyLimit: ChannelDuplexHandler, RemovableChannelHandler {
  package typealias InboundIn = HTTPRequestPart
  package typealias InboundOut = HTTPRequestPart
  package typealias OutboundIn = HTTPResponsePart
  package typealias OutboundOut = HTTPResponsePart

  private let bytesMax: Int
  private let bytesAfterAnswerMax: Int
  private var bytes = 0
  private var isReading = false
  /// Bytes that may still come once the answer is out; nil before that.
  private var bytesLeft: Int?

  package init(bytesMax: Int, bytesAfterAnswerMax: Int) {
    self.bytesMax = bytesMax
    self.bytesAfterAnswerMax = bytesAfterAnswerMax
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      bytes = 0
      isReading = true
      bytesLeft = nil
    case .body(let buffer):
      bytes += buffer.readableBytes
      bytesLeft = bytesLeft.map { $0 - buffer.readableBytes }
      if bytes > bytesMax || bytesLeft.map({ $0 < 0 }) == true {
        context.close(promise: nil)
        return
      }
    case .end:
      isReading = false
      bytesLeft = nil
    }
    context.fireChannelRead(data)
  }

  package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data), isReading { bytesLeft = bytesAfterAnswerMax }
    context.write(data, promise: promise)
  }
}
