import Accounts
import Chronology
import Desk
import Documents
import Incidents
import Journal
import JournalSQLite
import Learning
import Postmortems
import RecordViews
import Testing

/// What views hold of postmortems is the same whether they were kept up with every event or built in one go.
struct PostmortemHistoryTests {
  private let ana = Caller.local("ana")

  @Test(arguments: [1, 2, UInt64.random(in: 10...99_999)])
  func `views of postmortems built again equal those kept up live`(seed: UInt64) async throws {
    let record = try SampleRecord()
    let clock = TestClock()
    let journal = try SQLiteJournal(path: record.folder + "/record", clock: clock.recordClock)
    let desk = try Desk(journal: journal, viewsPath: record.viewsPath, clock: clock.recordClock)
    var random = SplitMix(state: seed)
    let postmortems = try await begun(desk)
    var done = 0
    for _ in 0..<160 {
      clock.pass(minutes: Double.random(in: 1...12, using: &random))
      let id = postmortems[Int.random(in: 0..<postmortems.count, using: &random)]
      do {
        _ = try await desk.perform(command(&random, clock), on: id, by: ana)
        done += 1
      } catch is IncidentRefusal {}
      // Every event is a batch of its own.
      _ = try await desk.policy()
    }
    #expect(done > 60, "seed \(seed)")
    let again = record.folder + "/again"
    let other = try Desk(journal: journal, viewsPath: again, clock: clock.recordClock)
    _ = try await other.policy()
    let live = try ViewDump.lines(record.viewsPath)
    let built = try ViewDump.lines(again)
    for table in ["actions", "actionHomes", "lessons", "found", "postmortems"] {
      #expect(built.contains { $0.hasPrefix("\(table): ") }, "\(table)")
    }
    for (left, right) in zip(live, built) where left != right {
      Issue.record("seed \(seed): live '\(left)', built again '\(right)'")
      break
    }
    #expect(live.count == built.count, "seed \(seed)")
    try await compareAnswers(desk, other, postmortems)
  }

  /// Of an incident, of a document that was brought in, and somebody else's.
  private func begun(_ desk: Desk) async throws -> [PostmortemID] {
    let incident = try await desk.declare(
      Declaration(title: "Payments fail", severity: 1, commander: "ana", state: .resolved), by: ana)
    let own = try await desk.startPostmortem(
      StartPostmortem(incident: incident.incident, facilitator: "ana"), by: ana)
    try await desk.importText(SampleText.cards)
    let theirs = try await desk.addToLibrary(
      LibraryDocument(title: "Theirs", text: "# Disk\n\nThe disk was full.\n", source: "papers/disk.md"), by: ana)
    let free = try await desk.startPostmortem(StartPostmortem(incident: nil, title: "The eighth server"), by: ana)
    return try [own.number, 2, theirs.number, free.number].map { PostmortemID(number: try #require($0)) }
  }

  private func command(_ random: inout SplitMix, _ clock: TestClock) -> PostmortemCommand {
    let word = ["certificate", "queue", "disk", "café"].randomElement(using: &random) ?? ""
    let number = Int.random(in: 1...3, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1:
      return .writeSection(
        SectionKind.allCases.randomElement(using: &random) ?? .impact,
        markdown: "The \(word) failed \(Int.random(in: 1...99, using: &random)) times.")
    case 2: return .writeDetails(PostmortemDetails(title: "About the \(word) \(number)"))
    case 3: return .writeFactor(Factor(text: "The \(word) was old", kind: .condition))
    case 4: return .writeFactor(Factor(number: number, text: "The \(word) was new", kind: .trigger))
    case 5: return .removePart(PartRemoved(part: .factor, number: number))
    case 6, 7:
      let content = ActionContent(
        text: "Watch the \(word)", kind: .detect, term: .immediate, owner: Bool.random(using: &random) ? "kim" : nil,
        due: CivilDate("2026-03-0\(number)"))
      return .writeAction(ActionWritten(action: Bool.random(using: &random) ? number : 0, content: content))
    case 8, 9:
      let state = ActionState.allCases.randomElement(using: &random) ?? .accepted
      return .stepAction(ActionStepped(action: number, state: state, note: "seen on the \(word)"))
    case 10:
      return .writeComment(
        CommentWritten(number: 0, anchor: CommentAnchor(section: "impact"), text: "Which \(word)?"))
    default: return .changeStage(StageRequest(stage: Bool.random(using: &random) ? .inReview : .draft, reason: "r"))
    }
  }

  private func compareAnswers(_ left: Desk, _ right: Desk, _ postmortems: [PostmortemID]) async throws {
    for words in ["certificate", "the c", "c", "qu"] {
      let query = LibraryQuery(words: words)
      let found = try await left.searchLibrary(query, for: ana)
      #expect(try await right.searchLibrary(query, for: ana) == found, "\(words)")
    }
    for id in postmortems {
      #expect(try await left.like(id, for: ana) == (try await right.like(id, for: ana)), "\(id)")
    }
    #expect(try await left.actions(for: ana) == (try await right.actions(for: ana)))
    #expect(try await left.trends(for: ana).csv == (try await right.trends(for: ana).csv))
  }
}
