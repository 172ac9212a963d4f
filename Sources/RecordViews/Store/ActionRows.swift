internal import Chronology
internal import GRDB
internal import Incidents
internal import Journal
internal import Postmortems

/// Writes actions and what they belong to.
enum ActionRows {
  /// Adds what an event of a postmortem says of its actions.
  ///
  /// `incident` is asked for only at the first event of a postmortem.
  static func apply(
    _ event: RecordedEvent, _ fact: PostmortemEvent?, to postmortem: Int,
    incident: () throws -> Int?, in db: Database
  ) throws {
    if event.version.number == 1 {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO actionHomes VALUES (?, ?, ?, '')").execute(
        arguments: [
          postmortem, try incident() ?? 0, Incident.erasedFacts.title,
        ])
    }
    guard let fact else { return }
    switch fact {
    case .imported(let text), .revised(let text):
      try place(postmortem, incident: text.incident, title: text.title, in: db)
    case .started(let start): try place(postmortem, incident: start.incident ?? 0, title: start.title, in: db)
    case .detailsWritten(let details):
      try db.cachedStatement(sql: "UPDATE actionHomes SET title = ? WHERE postmortem = ?").execute(arguments: [
        details.title, postmortem,
      ])
    case .factorWritten(let factor):
      try changeFactors(of: postmortem, in: db) { $0[factor.number] = factor.text }
    case .partRemoved(let removed) where removed.part == .factor:
      try changeFactors(of: postmortem, in: db) { $0[removed.number] = nil }
    case .actionWritten(let written): try write(written, of: postmortem, event, in: db)
    case .actionStepped(let stepped): try step(stepped, of: postmortem, event, in: db)
    default: break
    }
  }

  private static func place(_ postmortem: Int, incident: Int, title: String, in db: Database) throws {
    try db.cachedStatement(sql: "UPDATE actionHomes SET incident = ?, title = ? WHERE postmortem = ?").execute(
      arguments: [incident, title, postmortem])
  }

  private static func changeFactors(
    of postmortem: Int, in db: Database, _ body: (inout [Int: String]) -> Void
  ) throws {
    let sql = "SELECT factors FROM actionHomes WHERE postmortem = ?"
    var factors = ActionCoding.factors(try String.fetchOne(db, sql: sql, arguments: [postmortem]) ?? "")
    body(&factors)
    try db.cachedStatement(sql: "UPDATE actionHomes SET factors = ? WHERE postmortem = ?").execute(arguments: [
      ActionCoding.text(factors: factors), postmortem,
    ])
  }

  private static func write(
    _ written: ActionWritten, of postmortem: Int, _ event: RecordedEvent, in db: Database
  ) throws {
    let content = written.content
    let step = PostmortemAction.Step(
      state: .proposed, at: event.stamp.at, by: event.stamp.actor, note: "")
    try db.cachedStatement(
      sql: """
        INSERT INTO actions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (postmortem, number) DO UPDATE SET kind = excluded.kind, term = excluded.term,
        owner = excluded.owner, due = excluded.due, text = excluded.text, factors = excluded.factors,
        verification = excluded.verification
        """
    ).execute(arguments: [
      postmortem, written.action, ActionState.proposed.rawValue, content.kind.rawValue, content.term.rawValue,
      content.owner, content.due?.description, content.text, content.factors.map(String.init).joined(separator: " "),
      content.verification, ActionCoding.text(step),
    ])
  }

  private static func step(
    _ stepped: ActionStepped, of postmortem: Int, _ event: RecordedEvent, in db: Database
  ) throws {
    let step = PostmortemAction.Step(
      state: stepped.state, at: event.stamp.at, by: event.stamp.actor, note: stepped.note, check: stepped.check)
    try db.cachedStatement(
      sql: "UPDATE actions SET state = ?, steps = steps || ? WHERE postmortem = ? AND number = ?"
    ).execute(arguments: [
      stepped.state.rawValue, ActionCoding.recordMark + ActionCoding.text(step), postmortem, stepped.action,
    ])
  }
}
