package import HTTPTypes
import Interchange

/// Why a request is not done, before any operation had a say: told as a page to people, as a problem to programs.
///
/// It holds nothing of the inside, and nothing that came with the request but names of fields and media types.
package struct Refusal: Error, Sendable {
  package var status: HTTPResponse.Status
  /// The fact, in one lower-case sentence without a full stop.
  package var detail: String
  /// What to do.
  package var hint: String?
  /// `Allow`, `Retry-After`, `WWW-Authenticate`.
  package var headers: [(name: HTTPField.Name, value: String)]

  package init(
    _ status: HTTPResponse.Status, _ detail: String, hint: String? = nil,
    headers: [(name: HTTPField.Name, value: String)] = []
  ) {
    self.status = status
    self.detail = detail
    self.hint = hint
    self.headers = headers
  }

  static let notFound = Refusal(.notFound, "nothing is recorded under this address")

  static func notAllowed(_ allowed: String) -> Refusal {
    Refusal(
      .methodNotAllowed, "this address is not asked this way", hint: "it takes \(allowed)",
      headers: [(.allow, allowed)])
  }

  static func tooLarge(_ what: String, bytesMax: Int, bytes: Int? = nil) -> Refusal {
    let said = bytes.map { "\(what) has \($0) bytes" } ?? "\(what) has more than \(bytesMax) bytes"
    return Refusal(.contentTooLarge, said, hint: "at most \(bytesMax) bytes are taken here")
  }

  static func unsupported(_ taken: String) -> Refusal {
    Refusal(.unsupportedMediaType, "the body is of another media type than this address takes", hint: "send \(taken)")
  }
}
