import Accounts
import Chronology
import Desk
import EvidenceReading
import EvidenceRecords
import Foundation
import Incidents
import Journal
import JournalSQLite
import RecordViews
import Synchronization
import Testing
import TimelineBuilding

/// Files come in, lie beside the record, and become a timeline.
struct EvidenceTests {
  private struct Unreadable: Error {}

  /// Counts its runs; understands files whose name ends in `.log`.
  private final class Engine: Sendable {
    let runs = Mutex<[[String]]>([])

    func read(_ paths: [String]) throws -> TimelineReport {
      let names = paths.map { String($0.split(separator: "/").last ?? "") }
      runs.withLock { $0.append(names) }
      let known = names.filter { $0.hasSuffix(".log") }
      guard !known.isEmpty else { throw Unreadable() }
      var report = TimelineReport.sample(moments: known.count)
      report.sources = names.map { name in
        var source = SourceSummary(path: name, format: name.hasSuffix(".log") ? "syslog" : "unknown", confidence: 1)
        source.entries = 12
        return source
      }
      report.suspects = [
        Suspect(
          change: SuspectChange(
            kind: .deployment, id: "d-1", commit: nil, instant: Instant(seconds: 1_767_604_000), title: "release 41",
            service: nil, hosts: []), score: 0.9, reasons: [], evidence: [])
      ]
      return report
    }
  }

  private let record: SampleRecord
  private let engine = Engine()
  private let desk: Desk
  private let ana = DeskScene.caller("ana", .responder)
  private let folder: String

  init() throws {
    record = try SampleRecord()
    folder = record.folder + "/record.evidence"
    desk = try Desk(journal: record.journal(), evidenceFolder: folder, readEvidence: engine.read)
  }

  private func declared() async throws -> IncidentID {
    try #require(try await desk.declare(Declaration(title: "Slow"), by: ana).incident)
  }

  private func add(_ name: String, _ text: String, to id: IncidentID) async throws -> WriteReceipt {
    try await desk.addEvidence(EvidenceUpload(name: name, bytes: Array(text.utf8)), to: id, by: ana)
  }

  @Test func `files get numbers, and the timeline is made of all of them`() async throws {
    let id = try await declared()
    #expect(try await add("app.log", "one", to: id).number == 1)
    #expect(try await add("notes.bin", "two", to: id).number == 2)
    let receipt = try await add("db.log", "three", to: id)
    #expect(receipt.number == 3)
    #expect(engine.runs.withLock { $0.last } == ["1-app.log", "2-notes.bin", "3-db.log"])
    let view = try #require(try await desk.incident(id, for: ana))
    #expect(view.incident.version == receipt.version)
    #expect(view.timeline?.moments.count == 2)
    #expect(view.timeline?.evidence == ["1-app.log", "2-notes.bin", "3-db.log"])
    #expect(
      view.incident.evidence.map(\.content.reading) == ["syslog, 12 entries", "not understood", "syslog, 12 entries"])
    #expect(view.incident.evidence[0].content.bytes == 3)
    #expect(view.summary.momentCount == 2)
    let lying = try FileManager.default.contentsOfDirectory(atPath: folder + "/\("incident-1")").sorted()
    #expect(lying == [".lock", "1-app.log", "2-notes.bin", "3-db.log"])
  }

  @Test(arguments: [
    ("../../etc/passwd", "passwd"), ("..\\..\\boot.ini", "boot.ini"), ("..", "file"), ("", "file"), ("/", "file"),
    (".ssh", "ssh"), ("-rf.log", "rf.log"), ("a\u{0}b\nc.log", "a_b_c.log"), ("día 3.log", "día 3.log"),
    ("<img src=x>.log", "_img src=x_.log"), ("x\u{202E}gol.exe", "x_gol.exe"),
  ])
  func `a name is never a path, and never more than a name`(given: String, kept: String) async throws {
    let id = try await declared()
    _ = try await add(given, "one", to: id)
    let view = try #require(try await desk.incident(id, for: ana))
    #expect(view.incident.evidence.map(\.content.name) == [kept])
    #expect(FileManager.default.fileExists(atPath: folder + "/incident-1/1-\(kept)"))
  }

  @Test func `a long name keeps its ending`() async throws {
    let id = try await declared()
    _ = try await add(String(repeating: "名", count: 300) + ".log", "one", to: id)
    let name = try #require(try await desk.incident(id, for: ana)?.incident.evidence.first?.content.name)
    #expect(name.hasSuffix("名.log"))
    #expect(name.utf8.count <= 200)
  }

  @Test func `what is refused leaves no file behind`() async throws {
    let id = try await declared()
    _ = try await add("app.log", "one", to: id)
    let same = await outcome { try await add("again.log", "one", to: id) }
    #expect(same == "nothing-new")
    let empty = await outcome { try await add("empty.log", "", to: id) }
    #expect(empty == "invalidEvidence")
    let size = DeskLimits.evidenceBytesMax + 1
    let large = await outcome {
      try await desk.addEvidence(
        EvidenceUpload(name: "large.log", bytes: Array(repeating: 1, count: size)), to: id, by: ana)
    }
    #expect(large == "limitPassed")
    let stale = await outcome {
      try await desk.addEvidence(
        EvidenceUpload(name: "x.log", bytes: [1]), to: id, by: ana, terms: WriteTerms(expectedVersion: 1))
    }
    #expect(stale == "staleVersion")
    let lying = try FileManager.default.contentsOfDirectory(atPath: folder + "/incident-1").sorted()
    #expect(lying == [".lock", "1-app.log"])
    #expect(try await desk.incident(id, for: ana)?.incident.evidence.count == 1)
  }

  @Test func `many files at once each get a number and stay what they are`() async throws {
    let desks = try [desk, Desk(journal: record.journal(), evidenceFolder: folder, readEvidence: engine.read)]
    let id = try await declared()
    let ana = ana
    let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
      for index in 0..<8 {
        group.addTask {
          try await desks[index % 2].addEvidence(
            EvidenceUpload(name: "same.log", bytes: Array("file \(index)".utf8)), to: id, by: ana,
            terms: WriteTerms(idempotencyKey: "up-\(index)")
          ).number
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(numbers.compactMap(\.self)) == Set(1...8))
    let again = try await desk.addEvidence(
      EvidenceUpload(name: "same.log", bytes: Array("file 3".utf8)), to: id, by: ana,
      terms: WriteTerms(idempotencyKey: "up-3"))
    #expect(again.isReplay)
    for item in try #require(try await desk.incident(id, for: ana)).incident.evidence {
      let path = folder + "/incident-1/\(item.content.evidence)-same.log"
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == Int(item.content.bytes))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/incident-1").count == 9)
  }

  @Test func `moments and suspects are taken from the timeline alone`() async throws {
    let id = try await declared()
    _ = try await add("app.log", "one", to: id)
    let forged = MomentPicked(moment: "m0", text: "forged", reference: "nowhere")
    _ = try await desk.perform(.pickMoment(forged, at: Instant(seconds: 1)), on: id, by: ana)
    let judged = SuspectJudged(suspect: "d-1", title: "forged", standing: .dismissed, reason: "rolled out after it")
    _ = try await desk.perform(.judgeSuspect(judged), on: id, by: ana)
    let incident = try #require(try await desk.incident(id, for: ana)).incident
    let moment = try #require(incident.entries.first { $0.kind == .moment })
    #expect(moment.text == "moment 0")
    #expect(moment.at == Instant(seconds: 1_767_604_320))
    #expect(incident.suspects.map(\.title) == ["release 41"])
    let unknown: [IncidentCommand] = [
      .pickMoment(MomentPicked(moment: "m9", text: "", reference: ""), at: Instant(seconds: 1)),
      .judgeSuspect(SuspectJudged(suspect: "d-9", title: "", standing: .confirmed, reason: "r")),
    ]
    for command in unknown {
      let result = await outcome { try await desk.perform(command, on: id, by: ana) }
      #expect(result == "unknown-entry")
    }
    let bare = EvidenceAdded(evidence: 9, name: "x", bytes: 1, sha256: "", reading: "")
    let result = await outcome { try await desk.perform(.addEvidence(bare), on: id, by: ana) }
    #expect(result == "invalidEvidence")
  }
}
