import Chronology

/// Planned work as an iCalendar file (RFC 5545) that calendars subscribe to.
///
/// An event keeps its UID through all changes; a change raises its SEQUENCE, and work that is called off stays in the
/// file as CANCELLED, so that it also vanishes from calendars.
package struct MaintenanceCalendar: Sendable {
  private let report: StatusReport
  private let links: StatusLinks

  /// Events of the file at most, those that begin last.
  package static let eventsMax = 200

  package init(report: StatusReport, links: StatusLinks) {
    self.report = report
    self.links = links
  }

  /// The whole file in UTF-8, lines ended by CRLF.
  package var ics: String {
    let name = "\(PlainText.line(report.page.name)): maintenance"
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mayday//Status page//EN", "CALSCALE:GREGORIAN",
      // NAME and REFRESH-INTERVAL are RFC 7986; the X- twins are what older calendars look for.
      "NAME:\(ContentLine.text(name))", "X-WR-CALNAME:\(ContentLine.text(name))",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
    ]
    let works = report.maintenances.sorted { ($0.from, $0.id.text) > ($1.from, $1.id.text) }.prefix(Self.eventsMax)
    for work in works.reversed() { lines += event(work) }
    // "The body of the iCalendar object consists of ... one or more calendar components" (section 3.4).
    if works.isEmpty { lines += Self.utcZone }
    lines.append("END:VCALENDAR")
    return lines.map(ContentLine.folded).joined()
  }

  private func event(_ work: PublicMaintenance) -> [String] {
    let changed = Self.stamp(work.updated)
    var lines = [
      "BEGIN:VEVENT", "UID:\(work.id)@\(report.page.host ?? "status.invalid")",
      // Without a METHOD, DTSTAMP is when the event was last revised (section 3.8.7.2): the file does not change by itself.
      "DTSTAMP:\(changed)", "CREATED:\(Self.stamp(work.created))", "LAST-MODIFIED:\(changed)",
      "SEQUENCE:\(max(0, work.revision))", "DTSTART:\(Self.stamp(work.from))",
    ]
    // "MUST be later in time than the value of the DTSTART" (section 3.8.2.2).
    if work.until > work.from, Self.stamp(work.until) != Self.stamp(work.from) {
      lines.append("DTEND:\(Self.stamp(work.until))")
    }
    lines += [
      "SUMMARY:\(ContentLine.text(PlainText.line(work.title)))",
      "STATUS:\(work.state == .cancelled ? "CANCELLED" : "CONFIRMED")", "TRANSP:TRANSPARENT",
    ]
    let description = description(of: work)
    if !description.isEmpty { lines.append("DESCRIPTION:\(ContentLine.text(description))") }
    let address = ContentLine.uri(links.item(work.id))
    if address.contains("://") { lines.append("URL:\(address)") }
    return lines + ["END:VEVENT"]
  }

  /// How far it is, what it touches, and the newest word.
  private func description(of work: PublicMaintenance) -> String {
    let touched = report.components.filter { work.components.contains($0.id) }.map { PlainText.line($0.name) }
    var paragraphs = ["State: \(work.state.word)"]
    if !touched.isEmpty { paragraphs.append("Affected: \(touched.joined(separator: ", "))") }
    if let newest = work.updates.first(where: \.isTelling) { paragraphs.append(newest.text.paragraphs) }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// `20261124T154700Z`.
  static func stamp(_ instant: Instant) -> String {
    let text = Instant(nanoseconds: instant.nanoseconds, fractionDigits: 0).rfc3339
    return text.filter { $0 != "-" && $0 != ":" }
  }

  static let utcZone = [
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000", "TZNAME:UTC", "END:STANDARD", "END:VTIMEZONE",
  ]
}
