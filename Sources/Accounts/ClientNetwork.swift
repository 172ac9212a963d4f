/// The part of an address that one household or machine has to itself.
package enum ClientNetwork {
  /// An IPv4 address whole, of an IPv6 address the first 64 bits; other text as it is, cut to size.
  ///
  /// Whoever has one IPv6 address has 2^64 of them (RFC 6177, RFC 4291 section 2.5.1).
  package static func key(of address: String) -> String {
    var text = address.prefix(AccountLimits.addressScalarsMax).lowercased()
    text.removeAll { $0 == "[" || $0 == "]" }
    let bare = text.prefix { $0 != "%" }
    guard bare.contains(":") else { return String(bare) }
    if let last = bare.split(separator: ":").last, last.contains(".") { return String(last) }
    guard let groups = groups(of: String(bare)) else { return String(bare) }
    return groups.prefix(4).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }

  private static func groups(of text: String) -> [UInt16]? {
    let colons = Array(text)
    let gap = colons.indices.dropLast().first { colons[$0] == ":" && colons[$0 + 1] == ":" }
    func numbers(_ part: ArraySlice<Character>) -> [UInt16]? {
      let parts = part.split(separator: ":")
      let values = parts.compactMap { UInt16(String($0), radix: 16) }
      return values.count == parts.count ? values : nil
    }
    guard let gap else { return numbers(colons[...]).flatMap { $0.count == 8 ? $0 : nil } }
    guard let head = numbers(colons[..<gap]), let tail = numbers(colons[(gap + 2)...]), head.count + tail.count < 8
    else { return nil }
    return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
  }
}
