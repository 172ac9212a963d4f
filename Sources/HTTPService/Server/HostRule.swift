/// Which names a request may call the server by.
///
/// A page elsewhere can have its name resolve to the loopback address and read what a local server answers (DNS
/// rebinding); its requests carry that name. A server that listens on a loopback address therefore answers to loopback
/// names only. On other addresses, and behind a proxy, whoever set it up chose the names, and they are not known here.
package struct HostRule: Sendable, Hashable {
  private let isLoopbackOnly: Bool

  package init(listeningOn host: String, isBehindProxy: Bool = false) {
    isLoopbackOnly = Self.isLoopback(host) && !isBehindProxy
  }

  /// `authority` is the value of the Host header; nil, as HTTP/1.0 leaves it, is never sent by a browser.
  package func allows(_ authority: String?) -> Bool {
    guard isLoopbackOnly, let authority else { return true }
    return Self.isLoopback(Self.name(of: authority))
  }

  /// The authority without its port and the brackets of an IPv6 address.
  static func name(of authority: String) -> String {
    if authority.hasPrefix("[") {
      return String(authority.dropFirst().prefix { $0 != "]" })
    }
    return String(authority.prefix { $0 != ":" })
  }

  package static func isLoopback(_ host: String) -> Bool {
    let name = host.lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" { return true }
    // An address, not a name that begins like one: 127.0.0.1.example.org is anybody's.
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
