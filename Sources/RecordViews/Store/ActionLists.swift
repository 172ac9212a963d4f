package import Chronology
package import GRDB
internal import Incidents
internal import Postmortems

/// Reads actions for one viewer: an action is seen by whom its postmortem's incident is.
package struct ActionLists {
  let db: Database
  let viewer: Viewer

  package init(db: Database, viewer: Viewer) {
    self.db = db
    self.viewer = viewer
  }

  /// Actions that fit, the most pressing first; guards are not in them yet.
  package func matching(_ query: ActionQuery, on day: CivilDate) throws -> [ActionView] {
    var sql: SQL = """
      SELECT a.postmortem, a.number, a.state, a.kind, a.term, a.owner, a.due, a.text, a.factors, a.verification,
      a.steps, h.title, h.factors, h.incident, i.title, l.severity
      FROM actions a JOIN actionHomes h ON h.postmortem = a.postmortem
      LEFT JOIN incidents i ON i.number = h.incident
      LEFT JOIN history l ON l.incident = i.number AND l.position = i.listed
      WHERE \(visible)
      """
    if let states = query.states { sql += " AND a.state IN \(states.map(\.rawValue).sorted())" }
    if let owner = query.owner { sql += " AND lower(a.owner) = lower(\(owner))" }
    if let kind = query.kind { sql += " AND a.kind = \(kind.rawValue)" }
    if let incident = query.incident { sql += " AND h.incident = \(incident.number)" }
    if let postmortem = query.postmortem { sql += " AND a.postmortem = \(postmortem.number)" }
    if let isOverdue = query.isOverdue {
      sql += """
         AND (a.state IN ('proposed', 'accepted') AND a.due IS NOT NULL AND a.due < \(day.description)) = \(isOverdue)
        """
    }
    var texts: [Int: [Int: String]] = [:]
    let views = try SQLRequest<Row>(literal: sql).fetchAll(db).compactMap { row -> ActionView? in
      let home: Int = row[0]
      if texts[home] == nil { texts[home] = ActionCoding.factors(row[12]) }
      return Self.view(row, factors: texts[home] ?? [:], on: day)
    }
    return views.map { (urgency: $0.action.urgency(on: day), view: $0) }.sorted { Self.isBefore($0, $1) }.map(\.view)
  }

  /// Of these postmortems, those that the viewer may know of.
  package func visible(postmortems: Set<Int>) throws -> Set<Int> {
    guard !postmortems.isEmpty else { return [] }
    let sql: SQL = """
      SELECT h.postmortem FROM actionHomes h LEFT JOIN incidents i ON i.number = h.incident
      WHERE h.postmortem IN \(postmortems.sorted()) AND \(visible)
      """
    return Set(try SQLRequest<Int>(literal: sql).fetchAll(db))
  }

  private var visible: SQL { "(h.incident = 0 OR (i.number IS NOT NULL AND \(viewer.condition)))" }

  private static func view(_ row: Row, factors: [Int: String], on day: CivilDate) -> ActionView? {
    let steps = ActionCoding.steps(row[10])
    guard let first = steps.first, let state = ActionState(rawValue: row[2]), let kind = ActionKind(rawValue: row[3]),
      let term = ActionTerm(rawValue: row[4])
    else { return nil }
    let numbers = (row[8] as String).split(separator: " ").compactMap { Int($0) }
    let content = ActionContent(
      text: row[7], kind: kind, term: term, owner: row[5], due: (row[6] as String?).flatMap { CivilDate($0) },
      factors: numbers, verification: row[9])
    var action = PostmortemAction(number: row[1], content: content, proposed: first)
    action.state = state
    action.steps = steps
    let incident: Int = row[13]
    return ActionView(
      id: ActionID(postmortem: row[0], action: row[1]), action: action, postmortemTitle: row[11],
      incident: incident > 0 ? incident : nil, incidentTitle: row[14], severity: row[15],
      factors: numbers.compactMap { factors[$0] }, isOverdue: action.isOverdue(on: day))
  }

  private typealias Ranked = (urgency: Int, view: ActionView)

  /// Those without a day come after those with one; then the newest postmortem first.
  private static func isBefore(_ left: Ranked, _ right: Ranked) -> Bool {
    if left.urgency != right.urgency { return left.urgency < right.urgency }
    switch (left.view.action.content.due, right.view.action.content.due) {
    case (let one?, let other?) where one != other: return one < other
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    if left.view.id.postmortem != right.view.id.postmortem { return left.view.id.postmortem > right.view.id.postmortem }
    return left.view.id.action < right.view.id.action
  }
}
