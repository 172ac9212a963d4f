import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import RecordViews

/// What a live stream tells of.
enum LiveSubject: Sendable {
  /// Nil: all of them.
  case incidents(IncidentID?)
  case postmortem(PostmortemID)
  case drill(Int)
}

/// The shell of one live stream: it waits, asks and writes, as the stream's machine says.
struct LiveListener: Sendable {
  let site: Site
  let subject: LiveSubject
  let request: Request
  let context: VisitContext
  /// Held for as long as the stream runs.
  let seat: LiveSeat

  /// Runs until the client goes, the caller may read this no longer, or the server stops.
  func run(_ writer: inout any ResponseBodyWriter) async throws {
    let signals = LiveSignals()
    guard site.settings.watchesConnections else { return try await follow(signals, &writer) }
    try await signals.watchingConnection(of: request) { try await follow(signals, &writer) }
  }

  private func follow(_ signals: LiveSignals, _ writer: inout any ResponseBodyWriter) async throws {
    // Listening begins before the position is read, so that nothing falls between the two.
    let wakings = await site.changes.wakings()
    var stream = LiveStream(seal: site.seal)
    let began = LiveStream.Event.began(lastEventID: lastEventID, newest: try await site.changes.newest())
    guard try await pass(began, to: &stream, &writer) else { return }
    try await signals.follow(wakings: wakings, heartbeats: site.heartbeats()) { signal in
      try await pass(signal == .woken ? .woken : .heartbeat, to: &stream, &writer)
    }
  }

  /// Does what the machine says; false once the stream is over.
  ///
  /// Who listens is looked up anew before each look for changes: a session that was revoked, a role that was lowered, an
  /// incident that became private end or narrow a stream at once.
  private func pass(
    _ event: LiveStream.Event, to stream: inout LiveStream, _ writer: inout any ResponseBodyWriter
  ) async throws -> Bool {
    var actions = stream.handle(event)[...]
    while let action = actions.popFirst() {
      switch action {
      case .write(let text): try await writer.write(ByteBuffer(string: text))
      case .look(let position):
        guard let caller = try await caller() else {
          actions = stream.handle(.over)[...]
          continue
        }
        let max = ServerLimits.changesBatchMax
        let batch =
          switch subject {
          case .incidents(let one):
            try await site.changes.changes(after: position, of: one, for: caller, max: max)
          case .postmortem(let id):
            try await site.changes.changes(after: position, of: id, for: caller, max: max)
          case .drill(let number):
            try await site.changes.changes(after: position, ofDrill: number, for: caller, max: max)
          }
        actions += stream.handle(.found(batch))
      case .end: return false
      }
    }
    return true
  }

  /// Who listens, as they stand now; nil where they may read no longer.
  private func caller() async throws -> Caller? {
    var now = context
    try await Recognition(site: site).recognise(request, in: &now)
    guard let caller = now.visitor.caller, caller.may(.read), caller.origin == context.visitor.caller?.origin else {
      return nil
    }
    return caller
  }

  private var lastEventID: String? {
    HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }
  }
}
