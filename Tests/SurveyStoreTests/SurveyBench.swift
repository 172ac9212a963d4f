import Chronology
import Foundation
import GRDB
import Journal
import JournalSQLite
import SafetySurveys
import SurveyStore
import Synchronization

/// A clock that tests turn by days.
final class DayClock: Sendable {
  private let instant = Mutex(Instant(seconds: 1_800_000_000))

  var now: Instant { instant.withLock { $0 } }
  var today: CivilDate { CivilDate(now) }
  func wait(days: Double) { instant.withLock { $0 = $0.advanced(bySeconds: days * 86_400) } }
}

/// A store on a record in a folder of its own, and people who answer.
final class SurveyBench {
  static let names = [
    "ann", "ben", "cem", "dua", "eva", "finn", "gus", "hal", "ida", "jon", "kim", "lea", "mia", "nils", "oda", "per",
    "quin", "rob", "sam", "tom",
  ]

  let clock = DayClock()
  let folder: URL
  let path: String
  private(set) var store: SurveyStore

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("surveys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("record.mayday").path
    try SQLiteJournal(path: path).close()
    store = try Self.store(path, clock)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func store(_ path: String?, _ clock: DayClock, isCollecting: Bool = true) throws -> SurveyStore {
    let people = Set(names)
    return try SurveyStore(path: path, isCollecting: isCollecting, clock: { clock.now }, people: { people })
  }

  /// The server ends without a word, and another begins.
  func restart() async throws {
    try await store.close()
    store = try Self.store(path, clock)
  }

  func open(_ count: Int, team: String = "Shop", days: Int = 7) async throws -> SurveyRound {
    let today = clock.today
    let plan = try SurveyPlan(
      team: team, firstDay: today, lastDay: CivilDate(daysSinceEpoch: today.daysSinceEpoch + days - 1),
      invited: Array(Self.names.prefix(count)), today: today)
    return try await store.open(plan, by: "ann")
  }

  /// Draws as a terminal does: what is signed is blinded here.
  func ticket(_ round: SurveyRound, _ name: String) async throws -> (ticket: SurveyTicket, blinded: Data) {
    let unsigned = try SurveyPublicKey(hexadecimal: round.modulus).draw()
    let signature = try await store.sign(unsigned.blinded, round: round.id, for: name)
    return (try unsigned.signed(signature), unsigned.blinded)
  }

  /// Different for each person, and for each item of one.
  static func answers(_ person: Int) throws -> SurveyAnswers {
    try SurveyAnswers((0..<7).map { (person * 3 + $0 * (person + 2)) % 7 + 1 })
  }

  @discardableResult
  func answer(_ round: SurveyRound, _ person: Int) async throws -> SurveyStore.Receipt {
    let ticket = try await ticket(round, Self.names[person]).ticket
    return try await store.take(try Self.answers(person), ticket: ticket, round: round.id)
  }

  /// The code of the survey error that `body` throws; nil for no error or another.
  func code(_ body: () async throws -> Void) async -> SurveyError.Code? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? SurveyError)?.code
    }
  }
}

/// The record's files as somebody with the disk in hand copies them.
struct RecordCopy {
  let files: [String: Data]

  init(_ path: String) throws {
    var files: [String: Data] = [:]
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      files[suffix] = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
    }
    self.files = files
  }

  func contains(_ bytes: Data) -> Bool { files.values.contains { $0.range(of: bytes) != nil } }

  /// Rows of all tables of surveys, in the order in which SQLite gives them.
  func rows() throws -> [String: [[String: DatabaseValue]]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("copy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("copy").path
    for (suffix, data) in files { try data.write(to: URL(fileURLWithPath: path + suffix)) }
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'survey_%' ORDER BY name")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
          return (table, rows.map { row in Dictionary(uniqueKeysWithValues: row.map { ($0.0, $0.1) }) })
        })
    }
  }

  /// How many answers the sums of a round count; 0 without any.
  func counted() throws -> Int {
    guard case .string(let text)? = try rows()["survey_rounds"]?.first?["sums"]?.storage else { return 0 }
    return try JSONDecoder().decode(SurveySums.self, from: Data(text.utf8)).count
  }
}
