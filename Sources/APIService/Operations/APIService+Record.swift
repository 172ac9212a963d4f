import Desk
import Interchange
import RecordViews
import Schemas

extension APIService {
  func search(_ call: Call) async throws -> Outcome {
    let before = try call.request.cursor().map { cursor throws(Problem) in
      guard let id = IncidentID(cursor.key) else { throw PageCursor.foreign }
      return id
    }
    let listing = try await desk.incidents(
      IncidentQuery(words: call.request.query["q"]?.string, before: before, limit: call.request.limit),
      for: call.caller)
    let next = listing.hasMore ? listing.items.last.map { PageCursor(key: $0.id.description) } : nil
    let hits = listing.items.map { summary in
      SearchHitAnswer(
        kind: "incident", id: summary.id.description, title: summary.title, excerpt: summary.impact ?? "")
    }
    return call.outcome(PageAnswer(items: hits, next: next?.text(for: .search)))
  }

  func listEvents(_ call: Call) async throws -> Outcome {
    let after = try call.request.cursor().map(cursors.position) ?? 0
    if let id = call.request.query["postmortem"]?.string.flatMap({ PostmortemID($0) }) {
      return try await listEvents(of: id, after: after, call)
    }
    let (changes, position) = try await desk.changes(after: after, limit: call.request.limit, for: call.caller)
    let events = changes.map { change in
      EventAnswer(
        cursor: cursors.text(change.position), kind: change.kind, incident: change.incident.description,
        version: change.version, recorded: change.recorded)
    }
    return call.outcome(PageAnswer(items: events, next: cursors.text(position)))
  }

  private func listEvents(of id: PostmortemID, after: Int64, _ call: Call) async throws -> Outcome {
    guard try await desk.postmortem(id, for: call.caller) != nil else {
      throw Problem(
        .invalidParameter, "the record has no \(id)", place: "query parameter 'postmortem'",
        hint: "the list of postmortems shows those that there are")
    }
    let (changes, position) = try await desk.changes(
      after: after, of: id, limit: call.request.limit, for: call.caller)
    let events = changes.map { change in
      EventAnswer(
        cursor: cursors.text(change.position), kind: change.kind, postmortem: "\(id)", version: change.version,
        recorded: change.recorded)
    }
    return call.outcome(PageAnswer(items: events, next: cursors.text(position)))
  }

  func readMe(_ call: Call) -> Outcome { Outcome(call, MeAnswer(call.caller, mayday: mayday)) }
}
