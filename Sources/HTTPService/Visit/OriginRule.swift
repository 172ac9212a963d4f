import HTTPTypes
import Hummingbird

/// Whether a browser sent a request from a page of this site.
///
/// `Sec-Fetch-Site` is decisive where it is sent (Fetch Metadata, on https and loopback); older browsers and plain http
/// have `Origin` (RFC 6454). A client that sends neither is no browser of today, and still needs the form's token.
enum OriginRule {
  static func allows(_ headers: HTTPFields, authority: String?) -> Bool {
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name] {
      // "none" is a person's own doing: a reload, an entry of the history.
      return site == "same-origin" || site == "none"
    }
    guard let origin = headers[.origin] else { return true }
    guard let authority, let parts = parts(of: origin) else { return false }
    return withoutDefaultPort(parts.authority, scheme: parts.scheme)
      == withoutDefaultPort(authority.lowercased(), scheme: parts.scheme)
  }

  /// Whether a browser said where the request came from.
  static func isStated(_ headers: HTTPFields) -> Bool {
    headers[.origin] != nil || HTTPField.Name("Sec-Fetch-Site").map { headers[$0] != nil } == true
  }

  private static func parts(of origin: String) -> (scheme: String, authority: String)? {
    let lower = origin.lowercased()
    for scheme in ["https", "http"] where lower.hasPrefix(scheme + "://") {
      return (scheme, String(lower.dropFirst(scheme.count + 3)))
    }
    return nil
  }

  private static func withoutDefaultPort(_ authority: String, scheme: String) -> String {
    let suffix = scheme == "https" ? ":443" : ":80"
    return authority.hasSuffix(suffix) ? String(authority.dropLast(suffix.count)) : authority
  }
}
