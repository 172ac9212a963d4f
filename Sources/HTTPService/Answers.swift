import HTTPTypes
import Hummingbird
import HummingbirdCore
import WebPages

/// The kinds of answers there are, each with its media type and how long it may be kept.
enum Answers {
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    answer(Array(html.utf8), type: "text/html; charset=utf-8", status: status, keep: "private, no-cache")
  }

  static func json(_ bytes: some Sequence<UInt8>) -> Response {
    answer(Array(bytes), type: "application/json", keep: "private, no-cache")
  }

  /// The name of an asset changes with its content, so that it may be kept for ever.
  static func asset(_ asset: Asset) -> Response {
    answer(asset.bytes, type: asset.mediaType, keep: "public, max-age=31536000, immutable")
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    answer(Array(text.utf8), type: "text/plain; charset=utf-8", status: status, keep: "no-store")
  }

  private static func answer(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, keep: String
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: keep],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
