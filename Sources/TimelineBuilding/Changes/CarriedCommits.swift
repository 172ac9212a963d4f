import Chronology
import EvidenceReading
import EvidenceRecords

/// Which commits went live with a deployment beside the one that it names: those since the version before.
struct CarriedCommits {
  private static let commitsMax = 200

  private let deployments: [ChangeGroup]
  private let commits: [RecordEntry]
  private let services: Set<String>

  init(_ deployments: [ChangeGroup], commits: [RecordEntry]) {
    self.deployments = deployments.filter { $0.kind == .deployment }
    self.commits = commits
    services = Set(self.deployments.compactMap { $0.service?.lowercased() })
  }

  /// Commits of the same repository after the next older version that was ever deployed, up to the deployed one, that
  /// touch the service or something that no other service has to itself; oldest first.
  func commits(of group: ChangeGroup) -> [RecordEntry] {
    guard let deployed = entry(group.commit) else { return [] }
    let source = deployed.reference.source
    let versions = deployments.filter { $0.service == group.service }.compactMap { entry($0.commit) }
    let previous = versions.filter { $0.reference.source == source && $0.instant < deployed.instant }
      .max { $0.instant < $1.instant }
    guard let previous else { return [] }
    return commits.filter { commit in
      commit.reference.source == source && commit.instant > previous.instant && commit.instant < deployed.instant
        && touches(commit, group.service)
    }.suffix(Self.commitsMax)
  }

  private func entry(_ id: String?) -> RecordEntry? {
    guard let id, id.count >= 7 else { return nil }
    return commits.first { $0.change?.id.hasPrefix(id) ?? false }
  }

  private func touches(_ commit: RecordEntry, _ service: String?) -> Bool {
    guard let service = service?.lowercased() else { return true }
    return (commit.change?.paths ?? []).contains { path in
      let names = NameWords.names(path)
      return names.contains(service) || names.isDisjoint(with: services) && !Self.isProse(path)
    }
  }

  /// Documents and tests do not go live.
  static func isProse(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".md") || path.hasSuffix(".txt") || path.hasSuffix(".rst") || path.hasPrefix("docs/")
      || path.hasPrefix("doc/") || path.hasPrefix("test/") || path.hasPrefix("tests/") || path.contains("/tests/")
  }
}
