import Chronology
package import EvidenceReading
import EvidenceRecords
package import PatternMining

/// Builds the timeline of what was read: clocks, moments, onset, suspects.
///
/// Deterministic: the same evidence gives the same report, whatever the order of reading.
package struct TimelineBuilder: Sendable {
  package var options: TimelineOptions

  package init(options: TimelineOptions = .init()) { self.options = options }

  /// Builds the report of what was read.
  ///
  /// - Parameters:
  ///   - evidence: the paths that were given; the report names them by their last component.
  ///   - set: what was read from them.
  ///   - excerpts: reads the lines that moments show.
  /// - Returns: the report, complete and masked.
  package func build(
    evidence: [String], set: EvidenceSet<PatternMiner>, excerpts: ExcerptReader
  ) -> TimelineReport {
    let logs = set.logs.map { MinedLog($0, summary: set.sources[$0.source]) }
    let clocks = ClockAlignment(logs).clocks
    let catalogue = PatternCatalogue(logs, clocks)
    let signals = SignalFinder(catalogue: catalogue).signals().filter { options.contains($0.instant) }
    let history = ChangeGrouping(set.records, services: catalogue.services).history()
    let alerts = AlertEpisodes(set.records).episodes
      .filter { $0.facts.isCall && !$0.isRepeat && options.contains($0.firing.instant) }
    let openings = OpeningErrors(catalogue: catalogue).openings().filter { options.contains($0.first) }
    let found = OnsetFinder(
      signals: signals, catalogue: catalogue, changes: history.groups,
      alerts: alerts.map {
        .init(from: $0.firing.instant, until: $0.resolved?.instant, isWarning: $0.facts.isWarning)
      }, openings: openings
    ).onset()
    let onset = found?.span
    let scene = onset.map { FailureScene(onset: $0, signals: signals, catalogue: catalogue) }
    let suspects = scene.map { SuspectRanking(scene: $0, history: history).suspects() } ?? []
    let scenery = Scenery(
      logs: logs, clocks: clocks, catalogue: catalogue, signals: signals, history: history, records: set.records,
      onset: onset, scene: scene, suspects: suspects, kin: PatternKin(catalogue), tail: ShutdownTail(catalogue))
    let sums = Dictionary(set.sources.map { ($0.path, $0.sha256) }) { first, _ in first }
    let finishing = MomentFinishing(
      excerpts: excerpts, logPaths: Set(logs.map(\.summary.path)), sums: sums,
      patterns: catalogue.patterns.map {
        $0.template.contains(where: \.isLetter) ? $0.id.text : nil
      })
    let moments = finishing.finished(
      drafts(scenery, found?.isSeen ?? false ? openings.filter(\.isMost) : openings))
    return TimelineReport(
      evidence: evidence.map(Self.name), window: window(catalogue, moments),
      sources: SourceClocks.applied(clocks, logs, to: set.sources), clockNotes: ClockNotes.notes(logs, clocks),
      onset: onset, moments: moments, suspects: suspects,
      noChange: NoChangeJudgement.judge(suspects, scene: scene, catalogue: catalogue, history: history))
  }

  private func drafts(_ scenery: Scenery, _ openings: [OpeningErrors.Opening]) -> [DraftMoment] {
    let early = EarlyWarnings(scenery: scenery).moments()
    let told = Set(early.compactMap(\.pattern))
    var all = PatternMoments(scenery: scenery).moments().filter { moment in
      moment.kind != .first || !(moment.pattern.map(told.contains) ?? false)
    }
    all += early + SpreadMoments(scenery: scenery).moments() + LastCalm(scenery: scenery).moments()
    all += ChangeMoments(scenery: scenery).moments() + AlertMoments(scenery: scenery).moments()
    all += MessageMoments(scenery: scenery).moments() + ConnectionMoments(scenery: scenery).moments()
    all += OpeningMoments(scenery: scenery, openings: openings).moments()
    return MomentFolding(kin: scenery.kin).folded(all.filter { options.contains($0.instant) })
  }

  /// What the logs cover, or without logs what the moments do; narrowed by the options.
  private func window(_ catalogue: PatternCatalogue, _ moments: [TimelineMoment]) -> TimeSpan? {
    guard let from = catalogue.window?.from ?? moments.first?.instant,
      let to = catalogue.window?.to ?? moments.last?.instant
    else { return nil }
    var low = from
    var high = to
    if let limit = options.from { low = max(low, limit) }
    if let limit = options.until { high = min(high, limit) }
    if let around = options.around {
      low = max(low, around.advanced(bySeconds: -TimelineOptions.aroundSeconds))
      high = min(high, around.advanced(bySeconds: TimelineOptions.aroundSeconds))
    }
    return low <= high ? TimeSpan(from: low, to: high) : nil
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Puts what is known of the clocks into the summaries of the sources.
enum SourceClocks {
  static func applied(_ clocks: [SourceClock], _ logs: [MinedLog], to sources: [SourceSummary]) -> [SourceSummary] {
    var sources = sources
    for (clock, log) in zip(clocks, logs) {
      sources[log.source].zone = log.span == nil ? nil : clock.zoneName
      sources[log.source].zoneBasis = clock.zoneBasis
      sources[log.source].skewSeconds = clock.skewSeconds
      sources[log.source].first = log.span.map { clock.corrected($0.from) }
      sources[log.source].last = log.span.map { clock.corrected($0.to) }
    }
    return sources
  }
}
