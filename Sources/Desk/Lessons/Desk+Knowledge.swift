import Accounts
import Incidents
import Postmortems
import RecordViews

/// What of the incidents and postmortems that a lesson names a reader may know of.
struct LessonKnowledge: Sendable {
  var incidents: Set<Int>
  var postmortems: Set<Int>

  func shown(_ incident: Int?) -> Int? { incident.flatMap { incidents.contains($0) ? $0 : nil } }
  func shown(_ action: ActionID?) -> ActionID? { action.flatMap { postmortems.contains($0.postmortem) ? $0 : nil } }
  func hidden(_ incident: Int?) -> Int? { shown(incident) == nil ? incident : nil }
  func hidden(_ action: ActionID?) -> ActionID? { shown(action) == nil ? action : nil }

  func showing(_ record: GuardRecord) -> GuardRecord {
    record.hiding(
      incident: hidden(record.declaration.incident) != nil, action: hidden(record.declaration.action) != nil)
  }

  func showing(_ line: ChecklistLine) -> ChecklistLine {
    var line = line
    line.incident = shown(line.incident)
    line.action = shown(line.action)
    return line
  }
}

extension Desk {
  /// Guards and checklists as they are now.
  func keptLessons() async throws -> KeptLessons {
    let known = lessons
    let now = try await views.read { db in
      var kept = known
      try kept.carryOn(db)
      return kept
    }
    if now.position > lessons.position { lessons = now }
    return now
  }

  func knowledge(of incidents: [Int], _ actions: [ActionID], _ caller: Caller) async throws -> LessonKnowledge {
    let viewer = Viewer(caller)
    return try await views.read { db in
      LessonKnowledge(
        incidents: incidents.isEmpty
          ? [] : try IncidentLists(db: db, viewer: viewer, cut: nil).visible(Set(incidents)),
        postmortems: try ActionLists(db: db, viewer: viewer).visible(postmortems: Set(actions.map(\.postmortem))))
    }
  }

  /// Throws where a lesson names what is not there, or what the caller may not know of.
  func checkNames(_ incident: Int?, _ action: ActionID?, _ caller: Caller) async throws {
    let sight = try await knowledge(of: [incident].compactMap(\.self), [action].compactMap(\.self), caller)
    if let number = sight.hidden(incident) {
      throw IncidentRefusal(
        .unknownIncident, place: "incident", message: "there is no incident 'INC-\(number)'",
        hint: "the list of incidents shows those that there are")
    }
    guard let action else { return }
    guard sight.hidden(action) == nil, try await foldPostmortem(action.postmortem).action(action.action) != nil
    else {
      throw IncidentRefusal(
        .unknownPart, place: "action", message: "there is no action '\(action)'",
        hint: "the board of actions shows those that there are")
    }
  }
}
