import HTTPTypes
import Hummingbird
import HummingbirdCore
import Interchange
import PageKit

/// The kinds of answers there are, each with its media type and how long it may be kept.
///
/// What people who work here see is kept nowhere; what everybody may see is marked so where it is made.
enum Answers {
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    answer(Array(html.utf8), type: "text/html; charset=utf-8", status: status, keep: "no-store")
  }

  static func json(_ bytes: some Sequence<UInt8>, status: HTTPResponse.Status = .ok) -> Response {
    answer(Array(bytes), type: "application/json", status: status, keep: "no-store")
  }

  /// The name of an asset changes with its content, so that it may be kept for ever.
  static func asset(_ asset: Asset) -> Response {
    answer(asset.bytes, type: asset.mediaType, keep: "public, max-age=31536000, immutable")
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    answer(Array(text.utf8), type: "text/plain; charset=utf-8", status: status, keep: "no-store")
  }

  /// What an operation answered, header by header.
  static func answer(_ answer: APIAnswer) -> Response {
    var response = self.answer(
      answer.body, type: answer.mediaType, status: HTTPResponse.Status(code: answer.status), keep: "no-store")
    for (name, value) in answer.headers {
      if let field = HTTPField.Name(name), HTTPField.isValidValue(value) { response.headers[field] = value }
    }
    if answer.body.isEmpty { response.headers[.contentType] = nil }
    return response
  }

  /// Leads on with GET after something was done (RFC 9110, section 15.4.4).
  static func seeOther(_ path: LocalPath) -> Response {
    Response(status: .seeOther, headers: [.location: path.text, .cacheControl: "no-store"])
  }

  static func empty(_ status: HTTPResponse.Status = .noContent) -> Response {
    Response(status: status, headers: [.cacheControl: "no-store"])
  }

  static func answer(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, keep: String
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: keep],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
