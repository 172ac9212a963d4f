import HTTPTypes
import Hummingbird

/// By which way a request came: the client's address, whether by https, and under which name.
///
/// Without a proxy the connection tells. A proxy says it in headers, and anybody can write those: they are believed only
/// where the operator said that a proxy stands in front.
struct ClientWay: Sendable, Hashable {
  var address: String
  var isSecure: Bool
  var authority: String?

  init(request: Request, peer: String, isBehindProxy: Bool) {
    address = peer
    isSecure = false
    authority = request.head.authority
    guard isBehindProxy else { return }
    // The proxy next to us adds the last one; those before it are what the client claims.
    if let last = Self.last(request.headers, "X-Forwarded-For"), Self.isAddress(last) { address = last }
    isSecure = Self.last(request.headers, "X-Forwarded-Proto")?.lowercased() == "https"
    if let host = Self.last(request.headers, "X-Forwarded-Host"), !host.isEmpty { authority = host }
  }

  private static func last(_ headers: HTTPFields, _ name: String) -> String? {
    guard let field = HTTPField.Name(name), let value = headers[field] else { return nil }
    return value.split(separator: ",", omittingEmptySubsequences: false).last
      .map { String($0.drop { $0 == " " }).trimmingSuffix() }
  }

  /// The characters of an IPv4 or IPv6 address; it is a name for counting only.
  private static func isAddress(_ text: String) -> Bool {
    (1...45).contains(text.utf8.count) && text.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String {
    var text = self[...]
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
