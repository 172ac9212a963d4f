import Accounts
import Chronology
import Desk
import Drills
import EvidenceReading
import EvidenceRecords
import Foundation
import Incidents
import Journal
import Learning
import PatternMining
import RecordViews
import ShippedDocuments
import Testing
import TimelineBuilding

/// Files that come with injects: who may read them when, and that each lands in the drill's incident once.
struct DrillFileTests {
  private let clock = TestClock()
  private let journal: MemoryJournal
  private let record: SampleRecord
  private let desk: Desk
  private let ana = DeskScene.caller("ana", .responder)
  private let ben = DeskScene.caller("ben", .responder)
  private let rea = DeskScene.reader
  private static let people = [
    DrillPerson(name: "ana", part: .facilitator), DrillPerson(name: "ben", part: .responder),
  ]

  init() throws {
    record = try SampleRecord()
    journal = MemoryJournal(clock: clock.recordClock)
    desk = try Self.desk(journal, clock, folder: record.folder + "/evidence")
  }

  /// A desk that reads evidence as the program does; without a folder it takes no files.
  private static func desk(_ journal: MemoryJournal, _ clock: TestClock, folder: String?) throws -> Desk {
    try Desk(journal: journal, clock: clock.recordClock, evidenceFolder: folder) { paths in
      let set = try EvidenceReader(options: ReadingOptions()).read(paths: paths, progress: nil) { context in
        PatternMiner(context: context)
      }
      return TimelineBuilder(options: TimelineOptions()).build(
        evidence: paths, set: set, excerpts: ExcerptReader(paths: paths))
    }
  }

  /// The certificate drill, ten times faster, begun.
  private func begun(on desk: Desk? = nil, people: [DrillPerson] = Self.people) async throws {
    let desk = desk ?? self.desk
    let receipt = try await desk.planDrill(
      DrillRequest(scenario: "sunday-certificate", people: people, speed: 10), by: ana)
    _ = try await desk.perform(.start(incident: nil), onDrill: try #require(receipt.number), by: ana)
  }

  private func declared(on desk: Desk? = nil, drill: Int = 1, isPrivate: Bool = false) async throws -> IncidentID {
    let declaration = Declaration(title: "Visitors are warned away", isPrivate: isPrivate)
    return try #require(try await (desk ?? self.desk).declare(declaration, inDrill: drill, by: ben).incident)
  }

  private func evidence(of id: IncidentID, on desk: Desk? = nil) async throws -> [EvidenceAdded] {
    try #require(try await (desk ?? self.desk).incident(id, for: ben)).incident.evidence.map(\.content)
  }

  private func files(of inject: String, for caller: Caller, on desk: Desk? = nil, drill: Int = 1) async throws
    -> [DrillWhole.File]
  {
    let whole = try await (desk ?? self.desk).drill(drill, for: caller)
    return (whole.messages + whole.upcoming).first { $0.inject == inject }?.files ?? []
  }

  @Test func `played to its end, its files are evidence, and what they show is among the moments`() async throws {
    try await begun()
    let id = try await declared()
    clock.pass(minutes: 3)
    let whole = try await desk.drill(1, for: ben)
    #expect(whole.messages.count == 12)
    let kept = try await evidence(of: id)
    #expect(kept.map(\.name) == ["renewal.log", "edge-2-error.log", "edge-3-syslog.log"])
    #expect(whole.messages.flatMap(\.files).map(\.evidence) == [1, 2, 3])
    let view = try #require(try await desk.incident(id, for: ben))
    #expect(view.incident.evidence.allSatisfy { $0.by == "mayday" })
    #expect(!view.incident.evidence.contains { $0.content.reading == "not understood" })
    let moments = try #require(view.timeline).moments
    for (words, file) in [
      ("notify edge-2: timed out", "renewal.log"), ("alert certificate expired", "edge-2-error.log"),
      ("now points to certs/staging.shop.example", "edge-3-syslog.log"),
    ] {
      let moment = try #require(moments.first { $0.title.contains(words) }, "\(words)")
      #expect(moment.evidence.first?.reference.label.contains(file) == true, "\(words)")
    }
    // Their stamps are those of the story, whenever it is played.
    #expect(moments.contains { $0.instant.rfc3339.hasPrefix("2027-02-14T03:10:4") })
    #expect(view.timeline?.onset?.from.rfc3339.hasPrefix("2027-03-07T08:00:0") == true)
  }

  @Test func `nobody who responds can read a file before what it comes with has come`() async throws {
    try await begun()
    func read(_ name: String, _ caller: Caller) async -> String {
      await outcome { try await desk.file(name, ofDrill: 1, for: caller) }
    }
    #expect(await read("renewal.log", ben) == "unknownFile")
    #expect(await read("renewal.log", rea) == "unknownFile")
    #expect(await read("renewal.log", ana) == "done")
    #expect(try await files(of: "4", for: ben).isEmpty)
    #expect(try await files(of: "4", for: ana).map(\.name) == ["renewal.log"])
    _ = try await desk.perform(.release("4"), onDrill: 1, by: ana)
    #expect(await read("renewal.log", ben) == "done")
    #expect(await read("edge-2-error.log", ben) == "unknownFile")
    #expect(await read("no-such.log", ana) == "unknownFile")
    let file = try await desk.file("renewal.log", ofDrill: 1, for: ben)
    let scenario = try #require(ShippedDocument.named("sunday-certificate", of: .scenario))
    #expect(scenario.text.contains("```\n\(file.text)```\n") && file.bytes == file.text.utf8.count)
  }

  @Test func `what came before it was declared lands then, and a file taken in by hand is not there twice`()
    async throws
  {
    try await begun()
    _ = try await desk.perform(.release("4"), onDrill: 1, by: ana)
    #expect(try await files(of: "4", for: ben).map(\.evidence) == [nil])
    let id = try await declared()
    // Somebody was faster by hand.
    let text = try await desk.file("renewal.log", ofDrill: 1, for: ben).text
    _ = try await desk.addEvidence(EvidenceUpload(name: "mine.log", bytes: Array(text.utf8)), to: id, by: ben)
    _ = try await desk.perform(.release("7"), onDrill: 1, by: ana)
    #expect(try await files(of: "4", for: ben).map(\.evidence) == [1])
    #expect(try await files(of: "7", for: ben).map(\.evidence) == [2])
    #expect(try await evidence(of: id).map(\.name) == ["mine.log", "edge-2-error.log"])
  }

  @Test func `however many ask at once, and after a new start, each file lands once`() async throws {
    try await begun()
    let id = try await declared()
    for inject in ["4", "7", "11"] { _ = try await desk.perform(.release(inject), onDrill: 1, by: ana) }
    let folder = record.folder + "/evidence"
    let desks = try (0..<3).map { _ in try Self.desk(journal, clock, folder: folder) }
    let ben = ben
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<9 {
        group.addTask {
          if index.isMultiple(of: 2) {
            await desks[index % 3].landFiles()
          } else {
            _ = try await desks[index % 3].drill(1, for: ben)
          }
        }
      }
      try await group.waitForAll()
    }
    let later = try Self.desk(journal, clock, folder: folder)
    #expect(try await later.drill(1, for: ben).messages.flatMap(\.files).compactMap(\.evidence).sorted() == [1, 2, 3])
    #expect(
      try await evidence(of: id, on: later).map(\.name) == ["renewal.log", "edge-2-error.log", "edge-3-syslog.log"])
    let lying = try FileManager.default.contentsOfDirectory(atPath: folder + "/incident-\(id.number)").sorted()
    #expect(lying == [".lock", "1-renewal.log", "2-edge-2-error.log", "3-edge-3-syslog.log"])
  }

  @Test func `what cannot be brought in stops no drill, and whoever leads is told`() async throws {
    let desk = try Self.desk(journal, clock, folder: nil)
    try await begun(on: desk)
    try await begun(on: desk)
    for drill in [1, 2] { _ = try await declared(on: desk, drill: drill) }
    _ = try await desk.perform(.release("4"), onDrill: 1, by: ana)
    await desk.landFiles()
    let refused = try await files(of: "4", for: ana, on: desk)
    #expect(refused.map(\.refused) == ["this record takes no files"] && refused.map(\.evidence) == [nil])
    #expect(try await files(of: "4", for: ben, on: desk).map(\.refused) == [nil])
    // It is not tried again and again.
    let version = try await desk.drill(1, for: ana).version
    await desk.landFiles()
    #expect(try await desk.drill(1, for: ana).version == version)
    clock.pass(minutes: 1)
    #expect(try await desk.drill(2, for: ben).messages.count == 5)
    #expect(try await desk.drill(1, for: ben).messages.count == 5)
  }

  @Test func `an incident that few may see gets its files too, and a drill that is over takes none`() async throws {
    try await begun()
    let id = try await declared(isPrivate: true)
    _ = try await desk.perform(.release("4"), onDrill: 1, by: ana)
    await desk.landFiles()
    #expect(try await evidence(of: id).map(\.name) == ["renewal.log"])
    _ = try await desk.perform(.release("7"), onDrill: 1, by: ana)
    _ = try await desk.perform(.end, onDrill: 1, by: ana)
    await desk.landFiles()
    #expect(try await evidence(of: id).count == 1)
    #expect(await outcome { try await desk.file("edge-3-syslog.log", ofDrill: 1, for: ben) } == "done")
  }

  @Test func `a moment of the story is taken among what is written now, with its own instant before it`() async throws {
    try await begun()
    let id = try await declared()
    _ = try await desk.perform(.release("4"), onDrill: 1, by: ana)
    _ = try await desk.drill(1, for: ben)
    let timeline = try #require(try await desk.incident(id, for: ben)?.timeline)
    let moment = try #require(timeline.moments.first { $0.title.contains("timed out") })
    #expect(moment.instant > clock.now)
    let picked = MomentPicked(moment: moment.id, text: "", reference: "")
    _ = try await desk.perform(.pickMoment(picked, at: clock.now), on: id, by: ben)
    let entry = try #require(try await desk.incident(id, for: ben)?.incident.entries.first { $0.kind == .moment })
    #expect(entry.at == clock.now)
    #expect(entry.text.hasPrefix("2027-02-14T03:10:46") && entry.text.contains("notify edge-2: timed out"))
  }

  @Test func `no real incident is recognised by what a drill's files show`() async throws {
    try await begun()
    _ = try await declared()
    _ = try await desk.perform(.release("4"), onDrill: 1, by: ana)
    _ = try await desk.perform(.release("7"), onDrill: 1, by: ana)
    _ = try await desk.drill(1, for: ben)
    let log = try await desk.file("edge-2-error.log", ofDrill: 1, for: ben).text
    func real() async throws -> IncidentID {
      let id = try #require(try await desk.declare(Declaration(title: "Zebra"), by: ana).incident)
      _ = try await desk.addEvidence(EvidenceUpload(name: "e.log", bytes: Array(log.utf8)), to: id, by: ana)
      return id
    }
    let first = try await real()
    let like = try await desk.like(first, for: ana)
    #expect(like.allSatisfy { $0.patterns.isEmpty }, "\(like)")
    // Against the same evidence in a real incident it would be.
    let second = try await real()
    #expect(try await desk.like(second, for: ana).contains { $0.incident == "\(first)" && !$0.patterns.isEmpty })
  }
}
