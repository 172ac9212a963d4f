import Foundation
import GRDB
import Journal
import JournalSQLite
import JournalTesting
import Testing

/// Files that are no record, or no record for this Mayday: each refused with its reason and left as it was.
struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    (Sample.text, JournalError.Code.notARecord, "it is not a record"),
    (.otherDatabase, .notARecord, "it is a database of another program"),
    (.unmarkedDatabase, .notARecord, "it is a database of another program"),
    (.newerRecord, .newerSchema, "it has version 2 of the record's format, and this Mayday reads 1"),
    (.folder, .notARecord, "it is a folder, and a record is a file"),
  ])
  private func `what is no record is refused and left alone`(
    sample: Sample, code: JournalError.Code, message: String
  ) throws {
    let path = folder.file("file")
    try sample.write(to: path)
    let before = try? Data(contentsOf: URL(fileURLWithPath: path))
    for access in [RecordAccess.createIfMissing, .existing, .readOnly] {
      let error = #expect(throws: JournalError.self) { try SQLiteJournal(at: path, access: access) }
      #expect(error?.code == code)
      #expect(error?.message == message)
      #expect(error?.place == path)
    }
    #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before)
  }

  @Test func `a missing record is only made where that is allowed`() throws {
    for access in [RecordAccess.existing, .readOnly] {
      let error = #expect(throws: JournalError.self) { try SQLiteJournal(at: folder.file("none"), access: access) }
      #expect(error?.code == .notFound)
    }
    let error = #expect(throws: JournalError.self) { try SQLiteJournal(at: folder.file("a/b/record")) }
    #expect(error?.code == .notFound)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `an empty file, as a kill at the first moment leaves it, is an empty record`() async throws {
    let path = folder.file("record")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let journal = try SQLiteJournal(at: path, access: .existing)
    #expect(try await JournalVerifier().verify(journal).damage == nil)
  }

  @Test func `a torn file is damage, not a crash`() async throws {
    let path = folder.file("record")
    let journal = try SQLiteJournal(at: path)
    for number in 0..<20 {
      try await journal.append([.note(String(repeating: "\(number)", count: 3000))], to: .shop, expecting: .any)
    }
    try await DatabaseQueue(path: path).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    let copy = folder.file("copy")
    var content = try Data(contentsOf: URL(fileURLWithPath: path))
    content.replaceSubrange(8192..<16_384, with: Data(repeating: 0xA5, count: 8192))
    try content.write(to: URL(fileURLWithPath: copy))
    let damage = try await JournalVerifier().verify(try SQLiteJournal(at: copy, access: .readOnly)).damage
    #expect([.storage, .unreadable].contains(damage?.code))
  }
}

extension OpeningTests {
  @Test func `a record whose first write was cut off can be begun again`() async throws {
    let folder = try TemporaryFolder()
    let (first, record) = (folder.file("first"), folder.file("record"))
    let queue = try DatabaseQueue(path: first)
    // With no room for pages in memory, SQLite writes them, and the journal to take them back, before the end.
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE pages (content BLOB)")
      for _ in 0..<200 { try db.execute(sql: "INSERT INTO pages VALUES (randomblob(4096))") }
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: first + suffix, toPath: record + suffix)
      }
      try db.execute(sql: "ROLLBACK")
    }
    let journal = try SQLiteJournal(at: record)
    #expect(try await journal.head() == .empty)
  }
}

/// A file that is no record.
private enum Sample: CaseIterable {
  case text
  case otherDatabase
  case unmarkedDatabase
  case newerRecord
  case folder

  func write(to path: String) throws {
    switch self {
    case .text: try Data(String(repeating: "dear diary, ", count: 400).utf8).write(to: URL(fileURLWithPath: path))
    case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .otherDatabase: try execute("PRAGMA application_id = 252006674", at: path)
    case .unmarkedDatabase: try execute("CREATE TABLE notes (text TEXT)", at: path)
    case .newerRecord: try execute("PRAGMA application_id = 0x4D415944; PRAGMA user_version = 2", at: path)
    }
  }

  private func execute(_ sql: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
