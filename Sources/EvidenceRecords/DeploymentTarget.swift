/// Where a deployment goes: hosts, an environment, or both in one name (`production/app01`).
struct DeploymentTarget {
  var hosts: [String]
  var environment: String?

  init(environment written: String?, hosts: [String]) {
    let parts = written?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
    self.environment = parts.first
    self.hosts = hosts.isEmpty && parts.count == 2 ? [parts[1]] : hosts
  }

  /// `deploy checkout 649bdfb → app01`, with the outcome where it is known.
  func title(service: String?, version: String?, outcome: ChangeFacts.Outcome, isRollback: Bool) -> String {
    let words = isRollback ? ["roll back", service, version.map { "to " + $0 }] : ["deploy", service, version]
    var title = words.compactMap(\.self).joined(separator: " ")
    if !hosts.isEmpty {
      title += " → " + hosts.listed()
    } else if let environment {
      title += " → " + environment
    }
    switch outcome {
    case .started: return title
    case .succeeded: return title + " succeeded"
    case .failed: return title + " failed"
    }
  }
}
