import CPcap

/// An address and port of IPv4 or IPv6.
struct Endpoint: Hashable, Comparable {
  var high: UInt64
  var low: UInt64
  var isVersion4: Bool
  var port: UInt16

  static func < (left: Endpoint, right: Endpoint) -> Bool {
    (left.high, left.low, left.port) < (right.high, right.low, right.port)
  }

  /// The address as text: dotted for IPv4, RFC 5952 for IPv6.
  var address: String {
    if isVersion4 { return (0..<4).map { String((low >> (24 - 8 * UInt64($0))) & 0xFF) }.joined(separator: ".") }
    let groups = (0..<8).map { index in
      UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> (48 - 16 * UInt64(index % 4)))
    }
    // RFC 5952 section 4.2.3: the first longest run of two or more zero groups is shortened.
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    let text = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
    return best.isEmpty ? text(0..<8) : text(0..<best.lowerBound) + "::" + text(best.upperBound..<8)
  }
}

/// A TCP segment found in a captured packet.
struct TCPSegment {
  var source: Endpoint
  var destination: Endpoint
  var sequence: UInt32
  var flags: UInt8
  /// Bytes of payload that were sent, of which fewer may have been captured.
  var payloadLength: Int
  /// Where the captured payload lies in the packet.
  var payload: Range<Int>

  var isSyn: Bool { flags & 0x02 != 0 && flags & 0x10 == 0 }
  var isSynAck: Bool { flags & 0x12 == 0x12 }
  var isFin: Bool { flags & 0x01 != 0 }
  var isReset: Bool { flags & 0x04 != 0 }
}

/// What became of looking for a segment in a packet.
enum PacketContent {
  case segment(TCPSegment)
  /// Another protocol, or a later fragment: nothing to say about connections.
  case other
  /// A link type, or headers, that are not understood.
  case notUnderstood
}

extension PacketContent {
  /// Reads the link, network and transport headers.
  init(_ bytes: Span<UInt8>, linkType: Int32) {
    guard let network = NetworkStart(bytes, linkType: linkType) else {
      self = .notUnderstood
      return
    }
    switch network {
    case .version4(let at): self = Self.version4(bytes, at: at)
    case .version6(let at): self = Self.version6(bytes, at: at)
    case .other: self = .other
    }
  }

  /// RFC 791 section 3.1.
  private static func version4(_ bytes: Span<UInt8>, at: Int) -> PacketContent {
    guard at + 20 <= bytes.count, bytes[at] >> 4 == 4 else { return .notUnderstood }
    let headerLength = Int(bytes[at] & 15) * 4
    guard headerLength >= 20 else { return .notUnderstood }
    guard bytes[at + 9] == 6, bytes.number16(at + 6) & 0x1FFF == 0 else { return .other }
    // Zero where the sending host leaves segmentation to its network card: then what was captured is all there is to go by.
    let written = Int(bytes.number16(at + 2))
    let total = written == 0 ? bytes.count - at : written
    return segment(
      bytes, at: at + headerLength, end: at + total, source: (0, UInt64(bytes.number32(at + 12))),
      destination: (0, UInt64(bytes.number32(at + 16))), isVersion4: true)
  }

  /// RFC 8200 sections 3 and 4.
  private static func version6(_ bytes: Span<UInt8>, at: Int) -> PacketContent {
    guard at + 40 <= bytes.count, bytes[at] >> 4 == 6 else { return .notUnderstood }
    let written = Int(bytes.number16(at + 4))
    let end = written == 0 ? bytes.count : at + 40 + written
    var next = bytes[at + 6]
    var place = at + 40
    while next != 6 {
      guard [0, 43, 44, 51, 60].contains(next), place + 8 <= bytes.count else { return .other }
      if next == 44, bytes.number16(place + 2) & 0xFFF8 != 0 { return .other }
      let length = next == 44 ? 8 : next == 51 ? (Int(bytes[place + 1]) + 2) * 4 : (Int(bytes[place + 1]) + 1) * 8
      next = bytes[place]
      place += length
    }
    return segment(
      bytes, at: place, end: end, source: (bytes.number64(at + 8), bytes.number64(at + 16)),
      destination: (bytes.number64(at + 24), bytes.number64(at + 32)), isVersion4: false)
  }

  /// RFC 9293 section 3.1.
  private static func segment(
    _ bytes: Span<UInt8>, at: Int, end: Int, source: (UInt64, UInt64), destination: (UInt64, UInt64), isVersion4: Bool
  ) -> PacketContent {
    guard at + 14 <= bytes.count else { return .notUnderstood }
    let headerLength = Int(bytes[at + 12] >> 4) * 4
    guard headerLength >= 20 else { return .notUnderstood }
    let start = at + headerLength
    return .segment(
      TCPSegment(
        source: Endpoint(high: source.0, low: source.1, isVersion4: isVersion4, port: bytes.number16(at)),
        destination: Endpoint(
          high: destination.0, low: destination.1, isVersion4: isVersion4, port: bytes.number16(at + 2)),
        sequence: bytes.number32(at + 4), flags: bytes[at + 13], payloadLength: max(0, end - start),
        payload: min(start, bytes.count)..<max(min(start, bytes.count), min(end, bytes.count))))
  }
}

/// Where the network header begins, behind the link header.
private enum NetworkStart {
  case version4(Int)
  case version6(Int)
  case other

  /// Link headers as in the list of link-layer header types at tcpdump.org.
  init?(_ bytes: Span<UInt8>, linkType: Int32) {
    switch linkType {
    case DLT_EN10MB: self.init(bytes, etherTypeAt: 12)
    case DLT_LINUX_SLL: self.init(bytes, etherTypeAt: 14)
    case DLT_LINUX_SLL2:
      guard bytes.count >= 20 else { return nil }
      self.init(etherType: bytes.number16(0), at: 20)
    case DLT_NULL, DLT_LOOP:
      // The family is in the byte order of the capturing machine; the version of the header says the same.
      guard bytes.count > 4 else { return nil }
      self.init(versionOf: bytes[4], at: 4)
    case DLT_RAW, DLT_IPV4, DLT_IPV6:
      guard bytes.count > 0 else { return nil }
      self.init(versionOf: bytes[0], at: 0)
    default: return nil
    }
  }

  /// An EtherType, behind any number of VLAN tags (IEEE 802.1Q).
  private init?(_ bytes: Span<UInt8>, etherTypeAt place: Int) {
    var place = place
    while true {
      guard place + 2 <= bytes.count else { return nil }
      let etherType = bytes.number16(place)
      guard etherType == 0x8100 || etherType == 0x88A8 || etherType == 0x9100 else {
        self.init(etherType: etherType, at: place + 2)
        return
      }
      place += 4
    }
  }

  private init(etherType: UInt16, at: Int) {
    switch etherType {
    case 0x0800: self = .version4(at)
    case 0x86DD: self = .version6(at)
    default: self = .other
    }
  }

  private init(versionOf byte: UInt8, at: Int) {
    switch byte >> 4 {
    case 4: self = .version4(at)
    case 6: self = .version6(at)
    default: self = .other
    }
  }
}

extension Span<UInt8> {
  /// Network byte order; the caller has checked the bounds.
  func number16(_ at: Int) -> UInt16 { UInt16(self[at]) << 8 | UInt16(self[at + 1]) }
  func number32(_ at: Int) -> UInt32 { UInt32(number16(at)) << 16 | UInt32(number16(at + 2)) }
  func number64(_ at: Int) -> UInt64 { UInt64(number32(at)) << 32 | UInt64(number32(at + 4)) }
}
