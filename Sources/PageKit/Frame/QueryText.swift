import Interchange

/// The query of an address.
package enum QueryText {
  /// With its question mark; empty where nothing was chosen.
  package static func text(_ values: [(name: String, value: String?)]) -> String {
    let parts = values.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// A slash and a colon may stand in a query as they are (RFC 3986, section 3.4).
  package static func encoded(_ text: String) -> String {
    text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.split(separator: ":", omittingEmptySubsequences: false).map { PercentEncoding.encoded(String($0)) }
        .joined(separator: ":")
    }.joined(separator: "/")
  }
}
