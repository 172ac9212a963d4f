import Chronology
import EvidenceReading
import PatternMining

/// Moments at which a failing pattern comes to hosts that were free of it.
struct SpreadMoments {
  /// Seconds after the onset in which hosts count as failing from the beginning.
  private static let beginningSeconds = 60.0
  /// Lines that a host would have had by then if it had failed like the others.
  private static let expectedMin = 5.0
  /// Seconds within which further hosts belong to the same spread.
  private static let togetherSeconds = 600.0
  /// Seconds after a change in which a spread may be what came of it.
  private static let changeSeconds = 300.0
  private static let linesMin = 3

  let scenery: Scenery

  func moments() -> [DraftMoment] {
    guard let scene = scenery.scene else { return [] }
    return scene.failing.prefix(16).enumerated().compactMap { place, index in
      var moment = moment(index)
      // The heaviest tells it where several spread together.
      moment?.importance -= Double(place) / 100
      return moment
    }
  }

  private func moment(_ index: Int) -> DraftMoment? {
    let pattern = scenery.catalogue.patterns[index]
    guard let onset = scenery.onset, let service = scenery.catalogue.services[pattern.service],
      service.hosts.count > 1
    else { return nil }
    let firsts = firstByHost(pattern, from: onset.from)
    let limit = onset.from.advanced(bySeconds: Self.beginningSeconds)
    let old = firsts.filter { $0.first < limit }
    let new = firsts.filter { $0.first >= limit }
    guard !old.isEmpty, let begin = new.first, old.count < service.hosts.count else { return nil }
    // By chance a rare line comes late to a host.
    let before = old.reduce(0) { $0 + count($1.host, pattern, from: onset.from, to: begin.first) }
    guard Double(before) / Double(old.count) >= Self.expectedMin else { return nil }
    let reached = new.filter { $0.first.seconds(since: begin.first) <= Self.togetherSeconds }
    let lines = reached.reduce(0) { $0 + $1.count }
    guard lines >= Self.linesMin else { return nil }
    let hosts = reached.map(\.host).sorted()
    var reason = "until then on \(old.map(\.host).sorted().listed) only; \(lines) times on \(hosts.listed)"
    if let change = change(before: begin.first, hosts) { reason += "; after “\(change.title)”" }
    let patterns = PatternMoments(scenery: scenery)
    let log = pattern.places.first { $0.host == begin.host }?.log ?? pattern.places[0].log
    return DraftMoment(
      instant: begin.first, basis: scenery.clocks[log].basis, kind: .shift,
      title: "\(pattern.service): \(SampleText.title(pattern)), now on \(hosts.listed) too", reason: reason,
      count: lines, importance: 92, service: pattern.service, hosts: hosts,
      references: patterns.references(pattern, at: begin.first), sameness: "spread|\(pattern.service)", pattern: index)
  }

  private func firstByHost(_ pattern: CataloguePattern, from: Instant) -> [(host: String, first: Instant, count: Int)] {
    var hosts: [String: (first: Instant, count: Int)] = [:]
    for place in pattern.places {
      guard let host = place.host else { continue }
      let shift = scenery.clocks[place.log].shiftNanoseconds
      for bucket in place.series.buckets {
        guard let at = bucket.first.instant?.advanced(byNanoseconds: shift), at.seconds(since: from) >= -5 else {
          continue
        }
        let known = hosts[host]
        hosts[host] = (min(known?.first ?? at, at), (known?.count ?? 0) + bucket.count)
      }
    }
    return hosts.map { ($0.key, $0.value.first, $0.value.count) }.sorted { ($0.first, $0.host) < ($1.first, $1.host) }
  }

  private func count(_ host: String, _ pattern: CataloguePattern, from: Instant, to: Instant) -> Int {
    pattern.places.filter { $0.host == host }.reduce(0) { sum, place in
      let shift = scenery.clocks[place.log].shiftNanoseconds
      return sum
        + SignalFinder.count(
          place.series, from: from.advanced(byNanoseconds: -shift), seconds: to.seconds(since: from))
    }
  }

  /// The last change of these hosts shortly before.
  private func change(before instant: Instant, _ hosts: [String]) -> ChangeGroup? {
    scenery.history.groups.last { change in
      let seconds = instant.seconds(since: change.start)
      return seconds >= 0 && seconds <= Self.changeSeconds + change.end.seconds(since: change.start)
        && seconds <= 2 * Self.changeSeconds && !Set(change.hosts).isDisjoint(with: hosts)
    }
  }
}
