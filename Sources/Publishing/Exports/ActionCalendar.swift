package import Chronology
package import Interchange
internal import Postmortems
internal import PublicStatus

/// Actions that are to be done as an iCalendar file (RFC 5545) that calendars subscribe to: a whole day on each due date.
///
/// Events, because calendars show them and many show no to-dos. An event keeps its UID through all changes, and a step or
/// a change of the action raises its SEQUENCE; what is done, declined or has no day is not in the file.
package struct ActionCalendar: Sendable {
  /// Events of the file at most, the most pressing.
  package static let eventsMax = 1000

  private let actions: [ActionAnswer]
  private let name: String
  private let host: String
  private let address: @Sendable (ActionAnswer) -> String?
  private let now: Instant

  /// `host` makes the UIDs unique; `address` is where an action can be read.
  package init(
    actions: [ActionAnswer], name: String = "Mayday: actions", host: String, now: Instant,
    address: @escaping @Sendable (ActionAnswer) -> String? = { _ in nil }
  ) {
    self.actions = actions
    self.name = name
    self.host = host.isEmpty ? "mayday.invalid" : host
    self.now = now
    self.address = address
  }

  /// The whole file in UTF-8, lines ended by CRLF.
  package var ics: String {
    var file = CalendarFile(name: name, product: "Actions")
    let due = actions.filter { ($0.state == .proposed || $0.state == .accepted) && $0.due != nil }
    for action in due.prefix(Self.eventsMax) {
      guard let day = action.due else { continue }
      let changed = action.steps.last?.at ?? now
      file.addDay(
        CalendarFile.Day(
          uid: "\(action.id)@\(host)", day: day, changed: changed, sequence: max(0, action.steps.count - 1),
          summary: "\(action.isOverdue ? "Overdue: " : "")\(action.text)", description: description(action),
          url: address(action)))
    }
    return file.text
  }

  private func description(_ action: ActionAnswer) -> String {
    var lines = ["\(action.id) · \(action.postmortemTitle)"]
    lines.append("Owner: \(action.owner ?? "nobody yet")")
    lines.append("\(action.term == .immediate ? "Immediate" : "Long-term"), \(action.state.rawValue)")
    if let incident = action.incident { lines.append("From \(incident)") }
    if !action.verification.isEmpty { lines.append("Verified by: \(action.verification)") }
    return lines.joined(separator: "\n")
  }
}
