import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation

/// Ranks the changes before the onset by how well they fit what failed.
///
/// No single fact decides: time, names, hosts, flags, restarts and what happened when a change was taken back each add
/// to a score, and each is said as a fact to check.
struct SuspectRanking {
  static let suspectsMax = 8
  /// Below it a change is not worth a line.
  private static let scoreMin = 0.05
  /// Seconds before the onset beyond which a change that acts at once is not looked at.
  private static let reachSeconds = 7 * 86_400.0
  /// Seconds after which time alone says nothing for a change.
  private static let timeSeconds = 7200.0

  let scene: FailureScene
  let history: ChangeHistory
  let restarts: [ChangeGroup]

  init(scene: FailureScene, history: ChangeHistory) {
    self.scene = scene
    self.history = history
    restarts = history.groups.filter { $0.kind == .deployment }
  }

  /// Best first, at most ``suspectsMax``.
  func suspects() -> [Suspect] {
    candidates().map(judged).sorted { left, right in
      (right.score, left.change.title, left.change.id) < (left.score, right.change.title, right.change.id)
    }.prefix(Self.suspectsMax).map(\.suspect).filter { $0.score >= Self.scoreMin }
  }

  // MARK: Candidates

  private func candidates() -> [Candidate] {
    let groups = history.groups.filter { isBefore($0.start) && $0.kind != .push }
    var candidates = groups.map(Candidate.init)
    let used = Set(groups.compactMap(\.commit))
    let carriers = carriers()
    for entry in history.commits where isBefore(entry.instant) {
      guard let facts = entry.change, !used.contains(facts.id) else { continue }
      candidates.append(Candidate(ChangeGroup(commit: entry, carriedBy: carriers[facts.id])))
    }
    return candidates
  }

  private func isBefore(_ instant: Instant) -> Bool {
    // What sets something off stands at most seconds after the first sign of it: clocks are not that exact.
    let seconds = scene.onset.from.seconds(since: instant)
    return seconds >= -2 && seconds <= Self.reachSeconds
  }

  /// By commit: the first deployment that made it live although it names a later one.
  private func carriers() -> [String: ChangeGroup] {
    let carried = CarriedCommits(history.groups, commits: history.commits)
    var carriers: [String: ChangeGroup] = [:]
    for group in restarts where isBefore(group.start) {
      for commit in carried.commits(of: group) {
        guard let id = commit.change?.id, carriers[id] == nil else { continue }
        carriers[id] = group
      }
    }
    return carriers
  }

  // MARK: Judgement

  private func judged(_ candidate: Candidate) -> Candidate {
    var candidate = candidate
    let activation = LatentChange(history: history, scene: scene).activation(of: candidate.change)
    if let activation { candidate.active = activation.restart.start }
    judgeTime(&candidate, activation)
    judgeNames(&candidate)
    judgeHosts(&candidate)
    judgeFlags(&candidate)
    judgeReverts(&candidate)
    judgeReach(&candidate)
    return candidate
  }

  private func judgeTime(_ candidate: inout Candidate, _ activation: LatentChange.Activation?) {
    if let activation {
      let wait = SpanText.duration(activation.restart.start.seconds(since: candidate.change.start))
      let before = SpanText.before(activation.restart.start, scene.onset.from)
      candidate.add(
        0.3 * closeness(candidate.active) + 0.15,
        "first \(activation.what) after it came \(wait) later, \(before) the onset")
      return
    }
    if let latent = latentChange(startedBy: candidate.change) {
      candidate.add(0.1, "its start is the first since \(latent.title)")
    }
    // A rollout may take days: what counts is the last host that got it before the onset.
    candidate.active = candidate.change.instants.last(where: isBefore) ?? candidate.change.start
    candidate.add(
      0.35 * closeness(candidate.active),
      "\(SpanText.before(candidate.active, scene.onset.from)) the onset")
  }

  /// The setting that lay in wait for the start that a deployment is.
  private func latentChange(startedBy change: ChangeGroup) -> ChangeGroup? {
    guard change.kind == .deployment else { return nil }
    let latent = LatentChange(history: history, scene: scene)
    return history.groups.last { latent.activation(of: $0)?.restart.id == change.id }
  }

  private func closeness(_ instant: Instant) -> Double {
    let seconds = max(0, scene.onset.from.seconds(since: instant))
    return max(0, 1 - log(1 + seconds / 10) / log(1 + Self.timeSeconds / 10))
  }

  private func judgeNames(_ candidate: inout Candidate) {
    if let service = candidate.change.service, let weight = scene.weight(ofService: service) {
      candidate.add(0.15 * weight, "\(service) is among what failed")
    } else if let service = candidate.change.service, scene.names.contains(service.lowercased()) {
      let isOnlyThere = scene.specificNames.contains(service.lowercased())
      candidate.add(isOnlyThere ? 0.2 : 0.12, "'\(service)' stands in the failing lines")
    }
    let own = Set([candidate.change.service?.lowercased()].compactMap(\.self))
    let specific = candidate.names.intersection(scene.specificNames).subtracting(own).sorted()
    if !specific.isEmpty {
      let listed = specific.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
      candidate.add(min(0.24, 0.08 * Double(specific.count)), "shares \(listed) with what failed")
    } else {
      let shared = candidate.names.intersection(scene.names).subtracting(own).sorted()
      if !shared.isEmpty {
        let listed = shared.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        candidate.add(min(0.06, 0.02 * Double(shared.count)), "shares \(listed) with the failing lines")
      } else if scene.weight(ofService: candidate.change.service) == nil, !own.isSubset(of: scene.names) || own.isEmpty
      {
        candidate.add(0, "shares no name with what failed")
      }
    }
    let topics = FailureTopic.topics(in: candidate.names).intersection(scene.topics).map(\.rawValue).sorted()
    if let topic = topics.first {
      candidate.add(0.15, "touches \(topic), and so do the failing lines")
    }
  }

  private func judgeHosts(_ candidate: inout Candidate) {
    let local = Set(scene.localHosts)
    guard !local.isEmpty else { return }
    let change = candidate.change
    let missed = Set(change.leftOutHosts + change.unfinishedHosts + change.failedHosts)
    let names = local.sorted().joined(separator: ", ")
    if !change.hosts.isEmpty, local.isSubset(of: missed) {
      let all = change.hosts.count + missed.count
      candidate.add(
        0.3, "reached \(change.hosts.count) of \(all) hosts; it is \(names), left out, that fails")
    } else if !change.hosts.isEmpty, Set(change.hosts).isSubset(of: local) {
      candidate.add(0.15, "only on \(names), where it fails")
    }
  }

  private func judgeFlags(_ candidate: inout Candidate) {
    let change = candidate.change
    if change.kind == .flag {
      let seconds = scene.onset.from.seconds(since: change.start)
      if seconds <= 60 {
        candidate.add(
          0.2, "a flag acts at once, and it was set \(SpanText.before(change.start, scene.onset.from)) the onset")
      }
      let readers = restarts.filter { isBefore($0.start) && !$0.terms.isDisjoint(with: change.targets) }
      if let reader = readers.last {
        candidate.add(0.1, "its name stands in the diff of \(reader.shortCommit ?? reader.id)")
      }
      return
    }
    guard change.kind == .deployment || change.kind == .commit else { return }
    let terms = Set(change.terms.map { $0.lowercased() })
    let flips = history.groups.filter { $0.kind == .flag && isBefore($0.start) && $0.start >= change.start }
    guard let flip = flips.last(where: { !$0.targets.isDisjoint(with: terms) }),
      let name = flip.targets.intersection(terms).sorted().first
    else { return }
    candidate.add(
      0.3, "diff touches '\(name)', set \(SpanText.before(flip.start, scene.onset.from)) the onset (\(flip.id))")
  }

  private func judgeReverts(_ candidate: inout Candidate) {
    guard let revert = RevertSearch(history: history, onset: scene.onset).revert(of: candidate.change),
      let effect = scene.effect(at: revert.end)
    else { return }
    let when = SpanText.clock(revert.start)
    if effect < 0.25 {
      candidate.add(
        0.15, "\(revert.isRollback ? "rolled back" : "set back or replaced") at \(when); the failing stopped")
    } else if effect > 0.6 {
      let covered = scene.localHosts.isEmpty || Set(scene.localHosts).isSubset(of: revert.hosts)
      if covered { candidate.add(-0.2, "taken back at \(when); the failing went on") }
    }
  }

  /// A deployment or setting of the same thing after this one and before the onset.
  private func successor(of change: ChangeGroup) -> ChangeGroup? {
    history.groups.first { later in
      guard later.kind == change.kind, later.start > change.start, isBefore(later.start) else { return false }
      switch change.kind {
      case .deployment: return later.service == change.service && later.commit != change.commit
      case .flag, .configuration:
        return !later.targets.isDisjoint(with: change.targets) && Set(change.hosts).isSubset(of: later.hosts)
      case .commit, .push, .package: return false
      }
    }
  }

  private func judgeReach(_ candidate: inout Candidate) {
    let change = candidate.change
    if !change.paths.isEmpty, change.paths.allSatisfy(CarriedCommits.isProse) {
      candidate.limit(to: 0.05, "touches documents and tests only")
    } else if change.kind == .commit {
      if let carrier = change.carrier {
        candidate.scale(by: 0.8)
        candidate.add(0, "went live with \(carrier)")
      } else if history.hasDeployments {
        candidate.limit(to: 0.1, "nothing shows that it was live")
      } else {
        candidate.limit(to: 0.5, "whether it was live is not in the evidence")
      }
    } else if let later = successor(of: change) {
      candidate.limit(
        to: 0.12,
        "replaced by \(later.shortCommit ?? later.id) \(SpanText.before(later.start, scene.onset.from)) the onset")
    } else if change.kind == .package {
      candidate.scale(by: 0.7)
    }
  }
}
