import Chronology
import CommandKit
import TerminalPages
import Testing

struct TypedTimeTests {
  /// A time as typed, and what it is.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var sense = TypedTime.Sense.happened
    var zone = "Europe/Berlin"
    var now = "2031-05-06T01:30:40Z"
    /// Nil: it is refused.
    var expected: String?
    var why: String
    var testDescription: String { "\(text) at \(now): \(why)" }
  }

  private static let cases: [Case] = [
    Case(text: "03:12", expected: "2031-05-06T01:12:00Z", why: "earlier today, in the zone of the terminal"),
    Case(text: "03:12:45", expected: "2031-05-06T01:12:45Z", why: "with seconds"),
    Case(text: "3:12", expected: "2031-05-06T01:12:00Z", why: "without the leading zero"),
    Case(text: "23:50", expected: "2031-05-05T21:50:00Z", why: "today's lies ahead: it was yesterday"),
    Case(text: "03:31", expected: "2031-05-06T01:31:00Z", why: "the minute that is beginning, not a day ago"),
    Case(text: "03:32", expected: "2031-05-05T01:32:00Z", why: "two minutes ahead is yesterday"),
    Case(text: "yesterday 23:50", expected: "2031-05-05T21:50:00Z", why: "by its name"),
    Case(text: "Today 00:05", expected: "2031-05-05T22:05:00Z", why: "in any case of letters"),
    Case(text: "5 min ago", expected: "2031-05-06T01:25:00Z", why: "a distance in minutes knows of no seconds"),
    Case(text: "30 s ago", expected: "2031-05-06T01:30:10Z", why: "one in seconds does"),
    Case(text: "1 h 30 min ago", expected: "2031-05-06T00:00:00Z", why: "in two units"),
    Case(text: "90m ago", expected: "2031-05-06T00:00:00Z", why: "short"),
    Case(text: "now", expected: "2031-05-06T01:30:40Z", why: "this instant"),
    Case(text: "2031-05-06T03:12:00+02:00", expected: "2031-05-06T01:12:00Z", why: "RFC 3339"),
    Case(text: "2031-05-06T01:12:00.250Z", expected: "2031-05-06T01:12:00.250Z", why: "with a fraction"),
    Case(text: "2031-05-04 22:00", expected: "2031-05-04T20:00:00Z", why: "a date without a zone"),
    Case(text: "2031-01-04 22:00", expected: "2031-01-04T21:00:00Z", why: "the offset of that day, not of today"),
    Case(text: "16:30", zone: "Asia/Kolkata", expected: "2031-05-05T11:00:00Z", why: "half an hour off the hour"),
    Case(text: "16:30", sense: .promised, expected: "2031-05-06T14:30:00Z", why: "the next such time"),
    Case(text: "03:00", sense: .promised, expected: "2031-05-07T01:00:00Z", why: "today's is over: tomorrow"),
    Case(text: "in 30 min", sense: .promised, expected: "2031-05-06T02:01:00Z", why: "a promise is of whole minutes"),
    Case(text: "in 2 hours", sense: .promised, expected: "2031-05-06T03:31:00Z", why: "long words"),
    Case(text: "tomorrow 09:00", sense: .promised, expected: "2031-05-07T07:00:00Z", why: "by its name"),
    Case(text: "2031-05-01 09:00", sense: .planned, expected: "2031-05-01T07:00:00Z", why: "work can be told of late"),
    Case(
      text: "02:30", now: "2031-10-26T03:00:00Z", expected: "2031-10-26T01:30:00Z",
      why: "came twice: the one nearer to now"),
    Case(
      text: "02:30", now: "2031-10-26T00:45:00Z", expected: "2031-10-26T00:30:00Z",
      why: "came twice, and only the first has been"),
    Case(
      text: "02:30", sense: .promised, now: "2031-10-26T00:45:00Z", expected: "2031-10-26T01:30:00Z",
      why: "comes twice, and the first is over"),
    Case(text: "02:30", now: "2031-03-30T06:00:00Z", why: "clocks were set forward over it today"),
    Case(
      text: "02:30", now: "2031-03-30T00:45:00Z", expected: "2031-03-29T01:30:00Z",
      why: "before clocks are set forward it is yesterday's"),
    Case(
      text: "02:30", now: "2031-03-31T00:00:00Z", why: "the last such time was to be on a day that left it out"),
    Case(text: "2031-03-30 02:30", now: "2031-05-06T01:30:40Z", why: "a date on which there was no such time"),
    Case(text: "2031-05-06 02:00", sense: .promised, why: "a promise for what is over"),
    Case(text: "in 30 min", why: "what happened does not lie ahead"),
    Case(text: "5 min ago", sense: .promised, why: "what is promised does not lie behind"),
    Case(text: "24:00", why: "no such time of day"), Case(text: "03:60", why: "no such minute"),
    Case(text: "3", why: "a number alone"), Case(text: "half past three", why: "words that nobody taught it"),
    Case(text: "ago", why: "no distance"), Case(text: "5 ago", why: "no unit"), Case(text: "", why: "nothing"),
    Case(text: "400 days ago", why: "more than a year is written as a date"),
    Case(text: String(repeating: "1 min ", count: 20) + "ago", why: "longer than any time"),
    Case(text: "٠٣:١٢", why: "digits of another script could be misread"),
  ]

  @Test(arguments: cases)
  func `a time is what the person at the terminal means`(_ example: Case) throws {
    let zone = try #require(DisplayZone(example.zone))
    let typed = TypedTime(now: try #require(Instant(rfc3339: example.now)), zone: zone)
    guard let expected = example.expected else {
      #expect(throws: (any Error).self, "\(example.why)") {
        try typed.read(example.text, as: example.sense, option: "--at")
      }
      return
    }
    let reading = try typed.read(example.text, as: example.sense, option: "--at")
    #expect(reading.instant.rfc3339 == expected, "\(example.why)")
  }

  @Test(arguments: [
    ("03:12", "'03:12' is 2031-05-06 03:12 Europe/Berlin", "the date and the zone are said back"),
    ("5 min ago", "'5 min ago' is 2031-05-06 03:25 Europe/Berlin", "a distance is said as a time"),
    ("2031-05-06T01:12:00Z", nil, "there is nothing to say about what is written whole"),
  ])
  func `what was taken for granted is said back`(text: String, remark: String?, why: String) throws {
    let typed = TypedTime(
      now: try #require(Instant(rfc3339: "2031-05-06T01:30:40Z")), zone: try #require(DisplayZone("Europe/Berlin")))
    #expect(try typed.read(text, as: .happened, option: "--at").remark == remark, "\(why)")
  }

  @Test func `a time that came twice names both`() throws {
    let typed = TypedTime(
      now: try #require(Instant(rfc3339: "2031-10-26T03:00:00Z")), zone: try #require(DisplayZone("Europe/Berlin")))
    let remark = try #require(try typed.read("02:30", as: .happened, option: "--at").remark)
    #expect(remark.contains("taken is 2031-10-26T02:30:00+01:00"))
    #expect(remark.contains("the other is 2031-10-26T02:30:00+02:00"))
  }

  @Test(
    arguments: [
      (0, "0 s"), (59.9, "59 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (3900, "1 h 5 min"),
      (86_400, "1 d"), (100_000, "1 d 3 h"), (-5, "0 s"),
    ] as [(Double, String)])
  func `a stretch of time reads as people say it`(seconds: Double, words: String) {
    #expect(DurationWords.text(seconds: seconds) == words)
  }
}
