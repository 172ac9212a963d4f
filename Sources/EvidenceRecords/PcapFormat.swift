import CPcap
import Chronology

/// Packet captures, pcap and pcapng: connections that were refused, never answered or cut, and fatal TLS alerts.
package struct PcapFormat: RecordFormat {
  package let name = "pcap"

  package init() {}

  /// The first bytes of pcap (micro- and nanoseconds, both byte orders, and the variant of old Linux tools) and of pcapng
  /// (its section header and byte-order mark).
  private static let marks: [[UInt8]] = [
    [0xA1, 0xB2, 0xC3, 0xD4], [0xD4, 0xC3, 0xB2, 0xA1], [0xA1, 0xB2, 0x3C, 0x4D], [0x4D, 0x3C, 0xB2, 0xA1],
    [0xA1, 0xB2, 0xCD, 0x34], [0x34, 0xCD, 0xB2, 0xA1],
  ]

  package func confidence(head: [UInt8], path: String) -> Double {
    guard head.count >= 12 else { return 0 }
    if Self.marks.contains(Array(head[..<4])) { return 1 }
    let order = Array(head[8..<12])
    let isOrderMark = order == [0x1A, 0x2B, 0x3C, 0x4D] || order == [0x4D, 0x3C, 0x2B, 0x1A]
    return head.starts(with: [0x0A, 0x0D, 0x0D, 0x0A]) && isOrderMark ? 1 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let capture = try CaptureFile(path: input.file)
    var reading = RecordReading()
    var tracker = ConnectionTracker()
    var end = Int64.min
    var isFull = false
    var segments = 0
    let linkType = capture.linkType
    let damage = capture.forEachPacket { number, nanoseconds, bytes in
      reading.lines = number
      end = max(end, nanoseconds)
      switch PacketContent(bytes, linkType: linkType) {
      case .other: break
      case .notUnderstood: reading.unrecognisedLines += 1
      case .segment(let segment):
        segments += 1
        let tls = TLSRecords(bytes, in: segment.payload)
        let failures = tracker.take(segment, tls: tls, packet: number, nanoseconds: nanoseconds)
        for failure in failures where !reading.keep(failure.entry(input: input)) { isFull = true }
      }
      return !isFull
    }
    if !isFull {
      for failure in tracker.finish(at: end) where !reading.keep(failure.entry(input: input)) { break }
    }
    if let damage { reading.note("damaged after packet \(reading.lines): \(damage); read up to there") }
    addNotes(to: &reading, linkType: linkType, hasForgotten: tracker.hasForgotten)
    if let note = otherProtocols(packets: reading.lines - reading.unrecognisedLines, segments: segments) {
      reading.note(note)
    }
    // Silence is known only later than it began.
    reading.entries.sort { ($0.instant, $0.reference.packet ?? 0) < ($1.instant, $1.reference.packet ?? 0) }
    reading.settleZone()
    return reading
  }

  /// What to say of a capture in which TCP is less than one packet in a hundred.
  private func otherProtocols(packets: Int, segments: Int) -> String? {
    guard packets > 0, segments * 100 < packets else { return nil }
    let what = packets == 1 ? "1 packet" : "\(packets.grouped) packets"
    return "\(what), \(segments == 0 ? "none" : segments.grouped) of them TCP: UDP is not looked into"
  }

  private func addNotes(to reading: inout RecordReading, linkType: Int32, hasForgotten: Bool) {
    if reading.unrecognisedLines > 0 {
      let packets = reading.unrecognisedLines == 1 ? "packet" : "packets"
      reading.note(
        "\(reading.unrecognisedLines) \(packets) with headers that are not understood (link type \(linkType))")
    }
    if hasForgotten {
      reading.note(
        "more than \(ConnectionTracker.connectionsMax) connections at a time, the limit; those silent for longest were let go"
      )
    }
  }
}

extension ConnectionFailure {
  fileprivate func entry(input: RecordInput) -> RecordEntry {
    let end = "\(server.isVersion4 ? server.address : "[\(server.address)]"):\(server.port)"
    let what =
      switch kind {
      case .refused: "refused"
      case .unanswered: "never answered" + (detail.map { ", \($0)" } ?? "")
      case .reset: "reset" + (detail.map { " \($0)" } ?? "")
      case .tlsAlert: "fatal TLS alert" + (detail.map { ": \($0)" } ?? "")
      }
    let facts = ConnectionFacts(
      kind: kind, client: client.address, server: server.address, serverPort: Int(server.port), detail: detail)
    let digits: UInt8 = nanoseconds.isMultiple(of: 1000) ? 6 : 9
    return RecordEntry(
      instant: Instant(nanoseconds: nanoseconds, fractionDigits: digits), basis: .stated,
      reference: input.reference(packet: packet), host: input.host,
      title: "client \(client.address) → \(end) \(what)", facts: .connection(facts))
  }
}
