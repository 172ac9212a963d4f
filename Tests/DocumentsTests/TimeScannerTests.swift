import Documents
import Testing

struct TimeScannerTests {
  @Test(arguments: [
    ("at 10:05 it broke", "10:05", 36_300, nil as String?, "a time of day"),
    ("at 10:05:30.250 UTC", "10:05:30.250 UTC", 36_330, "UTC", "seconds and zone"),
    ("2024-03-02T10:05:00Z", "2024-03-02T10:05:00Z", 36_300, "Z", "ISO"),
    ("2024-03-02 10:05 +02:00", "2024-03-02 10:05 +02:00", 36_300, "+02:00", "an offset"),
    ("10:05 UTC+2", "10:05 UTC+2", 36_300, "UTC+2", "an offset on a name"),
    ("5:40 PM PT", "5:40 PM PT", 63_600, "PT", "afternoon"),
    ("12:15 am", "12:15 am", 900, nil, "after midnight"),
    ("at 8 PM UTC on", "8 PM UTC", 72_000, "UTC", "an hour alone"),
    ("Feb 28th 01:52", "Feb 28th 01:52", 6_720, nil, "month and day"),
    ("28 February 2024, 01:52 (CET)", "28 February 2024, 01:52 (CET)", 6_720, "CET", "day and month"),
    ("[08:57] hm", "08:57", 32_220, nil, "in brackets"),
    ("16:58–17:02 UTC", "16:58", 61_080, nil, "the first of a span"),
    ("06:00-14:30 and on", "06:00", 21_600, nil, "a span with a hyphen is no offset"),
    ("15:30 Europe/Berlin", "15:30 Europe/Berlin", 55_800, "Europe/Berlin", "a zone by place"),
  ])
  func `times are found as written`(text: String, written: String, second: Int, zone: String?, reason: String) throws {
    let scalars = Array(text.unicodeScalars)
    var scanner = TimeScanner(scalars)
    let mention = try #require(scanner.all().first { $0.secondOfDay != nil }, "\(reason)")
    #expect(String(String.UnicodeScalarView(scalars[mention.range])) == written, "\(reason)")
    #expect(mention.secondOfDay == second, "\(reason)")
    #expect(mention.zone?.text == zone, "\(reason)")
  }

  @Test(arguments: [
    ("a ratio of 4:3", "a ratio"), ("10.0.0.1:80 refused", "an address"), ("app.py:12:30", "line and column"),
    ("version 1.2.10", "a version"), ("host:8080", "a port"), ("5:30 hours later", "a length"),
    ("25:00", "no such hour"),
    ("10:75", "no such minute"), ("6 amps", "a word that begins with am"), ("::1:20", "IPv6"),
    ("1:1 meeting", "a pair"),
  ])
  func `what only looks like a time is left alone`(text: String, reason: String) {
    var scanner = TimeScanner(Array(text.unicodeScalars))
    #expect(scanner.all().allSatisfy { $0.secondOfDay == nil }, "\(reason)")
  }

  @Test
  func `a date that can be read two ways is a date without a day`() {
    var scanner = TimeScanner(Array("03/04/2024 and 29/02/2024 and 1.2.3".unicodeScalars))
    let mentions = scanner.all()
    #expect(mentions.map(\.isDated) == [true, true])
    #expect(mentions.map(\.day) == [nil, TimeMention.Day(year: 2024, month: 2, day: 29)])
  }
}
