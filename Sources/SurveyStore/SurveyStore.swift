package import Chronology
import Crypto
package import Foundation
import GRDB
package import SafetySurveys

/// Rounds of surveys, in tables of their own in the record's file, and the answers that wait in memory.
///
/// They are no history: the journal would know who did what and when. What is stored at any time is who was invited and
/// who has drawn a ticket, digests of tickets that were used, and sums over five answers or more; at the end of a round
/// all of it goes but the means. One process collects: the one in whose memory answers wait. Everything throws
/// ``SurveyError``.
package actor SurveyStore {
  /// What happened to an answer.
  package enum Receipt: String, Sendable, Hashable {
    /// It waits in memory for others.
    case waiting
    /// It is among those that are counted.
    case counted
  }

  private struct OpenRound {
    let key: SurveyPublicKey
    var pool = SurveyPool()
    /// Digests of tickets whose answers are counted, or just being written.
    var used: Set<Data>
  }

  private let database: any DatabaseWriter
  private let place: String
  private let clock: @Sendable () -> Instant
  private let people: @Sendable () async throws -> Set<String>
  private let isCollecting: Bool
  private var open: [Int: OpenRound] = [:]
  private var isStopping = false

  /// Opens the tables in the record at `path`, and makes them where they are missing; nil keeps all in memory.
  ///
  /// `people` are the handles of accounts that can sign in. Only one process at a time may be `isCollecting`.
  /// - Throws: ``SurveyError`` where there is no record, or where a newer Mayday wrote the tables.
  package init(
    path: String?, isCollecting: Bool, clock: @escaping @Sendable () -> Instant,
    people: @escaping @Sendable () async throws -> Set<String>, busyTimeoutSeconds: Double = 3
  ) throws {
    place = path ?? "surveys"
    self.clock = clock
    self.people = people
    self.isCollecting = isCollecting
    database = try SurveyFile(path: path, busyTimeoutSeconds: busyTimeoutSeconds).open()
  }

  /// Lets go of the file; nothing works after that.
  package func close() throws { try database.close() }

  /// In UTC.
  package var today: CivilDate { CivilDate(clock()) }

  // The calls block: writes are small, and nothing can come between what was looked up and what is done about it.

  private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try database.read(body) } catch { throw SurveyError(translating: error, place: place) }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try database.write(body) } catch { throw SurveyError(translating: error, place: place) }
  }
}

// MARK: Rounds

extension SurveyStore {
  /// All rounds as `reader` may know them, oldest first.
  package func rounds(for reader: String) throws -> [SurveyRound] {
    let today = today
    return try read { db in try RoundRow.all(db).map { try $0.round(db, for: reader, on: today) } }
  }

  package func round(_ id: Int, for reader: String) throws -> SurveyRound {
    let today = today
    return try read { db in try RoundRow.existing(db, id).round(db, for: reader, on: today) }
  }

  /// Opens a round; throws where somebody invited has no account, or where two results could be subtracted.
  package func open(_ plan: SurveyPlan, by opener: String) async throws -> SurveyRound {
    let known = try await people()
    let unknown = plan.invited.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw SurveyError(
        .invalidPeople, place: "people",
        message: "\(unknown.prefix(5).map { "'\($0.prefix(60))'" }.joined(separator: ", ")) cannot sign in here",
        hint: "invite people by the handles of their active accounts")
    }
    let key = try SurveyKey()
    let today = today
    return try write { db in
      try plan.check(against: try RoundRow.all(db).map { try $0.round(db, for: opener, on: today) })
      try db.execute(
        sql: """
          INSERT INTO survey_rounds (team, first_day, last_day, is_closed, modulus, private_key, departed)
          VALUES (?, ?, ?, 0, ?, ?, 0)
          """,
        arguments: [
          plan.team, plan.firstDay.daysSinceEpoch, plan.lastDay.daysSinceEpoch, try key.publicKey.hexadecimal,
          key.stored,
        ])
      let id = Int(db.lastInsertedRowID)
      for handle in plan.invited {
        try db.execute(
          sql: "INSERT INTO survey_invited VALUES (?, ?, ?)", arguments: [id, handle, Invited.unmarked])
      }
      return try RoundRow.existing(db, id).round(db, for: opener, on: today)
    }
  }

  /// Ends a round now: counts what waits, keeps the means, and deletes all else.
  package func closeRound(_ id: Int, by reader: String) throws -> SurveyRound {
    try requireCollecting("closing a round")
    let row = try read { try RoundRow.existing($0, id) }
    guard !row.isClosed else {
      throw SurveyError(.notOpen, place: "round \(id)", message: "it is closed already", hint: "look at its result")
    }
    try end(id)
    return try round(id, for: reader)
  }

  /// Ends the rounds whose last day is over.
  package func keepTime() throws {
    guard isCollecting, !isStopping else { return }
    let today = today
    let over = try read { db in try RoundRow.all(db).filter { !$0.isClosed && today > $0.lastDay }.map(\.id) }
    for id in over { try end(id) }
  }

  /// Deletes the mark that somebody has drawn a ticket, because their account is gone; only the number stays.
  package func forget(_ handle: String) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE survey_rounds SET departed = departed + 1 WHERE is_closed = 0 AND id IN
            (SELECT round FROM survey_invited WHERE handle = ? AND drawn_for <> ?)
          """, arguments: [handle, Invited.unmarked])
      try db.execute(
        sql: "UPDATE survey_invited SET drawn_for = ? WHERE handle = ?", arguments: [Invited.unmarked, handle])
    }
  }

  private func end(_ id: Int) throws {
    var round = try opened(id)
    var last: SurveyPool.Batch?
    for case .write(let batch) in round.pool.handle(.end) { last = batch }
    let today = today
    do {
      try write { db in
        if let last { try Self.add(last, to: id, in: db) }
        try Self.settle(id, on: today, in: db)
      }
    } catch {
      if let last { _ = round.pool.handle(.notWritten(last)) }
      open[id] = round
      throw error
    }
    open[id] = nil
    // What was overwritten still stands in the log of writes; without other readers it is emptied at once.
    try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  /// A round that is closed before its last day has had its last day.
  private static func settle(_ id: Int, on today: CivilDate, in db: Database) throws {
    let row = try RoundRow.existing(db, id)
    let drawn = try row.drawn(db)
    var result = SurveyResult(row.sums)
    var withheld: SurveyRound.Withheld? = result == nil ? .tooFew : nil
    if row.sums.count > drawn {
      result = nil
      withheld = .forged
    }
    try db.execute(
      sql: """
        UPDATE survey_rounds SET is_closed = 1, private_key = NULL, modulus = '', sums = NULL, departed = 0, drawn = ?,
          result = ?, withheld = ?, last_day = MIN(last_day, MAX(first_day, ?)) WHERE id = ?
        """,
      arguments: [
        drawn, try result.map { try RoundRow.encoded($0) }, withheld?.rawValue, today.daysSinceEpoch, id,
      ])
    try db.execute(
      sql: "UPDATE survey_invited SET drawn_for = ? WHERE round = ?", arguments: [Invited.unmarked, id])
    try db.execute(sql: "DELETE FROM survey_spent WHERE round = ?", arguments: [id])
  }
}

// MARK: Tickets and answers

extension SurveyStore {
  /// Signs one blinded ticket for somebody who was invited.
  ///
  /// The same blinded ticket is signed again, so that an answer that got lost on its way costs nobody their ticket.
  package func sign(_ blinded: Data, round id: Int, for handle: String) throws -> Data {
    try requireCollecting("drawing a ticket")
    let today = today
    // Of what is blinded, which is chance to everybody but the browser that blinded it.
    let mark = Data(SHA256.hash(data: blinded))
    return try write { db in
      let row = try RoundRow.existing(db, id)
      let key = try Self.openKey(row, on: today)
      guard let invited = try Invited.of(id, db).first(where: { $0.handle == handle }) else {
        throw SurveyError(
          .notInvited, place: "round \(id)", message: "you are not invited to it",
          hint: "ask whoever opened it if you should be")
      }
      guard invited.mark == Invited.unmarked || invited.mark == mark else {
        throw SurveyError(
          .ticketDrawn, place: "round \(id)", message: "you have drawn your ticket",
          hint: "answer in the browser or terminal that drew it; nobody can draw it again for you")
      }
      let signature = try key.sign(blinded: blinded)
      try db.execute(
        sql: "UPDATE survey_invited SET drawn_for = ? WHERE round = ? AND handle = ?", arguments: [mark, id, handle])
      return signature
    }
  }

  /// Draws a ticket for a browser that cannot blind one: this process does it in its memory and keeps nothing of it.
  package func draw(round id: Int, for handle: String) throws -> SurveyTicket {
    let unsigned = try opened(id).key.draw()
    return try unsigned.signed(try sign(unsigned.blinded, round: id, for: handle))
  }

  /// Takes the answers that come with a ticket, whoever sends them.
  package func take(_ answers: SurveyAnswers, ticket: SurveyTicket, round id: Int) throws -> Receipt {
    try requireCollecting("answering")
    guard !isStopping else {
      throw SurveyError(
        .busy, place: "survey", message: "the server is about to stop", hint: "send it again in a minute")
    }
    let today = today
    _ = try read { db in try Self.openKey(try RoundRow.existing(db, id), on: today) }
    var round = try opened(id)
    guard round.key.accepts(ticket) else { throw SurveyError.foreignTicket }
    let digest = ticket.digest
    guard !round.used.contains(digest) else { return .counted }
    let actions = round.pool.handle(.answer(ticket: digest, answers))
    for case .write(let batch) in actions { write(batch, to: id, of: &round) }
    open[id] = round
    return round.used.contains(digest) ? .counted : .waiting
  }

  /// Before the process ends: writes what waits where that is five or more, and takes nothing any more.
  package func stop() {
    isStopping = true
    for (id, found) in open {
      var round = found
      for case .write(let batch) in round.pool.handle(.end) { write(batch, to: id, of: &round) }
      open[id] = round
    }
  }

  /// What cannot be written waits on, and is tried again with the next answer.
  private func write(_ batch: SurveyPool.Batch, to id: Int, of round: inout OpenRound) {
    do {
      try write { db in try Self.add(batch, to: id, in: db) }
      round.used.formUnion(batch.tickets)
    } catch {
      _ = round.pool.handle(.notWritten(batch))
    }
  }

  private static func add(_ batch: SurveyPool.Batch, to id: Int, in db: Database) throws {
    let sums = try RoundRow.existing(db, id).sums + batch.sums
    try db.execute(
      sql: "UPDATE survey_rounds SET sums = ? WHERE id = ?", arguments: [try RoundRow.encoded(sums), id])
    for ticket in batch.tickets {
      try db.execute(sql: "INSERT INTO survey_spent VALUES (?, ?)", arguments: [ticket, id])
    }
  }

  private func opened(_ id: Int) throws -> OpenRound {
    if let found = open[id] { return found }
    let round = try read { db in
      let row = try RoundRow.existing(db, id)
      guard !row.isClosed else { throw SurveyError.over(id) }
      let used = try Data.fetchAll(db, sql: "SELECT ticket FROM survey_spent WHERE round = ?", arguments: [id])
      return OpenRound(key: try SurveyPublicKey(hexadecimal: row.modulus), used: Set(used))
    }
    open[id] = round
    return round
  }

  /// The key of a round that is open today.
  private static func openKey(_ row: RoundRow, on today: CivilDate) throws -> SurveyKey {
    switch row.state(on: today) {
    case .open: break
    case .waiting:
      throw SurveyError(
        .notOpen, place: "round \(row.id)", message: "it begins on \(row.firstDay)", hint: "come back then")
    case .closed: throw SurveyError.over(row.id)
    }
    guard let stored = row.privateKey else { throw SurveyError.over(row.id) }
    return try SurveyKey(stored: stored)
  }

  private func requireCollecting(_ what: String) throws {
    guard !isCollecting else { return }
    throw SurveyError(
      .needsServer, place: "survey",
      message: "\(what) needs a server: answers wait in its memory, so that none is written alone",
      hint: "set MAYDAY_URL and MAYDAY_TOKEN, or open the page /safety of the server")
  }
}

extension SurveyError {
  static func over(_ round: Int) -> SurveyError {
    SurveyError(
      .notOpen, place: "round \(round)", message: "it is over, and takes no tickets and no answers",
      hint: "look at its result")
  }
}
