internal import Accounts
internal import Crypto
internal import Foundation
internal import Journal
internal import RecordViews

/// The key by which a caller's request is done once: a stream of its own, appended together with what was done.
struct RequestKey {
  private struct Answered: Codable {
    var digest: String
    var receipt: WriteReceipt
  }

  private static let kind = EventKind("request-answered", version: 1)

  private let stream: StreamName
  private let digest: String
  private let key: String

  /// Nil where no key was given.
  init?(_ terms: WriteTerms, of caller: Caller) throws {
    guard let key = terms.idempotencyKey else { return nil }
    guard (1...DeskLimits.requestKeyBytesMax).contains(key.utf8.count),
      key.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
    else {
      throw DeskError(
        .invalidKey, place: "idempotency key",
        message:
          "it has \(key.utf8.count) bytes, and 1 to \(DeskLimits.requestKeyBytesMax) printable ones are possible",
        hint: "make a fresh one for each request: a UUID")
    }
    self.key = key
    let hash = SHA256.hash(data: Data("\(caller.account)\n\(key)".utf8))
    stream = StreamName("request-" + hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    digest = terms.requestDigest ?? ""
  }

  /// What was answered to this key before; nil when it is new.
  ///
  /// Throws where it was used for another request.
  func answer(in journal: any Journal) async throws -> WriteReceipt? {
    guard let event = try await journal.events(of: stream, after: .none, limit: 1).first else { return nil }
    guard let bytes = event.payload.bytes, let answered = try? JSONDecoder().decode(Answered.self, from: Data(bytes)),
      answered.digest == digest
    else {
      throw DeskError(
        .keyReused, place: "idempotency key", message: "'\(key)' was used for another request",
        hint: "make a fresh key for each request")
    }
    var receipt = answered.receipt
    receipt.isReplay = true
    return receipt
  }

  func append(_ receipt: WriteReceipt, by actor: ActorName) throws -> StreamAppend {
    let payload = try ViewCoding.data(Answered(digest: digest, receipt: receipt))
    return StreamAppend(
      stream: stream, expected: .noStream, events: [NewEvent(kind: Self.kind, actor: actor, payload: Array(payload))])
  }
}
