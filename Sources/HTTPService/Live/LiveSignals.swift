import Hummingbird
import HummingbirdCore
import ServiceLifecycle

/// Why a stream looks again.
enum LiveSignal: Sendable {
  case woken
  case heartbeat
}

/// Joins wakings and heartbeats into one sequence, of which few are pending; it ends with the server, or with the client.
struct LiveSignals: Sendable {
  private let signals: AsyncStream<LiveSignal>
  private let continuation: AsyncStream<LiveSignal>.Continuation

  init() {
    (signals, continuation) = AsyncStream.makeStream(of: LiveSignal.self, bufferingPolicy: .bufferingNewest(2))
  }

  /// Beats for as long as it is listened to.
  static func heartbeats(sleep: @escaping @Sendable (Duration) async throws -> Void) -> AsyncStream<Void> {
    AsyncStream {
      do {
        try await sleep(.seconds(ServerLimits.heartbeatSeconds))
        return ()
      } catch {
        return nil
      }
    }
  }

  /// Calls `act` for each signal until it returns false, or the sequences have ended.
  func follow(
    wakings: AsyncStream<Void>, heartbeats: AsyncStream<Void>, act: (LiveSignal) async throws -> Bool
  ) async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { for await _ in wakings { continuation.yield(.woken) } }
        group.addTask {
          for await _ in heartbeats { continuation.yield(.heartbeat) }
          continuation.finish()
        }
        defer { group.cancelAll() }
        for await signal in signals where try await !act(signal) { return }
      }
    } onGracefulShutdown: {
      continuation.finish()
    }
  }

  /// Ends the signals as soon as the client has gone, while `work` runs.
  func watchingConnection(of request: Request, _ work: () async throws -> Void) async throws {
    try await request.body.consumeWithInboundCloseHandler { _ in
      try await work()
    } onInboundClosed: {
      continuation.finish()
    }
  }
}
