import Chronology
import Desk
import Journal
import RecordViews
import TimelineBuilding

/// A desk over a record in memory: one incident with a timeline, one without, a postmortem of each.
enum SampleDesk {
  static func make() async throws -> Desk {
    let desk = try Desk(journal: MemoryJournal())
    let report = TimelineReport(
      evidence: ["logs"], window: nil, sources: [], clockNotes: [], onset: nil,
      moments: [
        TimelineMoment(
          id: "a1", instant: Instant(seconds: 60), instantBasis: .stated, kind: .first, title: "paid twice",
          reason: "never seen before", count: 2, rank: 1, service: "tickets", hosts: [], evidence: [])
      ], suspects: [], noChange: NoChange(score: 0.5, reasons: []))
    _ = try await desk.importPostmortem(
      ImportRequest(
        text: text("Tickets <twice>", started: "2026-03-01T13:45:00Z"), path: "tickets.md", timeline: report))
    _ = try await desk.importPostmortem(
      ImportRequest(text: text("Trains unseen", started: "2026-03-02T13:45:00Z"), path: "trains.md"))
    return desk
  }

  /// A desk whose record cannot be read.
  static func failing() throws -> Desk { try Desk(journal: FailingJournal()) }

  private static func text(_ title: String, started: String) -> String {
    """
    ---
    title: "\(title)"
    severity: 2
    status: resolved
    started: \(started)
    ---
    # \(title)

    ## Executive summary
    Some passengers paid twice.

    ## Root cause analysis
    A retry was counted as a new order.
    """
  }
}

/// A journal whose file is gone.
struct FailingJournal: Journal {
  struct Failure: Error {}

  func append(_ appends: [StreamAppend]) async throws(JournalError) -> AppendReceipt {
    try await MemoryJournal().append(appends)
  }
  func events(after position: EventPosition, limit: Int) async throws -> [RecordedEvent] { throw Failure() }
  func events(of stream: StreamName, after version: StreamVersion, limit: Int) async throws -> [RecordedEvent] {
    throw Failure()
  }
  func head() async throws -> JournalHead { throw Failure() }
  func wait(past position: EventPosition) async throws { throw Failure() }
  func erase(payload: ContentHash, by actor: ActorName, reason: String) async throws(JournalError) -> Tombstone {
    try await MemoryJournal().erase(payload: payload, by: actor, reason: reason)
  }
  func storageProblems() async throws -> [String] { throw Failure() }
}
