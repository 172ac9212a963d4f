import Chronology
import EvidenceReading
import EvidenceRecords

/// Puts change records together that are one change to a person.
struct ChangeGrouping {
  /// Seconds over which hosts may get a version one after the other.
  private static let rolloutSeconds = 14 * 86_400.0
  /// Seconds over which records of one version that name no host are one deployment, told by two systems perhaps.
  private static let sameDeploymentSeconds = 900.0
  /// Seconds between package changes of one host that are one run of the package manager.
  private static let packageGapSeconds = 120.0

  private let records: [RecordEntry]
  private let services: [String: ServiceLogs]
  private let commits: [RecordEntry]

  init(_ records: [RecordEntry], services: [String: ServiceLogs]) {
    self.records = records
    self.services = services
    commits = records.filter { $0.change?.kind == .commit }
  }

  func history() -> ChangeHistory {
    var groups = deployments() + settings() + packages()
    groups.sort { ($0.start, $0.title) < ($1.start, $1.title) }
    return ChangeHistory(groups: groups, commits: commits)
  }

  // MARK: Deployments

  private func deployments() -> [ChangeGroup] {
    let all = records.filter { $0.change?.kind == .deployment }
    var rollouts: [String: [Rollout]] = [:]
    for entry in all {
      guard let facts = entry.change else { continue }
      let version = facts.commit ?? facts.terms.first ?? facts.id
      let service = entry.service ?? ""
      let known = rollouts[service] ?? []
      // The end of a deployment belongs to its beginning; a further host to the newest rollout alone.
      let open =
        known.indices.last { !facts.id.isEmpty && facts.id != version && known[$0].holds(facts.id) }
        ?? known.indices.last.flatMap { known[$0].goesOn(entry, version, seconds: Self.rolloutSeconds) ? $0 : nil }
      if let open {
        rollouts[service]?[open].entries.append(entry)
      } else {
        rollouts[service, default: []].append(Rollout(version: version, entries: [entry]))
      }
    }
    var groups = rollouts.values.flatMap { $0.compactMap { deployment($0.entries) } }
    groups.sort { ($0.start, $0.title) < ($1.start, $1.title) }
    settle(&groups)
    return groups
  }

  /// Records of one version of one service, one after the other.
  private struct Rollout {
    var version: String
    var entries: [RecordEntry]

    func holds(_ id: String) -> Bool { entries.contains { $0.change?.id == id } }

    /// Whether a record is the same version on hosts that this rollout has not come to yet.
    func goesOn(_ entry: RecordEntry, _ other: String, seconds: Double) -> Bool {
      guard version == other, let facts = entry.change, let first = entries.first,
        entry.instant.seconds(since: first.instant)
          <= (facts.hosts.isEmpty ? ChangeGrouping.sameDeploymentSeconds : seconds)
      else { return false }
      let hosts = Set(entries.flatMap { $0.change?.hosts ?? [] })
      return facts.hosts.isEmpty || hosts.isDisjoint(with: facts.hosts)
    }
  }

  private func deployment(_ entries: [RecordEntry]) -> ChangeGroup? {
    guard let first = entries.first, let facts = first.change else { return nil }
    var outcomes: [String: (hosts: [String], outcome: ChangeFacts.Outcome)] = [:]
    for entry in entries {
      guard let facts = entry.change else { continue }
      let key = facts.id.isEmpty ? facts.hosts.joined(separator: ",") : facts.id
      let hosts = facts.hosts.isEmpty ? entry.host.map { [$0] } ?? [] : facts.hosts
      outcomes[key] = (hosts, facts.outcome)
    }
    func hosts(_ outcome: ChangeFacts.Outcome) -> [String] {
      Set(outcomes.values.filter { $0.outcome == outcome }.flatMap(\.hosts)).sorted()
    }
    let reached = hosts(.succeeded)
    // Where no record ever says how a deployment ended, the beginning is all there is.
    let isEndKnown = outcomes.values.contains { $0.outcome != .started }
    let commit = facts.commit.map { id in self.commit(id)?.change?.id ?? id }
    let entry = facts.commit.flatMap(self.commit)
    var references: [EvidenceReference] = []
    for entry in entries where references.count < 8 { references.append(entry.reference) }
    return ChangeGroup(
      kind: .deployment, id: facts.id, service: first.service, commit: commit ?? facts.terms.first,
      start: first.instant,
      end: entries.last?.instant ?? first.instant, instants: entries.map(\.instant), basis: first.basis,
      hosts: isEndKnown ? reached : hosts(.started),
      unfinishedHosts: isEndKnown ? hosts(.started).filter { !reached.contains($0) } : [], failedHosts: hosts(.failed),
      title: first.title, detail: entry?.change?.detail ?? facts.detail, paths: entry?.change?.paths ?? facts.paths,
      terms: Set(facts.terms + (entry?.change?.terms ?? [])), references: references, count: outcomes.count,
      subject: entry?.change.flatMap { _ in entry.map(Self.subject) })
  }

  /// What can be said only when all deployments are known: hosts left out, rollbacks, titles.
  private func settle(_ groups: inout [ChangeGroup]) {
    var running: [String: Set<String>] = [:]
    for group in groups {
      let service = group.service ?? ""
      running[service, default: hosts(running: service)].formUnion(
        group.hosts + group.unfinishedHosts + group.failedHosts)
    }
    let carried = CarriedCommits(groups, commits: commits)
    var seen: [String: [String]] = [:]
    for index in groups.indices {
      for commit in carried.commits(of: groups[index]) {
        groups[index].terms.formUnion(commit.change?.terms ?? [])
        groups[index].paths += (commit.change?.paths ?? []).filter { !groups[index].paths.contains($0) }
      }
      let service = groups[index].service ?? ""
      if !groups[index].hosts.isEmpty {
        let reached = Set(groups[index].hosts + groups[index].unfinishedHosts + groups[index].failedHosts)
        groups[index].leftOutHosts = (running[service] ?? []).subtracting(reached).sorted()
      }
      if let commit = groups[index].commit {
        let before = seen[service] ?? []
        if let last = before.last, last != commit {
          let earlier = before.firstIndex(of: commit)
          groups[index].isRollback =
            earlier.map { $0 < before.firstIndex(of: last) ?? 0 } ?? isOlder(commit, than: last)
        }
        groups[index].isAgain = before.contains(commit)
        seen[service, default: []].append(commit)
      }
      groups[index].title = Self.deploymentTitle(groups[index])
    }
  }

  /// Hosts whose logs show the service.
  private func hosts(running service: String) -> Set<String> {
    Set(services.values.filter { ServiceName.isSame($0.name, service) }.flatMap(\.hosts))
  }

  private func isOlder(_ commit: String, than other: String?) -> Bool {
    guard let other, let left = self.commit(commit), let right = self.commit(other) else { return false }
    return left.instant < right.instant && left.reference.source == right.reference.source
  }

  private static func deploymentTitle(_ group: ChangeGroup) -> String {
    var title = group.isRollback ? "roll back" : group.isAgain ? "deploy again" : "deploy"
    if let service = group.service { title += " \(service)" }
    if let commit = group.shortCommit { title += (group.isRollback ? " to " : " ") + commit }
    if let subject = group.subject { title += " “\(subject)”" }
    if !group.hosts.isEmpty { title += " → " + group.hosts.listed }
    if !group.unfinishedHosts.isEmpty { title += "; never finished on " + group.unfinishedHosts.listed }
    if !group.failedHosts.isEmpty { title += "; failed on " + group.failedHosts.listed }
    if !group.leftOutHosts.isEmpty, group.leftOutHosts.count <= group.hosts.count {
      title += "; not on " + group.leftOutHosts.listed
    }
    return title
  }

  // MARK: Settings and packages

  private func settings() -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    for entry in records {
      guard let facts = entry.change, facts.kind == .configuration || facts.kind == .flag else { continue }
      let named = facts.commit ?? CommitMention.first(in: "\(facts.detail ?? "") \(entry.title)")
      let linked = named.flatMap(commit)
      groups.append(
        ChangeGroup(
          kind: facts.kind, id: facts.id, service: entry.service, commit: linked?.change?.id ?? named,
          start: entry.instant, end: entry.instant, basis: entry.basis,
          hosts: facts.hosts.isEmpty ? entry.host.map { [$0] } ?? [] : facts.hosts, title: entry.title,
          detail: facts.detail, paths: facts.paths + (linked?.change?.paths ?? []),
          terms: Set(facts.terms + (linked?.change?.terms ?? [])),
          targets: SettingTargets.targets(facts, title: entry.title),
          references: [entry.reference] + (linked.map { [$0.reference] } ?? []), count: 1,
          subject: linked.map(Self.subject)))
    }
    return groups
  }

  private func packages() -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    var open: [String: Int] = [:]
    for entry in records {
      guard let facts = entry.change, facts.kind == .package else { continue }
      let key = entry.host ?? entry.reference.source
      if let place = open[key], entry.instant.seconds(since: groups[place].end) <= Self.packageGapSeconds {
        groups[place].end = entry.instant
        groups[place].count += 1
        groups[place].terms.insert(facts.id)
        groups[place].title = "\(groups[place].count) package changes" + (entry.host.map { " on \($0)" } ?? "")
        continue
      }
      open[key] = groups.count
      groups.append(
        ChangeGroup(
          kind: .package, id: facts.id, service: entry.service, start: entry.instant, end: entry.instant,
          basis: entry.basis, hosts: entry.host.map { [$0] } ?? facts.hosts, title: entry.title, detail: facts.detail,
          paths: facts.paths, terms: Set(facts.terms + [facts.id]), references: [entry.reference], count: 1))
    }
    return groups
  }

  private func commit(_ prefix: String) -> RecordEntry? {
    ChangeHistory(groups: [], commits: commits).commit(prefix)
  }

  /// The first line of a commit's message, without its id.
  static func subject(_ entry: RecordEntry) -> String {
    guard let id = entry.change?.id else { return entry.title }
    var words = entry.title.split(separator: " ", omittingEmptySubsequences: true)
    while let word = words.first, word == "commit" || (word.count >= 7 && id.hasPrefix(word)) { words.removeFirst() }
    let subject = words.joined(separator: " ")
    return subject.trimmingQuotes
  }
}

/// An abbreviated or full commit id in a text: `infra@5d1f00d5d1f0`.
enum CommitMention {
  static func first(in text: String) -> String? {
    text.split { !($0.isLetter || $0.isNumber) }.map(String.init).first { word in
      (7...40).contains(word.count) && word.allSatisfy(\.isHexDigit) && word.contains(where: \.isNumber)
        && word.contains(where: \.isLetter)
    }
  }
}

/// What a setting change sets: names before `=`, file names, targets that are no hosts.
enum SettingTargets {
  static func targets(_ facts: ChangeFacts, title: String) -> Set<String> {
    var targets = Set(facts.paths.map(lastComponent))
    for word in "\(facts.detail ?? "") \(title)".split(whereSeparator: { " ,;:→\"".contains($0) }) {
      if let equals = word.firstIndex(of: "="), equals != word.startIndex {
        targets.insert(word[..<equals].lowercased())
      } else if word.contains("."), word.last != ".", !word.allSatisfy({ $0.isNumber || $0 == "." }) {
        targets.insert(lastComponent(String(word)).lowercased())
      }
    }
    if facts.kind == .flag { targets.formUnion(facts.terms.map { $0.lowercased() }) }
    return targets.filter { $0.count >= 3 }
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map { $0.lowercased() } ?? path
  }
}

extension [String] {
  /// At most six of them.
  var listed: String {
    count <= 6 ? joined(separator: " ") : prefix(5).joined(separator: " ") + " and \(count - 5) more"
  }
}

extension String {
  var trimmingQuotes: String {
    guard count >= 2, let first, let last, "\"“”'".contains(first), "\"“”'".contains(last) else { return self }
    return String(dropFirst().dropLast())
  }
}
