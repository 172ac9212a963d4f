import Chronology
import PatternMining

/// When the evidence was collected and its services were stopped for it: what they write then is no part of the story.
struct ShutdownTail {
  /// Seconds before the end of the evidence in which several services say that they stop.
  private static let tailSeconds = 15.0
  /// Seconds before the first of them in which others already notice.
  private static let leadSeconds = 2.0
  private static let servicesMin = 2
  private static let words = [
    "sigterm", "sigint", "signal 15", "signal 2", "shutdown", "shutting down", "exiting", "gracefully", "bye",
    "terminating", "stopping", "stopped", "smart shutdown", "fast shutdown",
  ]

  /// From when on services were being stopped; nil where the evidence does not end so.
  let start: Instant?

  init(_ catalogue: PatternCatalogue) {
    guard let end = catalogue.window?.to else {
      start = nil
      return
    }
    var services = Set<String>()
    var first: Instant?
    for pattern in catalogue.patterns {
      let text = (pattern.template + " " + pattern.sample).lowercased()
      guard let last = pattern.series.buckets.last?.first.instant,
        end.seconds(since: last) <= Self.tailSeconds + Double(pattern.series.widthSeconds),
        Self.words.contains(where: text.contains)
      else { continue }
      services.insert(pattern.service)
      first = min(first ?? last, last)
    }
    start = services.count >= Self.servicesMin ? first?.advanced(bySeconds: -Self.leadSeconds) : nil
  }

  func contains(_ instant: Instant) -> Bool { start.map { instant >= $0 } ?? false }
}
