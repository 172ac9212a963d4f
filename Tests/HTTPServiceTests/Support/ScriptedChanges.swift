import Accounts
import Chronology
import HTTPService
import Interchange
import RecordViews
import Schemas
import Synchronization

/// A source to which a test adds changes; those of private incidents are for administrators alone.
final class ScriptedChanges: ChangeSource {
  private struct State {
    var changes: [(change: Change, isPrivate: Bool)] = []
    var listeners: [AsyncStream<Void>.Continuation] = []
  }

  private let state = Mutex(State())

  func add(_ incident: Int, kind: String = "note-written", isPrivate: Bool = false) {
    state.withLock { state in
      let position = Int64(state.changes.count + 1)
      let change = Change(
        position: position, incident: IncidentID(number: incident), version: position, kinds: [kind],
        at: Instant(seconds: 60), entry: ["text": "two\nlines"])
      state.changes.append((change, isPrivate))
      for listener in state.listeners { listener.yield() }
    }
  }

  func newest() async throws -> Int64 { state.withLock { Int64($0.changes.count) } }

  func changes(after: Int64, of incident: IncidentID?, for caller: Caller, max: Int) async throws -> ChangeBatch {
    state.withLock { state in
      let rest = state.changes.filter { $0.change.position > after }
      let seen = rest.filter {
        (!$0.isPrivate || caller.may(.administer)) && (incident ?? $0.change.incident) == $0.change.incident
      }
      let taken = seen.prefix(max)
      let hasMore = taken.count < seen.count
      let upTo = hasMore ? taken.last?.change.position : rest.last?.change.position
      return ChangeBatch(changes: taken.map(\.change), upTo: upTo ?? after, hasMore: hasMore)
    }
  }

  func wakings() async -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    state.withLock { $0.listeners.append(continuation) }
    return stream
  }
}

/// A heart that beats when a test says so.
final class Beats: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream(of: Void.self) }

  func beat() { continuation.yield() }

  func wait() async throws {
    var iterator = stream.makeAsyncIterator()
    guard await iterator.next() != nil else { throw CancellationError() }
  }
}

/// One event of a stream of server-sent events, as a browser would see it.
struct ServerEvent: Sendable, Equatable {
  var id: String?
  var event: String?
  var data: String?
  var comment: String?

  init(_ block: String) {
    for line in block.split(separator: "\n") {
      if line.hasPrefix("id: ") { id = String(line.dropFirst(4)) }
      if line.hasPrefix("event: ") { event = String(line.dropFirst(7)) }
      if line.hasPrefix("data: ") { data = String(line.dropFirst(6)) }
      if line.hasPrefix(": ") { comment = String(line.dropFirst(2)) }
    }
  }
}
