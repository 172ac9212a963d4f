package import Chronology
import Incidents
package import Interchange

/// Incidents below each other, a line or two each.
package struct IncidentListText {
  private let incidents: [IncidentSummaryAnswer]
  private let hasMore: Bool
  private let asOf: Instant?
  private let zone: DisplayZone
  private let now: Instant

  package init(incidents: [IncidentSummaryAnswer], hasMore: Bool, asOf: Instant?, zone: DisplayZone, now: Instant) {
    self.incidents = incidents
    self.hasMore = hasMore
    self.asOf = asOf
    self.zone = zone
    self.now = asOf ?? now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    if let asOf { lines.add("As it was known at \(zone.dateAndTime(asOf)) \(zone.label).", style: .late) }
    lines.table(
      incidents.map { [$0.id, $0.severityName, $0.status, when($0), $0.title + marks($0)] }, indent: 0,
      styles: incidents.map { $0.isRunning ? .strong : nil })
    if incidents.isEmpty { lines.add("No incident. Declare one: mayday declare \"What is wrong\"") }
    if hasMore { lines.add("… more with --limit", style: .faint) }
    return lines.text
  }

  private func when(_ incident: IncidentSummaryAnswer) -> String {
    guard let start = incident.impactStarted ?? incident.declared else { return "not known" }
    let begin = zone.short(start, beside: now)
    guard let end = incident.ended, end >= start else { return begin }
    return "\(begin), \(DurationWords.text(seconds: end.seconds(since: start)))"
  }

  private func marks(_ incident: IncidentSummaryAnswer) -> String {
    var marks: [String] = []
    if incident.isDrill { marks.append("drill") }
    if incident.isPrivate { marks.append("private") }
    if let next = incident.nextWord, next.standing == .late { marks.append("! word late") }
    return marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
  }
}
