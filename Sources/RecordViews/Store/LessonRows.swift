internal import Chronology
internal import Foundation
internal import GRDB
internal import Journal
internal import Learning
internal import Postmortems

/// What is remembered of postmortems while a batch of events is folded in; each touched one is written once.
///
/// A postmortem is carried on from what was kept of it. Events that say nothing to remember (accounts, comments, reviews,
/// publications) are passed over: nothing of them is kept, nor searched.
struct LessonRows {
  private struct Working {
    var postmortem: Postmortem
    var position: Int64
  }

  private static let passedOver: Set<String> = [
    "accounts-asked", "account-given", "accounts-opened", "comment-written", "comment-settled", "reviewers-named",
    "verdict-given", "postmortem-published", "postmortem-withdrawn", "lines-arranged", "gap-explained",
  ]

  private var working: [Int: Working] = [:]

  mutating func apply(
    _ event: RecordedEvent, _ fact: PostmortemEvent?, to number: Int, in db: Database
  ) throws {
    guard !Self.passedOver.contains(event.kind.name) else { return }
    var entry =
      try working.removeValue(forKey: number)
      ?? Working(postmortem: Self.kept(db, number) ?? Postmortem(number: number), position: 0)
    if let fact {
      entry.postmortem.apply(fact, event.stamp)
    } else {
      entry.postmortem.skip(event.stamp)
    }
    entry.position = event.position.number
    working[number] = entry
  }

  private static func kept(_ db: Database, _ number: Int) throws -> Postmortem? {
    let sql = "SELECT fold FROM lessons WHERE number = ?"
    return try Data.fetchOne(db, sql: sql, arguments: [number]).map { try ViewCoding.decode(Postmortem.self, $0) }
  }

  /// Writes back what the batch touched; rows of the table of postmortems are there by then.
  func flush(in db: Database) throws {
    for (number, entry) in working.sorted(by: { $0.key < $1.key }) {
      let incident = try PostmortemRow.newest(db, number: number)?.incident ?? 0
      let lesson = Lesson(entry.postmortem, incident: incident > 0 ? incident : nil)
      let text = LessonText(entry.postmortem)
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO lessons VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
        number, entry.position, incident,
        lesson.isOurs ? "" : ContentHash(of: Array(entry.postmortem.base.utf8)).description,
        try ViewCoding.data(lesson), text.words.encoded,
        try ViewCoding.data(entry.postmortem),
      ])
      try db.cachedStatement(sql: "DELETE FROM found WHERE rowid = ?").execute(arguments: [number])
      // Where the text was erased there is nothing to find.
      guard entry.postmortem.baseVersion > 0 else { continue }
      try db.cachedStatement(sql: "INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)").execute(arguments: [
        number, PlainWords.of(lesson.title), text.searched,
      ])
    }
  }
}
