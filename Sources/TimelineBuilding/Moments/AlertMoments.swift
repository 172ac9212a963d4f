import Chronology
import EvidenceReading
import EvidenceRecords

/// Alerts as episodes: fired once, however many sources and repeats say so, then resolved.
struct AlertEpisodes {
  struct Episode {
    var firing: RecordEntry
    var facts: AlertFacts
    var resolved: RecordEntry?
    var references: [EvidenceReference]
    var repeats: Int
    /// Whether the same alert fired before in the evidence.
    var isRepeat: Bool
  }

  /// Seconds within which two sources tell of the same firing.
  private static let sameSeconds = 60.0

  /// By the instant of firing.
  private(set) var episodes: [Episode] = []
  /// Resolved without a firing in the evidence.
  private(set) var lone: [RecordEntry] = []

  init(_ records: [RecordEntry]) {
    var open: [String: Int] = [:]
    var names = Set<String>()
    for entry in records {
      guard case .alert(let facts) = entry.facts else { continue }
      let key =
        facts.name + "|"
        + facts.labels.filter { !Self.passing.contains($0.key) }.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: ",")
      if facts.isFiring {
        if let place = open[key] {
          episodes[place].repeats += 1
          if episodes[place].references.count < 6 { episodes[place].references.append(entry.reference) }
        } else {
          open[key] = episodes.count
          episodes.append(
            Episode(
              firing: entry, facts: facts, resolved: nil, references: [entry.reference], repeats: 1,
              isRepeat: !names.insert(facts.name).inserted))
        }
      } else if let place = open[key] {
        episodes[place].resolved = entry
        open[key] = nil
      } else if let place = episodes.lastIndex(where: { $0.facts.name == facts.name }),
        let resolved = episodes[place].resolved, entry.instant.seconds(since: resolved.instant) < Self.sameSeconds
      {
        continue
      } else {
        lone.append(entry)
      }
    }
  }

  private static let passing: Set<String> = ["receiver", "prometheus", "replica"]
}

extension AlertFacts {
  /// Whether it calls somebody, as far as its severity says.
  var isCall: Bool {
    let severity = severity?.lowercased() ?? ""
    return !["info", "informational", "none", "low", "p4", "p5", "debug", "ok", "notice"].contains(severity)
  }

  /// Whether its severity says that nothing has failed yet.
  var isWarning: Bool {
    ["warning", "warn", "minor", "medium", "p3", "sev3", "average"].contains(severity?.lowercased() ?? "")
  }

  var isUrgent: Bool {
    let severity = severity?.lowercased() ?? ""
    return ["page", "critical", "high", "error", "fatal", "disaster", "emergency", "p1", "p2", "sev1", "sev2"]
      .contains(severity)
  }
}

/// Moments from alerts.
struct AlertMoments {
  let scenery: Scenery

  func moments() -> [DraftMoment] {
    let alerts = AlertEpisodes(scenery.records)
    return alerts.episodes.flatMap(moments) + alerts.lone.compactMap(lone)
  }

  private func moments(_ episode: AlertEpisodes.Episode) -> [DraftMoment] {
    let facts = episode.facts
    var reason = ["alert" + (facts.severity.map { " of severity \($0)" } ?? "")]
    if let since = scenery.sinceOnset(episode.firing.instant), since >= 0 {
      reason.append("\(SpanText.duration(since)) after the onset")
    } else if scenery.onset != nil {
      reason.append("\(SpanText.duration(-(scenery.sinceOnset(episode.firing.instant) ?? 0))) before the onset")
    }
    if episode.isRepeat { reason.append("fired before") }
    let summary = facts.summary.map { ": \($0)" } ?? ""
    var found = [
      DraftMoment(
        instant: episode.firing.instant, basis: episode.firing.basis, kind: .alert,
        title: "\(facts.name) firing\(summary)", reason: reason.joined(separator: "; "), count: episode.repeats,
        importance: importance(episode), service: episode.firing.service, hosts: hosts(episode.firing),
        references: episode.references, sameness: "alert|\(facts.name)")
    ]
    if let resolved = episode.resolved {
      let after = SpanText.duration(resolved.instant.seconds(since: episode.firing.instant))
      found.append(
        DraftMoment(
          instant: resolved.instant, basis: resolved.basis, kind: .calm, title: "\(facts.name) resolved",
          reason: "alert ended after \(after)", count: 1, importance: importance(episode) - 25,
          service: resolved.service, hosts: hosts(resolved), references: [resolved.reference],
          sameness: "alert resolved|\(facts.name)"))
    }
    return found
  }

  private func lone(_ entry: RecordEntry) -> DraftMoment? {
    guard case .alert(let facts) = entry.facts else { return nil }
    return DraftMoment(
      instant: entry.instant, basis: entry.basis, kind: .calm, title: "\(facts.name) resolved",
      reason: "alert ended; its beginning is not in the evidence", count: 1, importance: facts.isCall ? 30 : 10,
      service: entry.service, hosts: hosts(entry), references: [entry.reference],
      sameness: "alert resolved|\(facts.name)")
  }

  private func importance(_ episode: AlertEpisodes.Episode) -> Double {
    var importance = episode.facts.isUrgent ? 88.0 : episode.facts.isCall ? 68 : 22
    if let since = scenery.sinceOnset(episode.firing.instant), since < -60 { importance -= 30 }
    if episode.isRepeat { importance -= 15 }
    return importance
  }

  private func hosts(_ entry: RecordEntry) -> [String] { entry.host.map { [$0] } ?? [] }
}
