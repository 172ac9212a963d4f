import Chronology
import PatternMining

/// Errors that a service's log begins with, and goes on with: only the bad time was kept, so nothing shows that they are new.
struct OpeningErrors {
  /// Share of a log's span, and bounds in seconds, that are its opening: there, ``SignalFinder`` calls nothing new.
  private static let openingShare = 0.05
  private static let openingSeconds = 20.0...600.0
  /// Share of the service's lines below which errors are its usual background.
  private static let shareMin = 0.2
  private static let countMin = 10
  /// Share of all lines from which on errors are told even beside failures that began later.
  private static let mostShare = 0.5
  /// Weight of a failure that is an error, not a warning.
  private static let errorWeight = 3.0

  let catalogue: PatternCatalogue

  struct Opening {
    var service: String
    /// Index into the catalogue, most frequent first.
    var patterns: [Int]
    /// Of all these patterns.
    var count: Int
    var first: Instant
    /// Seconds from the service's first line to the first error.
    var quietSeconds: Double
    /// Whether the evidence holds little else.
    var isMost: Bool
  }

  /// Earliest first.
  func openings() -> [Opening] {
    var byService: [String: [Int]] = [:]
    for (index, pattern) in catalogue.patterns.enumerated() where isOpening(pattern) {
      byService[pattern.service, default: []].append(index)
    }
    return byService.compactMap(opening).sorted { ($0.first, $0.service) < ($1.first, $1.service) }
  }

  private func isOpening(_ pattern: CataloguePattern) -> Bool {
    guard pattern.failure.weight >= Self.errorWeight, let first = pattern.first,
      let span = catalogue.services[pattern.service]?.span
    else { return false }
    let seconds = span.to.seconds(since: span.from)
    let opening = min(max(seconds * Self.openingShare, Self.openingSeconds.lowerBound), Self.openingSeconds.upperBound)
    return first.seconds(since: span.from) <= opening
  }

  private func opening(_ service: String, _ indices: [Int]) -> Opening? {
    guard let logs = catalogue.services[service],
      let first = indices.compactMap({ catalogue.patterns[$0].first }).min()
    else { return nil }
    let count = indices.reduce(0) { $0 + catalogue.patterns[$1].count }
    let total = Self.lines(logs)
    let all = catalogue.services.values.reduce(0) { $0 + Self.lines($1) }
    guard count >= Self.countMin, Double(count) >= Self.shareMin * Double(total) else { return nil }
    let patterns = indices.sorted {
      (catalogue.patterns[$1].count, $0) < (catalogue.patterns[$0].count, $1)
    }
    return Opening(
      service: service, patterns: patterns, count: count, first: first,
      quietSeconds: first.seconds(since: logs.span.from),
      isMost: Double(count) >= Self.mostShare * Double(all))
  }

  private static func lines(_ logs: ServiceLogs) -> Int { logs.total.buckets.reduce(0) { $0 + $1.count } }
}
