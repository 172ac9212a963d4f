import Chronology
import PageKit
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    (0.0, "no time"), (0.3, "less than a second"), (1, "1 second"), (1.5, "1.5 seconds"), (11, "11 seconds"),
    (59.6, "1 minute"), (94, "1 minute 34 seconds"), (2700, "45 minutes"), (3600, "1 hour"),
    (4705, "1 hour 18 minutes"),
    // Seconds say nothing about what lasted hours, and rounding may carry over.
    (36_059, "10 hours 1 minute"), (86_399, "1 day"), (90_000, "1 day 1 hour"), (273_600, "3 days 4 hours"),
    (-94, "1 minute 34 seconds"),
  ]) func `a duration is said in the words people use`(seconds: Double, words: String) {
    #expect(Wording.duration(seconds: seconds) == words)
  }

  @Test(arguments: [
    (0.0, "±0 s"), (-1.3, "−1 s"), (11, "+11 s"), (-94, "−1 min 34 s"), (120, "+2 min"), (7500, "+2 h 5 min"),
    (-10_800, "−3 h"), (200_000, "+2 days"),
  ]) func `an offset from the onset fits the gutter`(seconds: Double, words: String) {
    #expect(Wording.offset(seconds: seconds) == words)
  }

  @Test func `a count has its noun`() {
    #expect(Wording.count(1, "entry", "entries") == "1 entry")
    #expect(Wording.count(84_812, "entry", "entries") == "84,812 entries")
    #expect(Wording.count(0, "moment") == "0 moments")
  }

  @Test(arguments: [
    ("UTC", "UTC", 0), ("z", "UTC", 0), ("Europe/Berlin", "Europe/Berlin", 7200), ("+05:30", "+05:30", 19_800),
    ("-0330", "-03:30", -12_600),
  ]) func `a zone is read by name or by offset`(text: String, label: String, seconds: Int) throws {
    let summer = try #require(Instant(rfc3339: "2031-07-01T12:00:00Z"))
    let zone = try #require(PageZone(text))
    #expect(zone.label == label)
    #expect(zone.offsetSeconds(summer) == seconds)
  }

  @Test(arguments: [
    "Mars/Base", "CEST", "../../etc/passwd", "/etc/localtime", "+99:00", "+5", "\u{0}",
    String(repeating: "A/", count: 99),
  ]) func `what is no zone is refused`(text: String) {
    #expect(PageZone(text) == nil)
  }
}
