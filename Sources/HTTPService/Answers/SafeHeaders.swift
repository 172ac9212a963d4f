import HTTPTypes

/// What a browser may do with an answer.
///
/// Nothing is loaded from elsewhere, nothing inline is run, and no other site may frame or read what is here, but for
/// what is public and says so itself.
enum SafeHeaders {
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  static func add(to headers: inout HTTPFields, isSecure: Bool) {
    headers[.contentSecurityPolicy] = contentSecurityPolicy
    headers[.xContentTypeOptions] = "nosniff"
    // Not "no-referrer": with it browsers send forms with 'Origin: null', and their origin could not be checked.
    set("Referrer-Policy", "same-origin", &headers)
    set("Cross-Origin-Opener-Policy", "same-origin", &headers)
    if headers[.accessControlAllowOrigin] == nil { set("Cross-Origin-Resource-Policy", "same-origin", &headers) }
    if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
    if headers[.cacheControl]?.hasPrefix("public") != true { headers[.vary] = "Cookie, Authorization" }
  }

  private static func set(_ name: String, _ value: String, _ headers: inout HTTPFields) {
    if let field = HTTPField.Name(name) { headers[field] = value }
  }
}
