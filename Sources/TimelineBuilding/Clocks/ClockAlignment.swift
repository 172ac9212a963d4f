import Chronology
import EvidenceReading

/// Works out the clock of every log: which zone it writes in, and how far it runs ahead or behind.
///
/// Request and trace identifiers that two logs share were written at nearly the same time; the median of the
/// differences tells how the clocks differ. Logs whose stamps state their zone anchor the rest, and the majority of hosts
/// has the right time. What is near a whole half hour is a zone, what remains is skew; a difference below
/// ``latencySeconds`` is the way of the request.
struct ClockAlignment {
  static let latencySeconds = 1.5
  private static let zoneSecondsMax = 14 * 3600

  let groups: [ClockGroup]
  private(set) var clocks: [SourceClock]
  private var logs: [MinedLog]

  init(_ logs: [MinedLog]) {
    self.logs = logs
    groups = ClockGroup.groups(of: logs)
    clocks = logs.map { log in
      SourceClock(
        zoneOffsetSeconds: log.isZoneStated ? nil : log.preliminaryOffsetSeconds,
        zoneBasis: log.isZoneStated ? .stated : .assumed,
        basis: log.isYearInferred ? .inferredYear : log.isZoneStated ? .stated : .assumedZone)
    }
    settleYears()
    var measured = Set<Int>()
    let comparisons = ClockComparison.all(groups)
    for component in ClockNetwork(count: groups.count, comparisons: comparisons).components where component.count > 1 {
      align(component, comparisons)
      measured.formUnion(component.map(\.group))
    }
    lendSkew(measured)
    var zoned = measured
    lendZones(from: measured, to: &zoned)
    inferFromFileTimes(zoned)
    lendHostZones()
  }

  // MARK: Years

  /// Moves logs whose stamps carry no year into the year of those that do: a copied file's time may be of another year.
  private mutating func settleYears() {
    var window: TimeSpan?
    for log in logs where !log.isYearInferred {
      guard let span = log.span else { continue }
      window = TimeSpan(from: min(window?.from ?? span.from, span.from), to: max(window?.to ?? span.to, span.to))
    }
    guard let window else { return }
    for index in logs.indices where logs[index].isYearInferred {
      guard let span = logs[index].span else { continue }
      clocks[index].shiftNanoseconds = YearShift.nanoseconds(span, into: window)
    }
  }

  // MARK: Shared identifiers

  private mutating func align(_ component: [(group: Int, offset: Double)], _ comparisons: [ClockComparison]) {
    let reference = referenceOffset(component)
    for (index, offset) in component {
      let written = offset - reference
      var zone = 0.0
      if !groups[index].isZoneStated {
        zone = (written / 1800).rounded() * 1800
        if abs(written - zone) > 450 { zone = (written / 900).rounded() * 900 }
        guard abs(zone) <= Double(Self.zoneSecondsMax) else { continue }
      }
      let skew = written - zone
      let shared = comparisons.lazy.filter { $0.left == index || $0.right == index }.map(\.agreeing).max() ?? 0
      for log in groups[index].logs {
        set(log, zone: groups[index].isZoneStated ? nil : Int(zone), skew: skew, shared: shared)
      }
    }
  }

  /// The offset that most hosts agree on: among groups that state their zone when there are any.
  private func referenceOffset(_ component: [(group: Int, offset: Double)]) -> Double {
    let stated = component.filter { groups[$0.group].isZoneStated }
    let voters = stated.isEmpty ? component : stated
    var best = (votes: -1, identifiers: -1, offset: 0.0)
    for candidate in voters {
      let near = voters.filter { abs($0.offset - candidate.offset) <= Self.latencySeconds }
      let votes = Set(near.map { groups[$0.group].domain }).count
      let identifiers = near.reduce(0) { $0 + groups[$1.group].identifiers.count }
      if (votes, identifiers) > (best.votes, best.identifiers) {
        let sorted = near.map(\.offset).sorted()
        best = (votes, identifiers, sorted[sorted.count / 2])
      }
    }
    return best.offset
  }

  private mutating func set(_ log: Int, zone: Int?, skew: Double, shared: Int) {
    let isSkewed = abs(skew) > Self.latencySeconds
    clocks[log].skewSeconds = isSkewed ? (skew * 10).rounded() / 10 : 0
    clocks[log].sharedIdentifiers = shared
    var shift = isSkewed ? -skew : 0
    if let zone {
      clocks[log].zoneOffsetSeconds = logs[log].preliminaryOffsetSeconds + zone
      clocks[log].zoneBasis = .inferred
      clocks[log].zoneSource = .sharedIdentifiers
      shift -= Double(zone)
      if !logs[log].isYearInferred { clocks[log].basis = .inferredZone }
    }
    if isSkewed { clocks[log].basis = .correctedSkew }
    clocks[log].shiftNanoseconds += Int64((shift * 1000).rounded()) * 1_000_000
  }

  // MARK: Neighbours

  /// Logs without shared identifiers take the skew of their host's folder, where its measured logs agree.
  private mutating func lendSkew(_ measured: Set<Int>) {
    for (index, group) in groups.enumerated() where !measured.contains(index) && group.host != nil {
      let skews = measured.filter { groups[$0].domain == group.domain }
        .compactMap { groups[$0].logs.first.flatMap { clocks[$0].skewSeconds } }
      guard let low = skews.min(), let high = skews.max(), high - low <= Self.latencySeconds else { continue }
      let skew = skews.sorted()[skews.count / 2]
      for log in group.logs {
        clocks[log].skewSeconds = skew
        clocks[log].shiftNanoseconds -= Int64(skew * 1e9)
        if skew != 0 { clocks[log].basis = .correctedSkew }
      }
    }
  }

  /// The same service writes in the same zone on every host.
  private mutating func lendZones(from measured: Set<Int>, to zoned: inout Set<Int>) {
    for (index, group) in groups.enumerated() where !measured.contains(index) && !group.isZoneStated {
      let zones = measured.filter { groups[$0].service == group.service && !groups[$0].isZoneStated }
        .compactMap { groups[$0].logs.first.flatMap { clocks[$0].zoneOffsetSeconds } }
      guard let zone = zones.first, zones.allSatisfy({ $0 == zone }) else { continue }
      zoned.insert(index)
      for log in group.logs { infer(log, zone: zone - logs[log].preliminaryOffsetSeconds, from: .sameService) }
    }
  }

  /// Logs that nothing else tells of take the zone of their host, or else of the same service on several other hosts.
  private mutating func lendHostZones() {
    guard let window = trustedWindow() else { return }
    for source in [ZoneSource.sameHost, .sameService] {
      let lending = ZoneLending(groups: groups, clocks: clocks, window: window)
      for (index, group) in groups.enumerated() {
        guard let span = correctedSpan(of: group), let log = group.logs.first,
          let offset = source == .sameHost ? lending.hostOffset(index) : lending.serviceOffset(index)
        else { continue }
        let zone = offset - logs[log].preliminaryOffsetSeconds
        guard lending.isNoWorse(span, movedBy: -zone) else { continue }
        for log in group.logs { infer(log, zone: zone, from: source) }
      }
    }
  }

  // MARK: File times and overlap

  private mutating func inferFromFileTimes(_ zoned: Set<Int>) {
    guard let window = trustedWindow() else { return }
    for (index, group) in groups.enumerated() where !zoned.contains(index) && !group.isZoneStated {
      guard let span = span(of: group) else { continue }
      let fallback = ZoneFallback(window: window, span: span, modified: modified(group))
      guard let zone = fallback.zoneSeconds else { continue }
      for log in group.logs { infer(log, zone: zone, from: .fileTimes) }
    }
  }

  private mutating func infer(_ log: Int, zone: Int, from source: ZoneSource) {
    clocks[log].zoneSource = source
    clocks[log].zoneOffsetSeconds = logs[log].preliminaryOffsetSeconds + zone
    clocks[log].zoneBasis = .inferred
    clocks[log].shiftNanoseconds -= Int64(zone) * 1_000_000_000
    if clocks[log].basis == .assumedZone { clocks[log].basis = .inferredZone }
  }

  /// What the logs with a known zone cover.
  private func trustedWindow() -> TimeSpan? {
    var window: TimeSpan?
    for (log, clock) in zip(logs, clocks) where clock.zoneBasis != .assumed {
      guard let span = log.span else { continue }
      let (from, to) = (clock.corrected(span.from), clock.corrected(span.to))
      window = TimeSpan(from: min(window?.from ?? from, from), to: max(window?.to ?? to, to))
    }
    return window
  }

  private func span(of group: ClockGroup) -> TimeSpan? {
    let spans = group.logs.compactMap { logs[$0].span }
    guard let from = spans.map(\.from).min(), let to = spans.map(\.to).max() else { return nil }
    return TimeSpan(from: from, to: to)
  }

  /// As far as is known: with years settled, without a zone.
  private func correctedSpan(of group: ClockGroup) -> TimeSpan? {
    let spans = group.logs.compactMap { log in
      logs[log].span.map { TimeSpan(from: clocks[log].corrected($0.from), to: clocks[log].corrected($0.to)) }
    }
    guard let from = spans.map(\.from).min(), let to = spans.map(\.to).max() else { return nil }
    return TimeSpan(from: from, to: to)
  }

  private func modified(_ group: ClockGroup) -> Instant? {
    group.logs.compactMap { logs[$0].summary.modified }.max()
  }
}
