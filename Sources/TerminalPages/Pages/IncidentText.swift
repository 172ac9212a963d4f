package import Chronology
import Incidents
package import Interchange

/// One incident whole, for a terminal: what is due first, what happened last.
package struct IncidentText {
  private let incident: IncidentAnswer
  private let zone: DisplayZone
  private let now: Instant
  private let likeness: String?

  /// `now` is the moment as of which the answer was given.
  ///
  /// `likeness` is a line on what it looks like, where that is much alike.
  package init(incident: IncidentAnswer, zone: DisplayZone, now: Instant, likeness: String? = nil) {
    self.likeness = likeness
    self.incident = incident
    self.zone = zone
    self.now = incident.asOf ?? now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    IncidentHead(incident: incident, zone: zone, now: now).add(to: &lines)
    if let asOf = incident.asOf {
      lines.add("As it was known at \(zone.dateAndTime(asOf)) \(zone.label).", indent: 2, style: .late)
    }
    if let impact = incident.summary.impact { lines.add("What users feel: \(impact)", indent: 2, hanging: 2) }
    if incident.summary.isPrivate {
      let others =
        incident.members.isEmpty ? "" : "; beside those with a role: \(incident.members.joined(separator: ", "))"
      lines.add("Private\(others)", indent: 2, hanging: 2)
    }
    if let likeness { lines.add(likeness, indent: 2, hanging: 2) }
    section("Words due", incident.promises.isEmpty, &lines) {
      PromiseLines(promises: incident.promises, zone: zone, now: now).add(to: &$0)
    }
    section("Tasks", incident.tasks.isEmpty, &lines) { TaskLines(tasks: incident.tasks).add(to: &$0) }
    section("Roles", incident.roles.isEmpty, &lines) {
      RoleLines(roles: incident.roles, zone: zone, now: now).add(to: &$0)
    }
    section("Decisions", incident.decisions.isEmpty, &lines) {
      DecisionLines(decisions: incident.decisions, zone: zone, now: now).add(to: &$0)
    }
    section("Updates", incident.updates.isEmpty, &lines) {
      UpdateLines(updates: incident.updates, zone: zone, now: now).add(to: &$0)
    }
    section("Evidence", incident.evidence.isEmpty && incident.suspects.isEmpty, &lines) { evidence(&$0) }
    section("Instants", false, &lines) { InstantLines(incident: incident, zone: zone, now: now).add(to: &$0) }
    section("Timeline", incident.entries.isEmpty, &lines) { timeline(&$0) }
    return lines.text
  }

  private func section(
    _ title: String, _ isEmpty: Bool, _ lines: inout TextLines, _ body: (inout TextLines) -> Void
  ) {
    guard !isEmpty else { return }
    lines.heading(title)
    body(&lines)
  }

  private func evidence(_ lines: inout TextLines) {
    lines.table(incident.evidence.map { ["\($0.number)", $0.name, $0.reading] })
    for suspect in incident.suspects {
      let word =
        switch suspect.standing {
        case .candidate: "worth examining"
        case .confirmed: "confirmed"
        case .dismissed: "set aside"
        }
      lines.add("\(word): \(suspect.title): \(suspect.reason)", indent: 2, hanging: 2)
    }
  }

  private func timeline(_ lines: inout TextLines) {
    let hidden = incident.entryCount - incident.entries.count
    if hidden > 0 { lines.add("… \(TerminalText.grouped(hidden)) older entries (--all)", indent: 2, style: .faint) }
    EntryLines(entries: incident.entries, zone: zone, now: now).add(to: &lines)
  }
}

/// What an incident is, in two or three lines.
struct IncidentHead {
  var incident: IncidentAnswer
  var zone: DisplayZone
  var now: Instant

  private var summary: IncidentSummaryAnswer { incident.summary }

  func add(to lines: inout TextLines) {
    let head = "\(summary.id)  \(summary.severityName)  "
    let style: Terminal.Style? = summary.isRunning ? .strong : nil
    lines.add(head, summary.title, indent: 0, columns: TerminalText.width(head), style: style)
    lines.add(facts.joined(separator: " · "), indent: 2)
  }

  private var facts: [String] {
    var facts = [state]
    if summary.isDrill { facts.append("DRILL") }
    if summary.isPrivate { facts.append("private") }
    if let other = incident.mergedInto { facts.append("part of \(other)") }
    if summary.isRunning { facts.append(summary.commander.map { "\($0) leads" } ?? "nobody leads") }
    if let started = summary.impactStarted { facts.append("since \(zone.short(started, beside: now))") }
    if !incident.mergedFrom.isEmpty { facts.append("with \(incident.mergedFrom.joined(separator: ", "))") }
    if let resolved = summary.ended { facts.append("over \(zone.short(resolved, beside: now))") }
    if !summary.components.isEmpty { facts.append(summary.components.joined(separator: ", ")) }
    return facts
  }

  private var state: String {
    // What was declared late has been running since then.
    let since = incident.entries.contains { $0.kind == .state } ? incident.stateSince : summary.declared
    guard summary.isRunning, let since else { return summary.status }
    return "\(summary.status) for \(DurationWords.text(seconds: now.seconds(since: since)))"
  }
}
