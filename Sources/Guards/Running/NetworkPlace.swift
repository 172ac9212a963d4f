/// Whether an address of the network leads inside.
package enum NetworkPlace {
  /// Whether an address leads to the machine itself, to its link, or to a network that is not public; false for what is
  /// no address.
  ///
  /// RFC 1122 (this host, loopback), RFC 1918 (private), RFC 3927 and RFC 4291 (link-local), RFC 6598 (shared), RFC 4193
  /// (unique local), and addresses of four bytes within those of sixteen (RFC 4291, RFC 6052).
  package static func isInside(_ address: String) -> Bool {
    let plain = address.prefix { $0 != "%" }
    if let four = four(plain) { return isInside(four: four) }
    guard let six = six(plain) else { return false }
    if six[..<7].allSatisfy({ $0 == 0 }), six[7] <= 1 { return true }
    let isMapped = six[..<5].allSatisfy { $0 == 0 } && (six[5] == 0xFFFF || six[5] == 0)
    let isTranslated = six[0] == 0x64 && six[1] == 0xFF9B && six[2..<6].allSatisfy { $0 == 0 }
    if isMapped || isTranslated {
      return isInside(four: [six[6] >> 8, six[6] & 0xFF, six[7] >> 8, six[7] & 0xFF].map(UInt8.init))
    }
    return six[0] & 0xFE00 == 0xFC00 || six[0] & 0xFFC0 == 0xFE80
  }

  private static func isInside(four: [UInt8]) -> Bool {
    switch (four[0], four[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168): true
    case (172, 16...31), (100, 64...127): true
    default: false
    }
  }

  private static func four(_ text: Substring) -> [UInt8]? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = groups.compactMap { $0.allSatisfy(\.isASCII) && !$0.hasPrefix("+") ? UInt8($0) : nil }
    return groups.count == 4 && bytes.count == 4 ? bytes : nil
  }

  /// The eight groups of an address of sixteen bytes (RFC 4291, section 2.2).
  private static func six(_ text: Substring) -> [UInt16]? {
    let halves = text.ranges(of: "::")
    guard halves.count <= 1, text.contains(":") else { return nil }
    guard let gap = halves.first else {
      let all = groups(text)
      return all?.count == 8 ? all : nil
    }
    guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
      head.count + tail.count < 8
    else { return nil }
    return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func groups(_ text: Substring) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index == pieces.count - 1, let last = four(piece) {
        groups += [UInt16(last[0]) << 8 | UInt16(last[1]), UInt16(last[2]) << 8 | UInt16(last[3])]
      } else {
        guard (1...4).contains(piece.count), let group = UInt16(piece, radix: 16) else { return nil }
        groups.append(group)
      }
    }
    return groups
  }
}
