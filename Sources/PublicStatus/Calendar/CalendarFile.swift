package import Chronology

/// An iCalendar file (RFC 5545) of whole days.
package struct CalendarFile: Sendable {
  /// Something on a day.
  package struct Day: Sendable {
    /// Stays the same through all changes.
    package var uid: String
    package var day: CivilDate
    /// When it was last changed.
    package var changed: Instant
    /// Raised with every change.
    package var sequence: Int
    package var summary: String
    package var description: String
    package var url: String?

    package init(
      uid: String, day: CivilDate, changed: Instant, sequence: Int, summary: String, description: String,
      url: String? = nil
    ) {
      self.uid = uid
      self.day = day
      self.changed = changed
      self.sequence = sequence
      self.summary = summary
      self.description = description
      self.url = url
    }
  }

  private var lines: [String]
  private var isEmpty = true

  /// `product` names the part of Mayday that makes the file.
  package init(name: String, product: String) {
    let name = ContentLine.text(PlainText.line(name))
    lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mayday//\(product)//EN", "CALSCALE:GREGORIAN",
      // NAME and REFRESH-INTERVAL are RFC 7986; the X- twins are what older calendars look for.
      "NAME:\(name)", "X-WR-CALNAME:\(name)", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
    ]
  }

  package mutating func addDay(_ day: Day) {
    isEmpty = false
    let changed = MaintenanceCalendar.stamp(day.changed)
    let next = CivilDate(daysSinceEpoch: day.day.daysSinceEpoch + 1)
    lines += [
      // Without a METHOD, DTSTAMP is when the event was last revised (section 3.8.7.2).
      "BEGIN:VEVENT", "UID:\(ContentLine.text(PlainText.line(day.uid)))", "DTSTAMP:\(changed)",
      "LAST-MODIFIED:\(changed)", "SEQUENCE:\(max(0, day.sequence))",
      // The end is the first day that is not part of it (section 3.6.1).
      "DTSTART;VALUE=DATE:\(Self.date(day.day))", "DTEND;VALUE=DATE:\(Self.date(next))",
      "SUMMARY:\(ContentLine.text(PlainText.line(day.summary)))", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
    ]
    if !day.description.isEmpty { lines.append("DESCRIPTION:\(ContentLine.text(day.description))") }
    let address = ContentLine.uri(day.url ?? "")
    if address.contains("://") { lines.append("URL:\(address)") }
    lines.append("END:VEVENT")
  }

  /// The whole file in UTF-8, lines ended by CRLF.
  package var text: String {
    // "The body of the iCalendar object consists of ... one or more calendar components" (section 3.4).
    let body = isEmpty ? MaintenanceCalendar.utcZone : []
    return (lines + body + ["END:VCALENDAR"]).map(ContentLine.folded).joined()
  }

  /// `20261124`.
  private static func date(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }
}
