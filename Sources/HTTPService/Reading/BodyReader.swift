import HTTPTypes
import Hummingbird
import NIOCore

/// Reads bodies: none is larger than its kind may be, none takes longer than its kind may take.
struct BodyReader: Sendable {
  /// What may be waited on; tests put one in that does not wait.
  var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  /// The whole body.
  func bytes(of request: Request, what: String, bytesMax: Int, seconds: Int64) async throws -> [UInt8] {
    if let stated = request.headers[.contentLength].flatMap(Int.init), stated > bytesMax {
      throw Refusal.tooLarge(what, bytesMax: bytesMax, bytes: stated)
    }
    let body = request.body
    let sleep = sleep
    let read = try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
      group.addTask { try await body.collect(upTo: bytesMax) }
      group.addTask {
        try await sleep(.seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      do {
        return try await group.next() ?? nil
      } catch is NIOTooManyBytesError {
        throw Refusal.tooLarge(what, bytesMax: bytesMax)
      }
    }
    guard let read else {
      throw Refusal(
        .requestTimeout, "\(what) did not come in whole within \(seconds) seconds", hint: "send it again")
    }
    return Array(buffer: read)
  }
}
