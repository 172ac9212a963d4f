import Chronology
import EvidenceReading
import EvidenceRecords
import PatternMining

/// Lines before the onset that already spoke of what failed then: warnings of the later failing hosts, notices that name
/// the failing part.
struct EarlyWarnings {
  /// Seconds before the onset from which on lines belong to it.
  private static let onsetSeconds = 5.0
  /// Share of the earlier patterns up to which a name is telling.
  private static let tellingShare = 0.02
  private static let tellingMin = 5
  private static let warningsMax = 12
  /// Words of lines that warn without being failures.
  private static let notices = [
    "disabled", "skip", "reject", "ignor", "stale", "expir", "exceed", "above", "nearly", "behind", "lag", "grow",
    "retry", "retries", "slow", "mismatch", "unknown", "unexpected", "late", "degraded", "fallback", "full", "missing",
    "deprecat", "renew", "soon", "high", "low", "not", "never",
  ]

  struct Warning {
    var pattern: Int
    /// Lines before the onset.
    var count: Int
    var hosts: [String]
    /// Names that it shares with what failed later.
    var names: [String]
    var isLocal: Bool
  }

  let scenery: Scenery

  /// At most a dozen, the most telling first.
  func warnings() -> [Warning] {
    guard let onset = scenery.onset, let scene = scenery.scene else { return [] }
    let limit = onset.from.advanced(bySeconds: -Self.onsetSeconds)
    let earlier = scenery.catalogue.patterns.indices.filter { index in
      scenery.catalogue.patterns[index].first.map { $0 < limit } ?? false
    }
    let telling = tellingNames(scene, earlier)
    let found = earlier.compactMap { warning($0, before: limit, scene, telling) }
    return Array(
      found.sorted { (rank($0), $1.pattern) > (rank($1), $0.pattern) }.prefix(Self.warningsMax))
  }

  private func rank(_ warning: Warning) -> Double {
    (warning.isLocal ? 3 : 0) + Double(min(3, warning.names.count))
      + scenery.catalogue.patterns[warning.pattern].failure.weight
  }

  private func warning(
    _ index: Int, before limit: Instant, _ scene: FailureScene, _ telling: Set<String>
  ) -> Warning? {
    let pattern = scenery.catalogue.patterns[index]
    let isWarning = pattern.failure.weight >= 0.8 || isNotice(pattern)
    guard isWarning, !pattern.isContinuation, let first = pattern.first else { return nil }
    let before = pattern.series.buckets.reduce(0) { sum, bucket in
      bucket.first.instant.map { $0 < limit } ?? false ? sum + bucket.count : sum
    }
    let hosts = pattern.hosts
    let serviceHosts = scenery.catalogue.services[pattern.service]?.hosts ?? []
    let isLocal =
      !hosts.isEmpty && hosts.count < serviceHosts.count && Set(hosts).isSubset(of: scene.localHosts)
      && (before >= 2 || pattern.failure.isFailure)
    let names = self.names(index).intersection(telling).sorted()
    // One everyday word in common says nothing.
    let isTelling = names.count >= 2 || names.contains { $0.count >= 9 || $0.contains("_") }
    guard isLocal || isTelling, !isBackground(pattern, first: first, before: before, isLocal) else { return nil }
    return Warning(pattern: index, count: before, hosts: hosts, names: names, isLocal: isLocal)
  }

  private func isNotice(_ pattern: CataloguePattern) -> Bool {
    guard pattern.failure.status == nil else { return false }
    return NameWords.words(pattern.template).contains { word in Self.notices.contains { word.hasPrefix($0) } }
  }

  /// Names in a pattern; what stands before `=` is no name of a thing.
  private func names(_ index: Int) -> Set<String> {
    let words = scenery.catalogue.patterns[index].template.split(separator: " ").map { word in
      String(word.firstIndex(of: "=").map { word[word.index(after: $0)...] } ?? word)
    }
    return NameWords.names(words.joined(separator: " "))
  }

  /// Names of the heaviest failing patterns that hardly any earlier pattern holds.
  private func tellingNames(_ scene: FailureScene, _ earlier: [Int]) -> Set<String> {
    var names = Set<String>()
    for index in scene.failing.prefix(8) { names.formUnion(self.names(index)) }
    names.subtract(scenery.catalogue.services.keys.map { $0.lowercased() })
    var uses: [String: Int] = [:]
    for index in earlier {
      for name in self.names(index).intersection(names) {
        uses[name, default: 0] += 1
      }
    }
    let most = max(Self.tellingMin, Int(Self.tellingShare * Double(earlier.count)))
    return names.filter { uses[$0].map { $0 <= most } ?? false }
  }

  /// Whether it went on all the time as it began: from the first minutes of its log, and as often after the onset.
  private func isBackground(_ pattern: CataloguePattern, first: Instant, before: Int, _ isLocal: Bool) -> Bool {
    guard !isLocal, let onset = scenery.onset, let span = scenery.catalogue.services[pattern.service]?.span else {
      return false
    }
    let earlier = max(1, onset.from.seconds(since: span.from))
    let later = max(1, span.to.seconds(since: onset.from))
    let after = pattern.count - before
    guard after > 0, before > 1, first.seconds(since: span.from) < 0.3 * earlier else { return false }
    let ratio = (Double(after) / later) / (Double(before) / earlier)
    return ratio > 0.33 && ratio < 3
  }

  // MARK: Moments

  func moments() -> [DraftMoment] {
    let patterns = PatternMoments(scenery: scenery)
    return warnings().compactMap { warning in
      let pattern = scenery.catalogue.patterns[warning.pattern]
      guard let first = pattern.first, let onset = scenery.onset else { return nil }
      var parts = [
        "\(warning.count == 1 ? "once" : "\(warning.count) times") before the onset, first "
          + "\(SpanText.duration(onset.from.seconds(since: first))) before it"
      ]
      let serviceHosts = scenery.catalogue.services[pattern.service]?.hosts ?? []
      if warning.isLocal { parts.append("\(warning.hosts.listed) only, of \(serviceHosts.count) hosts") }
      if !warning.names.isEmpty {
        parts.append(
          "names " + warning.names.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + " as the failure does")
      }
      let log = pattern.places.first?.log ?? 0
      return DraftMoment(
        instant: first, basis: scenery.clocks[log].basis, kind: .first,
        title: "\(pattern.service): \(SampleText.title(pattern))", reason: parts.joined(separator: "; "),
        count: warning.count, importance: 56 + 6 * rank(warning), service: pattern.service, hosts: warning.hosts,
        references: patterns.references(pattern, at: first), sameness: "early|\(warning.count)",
        pattern: warning.pattern)
    }
  }
}
