internal import Foundation
package import GRDB
package import Journal

/// What pages read, derived from the journal: a database that is carried on with every new event, and built again
/// whenever its version changes, the record is another one, or something was erased.
package final class ViewStore: Sendable {
  /// Events of a batch.
  ///
  /// What is folded in a batch is written once at its end, so that building again writes a postmortem a few times only.
  private static let batchEvents = 30_000
  /// Bytes of payloads at which a batch ends early.
  private static let batchBytes = 32 << 20
  /// KiB of the database that are held in memory.
  private static let cacheKibibytes = 32_768
  /// Others that share the file may build it again meanwhile; more than this is no coincidence.
  private static let resetsMax = 20

  private let database: DatabaseQueue
  private let path: String

  /// Opens the views in a file, or in memory.
  package init(path: String?) throws {
    self.path = path ?? "views in memory"
    var configuration = Configuration()
    configuration.label = "views"
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cache_size = -\(Self.cacheKibibytes)")
    }
    guard let path else {
      database = try DatabaseQueue(configuration: configuration)
      try database.write { try ViewSchema.reset($0, honoured: 0) }
      return
    }
    configuration.journalMode = .wal
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      let isOurs = try database.write { db in
        let isCurrent = try ViewSchema.isCurrent(db)
        if isCurrent == false { try ViewSchema.reset(db, honoured: 0) }
        return isCurrent != nil
      }
      if isOurs { return }
    } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {}
    throw ViewsError(
      place: path, message: "it is not a file of views, or it is damaged",
      hint: "name another file, or delete this one if it held views: they are built again from the record")
  }

  package func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await database.read(body)
  }

  /// Returns when the views show every event that the journal had when this was called, by whatever process.
  @discardableResult
  package func catchUp(with journal: any Journal) async throws -> Standing {
    var resetCount = 0
    while resetCount < Self.resetsMax {
      let standing = try await database.read { try Standing.fetchOne($0) }
      let head = try await journal.head()
      if let standing {
        if standing.position == head.position.number, standing.hash == Data(head.hash.bytes) { return standing }
        if try await carryOn(standing, to: head, with: journal) { continue }
      }
      try await reset(from: standing, honoured: head.position.number)
      resetCount += 1
    }
    throw ViewsError(
      place: path, message: "they were built again \(resetCount) times and do not fit the record",
      hint: "give each record views of its own; 'mayday record verify' checks the record")
  }

  /// Takes the views on batch by batch; false when they do not fit the record and must be built again.
  ///
  /// The next batch is read while one is written.
  private func carryOn(_ known: Standing, to head: JournalHead, with journal: any Journal) async throws -> Bool {
    guard known.position < head.position.number else { return false }
    var standing = known
    var batch = try await Self.batch(of: journal, after: EventPosition(standing.position))
    repeat {
      guard let first = batch.first?.event, let last = batch.last?.event,
        Data(first.previousHash.bytes) == standing.hash,
        !Self.erasesWhatIsShown(batch, standing)
      else { return false }
      async let following = last.position < head.position ? Self.batch(of: journal, after: last.position) : []
      // Another process that shares this file may have been faster.
      guard let next = try await apply(batch, to: standing) else { return true }
      standing = next
      batch = try await following
    } while !batch.isEmpty
    return true
  }

  /// As many events as are worth a transaction.
  private static func batch(of journal: any Journal, after position: EventPosition) async throws -> [ReadEvent] {
    var batch: [ReadEvent] = []
    var bytes = 0
    while batch.count < batchEvents, bytes < batchBytes {
      let part = try await journal.events(
        after: batch.last?.event.position ?? position, limit: batchEvents - batch.count)
      if part.isEmpty { break }
      for event in part { bytes += event.payload.bytes?.count ?? 0 }
      batch += part.map { ReadEvent($0) }
    }
    return batch
  }

  /// Whether something was erased that the views were built from.
  private static func erasesWhatIsShown(_ batch: [ReadEvent], _ standing: Standing) -> Bool {
    batch.contains { read in
      let event = read.event
      guard event.position.number > standing.honoured, let erasure = Erasure(event) else { return false }
      return erasure.event <= standing.position
    }
  }

  /// How the views stand afterwards; nil where they stand elsewhere already.
  private func apply(_ batch: [ReadEvent], to standing: Standing) async throws -> Standing? {
    try await write { db in
      guard try Standing.fetchOne(db) == standing, let last = batch.last?.event else { return nil }
      var projection = try ViewProjection(db: db)
      for event in batch { try projection.apply(event) }
      try projection.flush()
      var next = standing
      next.erasures += projection.erasureCount
      next.position = last.position.number
      next.hash = Data(last.hash.bytes)
      try next.update(db)
      return next
    }
  }

  private func reset(from standing: Standing?, honoured: Int64) async throws {
    try await write { db in
      guard try Standing.fetchOne(db) == standing else { return }
      try ViewSchema.reset(db, honoured: honoured)
    }
    // What was erased must not live on in the write-ahead log.
    try? await database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  /// Writes in a task of its own: a cancelled request need not cost the work that the next one would do again.
  private func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    let database = database
    return try await Task { try await database.write(body) }.value
  }
}
