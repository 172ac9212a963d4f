internal import Chronology
internal import Foundation
internal import GRDB
internal import Journal
internal import Postmortems

/// A postmortem while a batch of events is folded in; written back once.
///
/// Events that say nothing to remember (accounts, comments, reviews, publications) are passed over in the fold: nothing of
/// them is kept, nor searched.
struct WorkingPostmortem {
  /// Kinds of events that say nothing to remember, and nothing that lists show.
  static let unlisted: Set<String> = [
    "accounts-asked", "account-given", "accounts-opened", "comment-written", "comment-settled", "reviewers-named",
    "verdict-given", "lines-arranged", "gap-explained",
  ]
  private static let passedOver = unlisted.union(["postmortem-published", "postmortem-withdrawn"])

  let number: Int
  /// As lists show it now.
  private(set) var row: PostmortemRow
  /// Nil until an event is remembered.
  private(set) var fold: Postmortem?
  /// Of the newest event that is remembered.
  private(set) var position: Int64 = 0
  /// Whether its words are searched already, and have to make way.
  private(set) var isKept = false
  /// Rows that the batch added.
  private var added: [PostmortemRow] = []
  /// The row that the batch found, whose version went on.
  private var found: PostmortemRow?

  /// A postmortem whose first event comes now; `incident` nil where nothing says whether it has one.
  init(number: Int, incident: Int?, recorded: Instant) {
    self.number = number
    row = PostmortemRow(number: number, incident: incident, recorded: recorded)
    fold = Postmortem(number: number)
  }

  /// The postmortem as it was written back before; nil when it is new.
  init?(_ number: Int, in db: Database) throws {
    guard let known = try PostmortemRow.newest(db, number: number) else { return nil }
    self.number = number
    row = known
    found = known
  }

  /// Adds what an event says; one that is unknown, erased, or about what no list shows changes nothing of the row but the
  /// version, and makes no row of its own.
  mutating func apply(_ event: RecordedEvent, _ fact: PostmortemEvent?, in db: Database) throws {
    list(event, fact)
    if Self.passedOver.contains(event.kind.name), event.version.number > 1 { return }
    if fold == nil {
      let sql = "SELECT fold FROM lessons WHERE number = ?"
      let kept = try Data.fetchOne(try db.cachedStatement(sql: sql), arguments: [number])
      fold = try kept.map { try ViewCoding.decode(Postmortem.self, $0) } ?? Postmortem(number: number)
      isKept = kept != nil
    }
    if let fact {
      fold?.apply(fact, event.stamp)
    } else {
      fold?.skip(event.stamp)
    }
    position = event.position.number
  }

  private mutating func list(_ event: RecordedEvent, _ fact: PostmortemEvent?) {
    var next = row
    if let fact { next.add(fact, event) }
    let isNew = row.position == 0 || next != row
    next.version = event.version.number
    guard isNew else {
      row = next
      if added.isEmpty { found = next } else { added[added.count - 1] = next }
      return
    }
    next.position = event.position.number
    row = next
    added.append(next)
  }

  /// Writes its rows but for what is made of its whole text; see ``LessonRows``.
  func write(in db: Database) throws {
    if let found {
      try db.cachedStatement(sql: "UPDATE postmortems SET version = ? WHERE number = ? AND position = ?").execute(
        arguments: [found.version, number, found.position])
    }
    let insertion = try db.cachedStatement(
      sql: "INSERT INTO postmortems VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for row in added {
      try insertion.execute(arguments: [
        number, row.position, row.version, row.textVersion, row.incident, row.title, row.status, row.stage.rawValue,
        row.origin.rawValue, row.isShown, row.path, row.sha256, row.recorded.rfc3339,
      ])
    }
    if let fold, position > 0 { try ActionRows.write(fold, incident: row.incident, in: db) }
  }
}
