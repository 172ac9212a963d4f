/// Bytes of packet captures for tests: TCP segments between a client and a server, in Ethernet unless said otherwise.
struct CaptureSample {
  enum Side {
    case client
    case server
  }

  /// Link types as the tools number them, with the bytes that stand before the network header.
  enum Link: UInt32, CaseIterable {
    case ethernet = 1
    case loopback = 0
    case raw = 101
    case cooked = 113
    case cooked2 = 276
  }

  static let syn: UInt8 = 0x02
  static let synAck: UInt8 = 0x12
  static let ack: UInt8 = 0x10
  static let finAck: UInt8 = 0x11
  static let reset: UInt8 = 0x04

  var link = Link.ethernet
  var isVersion6 = false
  var vlanTags = 0
  /// Instants in microseconds from an invented second.
  private(set) var packets: [(microseconds: Int, bytes: [UInt8])] = []

  init(link: Link = .ethernet, isVersion6: Bool = false, vlanTags: Int = 0) {
    self.link = link
    self.isVersion6 = isVersion6
    self.vlanTags = vlanTags
  }

  mutating func add(
    _ side: Side, _ flags: UInt8, at milliseconds: Int, port: UInt16 = 40_000, sequence: UInt32 = 1,
    payload: [UInt8] = []
  ) {
    let ports = side == .client ? (port, UInt16(8443)) : (UInt16(8443), port)
    let tcp =
      Self.big(ports.0) + Self.big(ports.1) + Self.big(sequence) + Self.big(UInt32(0)) + [0x50, flags]
      + Self.big(UInt16(1024)) + [0, 0, 0, 0] + payload
    packets.append((milliseconds * 1000, header() + network(side, length: tcp.count) + tcp))
  }

  /// Adds a packet of UDP from the client to a name server, in IPv4.
  mutating func addDatagram(at milliseconds: Int) {
    let udp = Self.big(UInt16(40_000)) + Self.big(UInt16(53)) + Self.big(UInt16(8)) + [0, 0]
    var network = network(.client, length: udp.count)
    network[9] = 17
    packets.append((milliseconds * 1000, header() + network + udp))
  }

  private func network(_ side: Side, length: Int) -> [UInt8] {
    guard isVersion6 else {
      let hosts: [[UInt8]] = [[10, 0, 0, 1], [10, 0, 0, 2]]
      let ends = side == .client ? hosts : hosts.reversed()
      return [0x45, 0] + Self.big(UInt16(20 + length)) + [0, 0, 0, 0, 64, 6, 0, 0] + ends[0] + ends[1]
    }
    let hosts = [UInt8(1), 2].map { [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [$0] }
    let ends = side == .client ? hosts : hosts.reversed()
    return [0x60, 0, 0, 0] + Self.big(UInt16(length)) + [6, 64] + ends[0] + ends[1]
  }

  private func header() -> [UInt8] {
    let etherType: [UInt8] = isVersion6 ? [0x86, 0xDD] : [0x08, 0x00]
    switch link {
    case .ethernet:
      let tag: [UInt8] = [0x81, 0x00, 0x00, 0x07]
      let tags = [[UInt8]](repeating: tag, count: vlanTags).joined()
      return [UInt8](repeating: 2, count: 12) + tags + etherType
    case .loopback: return [isVersion6 ? 24 : 2, 0, 0, 0]
    case .raw: return []
    case .cooked: return [UInt8](repeating: 0, count: 14) + etherType
    case .cooked2: return etherType + [UInt8](repeating: 0, count: 18)
    }
  }

  /// As a pcap file with microseconds, little-endian; packets cut at `snapLength`.
  func pcap(snapLength: Int = 65_535) -> [UInt8] {
    var bytes = Self.little(0xA1B2_C3D4) + [2, 0, 4, 0] + Self.little(0) + Self.little(0)
    bytes += Self.little(UInt32(snapLength)) + Self.little(link.rawValue)
    for packet in packets {
      let kept = packet.bytes.prefix(snapLength)
      bytes += Self.little(UInt32(1_927_000_000 + packet.microseconds / 1_000_000))
      bytes += Self.little(UInt32(packet.microseconds % 1_000_000))
      bytes += Self.little(UInt32(kept.count)) + Self.little(UInt32(packet.bytes.count)) + kept
    }
    return bytes
  }

  /// As a pcapng file with one interface: section header, interface description, enhanced packets.
  func pcapng() -> [UInt8] {
    var bytes = Self.block(0x0A0D_0D0A, Self.little(0x1A2B_3C4D) + [1, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 8))
    bytes += Self.block(1, [UInt8(link.rawValue & 0xFF), UInt8(link.rawValue >> 8), 0, 0] + Self.little(65_535))
    for packet in packets {
      let stamp = UInt64(1_927_000_000) * 1_000_000 + UInt64(packet.microseconds)
      let size = Self.little(UInt32(packet.bytes.count))
      bytes += Self.block(
        6,
        Self.little(0) + Self.little(UInt32(stamp >> 32)) + Self.little(UInt32(truncatingIfNeeded: stamp)) + size + size
          + packet.bytes)
    }
    return bytes
  }

  private static func block(_ kind: UInt32, _ body: [UInt8]) -> [UInt8] {
    let padded = body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    let length = little(UInt32(padded.count + 12))
    return little(kind) + length + padded + length
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  private static func big(_ value: UInt32) -> [UInt8] { little(value).reversed() }
  private static func big(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
}
