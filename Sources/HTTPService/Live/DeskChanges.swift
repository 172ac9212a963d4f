import Accounts
import Desk
import RecordViews

/// The changes that a desk knows of.
struct DeskChanges: ChangeSource {
  let desk: Desk

  func newest() async throws -> Int64 { try await desk.headPosition() }

  func changes(after: Int64, of incident: IncidentID?, for caller: Caller, max: Int) async throws -> ChangeBatch {
    let (found, position) = try await desk.changes(after: after, limit: max, for: caller)
    let changes = found.filter { (incident ?? $0.incident) == $0.incident }.map { change in
      Change(
        position: change.position, incident: change.incident, version: change.version, kinds: [change.kind],
        at: change.recorded)
    }
    // A batch counts what the caller may not know of too: it may be empty, and the next one not.
    let hasMore = position > after ? try await desk.headPosition() > position : false
    return ChangeBatch(changes: changes, upTo: position, hasMore: hasMore)
  }

  func changes(after: Int64, of postmortem: PostmortemID, for caller: Caller, max: Int) async throws -> ChangeBatch {
    let (found, position) = try await desk.changes(after: after, of: postmortem, limit: max, for: caller)
    let changes = found.map { change in
      Change(
        position: change.position, postmortem: postmortem, version: change.version, kinds: [change.kind],
        at: change.recorded)
    }
    let hasMore = position > after ? try await desk.headPosition() > position : false
    return ChangeBatch(changes: changes, upTo: position, hasMore: hasMore)
  }

  func changes(after: Int64, ofDrill drill: Int, for caller: Caller, max: Int) async throws -> ChangeBatch {
    let (found, position) = try await desk.changes(after: after, ofDrill: drill, limit: max, for: caller)
    let changes = found.map { change in
      Change(
        position: change.position, drill: drill, version: change.version, kinds: [change.kind], at: change.recorded)
    }
    let hasMore = position > after ? try await desk.headPosition() > position : false
    return ChangeBatch(changes: changes, upTo: position, hasMore: hasMore)
  }

  func wakings() async -> AsyncStream<Void> {
    let desk = desk
    let (wakings, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let task = Task {
      // A record that cannot be read ends the waking, not the stream: heartbeats still look.
      guard var position = try? await desk.headPosition() else { return }
      while !Task.isCancelled {
        guard (try? await desk.waitForChanges(after: position)) != nil, let head = try? await desk.headPosition() else {
          return
        }
        position = max(head, position + 1)
        continuation.yield()
      }
    }
    continuation.onTermination = { _ in task.cancel() }
    return wakings
  }
}
