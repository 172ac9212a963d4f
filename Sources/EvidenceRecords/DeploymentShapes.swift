import Chronology

/// The shapes in which a JSON value says what was deployed.
enum DeploymentShapes {
  /// A deployment, and the stamp as it stands in the document, by which its line is found.
  struct Written {
    var entry: RecordEntry
    var stamp: String?
  }

  /// Keys under which tools wrap a list of deployments.
  private static let wrappings = ["deployments", "items", "releases", "data", "results", "records"]

  /// What `value` says, in the order written; empty when it is no deployment.
  static func read(_ value: JSONValue) -> [Written] {
    let history = argoApplication(value)
    if !history.isEmpty { return history }
    if isGitHubDeployment(value) { return gitHubDeployment(value) }
    if let record = DeploymentRecord(value) ?? DeploymentRecord(Webhook(value).payload) {
      return [Written(entry: record.entry, stamp: record.stampText)]
    }
    guard let list = wrappings.lazy.compactMap({ value[$0]?.array }).first else { return [] }
    return list.flatMap { $0["items"] == nil ? read($0) : [] }
  }

  // MARK: Argo CD

  /// An Argo CD `Application`: each entry of `status.history` is a sync that succeeded; one that failed stands in
  /// `status.operationState` alone.
  ///
  /// Fields as in Argo CD's API (`RevisionHistory`, `OperationState`).
  private static func argoApplication(_ value: JSONValue) -> [Written] {
    guard let name = value["metadata"]?.text("name"), let status = value["status"],
      value.text("kind") == "Application" || value["spec"]?["destination"] != nil
    else { return [] }
    let environment = value["spec"]?["destination"]?.text("namespace", "name")
    var found = (status["history"]?.array ?? []).compactMap { sync in
      argoSync(
        sync, service: name, environment: environment, stamp: sync.text("deployedAt", "deployStartedAt"),
        actor: sync["initiatedBy"]?.text("username"), outcome: .succeeded)
    }
    if let state = status["operationState"], ["Failed", "Error"].contains(state.text("phase")) {
      let failed = argoSync(
        state["syncResult"] ?? state["operation"]?["sync"] ?? .null, service: name, environment: environment,
        stamp: state.text("finishedAt", "startedAt"),
        actor: state["operation"]?["initiatedBy"]?.text("username"), outcome: .failed, detail: state.text("message"))
      if let failed { found.append(failed) }
    }
    return found
  }

  private static func argoSync(
    _ sync: JSONValue, service: String, environment: String?, stamp written: String?, actor: String?,
    outcome: ChangeFacts.Outcome, detail: String? = nil
  ) -> Written? {
    guard let written, let stamp = RecordStamp(written) else { return nil }
    let version = sync.text("revision") ?? sync["revisions"]?.texts.first
    let isCommit = version.map { $0.count >= 7 && $0.allSatisfy(\.isHexDigit) } ?? false
    let target = DeploymentTarget(environment: environment, hosts: [])
    let facts = ChangeFacts(
      kind: .deployment, id: sync.text("id") ?? version ?? service, commit: isCommit ? version : nil, outcome: outcome,
      environment: environment, actor: actor, terms: isCommit ? [] : [version].compactMap(\.self), detail: detail)
    var title = target.title(
      service: service, version: version.map(GitHubEvent.abbreviated), outcome: outcome, isRollback: false)
    if let detail { title += ": " + detail.titled(charactersMax: 80) }
    return Written(
      entry: RecordEntry(
        instant: stamp.instant, basis: stamp.basis,
        reference: EvidenceReference(source: "", record: sync.text("id").map { "\(service) \($0)" }), service: service,
        title: title, facts: .change(facts)),
      stamp: written)
  }

  // MARK: GitHub

  /// As GitHub's REST API lists deployments, possibly with their statuses in it.
  private static func isGitHubDeployment(_ value: JSONValue) -> Bool {
    value.text("sha") != nil && value.text("environment") != nil && value.text("created_at") != nil
      && value.text("task", "statuses_url", "ref") != nil
  }

  /// The start, and the first status that ends it; they are read as the webhooks that GitHub would have sent.
  private static func gitHubDeployment(_ value: JSONValue) -> [Written] {
    var members: [String: JSONValue] = ["deployment": value]
    if let name = value.text("repository_url")?.split(separator: "/").last {
      members["repository"] = .object(["name": .string(String(name))])
    }
    var found: [Written] = []
    func add(_ webhook: Webhook, stamp: String?) {
      guard let entry = GitHubEvent(webhook)?.entry(webhook) else { return }
      found.append(Written(entry: entry, stamp: stamp))
    }
    add(Webhook(.object(members)), stamp: value.text("created_at"))
    for status in value["statuses"]?.array ?? [] {
      members["deployment_status"] = status
      add(Webhook(.object(members)), stamp: status.text("created_at"))
    }
    return found
  }
}
