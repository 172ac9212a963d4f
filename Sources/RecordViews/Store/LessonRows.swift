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

  private func write(in db: Database) throws {
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

  /// Postmortems whose rows are made while those before them are written.
  private static let chunk = 32

  /// Writes what is remembered of some postmortems, in their order; the next are prepared meanwhile.
  static func write(_ all: [WorkingPostmortem], in db: Database) throws {
    let chunks = stride(from: 0, to: all.count, by: chunk).map { all[$0..<min($0 + chunk, all.count)] }
    guard all.count > 1 else {
      for working in all { try LessonRows(working)?.write(in: db) }
      return
    }
    var next = chunks.first.map { chunk in Ahead { try chunk.compactMap { try LessonRows($0) } } }
    for index in chunks.indices {
      let rows = try next?.wait() ?? []
      next = index + 1 < chunks.count ? Ahead { try chunks[index + 1].compactMap { try LessonRows($0) } } : nil
      for row in rows { try row.write(in: db) }
    }
  }
}
