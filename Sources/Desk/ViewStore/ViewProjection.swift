internal import Foundation
internal import GRDB
internal import Incidents
internal import Journal
internal import TimelineBuilding

/// How one event changes the views.
///
/// What is unknown or erased changes nothing but the version of its stream.
struct ViewProjection {
  let db: Database

  func apply(_ event: RecordedEvent) throws {
    if let number = event.stream.number(in: "incident") {
      try applyToIncident(number, event)
    } else if let number = event.stream.number(in: "postmortem") {
      try applyToPostmortem(number, event)
    }
  }

  private func applyToIncident(_ number: Int, _ event: RecordedEvent) throws {
    var incident = Incident(number: number, facts: Incident.erasedFacts)
    var row = IncidentRow(
      number: number, version: 0, title: incident.facts.title, facts: incident.facts, momentCount: 0, postmortem: nil)
    if let known = try IncidentRow.fetchOne(db, key: number) {
      row = known
      incident = Incident(number: number, facts: known.facts, postmortem: known.postmortem)
    }
    if let document = Self.document(event), let fact = try? IncidentEvent(document) {
      incident.apply(fact, event.stamp)
      if case .timelineAttached(let timeline) = fact {
        let json = Data(timeline.json)
        try AttachedTimelineRow(incident: number, json: json).upsert(db)
        // A timeline of a newer Mayday is kept, and shown when this one can read it.
        row.momentCount = (try? JSONDecoder().decode(TimelineReport.self, from: json))?.moments.count ?? 0
      }
    }
    row.version = event.version.number
    row.title = incident.facts.title
    row.facts = incident.facts
    row.postmortem = incident.postmortem
    try row.upsert(db)
  }

  private func applyToPostmortem(_ number: Int, _ event: RecordedEvent) throws {
    let known = try PostmortemRow.fetchOne(db, key: number)
    // The incident's events come first in an append: a postmortem whose text was erased still has its place.
    let linked = try IncidentRow.filter(Column("postmortem") == number).fetchOne(db)
    var row =
      known
      ?? PostmortemRow(
        number: number, version: 0, incident: linked?.number ?? 0, title: Incident.erasedFacts.title,
        status: Incident.erasedFacts.status, path: "", sha256: "", recorded: event.recorded)
    row.version = event.version.number
    if let document = Self.document(event), let fact = try? PostmortemEvent(document) {
      let content = fact.text
      row.incident = content.incident
      row.title = content.title
      row.status = content.status
      row.path = content.path
      row.sha256 = content.sha256
      row.recorded = event.recorded
      try TextRow(postmortem: number, text: content.text).upsert(db)
    } else if known == nil {
      try TextRow(postmortem: number, text: "").upsert(db)
    }
    try row.upsert(db)
  }

  private static func document(_ event: RecordedEvent) -> EventDocument? {
    event.payload.bytes.map { EventDocument(kind: event.kind.name, version: event.kind.version, json: $0) }
  }
}

extension RecordedEvent {
  /// What a fold needs to know of the event beside its content.
  var stamp: EventStamp {
    EventStamp(version: version.number, recorded: recorded, claimed: claimed, actor: actor.text)
  }
}
