import Chronology
import EvidenceReading
import PatternMining

/// All patterns of all logs, the same ones joined over rotations and hosts.
struct PatternCatalogue {
  private(set) var patterns: [CataloguePattern]
  /// By name.
  private(set) var services: [String: ServiceLogs]
  /// From the first to the last line of all logs.
  private(set) var window: TimeSpan?

  init(_ logs: [MinedLog], _ clocks: [SourceClock]) {
    services = Self.services(logs, clocks)
    window = services.values.reduce(nil) { window, service in
      TimeSpan(
        from: min(window?.from ?? service.span.from, service.span.from),
        to: max(window?.to ?? service.span.to, service.span.to))
    }
    var joined: [Key: CataloguePattern] = [:]
    let names = TemplateMerging().generalised(Set(logs.flatMap { $0.mined.patterns.map(\.template) }).sorted())
    for (index, log) in logs.enumerated() {
      for pattern in log.mined.patterns where pattern.first.instant != nil {
        let template = names[pattern.template] ?? pattern.template
        let key = Key(service: log.service, template: template)
        Self.add(pattern, template, index, log, clocks[index], to: &joined[key])
      }
    }
    patterns = joined.values.map(Self.finished).sorted {
      ($0.first ?? Instant(nanoseconds: .max), $0.service, $0.template)
        < ($1.first ?? Instant(nanoseconds: .max), $1.service, $1.template)
    }
  }

  private struct Key: Hashable {
    var service: String
    var template: String
  }

  private static func add(
    _ pattern: MinedPattern, _ template: String, _ index: Int, _ log: MinedLog, _ clock: SourceClock,
    to joined: inout CataloguePattern?
  ) {
    // The first line read is not always the earliest: rotations and clocks that run backwards.
    let earliest = pattern.series.buckets.first?.first ?? pattern.first
    let first = Occurrence(line: earliest.line, instant: earliest.instant.map(clock.corrected))
    let last = Occurrence(line: pattern.last.line, instant: pattern.last.instant.map(clock.corrected))
    let place = CataloguePattern.Place(
      log: index, host: log.host, first: first, last: last, count: pattern.count, series: pattern.series)
    var entry =
      joined
      ?? CataloguePattern(
        id: PatternID(template: template), template: template, service: log.service, level: .unknown, count: 0,
        isContinuation: pattern.isContinuation, places: [], series: BucketSeries(), sample: pattern.sample,
        failure: FailureKind(level: .unknown, template: "", isContinuation: false))
    if let present = entry.places.compactMap(\.first.instant).min(), let instant = first.instant, instant < present {
      entry.sample = pattern.sample
    }
    entry.level = max(entry.level, pattern.level)
    entry.count += pattern.count
    entry.isContinuation = entry.isContinuation && pattern.isContinuation
    entry.places.append(place)
    entry.series.add(pattern.series, movedByNanoseconds: clock.shiftNanoseconds)
    joined = entry
  }

  private static func finished(_ pattern: CataloguePattern) -> CataloguePattern {
    var pattern = pattern
    pattern.places.sort {
      ($0.first.instant ?? Instant(nanoseconds: .max), $0.log) < (
        $1.first.instant ?? Instant(nanoseconds: .max), $1.log
      )
    }
    pattern.failure = FailureKind(
      level: pattern.level, template: pattern.template, isContinuation: pattern.isContinuation)
    return pattern
  }

  private static func services(_ logs: [MinedLog], _ clocks: [SourceClock]) -> [String: ServiceLogs] {
    var services: [String: ServiceLogs] = [:]
    for (index, log) in logs.enumerated() {
      guard let read = log.span else { continue }
      let span = TimeSpan(from: clocks[index].corrected(read.from), to: clocks[index].corrected(read.to))
      var service =
        services[log.service]
        ?? ServiceLogs(name: log.service, logs: [], hosts: [], span: span, total: BucketSeries())
      service.logs.append(index)
      if let host = log.host, !service.hosts.contains(host) { service.hosts.append(host) }
      service.hosts.sort()
      service.span = TimeSpan(from: min(service.span.from, span.from), to: max(service.span.to, span.to))
      service.total.add(log.mined.total, movedByNanoseconds: clocks[index].shiftNanoseconds)
      services[log.service] = service
    }
    return services
  }
}
