import Chronology
import EvidenceReading
import EvidenceRecords
import PatternMining

/// Moments from connections that failed, grouped by what failed where.
struct ConnectionMoments {
  private static let referencesMax = 4

  let scenery: Scenery

  func moments() -> [DraftMoment] {
    var groups: [String: [RecordEntry]] = [:]
    for entry in scenery.records {
      guard case .connection(let facts) = entry.facts else { continue }
      let detail = facts.kind == .tlsAlert ? facts.detail ?? "" : ""
      groups["\(facts.kind.rawValue)|\(facts.server)|\(facts.serverPort)|\(detail)", default: []].append(entry)
    }
    return groups.sorted { $0.key < $1.key }.flatMap { moments($0.value) }
  }

  private func moments(_ entries: [RecordEntry]) -> [DraftMoment] {
    guard let first = entries.first, let last = entries.last else { return [] }
    let segments = segments(entries)
    var found: [DraftMoment] = []
    for (place, segment) in segments.enumerated() where segment.count > 0 {
      let isRise = place == 0 ? segments.count == 1 || segment.count > 0 : segment.rate > segments[place - 1].rate
      guard isRise else { continue }
      let inside = entries.filter { segment.seconds.contains(SignalFinder.second($0.instant)) }
      guard let begin = inside.first else { continue }
      let before = place == 0 ? nil : segments[place - 1]
      found.append(moment(inside, begin, before: before, now: segment))
    }
    return found.isEmpty
      ? [
        moment(
          entries, first, before: nil,
          now: RateSegment(
            seconds: SignalFinder.second(first.instant)..<SignalFinder.second(last.instant) + 1, count: entries.count))
      ] : found
  }

  private func segments(_ entries: [RecordEntry]) -> [RateSegment] {
    guard let window = scenery.catalogue.window, entries.count >= 4 else { return [] }
    var series = BucketSeries()
    for entry in entries { series.add(Occurrence(line: entry.reference.packet ?? 0, instant: entry.instant)) }
    return RateSegments.segments(
      series, from: SignalFinder.second(window.from), through: SignalFinder.second(window.to))
  }

  private func moment(
    _ entries: [RecordEntry], _ first: RecordEntry, before: RateSegment?, now: RateSegment
  ) -> DraftMoment {
    guard case .connection(let facts) = first.facts else {
      return DraftMoment(
        instant: first.instant, basis: first.basis, kind: .connection, title: first.title, reason: "", count: 1,
        importance: 0, service: nil, hosts: [], references: [first.reference], sameness: first.title)
    }
    let clients = Set(
      entries.compactMap { entry -> String? in
        if case .connection(let facts) = entry.facts { return facts.client }
        return nil
      }
    ).sorted()
    let from = clients.count <= 3 ? clients.joined(separator: ", ") : "\(clients.count) clients"
    let title = "\(Self.words(facts)) \(facts.server):\(facts.serverPort), from \(from)"
    var reason = "\(entries.count) \(entries.count == 1 ? "time" : "times")"
    if let before { reason += "; \(SpanText.perMinute(before.perMinute)) → \(SpanText.perMinute(now.perMinute))/min" }
    var importance = 30 + min(14, Double(entries.count))
    if let since = scenery.sinceOnset(first.instant) {
      if since >= -5, since <= 120 { importance += before.map { $0.count == 0 } ?? true ? 34 : 20 }
      if since < -5 { importance -= 10 }
    }
    return DraftMoment(
      instant: first.instant, basis: first.basis, kind: .connection, title: title, reason: reason,
      count: entries.count, importance: importance, service: first.service, hosts: first.host.map { [$0] } ?? [],
      references: entries.prefix(Self.referencesMax).map(\.reference),
      sameness: "connection|\(facts.kind.rawValue)|\(facts.server)|\(facts.serverPort)")
  }

  private static func words(_ facts: ConnectionFacts) -> String {
    switch facts.kind {
    case .refused: "connections refused by"
    case .unanswered: "connections not answered by"
    case .reset: "connections cut to"
    case .tlsAlert: "fatal TLS alert\(facts.detail.map { " (\($0))" } ?? "") on"
    }
  }
}
