internal import Chronology
internal import GRDB
internal import Postmortems

/// Writes actions and what they belong to.
enum ActionRows {
  /// Writes all actions of a postmortem as they are now; an action that was there once stays.
  static func write(_ postmortem: Postmortem, incident: Int, in db: Database) throws {
    let factors = Dictionary(postmortem.factors.map { ($0.number, $0.text) }) { $1 }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO actionHomes VALUES (?, ?, ?, ?)").execute(arguments: [
      postmortem.number, incident, postmortem.title, ActionCoding.text(factors: factors),
    ])
    guard !postmortem.actions.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO actions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for action in postmortem.actions {
      let content = action.content
      try statement.execute(arguments: [
        postmortem.number, action.number, action.state.rawValue, content.kind.rawValue, content.term.rawValue,
        content.owner, content.due?.description, content.text, content.factors.map(String.init).joined(separator: " "),
        content.verification, action.steps.map(ActionCoding.text).joined(separator: ActionCoding.recordMark),
      ])
    }
  }
}
