import Chronology
import EvidenceReading
import Foundation
import PatternMining

/// Finds what patterns did: first lines, rises and falls.
struct SignalFinder {
  /// Share of a service's log, and bounds in seconds, in which a pattern is not yet called new.
  private static let learningShare = 0.05
  private static let learningSeconds = 20.0...600.0
  /// Surprise above which an ordinary and a failing pattern are told of.
  private static let ordinarySurpriseMin = 7.0
  private static let failingSurpriseMin = 1.2
  private static let segmentedCountMin = 6

  let catalogue: PatternCatalogue

  /// All signals in order of time.
  func signals() -> [Signal] {
    catalogue.patterns.indices.flatMap(signals(of:)).sorted {
      ($0.instant, $0.pattern) < ($1.instant, $1.pattern)
    }
  }

  private func signals(of index: Int) -> [Signal] {
    let pattern = catalogue.patterns[index]
    guard let service = catalogue.services[pattern.service] else { return [] }
    var found: [Signal] = []
    let segments = segments(of: pattern, service)
    if let first = first(index, pattern, service, segments) { found.append(first) }
    for (place, segment) in segments.enumerated().dropFirst() {
      let before = segments[place - 1]
      // The beginning of a new pattern is told as first, not as a rise as well.
      if before.count == 0, place == 1, found.first?.kind == .first { continue }
      var signal = change(index, pattern, service, before, segment, isLast: place == segments.count - 1)
      signal.risesLater = segments[(place + 1)...].contains { $0.rate > max(1.8 * segment.rate, 0.4 * before.rate) }
      found.append(signal)
    }
    return found
  }

  private func segments(of pattern: CataloguePattern, _ service: ServiceLogs) -> [RateSegment] {
    guard pattern.count >= Self.segmentedCountMin else { return [] }
    return RateSegments.segments(
      pattern.series, from: Self.second(service.span.from), through: Self.second(service.span.to))
  }

  private func first(
    _ index: Int, _ pattern: CataloguePattern, _ service: ServiceLogs, _ segments: [RateSegment]
  ) -> Signal? {
    guard let instant = pattern.first, let window = catalogue.window else { return nil }
    // A log that begins late is itself news: its lines are compared with all that was read.
    let span = service.span.from.seconds(since: window.from) > Self.learningSeconds.lowerBound ? window : service.span
    let before = instant.seconds(since: span.from)
    let after = max(1, span.to.seconds(since: instant))
    let learning = min(
      max((before + after) * Self.learningShare, Self.learningSeconds.lowerBound), Self.learningSeconds.upperBound)
    guard before >= learning else { return nil }
    let surprise = Double(pattern.count) * log((before + after) / after)
    let isFailing = pattern.failure.isFailure
    guard surprise >= (isFailing ? Self.failingSurpriseMin : Self.ordinarySurpriseMin) else { return nil }
    let segment = segments.first { $0.count > 0 }
    let minute = Self.count(pattern.series, from: instant, seconds: 60)
    return Signal(
      pattern: index, kind: .first, instant: instant, seconds: Double(segment?.seconds.count ?? 1), count: minute,
      rateBefore: 0, rateAfter: segment?.perMinute ?? Double(minute), surprise: surprise,
      failure: pattern.failure.weight, hosts: hosts(pattern, from: instant, seconds: 60),
      serviceHosts: service.hosts, isLasting: false)
  }

  private func change(
    _ index: Int, _ pattern: CataloguePattern, _ service: ServiceLogs, _ before: RateSegment, _ now: RateSegment,
    isLast: Bool
  ) -> Signal {
    let isRise = now.rate > before.rate
    let instant = isRise ? earliest(pattern, in: now) : latest(pattern, before: now)
    let length = Double(now.seconds.count)
    let expected = before.rate * length
    let surprise =
      Double(now.count) * log(max(Double(now.count), 0.5) / max(expected, 0.5)) - Double(now.count) + expected
    return Signal(
      pattern: index, kind: isRise ? .rise : .fall, instant: instant, seconds: length, count: now.count,
      rateBefore: before.perMinute, rateAfter: now.perMinute, surprise: max(0, surprise),
      failure: pattern.failure.weight, hosts: hosts(pattern, from: instant, seconds: isRise ? length : -60),
      serviceHosts: service.hosts, isLasting: isLast)
  }

  // MARK: Counting

  /// The first line of a segment.
  private func earliest(_ pattern: CataloguePattern, in segment: RateSegment) -> Instant {
    let instants = pattern.series.buckets.lazy.compactMap(\.first.instant)
    let start = Instant(seconds: segment.seconds.lowerBound)
    return instants.first { $0 >= start } ?? start
  }

  /// The last line that is known before a segment, or the beginning of the segment where lines go on.
  private func latest(_ pattern: CataloguePattern, before segment: RateSegment) -> Instant {
    Instant(seconds: segment.seconds.lowerBound)
  }

  static func count(_ series: BucketSeries, from: Instant, seconds: Double) -> Int {
    let until = from.advanced(bySeconds: seconds)
    return series.buckets.reduce(0) { sum, bucket in
      guard let instant = bucket.first.instant, instant >= from, instant < until else { return sum }
      return sum + bucket.count
    }
  }

  /// Hosts on which the pattern came in that time (before it, when negative), when they are named at all.
  private func hosts(_ pattern: CataloguePattern, from: Instant, seconds: Double) -> [String] {
    let (low, high) =
      seconds < 0 ? (from.advanced(bySeconds: seconds), from) : (from, from.advanced(bySeconds: seconds))
    let hosts = pattern.places.filter { place in
      let shift =
        (place.first.instant?.nanoseconds ?? 0) - (place.series.buckets.first?.first.instant?.nanoseconds ?? 0)
      return place.series.buckets.contains { bucket in
        guard let instant = bucket.first.instant?.advanced(byNanoseconds: shift) else { return false }
        return instant >= low && instant <= high
      }
    }
    return Set(hosts.compactMap(\.host)).sorted()
  }

  static func second(_ instant: Instant) -> Int64 {
    Int64((Double(instant.nanoseconds) / 1e9).rounded(.down))
  }
}
