/// A connection that failed, as the tracker saw it.
struct ConnectionFailure {
  var kind: ConnectionFacts.Kind
  /// The packet that shows it, and its instant.
  var packet: Int
  var nanoseconds: Int64
  var client: Endpoint
  var server: Endpoint
  var detail: String?
}

/// Follows the TCP connections of a capture: segments in, failures out.
///
/// Resets that end a connection in good order are no failures: after a FIN of either side, by a client that has its answer,
/// by a server after it was idle. What was going on is told from who spoke last.
struct ConnectionTracker {
  /// Connections followed at the same time; the ones that are over go first when there are more.
  static let connectionsMax = 200_000

  private var connections: [Pair: Connection] = [:]
  /// Whether connections had to be forgotten.
  private(set) var hasForgotten = false

  init() {}

  /// Takes the next segment; returns what it shows to have failed.
  mutating func take(_ segment: TCPSegment, tls: TLSRecords, packet: Int, nanoseconds: Int64) -> [ConnectionFailure] {
    let pair = Pair(segment.source, segment.destination)
    var failures: [ConnectionFailure] = []
    if segment.isSyn, let known = connections[pair] {
      if known.isRetransmission(segment) {
        connections[pair]?.noteSyn(nanoseconds)
        return []
      }
      // The ports are used again: the connection before is over, answered or not.
      if let failure = known.unansweredFailure(at: nanoseconds) { failures.append(failure) }
      connections[pair] = nil
    }
    if connections[pair] == nil {
      guard let new = Connection(first: segment, packet: packet, nanoseconds: nanoseconds) else { return failures }
      if connections.count >= Self.connectionsMax { makeRoom() }
      connections[pair] = new
      if segment.isSyn { return failures }
    }
    if let failure = connections[pair]?.take(segment, tls: tls, packet: packet, nanoseconds: nanoseconds) {
      failures.append(failure)
    }
    return failures
  }

  /// What is left unanswered when the capture ends.
  func finish(at end: Int64) -> [ConnectionFailure] {
    connections.values.compactMap { $0.unansweredFailure(at: end) }.sorted { $0.packet < $1.packet }
  }

  private mutating func makeRoom() {
    connections = connections.filter { !$0.value.isOver }
    guard connections.count >= Self.connectionsMax else { return }
    hasForgotten = true
    // The half that was silent for longest goes; one pass for every hundred thousand new connections.
    let median = connections.values.map(\.lastNanoseconds).sorted()[connections.count / 2]
    connections = connections.filter { $0.value.lastNanoseconds > median }
  }

  private struct Pair: Hashable {
    var low: Endpoint
    var high: Endpoint

    init(_ one: Endpoint, _ other: Endpoint) {
      low = min(one, other)
      high = max(one, other)
    }
  }
}
