import Accounts
import Incidents
import Journal
import RecordViews

extension Desk {
  /// An incident with all its events, as far as there are any.
  func fold(_ number: Int) async throws -> Incident {
    var incident = folds.incident(number) ?? Incident(number: number)
    let start = incident.version
    while true {
      let events = try await events(of: number, after: incident.version)
      for event in events { incident.apply(event) }
      if events.count < JournalLimits.eventsPerReadMax { break }
    }
    if incident.version > 0 && (incident.version > start || start == 0) { folds.keep(incident) }
    return incident
  }

  /// An incident as its events up to a position add up.
  func fold(_ number: Int, upTo position: Int64) async throws -> Incident {
    if let known = folds.incident(number), let last = try await lastEvent(of: known), last.position.number <= position {
      return try await fold(known, upTo: position)
    }
    return try await fold(Incident(number: number), upTo: position)
  }

  private func fold(_ known: Incident, upTo position: Int64) async throws -> Incident {
    var incident = known
    while true {
      let events = try await events(of: known.number, after: incident.version)
      for event in events {
        guard event.position.number <= position else { return incident }
        incident.apply(event)
      }
      if events.isEmpty { return incident }
    }
  }

  private func lastEvent(of incident: Incident) async throws -> RecordedEvent? {
    try await journal.events(
      of: StreamName("incident", number: incident.number), after: StreamVersion(incident.version - 1), limit: 1
    ).first
  }

  private func events(of number: Int, after version: Int64) async throws -> [RecordedEvent] {
    try await journal.events(
      of: StreamName("incident", number: number), after: StreamVersion(version), limit: JournalLimits.eventsPerReadMax)
  }

  /// An incident that the caller may know of.
  func visibleIncident(_ id: IncidentID, to caller: Caller) async throws -> Incident {
    let incident = try await fold(id.number)
    guard incident.version > 0, Viewer(caller).sees(incident) else { throw Self.unknown(id) }
    return incident
  }

  /// The same words whether there is none or the caller may not know of it.
  static func unknown(_ id: IncidentID) -> DeskError {
    DeskError(
      .unknownIncident, place: "\(id)", message: "the record has no such incident",
      hint: "the list of incidents shows those that there are")
  }

  /// The components as they are now.
  func board() async throws -> StatusBoard {
    let known = keptBoard
    let board = try await views.read { try ShelvedEvents.board($0, upTo: nil, from: known) }
    if board.version > keptBoard.version { keptBoard = board }
    return board
  }
}
