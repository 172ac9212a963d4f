import Foundation

/// Deployment records as deploy tools write them, one JSON object on each line, one in a document or an array of them: a
/// time, what was deployed, in which version, and where or with what result.
///
/// Also deployments as GitHub's REST API lists them and applications of Argo CD with their history.
package struct DeploymentRecordFormat: RecordFormat {
  package let name = "deployment-records"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    guard let json = JSONHead(head) else { return 0 }
    // An application of Argo CD may be longer than the head.
    let share = json.share(words: ["\"repoURL\"", "\"destination\"", "\"spec\""]) { !DeploymentShapes.read($0).isEmpty }
    return share == 1 ? (json.values.isEmpty ? 0.6 : 0.93) : share >= 0.75 ? 0.85 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading()
    var lines = DocumentLines(text)
    try JSONRecords.forEach(in: text, reading: &reading) { item, reading in
      let deployments = DeploymentShapes.read(item.value)
      if deployments.isEmpty {
        reading.countUnrecognised(line: item.line ?? 1, text: "no time, version or target of a deployment")
      }
      for deployment in deployments {
        var entry = deployment.entry
        let line = item.line ?? deployment.stamp.flatMap { lines.line(of: $0, isPassed: true) }
        entry.reference = input.reference(line: line, record: entry.reference.record)
        guard reading.keep(entry) else { return false }
      }
      return true
    }
    reading.settleZone()
    return reading
  }
}

/// One deployment as a tool recorded it, by the key names that tools use.
struct DeploymentRecord {
  var stamp: RecordStamp
  /// As it is written.
  var stampText: String
  var id: String?
  var service: String?
  var version: String
  var outcome: ChangeFacts.Outcome
  var isRollback: Bool
  var target: DeploymentTarget
  var actor: String?
  var detail: String?

  /// Nil when this is not a deployment: a log line that happens to carry a version is none.
  init?(_ value: JSONValue) {
    guard value.object != nil, value.text("level", "lvl", "severity", "loglevel", "msg") == nil,
      let version = value.text(
        "sha", "commit", "commit_sha", "revision", "git_sha", "version", "image", "image_tag", "tag", "release", "build"
      ),
      let written = Self.timeKeys.lazy.compactMap({ value[$0]?.text }).first(where: { RecordStamp($0) != nil }),
      let stamp = RecordStamp(written)
    else { return nil }
    self.stamp = stamp
    stampText = written
    self.version = version
    id = value.text("id", "deployment_id", "deploy_id", "deployment")
    service = value.text("service", "app", "application", "component", "project", "name")
    actor = value.text("actor", "user", "author", "deployer", "deployed_by", "triggered_by", "initiatedBy", "by")
    detail = value.text("description", "detail", "message", "comment", "reason")
    let hosts = ["hosts", "host", "targets", "target", "node", "server"].lazy.compactMap { value[$0]?.texts }
    target = DeploymentTarget(
      environment: value.text("environment", "env", "stage", "cluster", "namespace"),
      hosts: hosts.first { !$0.isEmpty } ?? [])
    let action = value.text("action", "event", "type", "kind", "operation")?.lowercased() ?? ""
    let status = value.text("status", "state", "result", "outcome", "phase", "conclusion", "health")
    isRollback = action.contains("roll") && action.contains("back") || action.contains("revert")
    outcome = Self.outcome(status: status ?? action)
    let isNamed = ["deploy", "release", "rollout", "roll", "sync", "promot"].contains { action.contains($0) }
    let isPlaced = target.environment != nil || !target.hosts.isEmpty
    guard
      isNamed
        || (service != nil
          && (status.map(Self.isKnown) ?? false || isPlaced && value.text("deployedAt", "deployed_at") != nil))
    else { return nil }
  }

  private static let timeKeys = [
    "finished_at", "finishedAt", "deployed_at", "deployedAt", "completed_at", "time", "timestamp", "at", "ts", "date",
    "created_at", "createdAt", "started_at", "startedAt", "deployStartedAt",
  ]
  private static let failures = ["fail", "error", "abort", "cancel", "degraded", "timed", "timeout"]
  private static let beginnings = ["start", "progress", "pending", "running", "queued", "begin", "created"]
  private static let ends = [
    "succ", "ok", "complete", "finish", "done", "deployed", "synced", "healthy", "rolled", "live",
  ]

  private static func isKnown(_ status: String) -> Bool {
    let status = status.lowercased()
    return (failures + beginnings + ends).contains { status.hasPrefix($0) || status.hasSuffix($0) }
  }

  private static func outcome(status: String) -> ChangeFacts.Outcome {
    let status = status.lowercased()
    if failures.contains(where: { status.contains($0) }) { return .failed }
    if beginnings.contains(where: { status.contains($0) }) { return .started }
    return .succeeded
  }

  /// The entry, with no more of a reference than the id of the record.
  var entry: RecordEntry {
    // An image is long: its tag or digest is what tells versions apart.
    let short = version.contains("/") ? version.split(separator: "/").last.map(String.init) ?? version : version
    let isCommit = version.count >= 7 && version.allSatisfy(\.isHexDigit)
    let facts = ChangeFacts(
      kind: .deployment, id: id ?? version, commit: isCommit ? version : nil, outcome: outcome, hosts: target.hosts,
      environment: target.environment, actor: actor, terms: isCommit ? [] : [version], detail: detail)
    let title = target.title(
      service: service, version: GitHubEvent.abbreviated(short), outcome: outcome, isRollback: isRollback)
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis, reference: EvidenceReference(source: "", record: id),
      host: target.hosts.count == 1 ? target.hosts[0] : nil, service: service, title: title, facts: .change(facts))
  }
}
