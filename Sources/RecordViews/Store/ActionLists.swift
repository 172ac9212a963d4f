package import Chronology
package import GRDB
internal import Incidents
package import Postmortems

/// Reads actions for one viewer: an action is seen by whom its postmortem's incident is.
///
/// A board first asks for the places of all actions, which are small, and then for those alone that it shows.
package struct ActionLists {
  let db: Database
  let viewer: Viewer

  package init(db: Database, viewer: Viewer) {
    self.db = db
    self.viewer = viewer
  }

  /// Places of the actions that fit, the most pressing first.
  package func places(_ query: ActionQuery, on day: CivilDate) throws -> [ActionPlace] {
    let isOverdue: SQL =
      "(a.state IN ('proposed', 'accepted') AND a.due IS NOT NULL AND a.due < \(day.description))"
    let isLongTerm: SQL = "(a.term <> 'immediate')"
    // Overdue and immediate first, then overdue, then immediate, then the rest that is to be done, then what waits to be
    // verified, then what is closed; those without a day come after those with one, then the newest postmortem first.
    let urgency: SQL = """
      CASE a.state WHEN 'done' THEN 4 WHEN 'verified' THEN 5 WHEN 'declined' THEN 6
      ELSE \(isLongTerm) + 2 * (NOT \(isOverdue)) END
      """
    var sql: SQL = """
      SELECT a.postmortem, a.number, a.state, a.term, \(isOverdue), h.incident
      FROM actions a JOIN actionHomes h ON h.postmortem = a.postmortem
      LEFT JOIN incidents i ON i.number = h.incident WHERE \(visible)
      """
    if let states = query.states { sql += " AND a.state IN \(states.map(\.rawValue).sorted())" }
    if let owner = query.owner { sql += " AND lower(a.owner) = lower(\(owner))" }
    if let kind = query.kind { sql += " AND a.kind = \(kind.rawValue)" }
    if let incident = query.incident { sql += " AND h.incident = \(incident.number)" }
    if let postmortem = query.postmortem { sql += " AND a.postmortem = \(postmortem.number)" }
    if let asked = query.isOverdue { sql += " AND \(isOverdue) = \(asked)" }
    sql += " ORDER BY \(urgency), a.due IS NULL, a.due, a.postmortem DESC, a.number"
    let rows = try SQLRequest<Row>(literal: sql).fetchCursor(db)
    var places: [ActionPlace] = []
    while let row = try rows.next() {
      guard let state = ActionState(rawValue: row[2]), let term = ActionTerm(rawValue: row[3])
      else { continue }
      let incident: Int = row[5]
      places.append(
        ActionPlace(
          id: ActionID(postmortem: row[0], action: row[1]), state: state, term: term,
          isOverdue: row[4],
          incident: incident > 0 ? incident : nil))
    }
    return places
  }

  /// Actions by their names, in the order of these; those that are not there, or that the viewer may not know of, are
  /// left out, and guards are not in them yet.
  package func actions(_ ids: [ActionID], on day: CivilDate) throws -> [ActionView] {
    var found: [ActionID: ActionView] = [:]
    var texts: [Int: [Int: String]] = [:]
    let wanted = Set(ids)
    for part in Self.parts(Set(ids.map(\.postmortem)).sorted()) {
      let sql: SQL = """
        SELECT a.postmortem, a.number, a.state, a.kind, a.term, a.owner, a.due, a.text, a.factors, a.verification,
        a.steps, h.title, h.factors, h.incident, i.title, l.severity
        FROM actions a JOIN actionHomes h ON h.postmortem = a.postmortem
        LEFT JOIN incidents i ON i.number = h.incident
        LEFT JOIN history l ON l.incident = i.number AND l.position = i.listed
        WHERE a.postmortem IN \(part) AND \(visible)
        """
      let rows = try SQLRequest<Row>(literal: sql).fetchCursor(db)
      while let row = try rows.next() {
        let id = ActionID(postmortem: row[0], action: row[1])
        guard wanted.contains(id) else { continue }
        if texts[id.postmortem] == nil { texts[id.postmortem] = ActionCoding.factors(row[12]) }
        found[id] = Self.view(row, id, factors: texts[id.postmortem] ?? [:], on: day)
      }
    }
    return ids.compactMap { found[$0] }
  }

  /// SQLite takes no more than some thousands of values in one question.
  private static func parts(_ numbers: [Int]) -> [[Int]] {
    stride(from: 0, to: numbers.count, by: ViewLimits.valuesPerQuestionMax).map { start in
      Array(numbers[start..<min(start + ViewLimits.valuesPerQuestionMax, numbers.count)])
    }
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

  private static func view(_ row: Row, _ id: ActionID, factors: [Int: String], on day: CivilDate)
    -> ActionView?
  {
    let steps = ActionCoding.steps(row[10])
    guard let first = steps.first, let state = ActionState(rawValue: row[2]), let kind = ActionKind(rawValue: row[3]),
      let term = ActionTerm(rawValue: row[4])
    else { return nil }
    let numbers = (row[8] as String).split(separator: " ").compactMap { Int($0) }
    let content = ActionContent(
      text: row[7], kind: kind, term: term, owner: row[5], due: (row[6] as String?).flatMap { CivilDate($0) },
      factors: numbers, verification: row[9])
    var action = PostmortemAction(number: id.action, content: content, proposed: first)
    action.state = state
    action.steps = steps
    let incident: Int = row[13]
    return ActionView(
      id: id, action: action, postmortemTitle: row[11], incident: incident > 0 ? incident : nil,
      incidentTitle: row[14], severity: row[15], factors: numbers.compactMap { factors[$0] },
      isOverdue: action.isOverdue(on: day))
  }
}
