package import Incidents

/// The policy: severities with what they ask for, roles with their duty, who speaks to whom and how often.
package struct PolicyText {
  private let policy: Policy
  private let version: Int64

  package init(policy: Policy, version: Int64) {
    self.policy = policy
    self.version = version
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(
      version == 0
        ? "What a team begins with; nobody has changed it." : "As your team has agreed (version \(version)).",
      style: .faint)
    lines.heading("Severities")
    for severity in policy.severities {
      let unsaid = severity.level == policy.levelWhenNotSaid ? " (where nothing is said)" : ""
      lines.add("\(severity.name)", severity.meaning + unsaid, columns: 7)
      let roles = severity.roles.compactMap { policy.role($0)?.name }.joined(separator: ", ")
      lines.add("", "\(roles)\(severity.needsPostmortem ? " · postmortem" : "")", columns: 7, style: .faint)
      let days = severity.actionDueDays ?? .standard
      lines.add("", "actions due within \(days.immediate) d, long-term \(days.longTerm) d", columns: 7, style: .faint)
    }
    lines.heading("Who speaks, and when")
    lines.table(
      policy.protocols.map { rule in
        [
          policy.severityName(rule.severity), rule.audience.words, minutes("first within", rule.firstWithinMinutes),
          minutes("then every", rule.everyMinutes),
          (policy.role(rule.speaker)?.name ?? rule.speaker)
            + (rule.approval == .secondPerson ? " + approval" : ""),
        ]
      })
    if policy.protocols.contains(where: { $0.approval == .secondPerson }) {
      lines.add("+ approval: a second person reads it before it goes out.", indent: 2, style: .faint)
    }
    lines.add("A warning comes \(policy.warnBeforeMinutes) min before.", indent: 2, style: .faint)
    lines.heading("Roles")
    let columns = (policy.roles.map { TerminalText.width($0.id) }.max() ?? 0) + 2
    for role in policy.roles { lines.add(role.id, role.duty, columns: columns) }
    return lines.text
  }

  private func minutes(_ lead: String, _ minutes: Int?) -> String {
    minutes.map { "\(lead) \($0) min" } ?? "as promised"
  }
}
