import HTTPService
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// Asks the routes for an answer, without a socket.
struct Asking {
  var desk = FixedDesk()
  var listeningOn = "127.0.0.1"

  struct Answer {
    var status: Int
    var headers: HTTPFields
    var body: String
  }

  func callAsFunction(
    _ path: String, method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8080"
  ) async throws -> Answer {
    let responder = Routes(desk: desk, hosts: HostRule(listeningOn: listeningOn)).router.buildResponder()
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: host, path: path), body: RequestBody(buffer: .init())
    )
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger[metadataKey: "hb.request.id"] = "1"
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
    let response = try await responder.respond(to: request, context: context)
    let collected = Collected()
    try await response.body.write(CollectingWriter(collected: collected))
    return Answer(
      status: response.status.code, headers: response.headers, body: String(buffer: await collected.buffer))
  }
}

private actor Collected {
  var buffer = ByteBuffer()

  func append(_ part: ByteBuffer) { buffer.writeImmutableBuffer(part) }
}

private struct CollectingWriter: ResponseBodyWriter {
  let collected: Collected

  func write(_ buffer: ByteBuffer) async throws { await collected.append(buffer) }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
