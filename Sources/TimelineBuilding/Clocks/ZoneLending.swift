import Chronology
import EvidenceReading

/// Lends a zone to logs that share no identifiers and whose file times say nothing: syslog, cron, package logs.
///
/// A process may have a zone of its own. A host's zone is therefore known only where all of its logs that do not state
/// theirs were inferred to the same one, and none states any.
struct ZoneLending {
  /// Hosts that must agree before a service's zone is lent to a further one.
  private static let hostsMin = 2
  /// Seconds by which a log may lie further outside the window than before.
  private static let marginSeconds = 120.0

  let groups: [ClockGroup]
  let clocks: [SourceClock]
  /// What the logs with a known zone cover.
  let window: TimeSpan

  /// The offset of the host of a group whose own is not known; nil where it is, or where the host's logs differ.
  func hostOffset(_ index: Int) -> Int? {
    guard isUnknown(index), let host = groups[index].host else { return nil }
    let others = groups.indices.filter { groups[$0].host == host && !isUnknown($0) }
    return agreed(others)
  }

  /// The offset that the same service, or the file of the same name, has on several other hosts; nil where it is known, or where they differ.
  func serviceOffset(_ index: Int) -> Int? {
    guard isUnknown(index), !isZoneStatedBeside(index) else { return nil }
    let others = groups.indices.filter { other in
      (groups[other].service == groups[index].service || groups[other].stem == groups[index].stem) && !isUnknown(other)
    }
    guard Set(others.compactMap { groups[$0].host }).count >= Self.hostsMin else { return nil }
    return agreed(others)
  }

  /// Whether a log, when it is moved, ends no further from the window than before and does not leave it.
  func isNoWorse(_ span: TimeSpan, movedBy seconds: Int) -> Bool {
    let moved = TimeSpan(
      from: span.from.advanced(bySeconds: Double(seconds)), to: span.to.advanced(bySeconds: Double(seconds)))
    return distance(moved) <= distance(span) + Self.marginSeconds && (overlap(moved) > 0 || overlap(span) == 0)
  }

  /// Whether another log of the host states its zone: the host's may be that one.
  private func isZoneStatedBeside(_ index: Int) -> Bool {
    guard let host = groups[index].host else { return false }
    return groups.contains { $0.host == host && $0.isZoneStated }
  }

  private func isUnknown(_ index: Int) -> Bool {
    groups[index].logs.contains { clocks[$0].zoneBasis == .assumed }
  }

  private func agreed(_ others: [Int]) -> Int? {
    let offsets = others.map {
      groups[$0].logs.first.flatMap { clocks[$0].zoneBasis == .inferred ? clocks[$0].zoneOffsetSeconds : nil }
    }
    guard let first = offsets.first, offsets.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func overlap(_ span: TimeSpan) -> Double {
    max(0, min(span.to, window.to).seconds(since: max(span.from, window.from)))
  }

  /// Seconds from the end of a log to the window.
  private func distance(_ span: TimeSpan) -> Double {
    max(window.from.seconds(since: span.to), span.to.seconds(since: window.to), 0)
  }
}
