import Chronology
import EvidenceReading
import PatternMining

/// The last line of what failed: where the story ends as the logs show it.
struct LastCalm {
  /// Seconds of evidence that must follow without a further line.
  private static let quietSeconds = 30.0
  private static let patternsMax = 12
  /// Share of the most frequent pattern's lines below which a pattern does not tell the end.
  private static let shareMin = 0.05
  /// Lines that would have come at the usual rate.
  private static let expectedMin = 4.0
  /// Seconds before the end in which a change may have brought it.
  private static let changeSeconds = 180.0
  /// Seconds between the two in which they are at one time.
  private static let togetherSeconds = 2.0

  let scenery: Scenery

  private struct Ending {
    var pattern: Int
    var at: Instant
    var log: Int
    var line: Int
  }

  func moments() -> [DraftMoment] {
    guard let window = scenery.catalogue.window, let end = endings(window).max(by: { $0.at < $1.at }) else { return [] }
    let pattern = scenery.catalogue.patterns[end.pattern]
    return [
      DraftMoment(
        instant: end.at, basis: scenery.clocks[end.log].basis, kind: .calm,
        title: "\(pattern.service): \(SampleText.title(pattern))", reason: reason(end, pattern, window), count: 1,
        importance: 96, service: pattern.service, hosts: scenery.logs[end.log].host.map { [$0] } ?? [],
        references: [scenery.reference(end.log, line: end.line)], sameness: "calm|", pattern: end.pattern)
    ]
  }

  /// The last lines of the failing patterns that stopped, heaviest first.
  private func endings(_ window: TimeSpan) -> [Ending] {
    guard let onset = scenery.onset, let scene = scenery.scene else { return [] }
    let failing = scene.failing.prefix(Self.patternsMax)
    let most = failing.map { scenery.catalogue.patterns[$0].count }.max() ?? 0
    return failing.compactMap { index in
      let pattern = scenery.catalogue.patterns[index]
      guard Double(pattern.count) >= Self.shareMin * Double(most) else { return nil }
      let lasts = pattern.places.compactMap { place in
        place.last.instant.map { Ending(pattern: index, at: $0, log: place.log, line: place.last.line) }
      }
      guard let last = lasts.max(by: { ($0.at, $1.log) < ($1.at, $0.log) }), last.at > onset.from,
        isQuiet(pattern, for: window.to.seconds(since: last.at), onset: onset)
      else { return nil }
      return last
    }
  }

  /// Whether no line in that time says something: at the rate before the onset several would have come.
  private func isQuiet(_ pattern: CataloguePattern, for seconds: Double, onset: TimeSpan) -> Bool {
    guard seconds >= Self.quietSeconds else { return false }
    guard let span = scenery.catalogue.services[pattern.service]?.span else { return true }
    let earlier = max(1, onset.from.seconds(since: span.from))
    let before = SignalFinder.count(pattern.series, from: span.from, seconds: earlier - 5)
    return before == 0 || Double(before) / earlier * seconds >= Self.expectedMin
  }

  private func reason(_ end: Ending, _ pattern: CataloguePattern, _ window: TimeSpan) -> String {
    let quiet = SpanText.duration(window.to.seconds(since: end.at))
    var reason = "the last of \(pattern.count) such lines; none in the \(quiet) that the evidence goes on"
    let span = scenery.catalogue.services[pattern.service]?.span
    if let span, span.to.seconds(since: end.at) < Self.quietSeconds {
      reason += "; the logs of \(pattern.service) end there too"
    }
    guard let onset = scenery.onset?.from else { return reason }
    let change = scenery.history.groups.last { change in
      let seconds = end.at.seconds(since: change.start)
      return seconds >= -Self.togetherSeconds && seconds <= Self.changeSeconds && change.start > onset
    }
    if let change {
      let seconds = end.at.seconds(since: change.start)
      reason += seconds < Self.togetherSeconds ? "; at the time of" : "; \(SpanText.duration(seconds)) after"
      reason += " “\(change.title)”"
    }
    return reason
  }
}
