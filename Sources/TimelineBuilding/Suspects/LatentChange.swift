import Chronology
import EvidenceReading
import EvidenceRecords

/// A configuration or certificate that a process reads when it starts: put in place before, acting from a restart on.
struct LatentChange {
  /// Seconds before the onset within which a restart may have set it off.
  private static let triggerSeconds = 120.0

  let history: ChangeHistory
  let scene: FailureScene

  struct Activation {
    var restart: ChangeGroup
    /// What was started: `start of payments`.
    var what: String
  }

  /// The restart shortly before the onset that was the first one after the change, on a host or of a service it names.
  func activation(of change: ChangeGroup) -> Activation? {
    guard change.kind == .configuration || change.kind == .package else { return nil }
    let restarts = history.groups.filter { restart in
      restart.kind == .deployment && restart.start > change.start && concerns(restart, change)
    }
    guard let first = restarts.first else { return nil }
    let seconds = scene.onset.from.seconds(since: first.start)
    guard seconds >= -2, seconds <= Self.triggerSeconds + first.end.seconds(since: first.start),
      scene.onset.from.seconds(since: change.start) > 5
    else { return nil }
    return Activation(restart: first, what: first.service.map { "start of \($0)" } ?? "restart")
  }

  private func concerns(_ restart: ChangeGroup, _ change: ChangeGroup) -> Bool {
    let hosts = Set(restart.hosts + restart.unfinishedHosts)
    guard change.hosts.isEmpty || !hosts.isDisjoint(with: change.hosts) else { return false }
    guard let service = restart.service?.lowercased() else { return !change.hosts.isEmpty }
    let names = NameWords.names(
      ([change.title, change.detail ?? "", change.service ?? ""] + change.targets.sorted() + change.paths)
        .joined(separator: " "))
    // A host may run several services: the change must name this one, or the host runs nothing else that is deployed.
    if names.contains(service) { return true }
    let others = history.groups.filter { $0.kind == .deployment && !Set($0.hosts).isDisjoint(with: hosts) }
    return !change.hosts.isEmpty && Set(others.compactMap(\.service)).count == 1
  }
}

/// Finds where a change was taken back.
struct RevertSearch {
  let history: ChangeHistory
  let onset: TimeSpan

  func revert(of change: ChangeGroup) -> ChangeGroup? {
    let later = history.groups.filter { $0.start > onset.from && $0.start > change.start && $0.kind == change.kind }
    switch change.kind {
    case .deployment:
      return later.first { $0.service == change.service && $0.commit != change.commit }
    case .configuration, .flag:
      return later.first { !$0.targets.isDisjoint(with: change.targets) && $0.id != change.id }
    case .commit, .push, .package:
      return nil
    }
  }
}
