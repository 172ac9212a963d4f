import Chronology
import Testing

struct WrittenInstantTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var zone = true
    var year = true

    var testDescription: String { text }
  }

  static let stamps: [Case] = [
    // ISO 8601 and its variants
    Case(text: "2012-08-01T13:30:00Z", expected: "2012-08-01T13:30:00Z"),
    Case(text: "2012-08-01 13:30:00,250", expected: "2012-08-01T13:30:00.250Z", zone: false),
    Case(text: "2012-08-01T09:30:00.123456-04:00", expected: "2012-08-01T13:30:00.123456Z"),
    Case(text: "2012-08-01 13:30:00.1 UTC", expected: "2012-08-01T13:30:00.1Z"),
    Case(text: "2012-08-01 15:30:00 +0200", expected: "2012-08-01T13:30:00Z"),
    Case(text: "2012-08-01 13:30:00.123456+00", expected: "2012-08-01T13:30:00.123456Z"),
    Case(text: "2012-08-01T13:30Z", expected: "2012-08-01T13:30:00Z"),
    Case(text: "2012/08/01 13:30:00", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "2012.08.01 13:30:00", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "2012-08-01-13.30.00.123456", expected: "2012-08-01T13:30:00.123456Z", zone: false),
    Case(text: "20120801T133000Z", expected: "2012-08-01T13:30:00Z"),
    Case(text: "20120801T133000.5+0200", expected: "2012-08-01T11:30:00.5Z"),
    Case(text: "20120801133000", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "20120801-13:3:0:7", expected: "2012-08-01T13:03:00.007Z", zone: false),
    Case(text: "120801 133000", expected: "2012-08-01T13:30:00Z", zone: false),
    // an abbreviation that several zones share says nothing
    Case(text: "2012-08-01 13:30:00 CST", expected: "2012-08-01T13:30:00Z", zone: false),
    // names of months
    Case(text: "01/Aug/2012:13:30:00 +0000", expected: "2012-08-01T13:30:00Z"),
    Case(text: "01 Aug 2012 13:30:00.331", expected: "2012-08-01T13:30:00.331Z", zone: false),
    Case(text: "Wed, 01 Aug 2012 13:30:00 GMT", expected: "2012-08-01T13:30:00Z"),
    Case(text: "01-Aug-2012 13:30:00.331", expected: "2012-08-01T13:30:00.331Z", zone: false),
    Case(text: "Aug  1 13:30:00", expected: "2000-08-01T13:30:00Z", zone: false, year: false),
    Case(text: "Feb 29 13:30:00", expected: "2000-02-29T13:30:00Z", zone: false, year: false),
    Case(text: "Aug 01, 2012 1:30:00 PM", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "Aug 01, 2012 12:30:00 AM", expected: "2012-08-01T00:30:00Z", zone: false),
    Case(text: "Wed Aug 01 13:30:00 2012", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "Wed Aug  1 13:30:00.123456 2012", expected: "2012-08-01T13:30:00.123456Z", zone: false),
    Case(text: "Wed Aug  1 13:30:00 UTC 2012", expected: "2012-08-01T13:30:00Z"),
    // numbers in other orders
    Case(text: "01/08/2012 13:30:00", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "01.08.2012 13:30:00", expected: "2012-08-01T13:30:00Z", zone: false),
    // no month is the thirtieth
    Case(text: "08/30/2012 13:30:00", expected: "2012-08-30T13:30:00Z", zone: false),
    Case(text: "12/08/01 13:30:00", expected: "2012-08-01T13:30:00Z", zone: false),
    Case(text: "08-01 13:30:00.250", expected: "2000-08-01T13:30:00.250Z", zone: false, year: false),
    Case(text: "I0801 13:30:00.123456", expected: "2000-08-01T13:30:00.123456Z", zone: false, year: false),
    Case(text: "E20120801 13:30:00.123456", expected: "2012-08-01T13:30:00.123456Z", zone: false),
    // counts since the epoch
    Case(text: "1343827800", expected: "2012-08-01T13:30:00Z"),
    Case(text: "1343827800.25", expected: "2012-08-01T13:30:00.25Z"),
    Case(text: "1343827800250", expected: "2012-08-01T13:30:00.250Z"),
    Case(text: "1343827800250001", expected: "2012-08-01T13:30:00.250001Z"),
    Case(text: "1343827800250001002", expected: "2012-08-01T13:30:00.250001002Z"),
    Case(text: "  2012-08-01T13:30:00Z\r", expected: "2012-08-01T13:30:00Z"),
  ]

  @Test(arguments: stamps)
  func `a stamp is read as written`(_ stamp: Case) throws {
    let written = try #require(WrittenInstant(parsing: stamp.text))
    #expect(written.instant.rfc3339 == stamp.expected)
    #expect(written.isZoneStated == stamp.zone)
    #expect(written.isYearStated == stamp.year)
  }

  @Test(arguments: [
    ("2023-02-29T00:00:00Z", "2023 is no leap year"),
    ("2012-13-01 00:00:00", "no thirteenth month"),
    ("2012-04-31 00:00:00", "April has thirty days"),
    ("2012-08-01 24:00:00", "hours end at 23"),
    ("2012-08-01 13:60:00", "minutes end at 59"),
    ("Feb 30 13:30:00", "no year has it"),
    ("2012-08-01", "a date alone is no instant"),
    ("2012-08-01 13:30:00 and more", "the whole text must be the stamp"),
    ("12345678", "too short for a count since the epoch"),
    ("9999999999", "the year 2286 is rather an identifier"),
    ("", "nothing"),
  ])
  func `what is no stamp is refused`(text: String, reason: String) {
    #expect(WrittenInstant(parsing: text) == nil, "\(reason)")
  }

  @Test
  func `an unstated zone is read at the assumed offset and a stated one is not`() throws {
    let unstated = try #require(WrittenInstant(parsing: "2012-08-01 09:30:00", assumedOffsetSeconds: -4 * 3600))
    #expect(unstated.instant.rfc3339 == "2012-08-01T13:30:00Z")
    let stated = try #require(WrittenInstant(parsing: "2012-08-01 13:30:00Z", assumedOffsetSeconds: -4 * 3600))
    #expect(stated.instant.rfc3339 == "2012-08-01T13:30:00Z")
  }

  @Test
  func `a leap day without a year goes to the leap year before the assumed one`() throws {
    let written = try #require(WrittenInstant(parsing: "Feb 29 13:30:00", assumedYear: 2014))
    #expect(written.instant.rfc3339 == "2012-02-29T13:30:00Z")
  }

  @Test(arguments: [
    ("2026-11-22 13:42:13 INFO started", 19, "a level is no zone"),
    ("2026-11-22 13:42:13 -1234567 bytes", 19, "a negative number is no zone"),
    ("2026-11-22T13:42:13+00:00 inventory[235]", 25, "an offset is"),
    ("2026-11-22 13:42:13, Info CBS", 19, "a comma without digits is no fraction"),
    ("Nov 22 13:42:13 wrk01 worker[244]: x", 15, "a host is no year"),
    ("22 Nov 2026 13:42:13.331 * ready", 24, "Redis"),
    ("1795354938445 connected_clients:3", 13, "milliseconds"),
  ])
  func `scanning ends where the stamp ends`(line: String, length: Int, reason: String) throws {
    let bytes = Array(line.utf8)
    let detected = StampLayout.detect(bytes.span, at: 0, assumptions: StampAssumptions())
    let found = try #require(detected)
    #expect(found.stamp.length == length, "\(reason)")
  }
}
