import Desk
import Documents
import Foundation
import GRDB
import Journal
import JournalSQLite
import RecordViews
import Testing

/// Several desks over one file, as `serve` and `import` have it.
struct SharedRecordTests {
  private let record: SampleRecord

  init() throws { record = try SampleRecord() }

  @Test func `one document imported by many at once is one incident`() async throws {
    let desks = try (0..<4).map { _ in try record.desk(viewsPath: record.viewsPath) }
    let receipts = try await withThrowingTaskGroup(of: ImportReceipt.self) { group in
      for desk in desks { group.addTask { try await desk.importText(SampleText.cards, timeline: .sample(moments: 9)) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.count { !$0.isUnchanged } == 1)
    #expect(Set(receipts.map(\.incident.number)) == [1])
    #expect(try await desks[0].eventCount() == 4)
  }

  @Test func `different documents imported at once get numbers of their own`() async throws {
    let desks = try [record.desk(), record.desk(viewsPath: record.viewsPath)]
    let receipts = try await withThrowingTaskGroup(of: ImportReceipt.self) { group in
      for number in 0..<10 {
        let text = SampleText.titled("Outage \(number)", started: "2026-01-05T09:12:00Z")
        group.addTask { try await desks[number % 2].importText(text, path: "\(number).md") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.map(\.incident.number).sorted() == Array(1...10))
    #expect(receipts.map(\.postmortem.number).sorted() == Array(1...10))
    #expect(try await desks[0].verify().damage == nil)
  }

  @Test func `a desk shows at once what another process appended`() async throws {
    let reader = try record.desk(viewsPath: record.viewsPath)
    #expect(try await reader.home(for: DeskScene.reader).incidents.isEmpty)
    try await record.desk().importText(SampleText.cards)
    #expect(try await reader.home(for: DeskScene.reader).incidents.map(\.title) == ["Cards are declined"])
  }

  @Test func `views built again show what views carried on show`() async throws {
    let writer = try record.desk(viewsPath: record.viewsPath)
    for round in 0..<3 {
      for number in 0..<4 {
        let text = SampleText.titled("Outage \(number)", started: "2026-01-05T09:12:00Z") + " Round \(round)."
        try await writer.importText(text, path: "\(number).md", timeline: .sample(moments: round))
      }
    }
    let carriedOn = try await writer.everything()
    #expect(carriedOn.contains("Round 2"))
    #expect(try await record.desk().everything() == carriedOn)
    let reopened = try record.desk(viewsPath: record.viewsPath)
    #expect(try await reopened.everything() == carriedOn)
  }

  @Test(arguments: [
    ("PRAGMA user_version = 0", "an older version"),
    ("UPDATE standing SET hash = x'00'", "another record, just as long"),
    ("UPDATE standing SET position = 99", "another record, and a longer one"),
    ("DELETE FROM standing", "views that lost their place"),
  ])
  func `views that do not fit the record are built again`(sql: String, why: String) async throws {
    let expected = try await {
      let desk = try record.desk(viewsPath: record.viewsPath)
      try await desk.importText(SampleText.cards, timeline: .sample(moments: 2))
      return try await desk.everything()
    }()
    try await DatabaseQueue(path: record.viewsPath).write { db in
      try db.execute(sql: "DELETE FROM incidents")
      try db.execute(sql: sql)
    }
    #expect(try await record.desk(viewsPath: record.viewsPath).everything() == expected)
  }

  @Test func `a file that holds no views is refused and left alone`() async throws {
    try Data("dear diary".utf8).write(to: URL(fileURLWithPath: record.viewsPath))
    let error = #expect(throws: ViewsError.self) { try record.desk(viewsPath: record.viewsPath) }
    #expect(error?.place == record.viewsPath)
    #expect(try Data(contentsOf: URL(fileURLWithPath: record.viewsPath)) == Data("dear diary".utf8))
  }

  @Test func `what was erased from the record is gone from pages and files`() async throws {
    let desk = try record.desk(viewsPath: record.viewsPath)
    let secret = "swordfish-" + String(repeating: "z", count: 9000)
    let receipt = try await desk.importText(SampleText.cards + secret)
    let journal = try record.journal()
    let events = try await journal.events(of: StreamName("postmortem-1"), after: .none, limit: 1)
    try await journal.erase(
      payload: try #require(events.first).payloadHash, by: ActorName("tester"), reason: "a password")

    let view = try #require(try await desk.postmortem(receipt.postmortem, for: DeskScene.reader))
    #expect(view.document.text.isEmpty)
    #expect(view.incident?.title == "Cards are declined")
    #expect(try await desk.verify().damage == nil)
    for name in try FileManager.default.contentsOfDirectory(atPath: record.folder) {
      let content = try Data(contentsOf: URL(fileURLWithPath: record.folder + "/" + name))
      #expect(content.range(of: Data("swordfish".utf8)) == nil, "\(name)")
    }
    let next = try await desk.importText(SampleText.cards)
    #expect(next.incident == receipt.incident)
    #expect(try await desk.postmortem(receipt.postmortem, for: DeskScene.reader)?.document.text == SampleText.cards)
  }

  @Test func `events of a newer Mayday are left alone`() async throws {
    let desk = try record.desk()
    try await desk.importText(SampleText.cards)
    let before = try await desk.home(for: DeskScene.reader).incidents.map { "\($0)" }
    let newer = NewEvent(
      kind: EventKind("incident-drilled", version: 3), actor: ActorName("tester"), payload: Array("{}".utf8))
    try await record.journal().append([newer], to: StreamName("incident-1"), expecting: .any)
    try await record.journal().append([newer], to: StreamName("drill-1"), expecting: .noStream)
    #expect(try await desk.home(for: DeskScene.reader).incidents.map { "\($0)" } == before)
    let changed = try await desk.importText(SampleText.cards + " And more.")
    #expect(changed.incident == IncidentID(number: 1))
  }
}
