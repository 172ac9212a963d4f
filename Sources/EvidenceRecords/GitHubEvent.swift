import Chronology

/// The GitHub webhooks that say that something changed, recognised by their keys.
enum GitHubEvent {
  case push
  case deployment(JSONValue)
  case status(JSONValue, of: JSONValue)

  init?(_ webhook: Webhook) {
    let payload = webhook.payload
    if let deployment = payload["deployment"], deployment["sha"] != nil || deployment["environment"] != nil {
      if let status = payload["deployment_status"], status["state"] != nil {
        self = .status(status, of: deployment)
      } else if payload["workflow_run"] == nil, payload["check_run"] == nil {
        self = .deployment(deployment)
      } else {
        return nil
      }
    } else if payload["ref"] != nil, payload["commits"]?.array != nil, payload["after"] ?? payload["head_commit"] != nil
    {
      self = .push
    } else {
      return nil
    }
  }

  /// As GitHub calls it, with the state of a status: what is passed over is counted by it.
  var name: String {
    switch self {
    case .push: "push"
    case .deployment: "deployment"
    case .status(let status, _): "deployment_status \(status.text("state") ?? "")"
    }
  }

  /// The entry, with no more of a reference than the id of the record; nil for a status that ends nothing, and where no
  /// instant can be read.
  func entry(_ webhook: Webhook) -> RecordEntry? {
    switch self {
    case .push:
      return pushEntry(webhook)
    case .deployment(let deployment):
      return deploymentEntry(webhook, deployment, written: deployment.stamp("created_at", "updated_at"), .started)
    case .status(let status, let deployment):
      let outcome: ChangeFacts.Outcome
      switch status.text("state") {
      case "success": outcome = .succeeded
      case "failure", "error": outcome = .failed
      default: return nil
      }
      let written = status.stamp("created_at", "updated_at")
      var entry = deploymentEntry(webhook, deployment, written: written, outcome)
      if outcome == .failed, case .change(var facts)? = entry?.facts, let said = status.text("description") {
        facts.detail = said
        entry?.facts = .change(facts)
        entry?.title += ": " + said.titled(charactersMax: 80)
      }
      return entry
    }
  }

  private func deploymentEntry(
    _ webhook: Webhook, _ deployment: JSONValue, written: RecordStamp?, _ outcome: ChangeFacts.Outcome
  ) -> RecordEntry? {
    guard let stamp = Self.finer(of: written, webhook.received) else { return nil }
    let target = DeploymentTarget(
      environment: deployment.text("environment"),
      hosts: deployment["payload"]?["hosts"]?.texts ?? deployment["payload"]?.text("host", "target").map { [$0] } ?? [])
    let service = Self.service(of: deployment, repository: webhook.payload["repository"])
    let commit = deployment.text("sha")
    let isRollback = [deployment.text("task"), deployment.text("description")].compactMap(\.self)
      .contains { $0.prefixMatch(of: /\s*(automatic )?(roll(ing)?[ _\-]?back|revert)/.ignoresCase()) != nil }
    let facts = ChangeFacts(
      kind: .deployment, id: deployment.text("id") ?? "", commit: commit, outcome: outcome, hosts: target.hosts,
      environment: target.environment,
      actor: deployment["creator"]?.text("login") ?? webhook.payload["sender"]?.text("login"),
      detail: deployment.text("description"))
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis,
      reference: EvidenceReference(source: "", record: deployment.text("id")),
      host: target.hosts.count == 1 ? target.hosts[0] : nil, service: service,
      title: target.title(
        service: service, version: commit.map(Self.abbreviated), outcome: outcome, isRollback: isRollback),
      facts: .change(facts))
  }

  private func pushEntry(_ webhook: Webhook) -> RecordEntry? {
    let payload = webhook.payload
    let head = payload["head_commit"]
    let written = payload["repository"]?.stamp("pushed_at") ?? head?.stamp("timestamp")
    guard let stamp = webhook.received ?? written else { return nil }
    let commits = payload["commits"]?.array ?? []
    let commit = head?.text("id") ?? payload.text("after")
    let branch = payload.text("ref").map { $0.replacing("refs/heads/", with: "").replacing("refs/tags/", with: "tag ") }
    let message = head?.text("message")
    let subject = message.map { " \"\($0.prefix { $0 != "\n" })\"" } ?? ""
    let size = commits.count > 1 ? " (\(commits.count) commits)" : ""
    let paths = commits.flatMap { one in ["added", "modified", "removed"].flatMap { one[$0]?.texts ?? [] } }
    let facts = ChangeFacts(
      kind: .push, id: payload.text("after") ?? "", commit: commit,
      actor: payload["pusher"]?.text("name") ?? payload["sender"]?.text("login"),
      paths: paths.distinct(atMost: Limits.changePathsMax), detail: message)
    let version = payload.text("deleted") == "true" ? "deleted" : commit.map(Self.abbreviated) ?? ""
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis, reference: EvidenceReference(source: "", record: commit),
      service: CommitPaths(paths).service,
      title: "push \(branch ?? "") \(version)\(subject)\(size)".titled(), facts: .change(facts))
  }

  /// Of the instant that GitHub wrote and that of the arrival, the one to show.
  ///
  /// GitHub writes whole seconds; an arrival within that second or just after it says the same instant with more digits. A
  /// webhook that arrives later was delivered late and says nothing of its own.
  private static func finer(of written: RecordStamp?, _ received: RecordStamp?) -> RecordStamp? {
    guard let written, let received else { return written ?? received }
    let delay = received.instant.seconds(since: written.instant)
    return (0..<2).contains(delay) && received.basis == .stated ? received : written
  }

  /// From the deployment's own payload, then its task or description, then the repository's name.
  private static func service(of deployment: JSONValue, repository: JSONValue?) -> String? {
    if let named = deployment["payload"]?.text("service", "app", "application", "component", "name") { return named }
    for said in [deployment.text("task"), deployment.text("description")].compactMap(\.self) {
      if let match = said.wholeMatch(of: /(?:re)?deploy(?:ing|ment of)?[\s:\-\/]+(?<service>[\w.\-]+)/.ignoresCase()) {
        return String(match.service)
      }
    }
    return repository?.text("name") ?? repository?.text("full_name")?.split(separator: "/").last.map(String.init)
  }

  /// A commit id as people write it; anything else as it is.
  static func abbreviated(_ version: String) -> String {
    let isCommit = version.count >= 12 && version.allSatisfy(\.isHexDigit)
    return isCommit ? String(version.prefix(7)) : version
  }
}
