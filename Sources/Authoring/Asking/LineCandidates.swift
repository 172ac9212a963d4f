package import Chronology
import EvidenceRecords
package import Incidents
package import Postmortems
package import TimelineBuilding

/// Lines that could stand in the timeline of a postmortem and do not yet: moments of the evidence, entries of the record,
/// opened accounts.
package struct LineCandidates {
  /// Moments beyond this rank are too many to choose from.
  package static let momentRankMax = 200

  private let source: RecordLines
  private let postmortem: Postmortem

  /// Times that stand inside a sentence are written in the zone.
  package init(
    incident: Incident?, report: TimelineReport?, postmortem: Postmortem, policy: Policy = .standard,
    zoneLabel: String = "UTC", offsetSeconds: @escaping @Sendable (Instant) -> Int = { _ in 0 }
  ) {
    source = RecordLines(
      incident: incident, report: report, policy: policy,
      clock: DraftClock(zoneLabel: zoneLabel, offsetSeconds: offsetSeconds))
    self.postmortem = postmortem
  }

  /// In order of time, each with number 0; what was taken already, be it phrased otherwise since, is left out.
  package func lines() -> [TimelineLine] {
    let taken = Set(postmortem.lines.compactMap { line in line.originID.map { Key(origin: line.origin, id: $0) } })
    let entries = (source.incident?.entries ?? []).compactMap(source.line)
    let picked = Set(entries.compactMap { $0.origin == .moment ? $0.originID : nil })
    let moments = (source.report?.moments ?? [])
      .filter { $0.rank <= Self.momentRankMax && !picked.contains($0.id) }.map(source.line)
    let all = (entries + moments + accounts()).filter { line in
      line.originID.map { !taken.contains(Key(origin: line.origin, id: $0)) } ?? true
    }
    return all.enumerated().sorted { left, right in
      guard let first = left.element.at, let second = right.element.at else { return left.element.at != nil }
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }

  private struct Key: Hashable {
    var origin: TimelineLine.Origin
    var id: String
  }

  /// What people told, once it is open to all; never before.
  private func accounts() -> [TimelineLine] {
    guard postmortem.accountsOpened != nil else { return [] }
    return postmortem.accounts.compactMap { account in
      guard let statement = account.statement, !statement.saw.isEmpty else { return nil }
      return TimelineLine(
        at: statement.at, basis: statement.at == nil ? .unknown : .said, text: statement.saw, origin: .account,
        originID: account.person, references: ["account of \(account.person)"])
    }
  }
}
