import Chronology
import EvidenceReading
import EvidenceRecords
import PatternMining

/// Moments from what patterns did.
struct PatternMoments {
  private static let referencesMax = 4
  private static let silenceSeconds = 20.0
  /// Seconds after the onset from which on a further rise is a worsening.
  private static let worseSeconds = 45.0
  /// Seconds after a change in which a worsening may be what came of it.
  private static let changeSeconds = 300.0

  let scenery: Scenery

  func moments() -> [DraftMoment] {
    scenery.signals.compactMap { signal in
      switch signal.kind {
      case .first: first(signal)
      case .rise: rise(signal)
      case .fall: fall(signal)
      }
    }
  }

  // MARK: Kinds

  private func first(_ signal: Signal) -> DraftMoment? {
    guard signal.failure >= 1.5 || signal.count >= 3 || isNear(signal) else { return nil }
    var parts = ["never seen before"]
    parts.append(signal.count == 1 ? "once in the first minute" : "\(signal.count) times in the first minute")
    if let only = onlyOn(signal) { parts.append(only) }
    let isVariant = scenery.kin.kin(of: signal.pattern).contains { other in
      scenery.catalogue.patterns[other].first.map {
        signal.instant.seconds(since: $0) > MomentFolding.kinSeconds
      } ?? false
    }
    if isVariant { parts.append("much like lines seen before") }
    return draft(signal, .first, reason: parts.joined(separator: "; "), base: isVariant ? 12 : 30)
  }

  private func rise(_ signal: Signal) -> DraftMoment? {
    let isFailing = signal.failure >= 1.5
    guard signal.surprise >= (isFailing ? 6 : 25), signal.rateAfter >= (isFailing ? 1.8 : 3) * signal.rateBefore else {
      return nil
    }
    let pattern = scenery.catalogue.patterns[signal.pattern]
    let isTraffic = isTraffic(signal, pattern)
    guard isFailing || !isTraffic else { return nil }
    var reason = "\(SpanText.perMinute(signal.rateBefore)) → \(SpanText.perMinute(signal.rateAfter))/min"
    reason += signal.isLasting ? " until the log ends" : " for \(SpanText.duration(signal.seconds))"
    if let only = onlyOn(signal) { reason += "; \(only)" }
    if isTraffic { reason += "; as everything of \(pattern.service) rose" }
    let base = isTraffic ? -12.0 : isFailing ? 28 : 12
    if scenery.scene?.failing.contains(signal.pattern) ?? false, !isTraffic,
      let since = scenery.sinceOnset(signal.instant), since > Self.worseSeconds
    {
      if let change = change(before: signal.instant) { reason += "; after “\(change.title)”" }
      var worse = draft(signal, .burst, reason: reason, base: base)
      worse.importance = max(worse.importance, 84 + min(6, signal.surprise / 100))
      return worse
    }
    return draft(signal, signal.isLasting && !isFailing ? .shift : .burst, reason: reason, base: base)
  }

  private func fall(_ signal: Signal) -> DraftMoment? {
    let pattern = scenery.catalogue.patterns[signal.pattern]
    let isFailing = signal.failure >= 1.5 || isNew(pattern)
    guard signal.surprise >= 6, signal.rateAfter <= 0.4 * signal.rateBefore else { return nil }
    let rates = "\(SpanText.perMinute(signal.rateBefore)) → \(SpanText.perMinute(signal.rateAfter))/min"
    if isFailing {
      let since = scenery.sinceOnset(signal.instant)
      guard since.map({ $0 > 0 }) ?? true, !signal.risesLater, !isTraffic(signal, pattern) else { return nil }
      let total = pattern.count
      return draft(signal, .calm, reason: "\(rates); \(total) times in all", base: signal.rateAfter < 1 ? 30 : 10)
    }
    // At the end of a log everything stops.
    guard signal.surprise >= 20, signal.seconds >= Self.silenceSeconds, !isTraffic(signal, pattern) else { return nil }
    let length = signal.isLasting ? "until the log ends" : "for \(SpanText.duration(signal.seconds))"
    let isSilent = signal.rateAfter == 0
    let reason =
      isSilent ? "\(SpanText.perMinute(signal.rateBefore))/min before; nothing \(length)" : "\(rates) \(length)"
    var moment = draft(signal, isSilent ? .silence : .shift, reason: reason, base: isSilent ? 20 : 8)
    if isSilent, let last = last(of: pattern, before: signal.instant) {
      moment.instant = last.instant
      moment.references = [last.reference]
    }
    return moment
  }

  /// The last line that is known before a silence, which the moment cites: the line that ends it says nothing of it.
  private func last(
    of pattern: CataloguePattern, before instant: Instant
  ) -> (instant: Instant, reference: EvidenceReference)? {
    let lines = pattern.places.compactMap { place -> (instant: Instant, reference: EvidenceReference)? in
      if let last = place.last.instant, last <= instant {
        return (last, scenery.reference(place.log, line: place.last.line))
      }
      let shift = scenery.clocks[place.log].shiftNanoseconds
      let earlier = place.series.buckets.lazy.reversed().compactMap { bucket in
        bucket.first.instant.map { ($0.advanced(byNanoseconds: shift), bucket.first.line) }
      }
      guard let found = earlier.first(where: { $0.0 < instant }) else { return nil }
      return (found.0, scenery.reference(place.log, line: found.1))
    }
    return lines.max { ($0.instant, $1.reference.label) < ($1.instant, $0.reference.label) }
  }

  // MARK: Parts

  private func draft(_ signal: Signal, _ kind: MomentKind, reason: String, base: Double) -> DraftMoment {
    let pattern = scenery.catalogue.patterns[signal.pattern]
    let text = SampleText.title(pattern)
    let title = "\(pattern.service): \(text)"
    var importance = base + min(30, signal.surprise / 2) + 8 * min(4, signal.failure)
    if let since = scenery.sinceOnset(signal.instant) { importance += Self.nearness(since) }
    if kind == .calm { importance -= 8 }
    if kind == .first, signal.count == 1, signal.surprise < 5 { importance -= 15 }
    if scenery.tail.contains(signal.instant) { importance -= 60 }
    if let onset = scenery.onset, kind != .calm, signal.surprise >= 30, signal.instant >= onset.from,
      signal.instant <= onset.to
    {
      importance += 14
    }
    let references = references(pattern, at: signal.instant)
    let log = pattern.places.first?.log ?? 0
    return DraftMoment(
      instant: signal.instant, basis: scenery.clocks[log].basis, kind: kind, title: title, reason: reason,
      count: max(1, signal.kind == .fall ? 1 : signal.count), importance: importance, service: pattern.service,
      hosts: signal.hosts, references: references,
      sameness: "\(kind.rawValue)|\(onlyOn(signal) ?? "")", pattern: signal.pattern,
      rates: signal.kind == .first
        ? nil : DraftMoment.Rates(before: signal.rateBefore, after: signal.rateAfter),
      status: pattern.failure.status, gravity: kind == .first || kind == .burst ? LineGravity(pattern) : nil)
  }

  /// What the time since the onset adds: most in the first minutes, less later, least before.
  private static func nearness(_ since: Double) -> Double {
    switch since {
    case ..<(-5): -25
    case ...90: 10
    case 3600...: -20
    case 900...: -8
    default: 0
    }
  }

  private func isNear(_ signal: Signal) -> Bool {
    scenery.sinceOnset(signal.instant).map { $0 >= -5 && $0 < 300 } ?? false
  }

  /// Whether the pattern came with the failure, be it worded as one or not.
  private func isNew(_ pattern: CataloguePattern) -> Bool {
    guard let first = pattern.first, let since = scenery.sinceOnset(first) else { return false }
    return since >= -60
  }

  /// The change that was last begun shortly before, after the onset.
  private func change(before instant: Instant) -> ChangeGroup? {
    scenery.history.groups.last { change in
      let seconds = instant.seconds(since: change.start)
      return seconds >= 0 && seconds <= Self.changeSeconds && scenery.sinceOnset(change.start) ?? 0 > 0
    }
  }

  private func onlyOn(_ signal: Signal) -> String? {
    guard signal.serviceHosts.count > 1, !signal.hosts.isEmpty, signal.hosts.count < signal.serviceHosts.count,
      signal.count >= 3
    else { return nil }
    return "\(signal.hosts.listed) only, of \(signal.serviceHosts.count) hosts"
  }

  /// Whether the service as a whole wrote more, or less, to the same extent.
  private func isTraffic(_ signal: Signal, _ pattern: CataloguePattern) -> Bool {
    guard let total = scenery.catalogue.services[pattern.service]?.total else { return false }
    let span = min(max(signal.seconds, 30), 300)
    let before = SignalFinder.count(total, from: signal.instant.advanced(bySeconds: -span), seconds: span)
    let after = SignalFinder.count(total, from: signal.instant, seconds: span)
    guard signal.rateBefore > 0, signal.rateAfter > 0 else { return false }
    // What fails is compared with the rest, of which it may be the greater part.
    let isRest = signal.failure >= 1.5
    let otherBefore = Double(before) - (isRest ? signal.rateBefore / 60 * span : 0)
    let otherAfter = Double(after) - (isRest ? signal.rateAfter / 60 * span : 0)
    guard otherBefore > 0, otherAfter > 0 else { return false }
    let ratio = otherAfter / otherBefore
    let own = signal.rateAfter / signal.rateBefore
    return own > 1 ? own < 2 * ratio : own > ratio / 2
  }

  /// The first line at or after an instant on each host, and a few more.
  func references(_ pattern: CataloguePattern, at instant: Instant) -> [EvidenceReference] {
    var found: [(instant: Instant, reference: EvidenceReference)] = []
    for place in pattern.places {
      let shift = scenery.clocks[place.log].shiftNanoseconds
      for bucket in place.series.buckets {
        guard let at = bucket.first.instant?.advanced(byNanoseconds: shift), at >= instant else { continue }
        found.append((at, scenery.reference(place.log, line: bucket.first.line)))
        break
      }
    }
    if found.isEmpty, let place = pattern.places.last, let bucket = place.series.buckets.last {
      found.append((instant, scenery.reference(place.log, line: bucket.first.line)))
    }
    found.sort { ($0.instant, $0.reference.label) < ($1.instant, $1.reference.label) }
    return found.prefix(Self.referencesMax).map(\.reference)
  }
}
