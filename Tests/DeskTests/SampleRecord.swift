import Accounts
import Chronology
import Desk
import Foundation
import Incidents
import Journal
import JournalSQLite
import RecordViews
import TimelineBuilding

/// A fresh folder with a record and views, as many desks as a test wants over both.
final class SampleRecord: Sendable {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var viewsPath: String { folder + "/views" }

  func journal() throws -> SQLiteJournal {
    try SQLiteJournal(path: folder + "/record", busyTimeoutSeconds: 30)
  }

  /// A desk with connections of its own, as another process has them.
  func desk(viewsPath: String? = nil) throws -> Desk {
    try Desk(journal: try journal(), viewsPath: viewsPath)
  }
}

extension Desk {
  /// Imports a text as a person would.
  @discardableResult
  func importText(
    _ text: String, path: String = "cards.md", timeline: TimelineReport? = nil, incident: IncidentID? = nil
  ) async throws -> ImportReceipt {
    try await importPostmortem(ImportRequest(text: text, path: path, timeline: timeline, incident: incident))
  }

  /// All that pages can show, as text, for comparison.
  func everything() async throws -> String {
    let caller = Caller.local("tester")
    var home = try await home(for: caller)
    home.now = Instant(seconds: 0)
    var text = "\(home)"
    for summary in home.incidents {
      text += "\n" + shown(try await incident(summary.id, for: caller))
    }
    for summary in home.postmortems {
      var view = try await postmortem(summary.id, for: caller)
      view?.now = Instant(seconds: 0)
      text += "\n\(String(describing: view))"
    }
    return text
  }

  /// How many events the record has.
  func eventCount() async throws -> Int {
    try await home(for: .local("tester")).record?.eventCount ?? -1
  }
}

/// All that the page of an incident shows, the same text for the same content; when it was read is left out.
func shown(_ view: IncidentView?) -> String {
  guard var view else { return "nothing" }
  view.now = Instant(seconds: 0)
  view.asOf = nil
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  let incident = (try? encoder.encode(view.incident)) ?? Data()
  // A dictionary is described in any order.
  view.incident = Incident(number: 0)
  return "\(view) \(String(decoding: incident, as: UTF8.self))"
}

extension TimelineReport {
  /// A report with some moments.
  static func sample(moments count: Int) -> TimelineReport {
    let moments = (0..<count).map { index in
      TimelineMoment(
        id: "m\(index)", instant: Instant(seconds: 1_767_604_320 + Int64(index)), instantBasis: .stated, kind: .first,
        title: "moment \(index)", reason: "never seen before", count: 1, rank: index + 1, service: nil, hosts: [],
        evidence: [])
    }
    return TimelineReport(
      evidence: ["evidence"], window: nil, sources: [], clockNotes: [], onset: nil, moments: moments, suspects: [],
      noChange: NoChange(score: 0.1, reasons: []))
  }
}

/// Postmortems for tests.
enum SampleText {
  static let cards = """
    ---
    title: Cards are declined
    severity: SEV2
    status: draft
    started: 2026-01-05T09:12:00Z
    ended: 2026-01-05T10:02:30Z
    ---

    # Cards are declined

    ## Impact analysis

    One order in three failed at checkout for 50 minutes. Support took 41 calls.

    ## Action items and remediations

    - [ ] Alert on declined cards (Payments, due 2026-02-01)
    - [x] Page the provider (Operations, due 2026-01-06)
    """

  static func titled(_ title: String, started: String?, incident: String? = nil) -> String {
    var lines = ["---", "title: \(title)"]
    if let started { lines.append("started: \(started)") }
    if let incident { lines.append("incident: \(incident)") }
    return (lines + ["---", "", "## Executive summary", "", "It was down."]).joined(separator: "\n")
  }
}
