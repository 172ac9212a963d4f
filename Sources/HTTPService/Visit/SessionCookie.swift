import Foundation
import HTTPTypes
import Hummingbird

/// The cookies of the site: one for a session, one for a browser that has a form open and is not signed in.
///
/// Over https their names begin with `__Host-`, so that a browser takes them from this host alone, and never from a
/// page that came by http (RFC 6265bis, section 4.1.3.2).
enum SiteCookie: String, CaseIterable {
  case session = "mayday_session"
  case visit = "mayday_visit"

  func name(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + rawValue }

  /// The value that a request carries; nil when there is none, or it is longer than any that was given.
  func value(in request: Request, isSecure: Bool) -> String? {
    guard let value = request.cookies[name(isSecure: isSecure)]?.value, !value.isEmpty,
      value.utf8.count <= ServerLimits.cookieBytesMax
    else { return nil }
    return value
  }

  /// The header that gives a browser its cookie; `secondsMax` nil: until the browser is closed.
  func setting(_ value: String, isSecure: Bool, secondsMax: Int? = nil) -> String {
    var text = "\(name(isSecure: isSecure))=\(value); Path=/; HttpOnly; SameSite=\(self == .visit ? "Strict" : "Lax")"
    if let secondsMax { text += "; Max-Age=\(secondsMax)" }
    if isSecure { text += "; Secure" }
    return text
  }

  /// The header that takes it away.
  func clearing(isSecure: Bool) -> String { setting("", isSecure: isSecure, secondsMax: 0) }
}

extension Response {
  /// Adds a `Set-Cookie`; each cookie has a header of its own.
  mutating func add(cookie: String) {
    headers.append(HTTPField(name: .setCookie, value: cookie))
  }
}
