import Chronology
import EvidenceReading
import PatternMining

/// What failed around the onset: services, hosts and words, to compare changes with.
struct FailureScene {
  /// Seconds after the onset whose signals belong to it.
  private static let sceneSeconds = 120.0

  var onset: TimeSpan
  /// Weight of the failing patterns by service, the heaviest 1.
  var services: [String: Double]
  /// Hosts that fail while others that run the same service do not; empty when it is not so.
  var localHosts: [String]
  var hosts: Set<String>
  /// Names in failing patterns that stand in no other pattern.
  var specificNames: Set<String>
  /// Names in failing patterns.
  var names: Set<String>
  var topics: Set<FailureTopic>
  /// Index into the catalogue, heaviest first.
  var patterns: [Int]
  /// Those of ``patterns`` that are failures or new, and hardly came before the onset: heaviest first.
  var failing: [Int]
  private var series: [BucketSeries]

  init(onset: TimeSpan, signals: [Signal], catalogue: PatternCatalogue) {
    self.onset = onset
    let scene = signals.filter { signal in
      let seconds = signal.instant.seconds(since: onset.from)
      return signal.kind != .fall && seconds >= -5 && seconds <= Self.sceneSeconds
        && (signal.failure >= 1.5 && signal.surprise >= 4 || signal.surprise >= 30)
    }
    var byService: [String: Double] = [:]
    var byPattern: [Int: Double] = [:]
    for signal in scene {
      byService[catalogue.patterns[signal.pattern].service, default: 0] += signal.weight
      byPattern[signal.pattern, default: 0] += signal.weight
    }
    let heaviest = max(byService.values.max() ?? 1, 1e-9)
    services = byService.mapValues { $0 / heaviest }
    patterns = byPattern.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let failing = Set(patterns)
    let texts = failing.map { catalogue.patterns[$0].template + " " + catalogue.patterns[$0].sample }
    names = texts.reduce(into: []) { $0.formUnion(NameWords.names($1)) }
    var ordinary = Set<String>()
    for (index, pattern) in catalogue.patterns.enumerated() where !failing.contains(index) {
      if let first = pattern.first, first < onset.from { ordinary.formUnion(NameWords.names(pattern.template)) }
    }
    // Hosts are compared as hosts.
    let hostNames = Set(catalogue.services.values.flatMap(\.hosts).map { $0.lowercased() })
    names.subtract(hostNames)
    specificNames = names.subtracting(ordinary)
    topics = FailureTopic.topics(in: specificNames)
    hosts = Set(scene.flatMap(\.hosts))
    localHosts = Self.localHosts(scene, onset: onset)
    self.failing = patterns.filter { index in
      let pattern = catalogue.patterns[index]
      let isNew = pattern.first.map { onset.from.seconds(since: $0) <= 60 } ?? false
      return (isNew || pattern.failure.isFailure) && Self.earlierShare(pattern, before: onset.from) <= 0.1
    }
    if self.failing.isEmpty { self.failing = patterns.filter { catalogue.patterns[$0].failure.isFailure } }
    series = patterns.prefix(20).map { catalogue.patterns[$0].series }
  }

  private static func earlierShare(_ pattern: CataloguePattern, before onset: Instant) -> Double {
    let limit = onset.advanced(bySeconds: -5)
    let earlier = pattern.series.buckets.reduce(0) { sum, bucket in
      bucket.first.instant.map { $0 < limit } ?? false ? sum + bucket.count : sum
    }
    return Double(earlier) / Double(max(1, pattern.count))
  }

  /// Hosts named by the strong signals of the first half minute that leave out other hosts of their service.
  private static func localHosts(_ scene: [Signal], onset: TimeSpan) -> [String] {
    var local: [[String]: Double] = [:]
    for signal in scene where signal.serviceHosts.count > 1 && signal.instant.seconds(since: onset.from) <= 30 {
      guard signal.surprise >= 10, signal.count >= 5, !signal.hosts.isEmpty else { continue }
      guard signal.hosts.count < signal.serviceHosts.count else { continue }
      local[signal.hosts, default: 0] += signal.weight
    }
    // The fewer hosts, the more it says that it is these.
    let telling = local.map { (hosts: $0.key, weight: $0.value / Double($0.key.count)) }
    return telling.max { ($0.weight, $1.hosts.joined()) < ($1.weight, $0.hosts.joined()) }?.hosts ?? []
  }

  /// Weight of the failing patterns of a service, by whatever of its names; nil when it does not fail.
  func weight(ofService name: String?) -> Double? {
    guard let name else { return nil }
    return services[name] ?? services.filter { ServiceName.isSame($0.key, name) }.map(\.value).max()
  }

  /// Failing lines per second shortly after an instant, as a share of those shortly before; nil without failures before.
  func effect(at instant: Instant) -> Double? {
    let width = Double(series.map(\.widthSeconds).max() ?? 1)
    let span = max(30, width * 3)
    let before = count(from: instant.advanced(bySeconds: -span), seconds: span)
    let after = count(from: instant.advanced(bySeconds: span / 2), seconds: span)
    return before < 5 ? nil : Double(after) / Double(before)
  }

  private func count(from: Instant, seconds: Double) -> Int {
    series.reduce(0) { $0 + SignalFinder.count($1, from: from, seconds: seconds) }
  }
}
