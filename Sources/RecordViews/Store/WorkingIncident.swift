internal import Chronology
internal import Foundation
internal import GRDB
internal import Incidents
internal import Journal
internal import Learning
internal import TimelineBuilding

/// An incident while a batch of events is folded in; written back once.
struct WorkingIncident {
  /// What is searched and sorted, written beside the facts.
  struct HistoryRow {
    var position: Int64
    var recorded: Instant
    var state: IncidentState
    var facts: ListedFacts
  }

  private(set) var outline: Incident
  /// Position of its first event.
  let opened: Int64
  /// Position of its newest row of history.
  private(set) var listed: Int64
  private(set) var momentCount: Int
  private var facts: ListedFacts?
  private(set) var rows: [HistoryRow] = []
  /// Of the newest event that was folded in; 0: none yet.
  private(set) var position: Int64 = 0
  /// The newest timeline that a batch attached; nil where it attached none.
  private var attached: AttachedTimeline?

  /// An incident whose first event stands at a position.
  init(number: Int, opened: Int64) {
    outline = Incident(number: number)
    self.opened = opened
    listed = opened
    momentCount = 0
  }

  /// The incident as it was written back before; nil when it is new.
  init?(_ number: Int, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.opened, i.listed, i.momentCount, i.outline, h.facts FROM incidents i
          JOIN history h ON h.incident = i.number AND h.position = i.listed WHERE i.number = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
    opened = row[0]
    listed = row[1]
    momentCount = row[2]
    outline = try ViewCoding.decode(Incident.self, row[3] as Data)
    facts = try ViewCoding.decode(ListedFacts.self, row[4] as Data)
  }

  /// Folds an event in; what is unknown, erased or beyond an outline changes nothing but the version.
  mutating func apply(_ read: ReadEvent, policy: Policy) {
    let event = read.event
    position = event.position.number
    guard let fact = read.incident else {
      outline.skip(event.stamp, isErased: event.isErased)
      if facts == nil { list(event.position.number, event.recorded, policy: policy) }
      return
    }
    if case .timelineAttached(let timeline) = fact {
      // A timeline of a newer Mayday is kept, and shown when this one can read it.
      momentCount = (try? ViewCoding.decode(MomentCounter.self, Data(timeline.json)))?.moments.count ?? 0
      attached = timeline
    }
    outline.apply(fact, event.stamp)
    list(event.position.number, event.recorded, policy: policy)
  }

  /// Writes down what lists show from a position on, where it changed.
  mutating func list(_ position: Int64, _ recorded: Instant, policy: Policy) {
    let now = ListedFacts(outline, momentCount: momentCount, policy: policy)
    guard now != facts else { return }
    facts = now
    listed = position
    rows.append(HistoryRow(position: position, recorded: recorded, state: outline.state, facts: now))
  }

  /// What its evidence is recognised by, where a batch brought a timeline; none of one that a newer Mayday wrote.
  var newPatterns: (patterns: [EvidencePattern], onset: Instant?)? {
    guard let attached else { return nil }
    guard let report = try? ViewCoding.decode(TimelineReport.self, Data(attached.json)) else { return ([], nil) }
    return (EvidencePattern.all(in: report), report.onset?.from)
  }

  /// Whether a word is due, or could be by another policy.
  var isOwing: Bool { facts?.nextWord != nil || (outline.isDeclared && outline.state.isRunning) }

  /// When the next promise will have been missed; nil when none is left to miss.
  func missDue(policy: Policy) -> Instant? {
    outline.promises(by: policy).first { promise in
      promise.haltedAt == nil && !outline.missed.contains { $0.audience == promise.audience && $0.due == promise.due }
    }?.due
  }

  /// When customers were last told of it; nil where the status page does not speak of it.
  var told: Instant? {
    guard !outline.isPrivate, !outline.isDrill else { return nil }
    return outline.updates.filter { $0.audience == .customers }.compactMap(\.published).max()
  }
}

/// As much of a timeline as it takes to count its moments.
private struct MomentCounter: Decodable {
  struct Moment: Decodable {}
  var moments: [Moment]
}
