import Chronology
import Foundation
import PublicStatus
import Testing

@Suite struct CalendarTests {
  private static func lines(_ report: StatusReport) -> [String] {
    MaintenanceCalendar(report: report, links: Orchard.links).ics
      .replacing("\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test func `an event for each piece of work, in order of time`() {
    let lines = Self.lines(Orchard.report)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(
      lines.filter { $0.hasPrefix("UID:") } == [
        "UID:m2@status.orchard.example", "UID:m3@status.orchard.example", "UID:m1@status.orchard.example",
      ])
    #expect(
      lines.filter { $0.hasPrefix("DTSTART:") } == [
        "DTSTART:20261124T160000Z", "DTSTART:20261126T020000Z", "DTSTART:20261128T020000Z",
      ])
    #expect(lines.filter { $0.hasPrefix("DTEND:") }.count == 3)
  }

  @Test func `a change raises the sequence, and what is called off says so`() {
    let lines = Self.lines(Orchard.report)
    #expect(lines.filter { $0.hasPrefix("SEQUENCE:") } == ["SEQUENCE:2", "SEQUENCE:3", "SEQUENCE:0"])
    #expect(lines.filter { $0.hasPrefix("STATUS:") } == ["STATUS:CONFIRMED", "STATUS:CANCELLED", "STATUS:CONFIRMED"])
  }

  @Test func `work that ends before it begins has no end`() {
    var report = Orchard.report
    report.maintenances = [Orchard.work("m", "Odd", .scheduled, from: "24T10:00:00", until: "24T09:00:00")]
    #expect(!Self.lines(report).contains { $0.hasPrefix("DTEND") })
  }

  @Test func `a calendar without work is still a calendar`() {
    let lines = Self.lines(StatusReport(page: StatusPageSettings(name: "x"), generated: Orchard.now))
    #expect(lines.contains("BEGIN:VTIMEZONE"))
    #expect(!lines.contains("BEGIN:VEVENT"))
  }

  @Test(arguments: [
    ("a,b;c\\d", "SUMMARY:a\\,b\\;c\\\\d"),
    ("END:VEVENT\r\nBEGIN:VALARM", "SUMMARY:END:VEVENT BEGIN:VALARM"),
    ("tab\there\u{0}\u{7F}", "SUMMARY:tab here"),
    ("\u{202E}abc", "SUMMARY:abc"),
  ]) func `hostile text stays text`(title: String, expected: String) {
    var report = Orchard.report
    report.maintenances = [Orchard.work("m", title, .scheduled, from: "24T10:00:00", until: "24T11:00:00")]
    let lines = Self.lines(report)
    #expect(lines.contains(expected))
    #expect(lines.filter { $0.hasPrefix("BEGIN:") } == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"])
  }

  @Test(arguments: ["ä", "a", "👩‍🚀", "€,"]) func `no line is longer than 75 octets, and no character is cut`(
    piece: String
  ) {
    let title = String(repeating: piece, count: 200)
    var report = Orchard.report
    report.maintenances = [Orchard.work("m", title, .scheduled, from: "24T10:00:00", until: "24T11:00:00")]
    let ics = MaintenanceCalendar(report: report, links: Orchard.links).ics
    for line in ics.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 75)
      #expect(!line.contains("\u{FFFD}"))
    }
    // Literally: a joiner at the start of a line would make one character with the space before it.
    let unfolded = ics.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
    #expect(unfolded.contains("SUMMARY:\(title.replacing(",", with: "\\,"))\r\n"))
  }
}
