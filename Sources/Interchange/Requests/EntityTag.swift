/// The version of a thing as HTTP carries it: a strong entity tag (RFC 9110, section 8.8.3), `"v12"`.
package struct EntityTag: Hashable, Sendable, CustomStringConvertible {
  package let version: Int64

  package init(version: Int64) { self.version = version }

  /// Reads one strong tag of ours; nil for anything else, weak tags too: they do not say that it is the same.
  package init?(_ text: some StringProtocol) {
    guard text.hasPrefix("\"v"), text.hasSuffix("\""), text.utf8.count > 3,
      let version = Int64(text.dropFirst(2).dropLast()), version >= 0, !text.contains("+")
    else { return nil }
    self.version = version
  }

  package var description: String { "\"v\(version)\"" }

  /// What an `If-Match` asks for: nil for `*` and where it was not sent.
  ///
  /// One tag only: a caller who is content with either of two versions has seen neither.
  package static func expected(_ header: String?) throws(Problem) -> EntityTag? {
    guard let header, header != "*" else { return nil }
    guard let tag = EntityTag(header) else {
      // A tag of somebody else's is a tag that nothing here has (RFC 9110, section 13.1.1); without quotes it is none.
      let isTag = header.hasPrefix("\"") && header.hasSuffix("\"") && header.count { $0 == "\"" } == 2
      throw Problem(
        isTag ? .staleVersion : .invalidParameter,
        "'\(header.prefix(60))' is no entity tag of Mayday; expected one as \"v12\"", place: "header 'If-Match'",
        hint: "send the ETag of what you read, as it came")
    }
    return tag
  }
}
