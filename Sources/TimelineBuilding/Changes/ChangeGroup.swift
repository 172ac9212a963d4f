import Chronology
import EvidenceReading
import EvidenceRecords

/// Changes that are one change to a person: the deployments of one version over hosts, a flag's flip, a commit.
struct ChangeGroup {
  var kind: ChangeFacts.Kind
  /// Identifier of its first record.
  var id: String
  var service: String?
  /// As full as any record or commit names it.
  var commit: String?
  var start: Instant
  /// When its last part was done.
  var end: Instant
  /// Of each of its records, in order; empty where there is one.
  var instants: [Instant] = []
  var basis: InstantBasis
  /// Hosts that it reached, and those where it began and never ended or failed.
  var hosts: [String]
  var unfinishedHosts: [String] = []
  var failedHosts: [String] = []
  /// Hosts that run the service and were not reached.
  var leftOutHosts: [String] = []
  /// One line, without the instant.
  var title: String
  var detail: String?
  var paths: [String]
  /// Names from its records and from the diff of its commit.
  var terms: Set<String>
  /// What it sets: flag names, configuration files.
  var targets: Set<String> = []
  var references: [EvidenceReference]
  var count: Int
  /// Whether it brings back a version that was there before.
  var isRollback = false
  /// Whether this version was deployed before.
  var isAgain = false
  /// Subject of its commit.
  var subject: String?
  /// For a commit: the deployment of a later commit with which it went live.
  var carrier: String?

  var shortCommit: String? {
    commit.map { $0.count >= 12 && $0.allSatisfy(\.isHexDigit) ? String($0.prefix(7)) : $0 }
  }
}

extension ChangeGroup {
  /// A commit by itself.
  init(commit entry: RecordEntry, carriedBy carrier: ChangeGroup?) {
    let facts = entry.change
    self.init(
      kind: .commit, id: facts?.id ?? entry.title, service: entry.service ?? carrier?.service, commit: facts?.id,
      start: carrier?.start ?? entry.instant, end: carrier?.end ?? entry.instant, basis: entry.basis,
      hosts: carrier?.hosts ?? [], title: entry.title, detail: facts?.detail, paths: facts?.paths ?? [],
      terms: Set(facts?.terms ?? []), references: [entry.reference] + (carrier?.references.prefix(1) ?? []), count: 1,
      subject: ChangeGrouping.subject(entry), carrier: carrier?.title)
    leftOutHosts = carrier?.leftOutHosts ?? []
    unfinishedHosts = carrier?.unfinishedHosts ?? []
  }
}

/// All changes of the evidence as groups.
struct ChangeHistory {
  /// By start.
  var groups: [ChangeGroup]
  /// Commits of repositories, by instant: whether or not they are known to be live.
  var commits: [RecordEntry]

  /// Whether deployments are on record, so that a commit without one is not live.
  var hasDeployments: Bool { groups.contains { $0.kind == .deployment } }

  /// The commit whose id begins with `prefix`.
  func commit(_ prefix: String) -> RecordEntry? {
    guard prefix.count >= 7 else { return nil }
    return commits.first { entry in
      guard case .change(let facts) = entry.facts else { return false }
      return facts.id.hasPrefix(prefix) || facts.commit?.hasPrefix(prefix) ?? false
    }
  }
}

extension RecordEntry {
  var change: ChangeFacts? {
    if case .change(let facts) = facts { return facts }
    return nil
  }
}
