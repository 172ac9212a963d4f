import Chronology

/// Folds moments that tell a reader the same thing: lines of one service that begin together, variants of a line, a change
/// of rate seen in several services, repeats of an alert.
struct MomentFolding {
  /// Seconds within which a variant of a line belongs to the line.
  static let kinSeconds = 90.0
  /// Seconds within which lines of a service that begin together are one moment.
  private static let togetherSeconds = 3.0
  /// Seconds within which services calm down together.
  private static let calmSeconds = 6.0
  /// Seconds within which two logs write the same line.
  private static let copySeconds = 2.0
  /// Seconds between the end of a line and the beginning of the one that takes its place.
  private static let replacedSeconds = 20.0
  private static let referencesMax = 6
  private static let alsoMax = 2

  let kin: PatternKin

  func folded(_ moments: [DraftMoment]) -> [DraftMoment] {
    let ordered = moments.sorted { ($0.instant, $0.sameness, $0.title) < ($1.instant, $1.sameness, $1.title) }
    let grouped = grouped(replacedFolded(ordered)) { first, moment in
      first.kind == moment.kind && first.service == moment.service && isSame(first, moment)
    }.map(joinedWithin)
    let over = self.grouped(grouped) { first, moment in
      first.kind == moment.kind && first.service != moment.service && isEcho(first, moment)
    }.map(joinedOver)
    return copiesFolded(over)
  }

  private func grouped(
    _ moments: [DraftMoment], _ belongs: (DraftMoment, DraftMoment) -> Bool
  ) -> [[DraftMoment]] {
    var groups: [[DraftMoment]] = []
    for moment in moments.sorted(by: { ($0.instant, $0.title) < ($1.instant, $1.title) }) {
      let place = groups.indices.last { place in
        guard let first = groups[place].first else { return false }
        return moment.instant.seconds(since: first.instant) <= Self.kinSeconds && belongs(first, moment)
      }
      if let place { groups[place].append(moment) } else { groups.append([moment]) }
    }
    return groups
  }

  // MARK: Within a service

  private func isSame(_ first: DraftMoment, _ moment: DraftMoment) -> Bool {
    let seconds = moment.instant.seconds(since: first.instant)
    if first.sameness == moment.sameness, seconds <= Self.togetherSeconds { return true }
    guard let left = first.pattern, let right = moment.pattern, !isEarly(first), !isEarly(moment) else { return false }
    // A line that pauses and comes again soon has not come anew.
    if left == right { return seconds <= Self.togetherSeconds || first.kind == .burst }
    return kin.isKin(left, right)
  }

  private func isEarly(_ moment: DraftMoment) -> Bool { moment.sameness.hasPrefix("early|") }

  /// A line that ends where its variant begins did not fall silent: a value in it changed.
  private func replacedFolded(_ moments: [DraftMoment]) -> [DraftMoment] {
    var kept = moments
    var gone = Set<Int>()
    for (place, silence) in moments.enumerated() where silence.kind == .silence || silence.kind == .shift {
      guard let pattern = silence.pattern, let rates = silence.rates, rates.after < rates.before else { continue }
      let successor = moments.indices.first { index in
        let other = moments[index]
        guard let next = other.pattern, next != pattern, other.kind == .first || other.kind == .burst else {
          return false
        }
        return abs(other.instant.seconds(since: silence.instant)) <= Self.replacedSeconds
          && kin.isVariant(pattern, next)
      }
      guard let successor else { continue }
      gone.insert(place)
      if rates.after < 0.1 * rates.before, !kept[successor].reason.contains("in place of") {
        kept[successor].reason += "; in place of \(quoted(silence))"
      }
    }
    return kept.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
  }

  private func joinedWithin(_ group: [DraftMoment]) -> DraftMoment {
    guard let best = heading(group), group.count > 1 else { return group[0] }
    var joined = united(group, best)
    var others: [DraftMoment] = []
    var variants = 0
    for moment in group where moment.title != best.title && !others.contains(where: { $0.title == moment.title }) {
      if let left = best.pattern, let right = moment.pattern, kin.isKin(left, right) {
        variants += 1
      } else {
        others.append(moment)
      }
    }
    guard best.kind != .change else { return joined }
    if variants > 0 { joined.reason += "; with \(variants) \(variants == 1 ? "variant" : "variants") of the line" }
    if !others.isEmpty {
      others.sort { (rank($1), $0.instant, $0.title) < (rank($0), $1.instant, $1.title) }
      let more = others.count > Self.alsoMax ? " and \(others.count - Self.alsoMax) more" : ""
      joined.reason += "; with \(others.prefix(Self.alsoMax).map(quoted).joined(separator: ", "))\(more)"
    }
    return joined
  }

  // MARK: Over services

  /// Whether another service shows the same event: it calmed down too, its rate changed alike, its requests ended alike.
  private func isEcho(_ first: DraftMoment, _ moment: DraftMoment) -> Bool {
    guard first.pattern != nil, moment.pattern != nil else { return false }
    let seconds = moment.instant.seconds(since: first.instant)
    if first.kind == .calm {
      // What falls back to its usual rate is another thing than what stops.
      return seconds <= Self.calmSeconds && (first.rates?.after ?? 0 < 1) == (moment.rates?.after ?? 0 < 1)
    }
    guard seconds <= Self.togetherSeconds else { return false }
    if let left = first.rates, let right = moment.rates { return left.isLike(right) }
    if isEarly(first), isEarly(moment) { return first.count >= 5 && first.sameness == moment.sameness }
    if let left = first.status, let right = moment.status {
      return left / 100 == right / 100 && 4 * max(first.count, moment.count) <= 5 * min(first.count, moment.count) + 4
    }
    return false
  }

  private func joinedOver(_ group: [DraftMoment]) -> DraftMoment {
    guard let best = best(of: group), group.count > 1 else { return group[0] }
    var joined = united(group, best)
    var named: [String] = []
    for moment in group where moment.service != best.service {
      guard let service = moment.service, !named.contains(where: { $0.hasPrefix(service) }) else { continue }
      named.append(moment.status == nil && named.count < Self.alsoMax ? "\(service) \(quoted(moment))" : service)
    }
    if !named.isEmpty { joined.reason += "; also \(named.joined(separator: ", "))" }
    return joined
  }

  /// The same line in two logs, as when a journal and a file both take a service's lines, is told once.
  private func copiesFolded(_ moments: [DraftMoment]) -> [DraftMoment] {
    var kept: [DraftMoment] = []
    for moment in moments.sorted(by: { ($0.instant, $0.title) < ($1.instant, $1.title) }) {
      let copy = kept.indices.last { place in
        kept[place].kind == moment.kind && kept[place].service != moment.service
          && moment.instant.seconds(since: kept[place].instant) <= Self.copySeconds
          && isCopy(said(kept[place]), said(moment))
      }
      guard let copy, moment.kind != .change else {
        kept.append(moment)
        continue
      }
      kept[copy].references += moment.references.prefix(max(0, Self.referencesMax - kept[copy].references.count))
      kept[copy].importance = max(kept[copy].importance, moment.importance)
      if let service = moment.service, !kept[copy].reason.contains(service) {
        kept[copy].reason += "; also in \(service)"
      }
    }
    return kept
  }

  private func isCopy(_ left: String, _ right: String) -> Bool {
    left.count >= 12 && right.count >= 12 && (left.hasSuffix(right) || right.hasSuffix(left))
  }

  // MARK: Parts

  private func best(of group: [DraftMoment]) -> DraftMoment? {
    group.max { ($0.importance, $1.title) < ($1.importance, $0.title) }
  }

  /// The moment whose line is the worst, where all are lines.
  private func heading(_ group: [DraftMoment]) -> DraftMoment? {
    let gravities = group.compactMap(\.gravity)
    guard gravities.count == group.count, let worst = gravities.max() else { return best(of: group) }
    return best(of: group.filter { $0.gravity == worst })
  }

  private func rank(_ moment: DraftMoment) -> LineGravity { moment.gravity ?? .ordinary }

  /// The heading moment of a group, as important as the most important, with the instants, hosts and references of all.
  private func united(_ group: [DraftMoment], _ best: DraftMoment) -> DraftMoment {
    var joined = best
    joined.instant = group.map(\.instant).min() ?? best.instant
    joined.count = group.map(\.count).max() ?? best.count
    joined.importance = group.map(\.importance).max() ?? best.importance
    joined.hosts = Set(group.flatMap(\.hosts)).sorted()
    for moment in group where moment.title != best.title {
      for reference in moment.references.prefix(1)
      where joined.references.count < Self.referencesMax && !joined.references.contains(reference) {
        joined.references.append(reference)
      }
    }
    return joined
  }

  private func quoted(_ moment: DraftMoment) -> String {
    "“" + SampleText.shortened(said(moment), charactersMax: 60) + "”"
  }

  /// The title without the service before it.
  private func said(_ moment: DraftMoment) -> String {
    let prefix = moment.service.map { "\($0): " } ?? ""
    return moment.title.hasPrefix(prefix) ? String(moment.title.dropFirst(prefix.count)) : moment.title
  }
}
