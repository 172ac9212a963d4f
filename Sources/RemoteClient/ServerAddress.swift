package import Foundation

/// Where a server of Mayday is, and what it knows its caller by.
package struct ServerAddress: Hashable, Sendable {
  package static let urlVariable = "MAYDAY_URL"
  package static let tokenVariable = "MAYDAY_TOKEN"
  package static let urlBytesMax = 2048
  package static let tokenBytesMax = 400

  /// Without a slash at its end; may have a path.
  package let base: URL
  package let token: String?

  /// From `MAYDAY_URL` and `MAYDAY_TOKEN`; nil where no address is set.
  package init?(environment: [String: String]) throws(RemoteError) {
    guard let url = environment[Self.urlVariable], !url.isEmpty else { return nil }
    try self.init(url: url, token: environment[Self.tokenVariable].flatMap { $0.isEmpty ? nil : $0 })
  }

  package init(url text: String, token: String?) throws(RemoteError) {
    base = try Self.base(text)
    if let token {
      guard token.utf8.count <= Self.tokenBytesMax, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw RemoteError(
          .invalidSetting, place: Self.tokenVariable, message: "this is no token of Mayday",
          hint: "paste the token as it was shown, without spaces; at most \(Self.tokenBytesMax) characters")
      }
    }
    self.token = token
  }

  private static func base(_ text: String) throws(RemoteError) -> URL {
    func refused(_ message: String) -> RemoteError {
      RemoteError(
        .invalidSetting, place: urlVariable, message: message,
        hint: "write the server's address as https://mayday.example.org, with a path if it has one")
    }
    guard text.utf8.count <= urlBytesMax else {
      throw refused("the address has \(text.utf8.count) characters; at most \(urlBytesMax) are taken")
    }
    let bare = String(text.reversed().drop { $0 == "/" }.reversed())
    guard let parts = URLComponents(string: bare), let host = parts.host, !host.isEmpty else {
      throw refused("'\(text)' is no address")
    }
    guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
      throw refused("'\(text)' is neither http nor https")
    }
    guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil, let url = parts.url
    else {
      throw refused("the address carries more than host, port and path")
    }
    return url
  }

  /// Host and port, as messages name the server.
  package var name: String {
    (base.host ?? base.absoluteString) + (base.port.map { ":\($0)" } ?? "")
  }
}
