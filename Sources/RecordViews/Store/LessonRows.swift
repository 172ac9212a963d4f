internal import Foundation
internal import GRDB
internal import Journal
internal import Learning
internal import Postmortems

/// What is remembered of one postmortem, as it lies in its row and in the index of words.
struct LessonRows: Sendable {
  private let number: Int
  private let position: Int64
  private let incident: Int
  private let isKept: Bool
  private let hasText: Bool
  /// Of a text from elsewhere, so that it comes in once; else empty.
  private let sha256: String
  private let digest: String
  private let facts: Data
  private let words: String
  private let fold: Data
  private let title: String
  private let searched: String

  /// Nil where a batch brought nothing to remember.
  ///
  /// This is where the time goes that postmortems take, and it needs no database.
  init?(_ working: WorkingPostmortem) throws {
    guard let postmortem = working.fold, working.position > 0 else { return nil }
    number = working.number
    position = working.position
    incident = working.row.incident
    isKept = working.isKept
    hasText = postmortem.baseVersion > 0
    let lesson = Lesson(postmortem, incident: incident > 0 ? incident : nil)
    let text = LessonText(postmortem)
    sha256 = lesson.isOurs ? "" : ContentHash(of: Array(postmortem.base.utf8)).description
    digest = postmortem.digest ?? ""
    facts = LessonCoding.data(lesson)
    words = text.words.encoded
    fold = try ViewCoding.data(postmortem)
    title = PlainWords.of(lesson.title)
    searched = text.searched
  }

  func write(in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO lessons VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      number, position, incident, sha256, digest, facts, words, fold,
    ])
    if isKept { try db.cachedStatement(sql: "DELETE FROM found WHERE rowid = ?").execute(arguments: [number]) }
    // Where the text was erased there is nothing to find.
    guard hasText else { return }
    try db.cachedStatement(sql: "INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)").execute(arguments: [
      number, title, searched,
    ])
  }
}
