/// One TCP connection: a state machine, segments in, at most one failure out.
struct Connection {
  private enum State {
    /// SYN seen, nothing came back.
    case asked
    case established
    /// Closed, reset or failed: nothing more to say.
    case over
  }

  let client: Endpoint
  let server: Endpoint
  private var state: State
  private var sequence: UInt32
  private let firstPacket: Int
  private let firstNanoseconds: Int64
  private var syns = 1
  private var lastSyn: Int64
  private(set) var lastNanoseconds: Int64
  private var hasFin = false
  /// Who sent payload last, and when.
  private var lastSpeaker: Endpoint?
  private var lastSpoken: Int64 = 0
  private var isOrderlyEnd = false

  var isOver: Bool { state == .over }

  /// Begins with a SYN, a SYN-ACK, or, in the middle of a connection, with payload; nil for anything else, which belongs to
  /// a connection whose beginning and life were not captured.
  init?(first segment: TCPSegment, packet: Int, nanoseconds: Int64) {
    if segment.isSyn {
      (client, server, state) = (segment.source, segment.destination, .asked)
    } else if segment.isSynAck {
      (client, server, state) = (segment.destination, segment.source, .established)
    } else if segment.payloadLength > 0, !segment.isReset, !segment.isFin {
      // Of two ports the lower one is the server's, by custom.
      let isToServer = segment.destination.port <= segment.source.port
      client = isToServer ? segment.source : segment.destination
      server = isToServer ? segment.destination : segment.source
      state = .established
    } else {
      return nil
    }
    sequence = segment.sequence
    firstPacket = packet
    firstNanoseconds = nanoseconds
    lastSyn = nanoseconds
    lastNanoseconds = nanoseconds
  }

  func isRetransmission(_ segment: TCPSegment) -> Bool { state == .asked && segment.sequence == sequence }

  mutating func noteSyn(_ nanoseconds: Int64) {
    syns += 1
    lastSyn = nanoseconds
    lastNanoseconds = nanoseconds
  }

  mutating func take(_ segment: TCPSegment, tls: TLSRecords, packet: Int, nanoseconds: Int64) -> ConnectionFailure? {
    lastNanoseconds = nanoseconds
    if state == .over { return nil }
    if segment.isReset { return reset(by: segment.source, packet: packet, nanoseconds: nanoseconds) }
    // An answer, or anything more from the client, which it says only after one.
    state = .established
    if let alert = tls.fatalAlert {
      state = .over
      let sender = segment.source == client ? "client" : "server"
      return failure(.tlsAlert, packet, nanoseconds, "\(TLSRecords.name(ofAlert: alert)), sent by the \(sender)")
    }
    if segment.isFin { hasFin = true }
    if segment.payloadLength > 0 {
      lastSpeaker = segment.source
      lastSpoken = nanoseconds
      isOrderlyEnd = tls.isOrderlyEnd
    }
    return nil
  }

  private mutating func reset(by sender: Endpoint, packet: Int, nanoseconds: Int64) -> ConnectionFailure? {
    let was = state
    state = .over
    if was == .asked {
      // A client that gives up its own SYN was not refused by anyone.
      return sender == server ? failure(.refused, packet, nanoseconds, nil) : nil
    }
    if hasFin || isOrderlyEnd { return nil }
    let waited = Double(nanoseconds - lastSpoken) / 1e9
    if sender == client {
      // Without an answer to what it sent last, it gave up; otherwise it is done.
      guard lastSpeaker == client else { return nil }
      return failure(
        .reset, packet, nanoseconds, "by the client, after it waited \(Self.duration(waited)) for an answer")
    }
    switch lastSpeaker {
    case nil: return failure(.reset, packet, nanoseconds, "by the server, before a byte was sent")
    case client?: return failure(.reset, packet, nanoseconds, "by the server, instead of an answer")
    default:
      // An idle connection that the server drops is its own affair.
      return waited < 1 ? failure(.reset, packet, nanoseconds, "by the server, in its answer or right after it") : nil
    }
  }

  /// The failure of a SYN that nobody answered, judged at `end`: silence counts when the client asked again or could have
  /// waited three seconds.
  func unansweredFailure(at end: Int64) -> ConnectionFailure? {
    guard state == .asked else { return nil }
    let isSilent = syns > 1 ? end - lastSyn >= 1_000_000_000 : end - firstNanoseconds >= 3_000_000_000
    guard isSilent else { return nil }
    let seconds = Double(lastSyn - firstNanoseconds) / 1e9
    let detail = syns > 1 ? "asked \(syns) times in \(Self.duration(seconds))" : nil
    return failure(.unanswered, firstPacket, firstNanoseconds, detail)
  }

  private func failure(_ kind: ConnectionFacts.Kind, _ packet: Int, _ nanoseconds: Int64, _ detail: String?)
    -> ConnectionFailure
  {
    ConnectionFailure(
      kind: kind, packet: packet, nanoseconds: nanoseconds, client: client, server: server, detail: detail)
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
    let tenths = Int((seconds * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
