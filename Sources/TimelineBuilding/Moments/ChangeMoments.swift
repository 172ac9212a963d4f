import Chronology
import EvidenceReading
import EvidenceRecords

/// Moments from changes: deployments, flags, settings, packages, commits.
struct ChangeMoments {
  /// Commits that are told of when nothing but repositories was given.
  private static let commitsMax = 200
  private static let hour = 3600.0

  let scenery: Scenery

  func moments() -> [DraftMoment] {
    scenery.history.groups.map(moment) + commits() + pushes()
  }

  private func moment(_ group: ChangeGroup) -> DraftMoment {
    DraftMoment(
      instant: group.start, basis: group.basis, kind: .change, title: group.title, reason: reason(group),
      count: group.count, importance: importance(group), service: group.service, hosts: group.hosts,
      references: group.references, sameness: "change|\(group.kind.rawValue)|\(group.id)")
  }

  private func reason(_ group: ChangeGroup) -> String {
    var parts: [String] = []
    if let since = scenery.sinceOnset(group.start) {
      if abs(since) < 48 * Self.hour {
        parts.append(
          since < 0 ? "\(SpanText.duration(since)) before the onset" : "\(SpanText.duration(since)) after the onset")
      }
      if since > 0, let effect = scenery.scene?.effect(at: group.end) {
        parts.append(
          effect < 0.25
            ? "the failing stopped"
            : effect > 1.4 ? "the failing grew" : effect > 0.6 ? "the failing went on" : "the failing eased")
      }
    }
    switch group.kind {
    case .deployment:
      if group.isRollback { parts.append("a version that ran before") }
      let seconds = group.end.seconds(since: group.start)
      let reached = group.hosts.count
      if reached > 1, seconds > 0 {
        let of = reached < group.count ? "\(reached) of \(group.count)" : "\(reached)"
        parts.append("\(of) hosts in \(SpanText.duration(seconds))")
      }
    case .flag, .configuration:
      if let subject = group.subject, let commit = group.shortCommit { parts.append("commit \(commit) “\(subject)”") }
    case .package: parts.append("package manager")
    case .commit, .push: break
    }
    return parts.isEmpty ? "on record" : parts.joined(separator: "; ")
  }

  private func importance(_ group: ChangeGroup) -> Double {
    var importance = group.kind == .package ? 15.0 : 35
    if let since = scenery.sinceOnset(group.start) {
      switch since {
      case 2...Self.hour: importance = group.kind == .package ? 40 : 86
      case (-Self.hour / 2)..<2: importance += group.kind == .package ? 14 : 28
      case (-24 * Self.hour)..<2: importance += 2
      case ..<0: importance -= 20
      default: break
      }
    }
    return importance + suspicion(id: group.id, commit: group.commit, kind: group.kind)
  }

  private func suspicion(id: String, commit: String?, kind: ChangeFacts.Kind) -> Double {
    let place = scenery.suspects.firstIndex { suspect in
      suspect.change.kind == kind
        && (suspect.change.id == id || suspect.change.commit != nil && suspect.change.commit == commit)
    }
    guard let place else { return 0 }
    let score = scenery.suspects[place].score
    return 40 * score + (place < 3 && score >= 0.15 ? 20 : 0)
  }

  // MARK: Commits

  private func commits() -> [DraftMoment] {
    let commits = scenery.history.commits
    let recent = commits.suffix(Self.commitsMax)
    let suspected = Set(scenery.suspects.compactMap(\.change.commit))
    let deployed = Set(scenery.history.groups.compactMap(\.commit))
    let window = scenery.catalogue.window
    return commits.enumerated().compactMap { place, entry in
      guard let facts = entry.change else { return nil }
      let isRecent = place >= commits.count - recent.count
      var importance = 12.0
      if let window {
        let early = window.from.seconds(since: entry.instant)
        let late = entry.instant.seconds(since: window.to)
        guard
          suspected.contains(facts.id) || deployed.contains(facts.id) || early < 24 * Self.hour && late < 24 * Self.hour
        else { return nil }
        importance = early > 0 ? 18 - early / Self.hour / 4 : 34
      } else {
        guard isRecent || isRelease(entry) else { return nil }
        importance = 20 + 20 * Double(place) / Double(max(1, commits.count))
      }
      if deployed.contains(facts.id) { importance += 8 }
      if isRelease(entry) { importance += 30 }
      importance += suspicion(id: facts.id, commit: facts.id, kind: .commit)
      let paths = facts.paths.isEmpty ? "" : ": " + facts.paths.prefix(3).joined(separator: ", ")
      return DraftMoment(
        instant: entry.instant, basis: entry.basis, kind: .change, title: entry.title,
        reason: deployed.contains(facts.id) ? "committed; deployed later\(paths)" : "committed\(paths)", count: 1,
        importance: importance, service: entry.service, hosts: [], references: [entry.reference],
        sameness: "change|commit|\(facts.id)")
    }
  }

  private func isRelease(_ entry: RecordEntry) -> Bool {
    let title = entry.title.lowercased()
    return title.contains("release") || title.contains("tag ") || title.contains("(tag")
  }

  private func pushes() -> [DraftMoment] {
    scenery.records.compactMap { entry in
      guard let facts = entry.change, facts.kind == .push else { return nil }
      let since = scenery.sinceOnset(entry.instant) ?? 0
      return DraftMoment(
        instant: entry.instant, basis: entry.basis, kind: .change, title: entry.title, reason: "pushed", count: 1,
        importance: abs(since) < Self.hour ? 30 : 10, service: entry.service, hosts: [], references: [entry.reference],
        sameness: "change|push|\(facts.id)")
    }
  }
}
