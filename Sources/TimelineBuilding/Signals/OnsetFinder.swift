import Chronology
import EvidenceReading
import EvidenceRecords

/// Finds when it began: where failures, news and alerts agree.
struct OnsetFinder {
  /// Seconds without a signal that end an episode.
  private static let episodeGapSeconds = 90.0
  /// Seconds over which signals agree with each other.
  private static let agreementSeconds = 60.0
  /// Weight that an episode needs to stand out.
  private static let episodeWeightMin = 40.0
  /// Weight that is enough for failures long after an alert that nothing else bears out.
  private static let weakWeightMin = 12.0
  /// Seconds after an onset in which an alert belongs to it.
  private static let alertSeconds = 1800.0
  /// Seconds by which an alert fires before failures that it is the beginning of.
  private static let precedingSeconds = 120.0...3600.0
  /// Patterns that must change much together before an alert, for it to tell of more than what is going to fail.
  private static let upheavalPatterns = 3
  private static let upheavalSurprise = 60.0
  /// Seconds before an alert in which news may be what it tells of.
  private static let newsSeconds = 600.0
  /// Seconds around a restart in which short failures of the service are its own.
  private static let restartSeconds = 15.0

  let signals: [Signal]
  let catalogue: PatternCatalogue
  let changes: [ChangeGroup]
  /// Alerts that call somebody, by their first firing.
  let alerts: [Call]
  /// Errors that logs begin with, which count where no failures stand out.
  let openings: [OpeningErrors.Opening]

  struct Call {
    var from: Instant
    /// Nil when the end is not in the evidence.
    var until: Instant?
    /// Whether it says itself that it only warns.
    var isWarning: Bool
  }

  struct Onset {
    var span: TimeSpan
    /// Whether failures that began after a quiet time say so.
    var isSeen: Bool
  }

  func onset() -> Onset? {
    let failing = signals.filter {
      $0.kind != .fall && $0.failure >= 1.5 && $0.surprise >= 4
    }
    let best = episodes(failing).map { (signals: $0, weight: weight($0)) }.max { $0.weight < $1.weight }
    guard let best, best.weight >= Self.episodeWeightMin, let start = start(of: best.signals) else {
      return withoutEpisode(best?.signals ?? []).map { Onset(span: $0, isSeen: false) }
    }
    // An alert that fired well before the failures and lasted into them, when much had changed: they are what came of it.
    if let alert = alerts.first(where: { alert in
      let early = start.seconds(since: alert.from)
      return early > Self.precedingSeconds.lowerBound && early <= Self.precedingSeconds.upperBound
        && alert.until.map { $0 >= start } ?? true && isUpheaval(before: alert.from)
    }) {
      return Onset(span: beforeAlert(alert.from), isSeen: true)
    }
    let from = pulledBack(start)
    return Onset(span: TimeSpan(from: from, to: max(from, agreement(from))), isSeen: true)
  }

  /// The onset where no failures stand out: what an alert tells of, unless nothing else had changed and weak failures follow.
  private func withoutEpisode(_ weak: [Signal]) -> TimeSpan? {
    if let opening = openings.first?.first,
      alerts.allSatisfy({ $0.isWarning || $0.from.seconds(since: opening) <= Self.alertSeconds })
    {
      return TimeSpan(from: opening, to: opening)
    }
    guard let call = alerts.first(where: { !$0.isWarning }) ?? alerts.first else { return nil }
    guard let start = start(of: weak), start.seconds(since: call.from) > Self.newsSeconds,
      !isUpheaval(before: call.from),
      call.isWarning || weight(weak) >= Self.weakWeightMin
    else { return beforeAlert(call.from) }
    return TimeSpan(from: start, to: max(start, agreement(start)))
  }

  // MARK: Episodes

  private func episodes(_ signals: [Signal]) -> [[Signal]] {
    var episodes: [[Signal]] = []
    for signal in signals {
      if let last = episodes.last?.last, signal.instant.seconds(since: last.instant) <= Self.episodeGapSeconds {
        episodes[episodes.count - 1].append(signal)
      } else {
        episodes.append([signal])
      }
    }
    return episodes
  }

  private func weight(_ episode: [Signal]) -> Double {
    guard let first = episode.first, let last = episode.last else { return 0 }
    let isAlerted = alerts.contains {
      $0.from.seconds(since: first.instant) >= -5 && $0.from.seconds(since: last.instant) <= Self.alertSeconds
    }
    return episode.reduce(0) { $0 + weight($1) } * (isAlerted ? 2 : 1)
  }

  /// Short failures of a service while it restarts weigh little.
  private func weight(_ signal: Signal) -> Double {
    let service = catalogue.patterns[signal.pattern].service
    let isRestart = changes.contains { change in
      change.kind == .deployment && ServiceName.isSame(change.service, service)
        && signal.instant.seconds(since: change.start) >= -2
        && signal.instant.seconds(since: change.end) <= Self.restartSeconds
    }
    return isRestart && signal.seconds <= 20 && signal.count < 20 ? signal.weight * 0.15 : signal.weight
  }

  /// The earliest signal from which on, within a minute, a good part of what the strongest minute holds comes together.
  private func start(of episode: [Signal]) -> Instant? {
    func mass(_ start: Instant) -> Double {
      episode.reduce(0) { sum, signal in
        let seconds = signal.instant.seconds(since: start)
        return seconds >= 0 && seconds <= Self.agreementSeconds ? sum + weight(signal) : sum
      }
    }
    let masses = episode.map { mass($0.instant) }
    let strongest = episode.map { weight($0) }.max() ?? 0
    guard let most = masses.max() else { return nil }
    for (signal, mass) in zip(episode, masses) where mass >= 0.3 * most && weight(signal) >= 0.1 * strongest {
      return signal.instant
    }
    return episode.first?.instant
  }

  /// A strong new pattern shortly before the first failure belongs to it, unless a deployment of its service explains it.
  private func pulledBack(_ start: Instant) -> Instant {
    let news = signals.filter { signal in
      let seconds = start.seconds(since: signal.instant)
      return signal.kind != .fall && signal.failure < 1.5 && signal.surprise >= 30 && seconds > 0
        && seconds <= Self.agreementSeconds && !isExplained(signal)
    }
    return news.first?.instant ?? start
  }

  private func isExplained(_ signal: Signal) -> Bool {
    let service = catalogue.patterns[signal.pattern].service
    return changes.contains { change in
      change.kind == .deployment && ServiceName.isSame(change.service, service) && !change.hosts.isEmpty
        && signal.instant.seconds(since: change.start) >= -1 && signal.instant.seconds(since: change.end) <= 20
    }
  }

  /// The last of the first three strong signals, within a minute.
  private func agreement(_ from: Instant) -> Instant {
    let near = signals.filter {
      let seconds = $0.instant.seconds(since: from)
      return $0.kind != .fall && seconds >= 0 && seconds <= Self.agreementSeconds
        && ($0.failure >= 1.5 && $0.surprise >= 4 || $0.surprise >= 30)
    }
    var seen = Set<String>()
    var last = from
    for signal in near where seen.count < 3 {
      let pattern = catalogue.patterns[signal.pattern]
      if seen.insert(pattern.service).inserted { last = signal.instant }
    }
    return last
  }

  /// The onset that an alert tells of: the beginning of the strongest news before it, else the alert.
  private func beforeAlert(_ alert: Instant) -> TimeSpan {
    let near = strongestNews(before: alert)
    guard let from = near.map(\.instant).min() else { return TimeSpan(from: alert, to: alert) }
    return TimeSpan(from: from, to: max(from, agreement(from)))
  }

  /// Whether what the services write changed in many ways at once; a prediction fires with nothing of the kind.
  private func isUpheaval(before alert: Instant) -> Bool {
    let changed = strongestNews(before: alert).filter { $0.surprise >= Self.upheavalSurprise }
    return Set(changed.map(\.pattern)).count >= Self.upheavalPatterns
  }

  /// The strongest news before an alert and what came together with it.
  private func strongestNews(before alert: Instant) -> [Signal] {
    let news = signals.filter { signal in
      let seconds = alert.seconds(since: signal.instant)
      return signal.kind != .fall && signal.surprise >= 12 && seconds >= 0 && seconds <= Self.newsSeconds
        && !isExplained(signal)
    }
    guard let strongest = news.max(by: { ($0.surprise, $1.instant) < ($1.surprise, $0.instant) }) else { return [] }
    return news.filter { abs($0.instant.seconds(since: strongest.instant)) <= Self.agreementSeconds / 2 }
  }
}
