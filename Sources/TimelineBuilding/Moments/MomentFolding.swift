import Chronology

/// Folds moments that tell a reader the same thing: lines of one service that begin together, repeats of an alert.
enum MomentFolding {
  /// Seconds within which lines of a service that begin together are one moment.
  private static let togetherSeconds = 3.0
  /// Seconds within which two logs write the same line.
  private static let copySeconds = 2.0
  private static let referencesMax = 6
  private static let alsoMax = 2

  static func folded(_ moments: [DraftMoment]) -> [DraftMoment] {
    let ordered = moments.sorted { ($0.instant, $0.sameness, $0.title) < ($1.instant, $1.sameness, $1.title) }
    var groups: [[DraftMoment]] = []
    var open: [String: Int] = [:]
    for moment in ordered {
      if let place = open[moment.sameness], let first = groups[place].first,
        moment.instant.seconds(since: first.instant) <= togetherSeconds
      {
        groups[place].append(moment)
      } else {
        open[moment.sameness] = groups.count
        groups.append([moment])
      }
    }
    return copiesFolded(groups.map(joined))
  }

  /// The same line in two logs, as when a journal and a file both take a service's lines, is told once.
  private static func copiesFolded(_ moments: [DraftMoment]) -> [DraftMoment] {
    var kept: [DraftMoment] = []
    for moment in moments.sorted(by: { ($0.instant, $0.title) < ($1.instant, $1.title) }) {
      let copy = kept.indices.last { place in
        kept[place].kind == moment.kind && kept[place].service != moment.service
          && moment.instant.seconds(since: kept[place].instant) <= copySeconds
          && isCopy(said(kept[place]), said(moment))
      }
      guard let copy, moment.kind != .change else {
        kept.append(moment)
        continue
      }
      kept[copy].references += moment.references.prefix(max(0, referencesMax - kept[copy].references.count))
      kept[copy].importance = max(kept[copy].importance, moment.importance)
      if let service = moment.service { kept[copy].reason += "; also in \(service)" }
    }
    return kept
  }

  private static func isCopy(_ left: String, _ right: String) -> Bool {
    left.count >= 12 && right.count >= 12 && (left.hasSuffix(right) || right.hasSuffix(left))
  }

  /// The title without the service before it.
  private static func said(_ moment: DraftMoment) -> String {
    let prefix = moment.service.map { "\($0): " } ?? ""
    return moment.title.hasPrefix(prefix) ? String(moment.title.dropFirst(prefix.count)) : moment.title
  }

  private static func joined(_ group: [DraftMoment]) -> DraftMoment {
    guard let best = group.max(by: { ($0.importance, $1.title) < ($1.importance, $0.title) }), group.count > 1 else {
      return group[0]
    }
    var joined = best
    joined.instant = group.map(\.instant).min() ?? best.instant
    joined.count = group.map(\.count).max() ?? best.count
    joined.hosts = Set(group.flatMap(\.hosts)).sorted()
    var others: [String] = []
    for moment in group where moment.title != best.title && !others.contains(moment.title) {
      others.append(moment.title)
      for reference in moment.references.prefix(1)
      where joined.references.count < referencesMax && !joined.references.contains(reference) {
        joined.references.append(reference)
      }
    }
    if !others.isEmpty, best.kind != .change {
      let prefix = best.service.map { "\($0): " } ?? ""
      let named = others.prefix(alsoMax).map { title in
        "“"
          + SampleText.shortened(
            title.hasPrefix(prefix) ? String(title.dropFirst(prefix.count)) : title, charactersMax: 60) + "”"
      }
      let more = others.count > alsoMax ? " and \(others.count - alsoMax) more" : ""
      joined.reason += "; with \(named.joined(separator: ", "))\(more)"
    }
    return joined
  }
}
