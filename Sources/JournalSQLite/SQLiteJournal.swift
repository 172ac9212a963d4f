internal import Foundation
internal import GRDB
package import Journal

/// A journal in one SQLite file.
///
/// Durable: an append is on the disk when it returns (WAL, `synchronous=FULL`), and a kill at any moment leaves each append
/// there in full or not at all. Several processes may read and append to the same file; writers take turns.
package final class SQLiteJournal: Journal {
  /// As it was given.
  package let path: String
  private let clock: RecordClock
  private let pollInterval: Duration
  private let reader: any DatabaseReader
  private let writer: DatabasePool?

  /// Opens a record, and makes it where that is allowed.
  ///
  /// `busyTimeoutSeconds` is how long a writer waits for others; `pollInterval` how often a follower looks for events of
  /// other processes.
  /// - Throws: ``JournalError`` where there is no record, where the file is something else, damaged, or written by a newer
  ///   Mayday.
  package init(
    path: String, access: RecordAccess = .createIfMissing, clock: RecordClock = .system,
    busyTimeoutSeconds: Double = 10, pollInterval: Duration = .milliseconds(100)
  ) throws(JournalError) {
    self.path = path
    self.clock = clock
    self.pollInterval = pollInterval
    (reader, writer) = try RecordFile(path: path, access: access, busyTimeoutSeconds: busyTimeoutSeconds).open()
  }

  /// Moves what stands in the write-ahead log into the file and lets go of both; nothing works after that.
  ///
  /// A journal that is simply dropped does the same. One that is killed leaves the log beside the file, and both belong
  /// together: a copy of the file alone lacks the newest events.
  package func close() throws(JournalError) {
    do {
      try reader.close()
    } catch {
      throw JournalError(translating: error, path: path)
    }
  }

  @discardableResult
  package func append(_ appends: [StreamAppend]) async throws(JournalError) -> AppendReceipt {
    try AppendChecks.check(appends)
    return try await transact { [clock] db in try Self.seal(appends, clock: clock, in: db) }
  }

  package func events(after position: EventPosition, limit: Int) async throws -> [RecordedEvent] {
    try await read { try EventRows.fetch($0, where: "e.position > ?", [max(position.number, 0)], limit: limit) }
  }

  package func events(
    of stream: StreamName, after version: StreamVersion, limit: Int
  ) async throws -> [RecordedEvent] {
    try await read {
      try EventRows.fetch(
        $0, where: "e.stream = ? AND e.version > ?", order: "e.version", [stream.text, version.number], limit: limit)
    }
  }

  package func head() async throws -> JournalHead { try await read { try EventRows.head($0) } }

  package func wait(past position: EventPosition) async throws {
    while try await head().position <= position { try await Task.sleep(for: pollInterval) }
  }

  @discardableResult
  package func erase(
    payload: ContentHash, by actor: ActorName, reason: String
  ) async throws(JournalError) -> Tombstone {
    try AppendChecks.check(reason: reason, by: actor, place: "payload '\(payload)'")
    let tombstone = try await transact { [clock] db in
      guard
        let event = try EventRows.fetch(db, where: "e.payload_hash = ?", [Data(payload.bytes)], limit: 1).first
      else { throw ErasureRules.noSuchPayload(payload) }
      let append = try ErasureRules.append(erasing: event, by: actor, reason: reason)
      let receipt = try Self.seal([append], clock: clock, in: db)
      let tombstone = ErasureRules.tombstone(of: receipt, reason: reason)
      try EventRows.replacePayload(payload, with: tombstone, in: db)
      return tombstone
    }
    // The payload may still stand in the write-ahead log; when readers are in the way, a later checkpoint clears it.
    try? await writer?.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    return tombstone
  }

  package func storageProblems() async throws -> [String] {
    do {
      return try await read { try StorageChecks.problems($0) }
    } catch let error as JournalError where error.code == .damaged {
      return [error.message]
    }
  }

  private static func seal(_ appends: [StreamAppend], clock: RecordClock, in db: Database) throws -> AppendReceipt {
    var sealer = ChainSealer(after: try EventRows.head(db), recorded: clock.now)
    for append in appends { try sealer.seal(append, at: try EventRows.version(db, of: append.stream)) }
    for event in sealer.events { try EventRows.insert(event, into: db) }
    return sealer.receipt
  }

  private func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    do {
      return try await reader.read(body)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw JournalError(translating: error, path: path)
    }
  }

  /// Runs in one immediate transaction, in a task of its own: GRDB rolls back when the task that called it is cancelled,
  /// and nobody can cancel this one.
  private func transact<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(JournalError) -> Value {
    guard let writer else {
      throw JournalError(.readOnly, place: path, message: "it was opened for reading only")
    }
    switch await Task(operation: { try await writer.write(body) }).result {
    case .success(let value): return value
    case .failure(let error): throw JournalError(translating: error, path: path)
    }
  }
}
