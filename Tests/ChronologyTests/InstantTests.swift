import Chronology
import Testing

struct InstantTests {
  @Test(arguments: [
    ("2012-08-01T13:30:00Z", "2012-08-01T13:30:00Z"),
    ("2012-08-01T13:30:00.250Z", "2012-08-01T13:30:00.250Z"),
    ("2012-08-01T09:30:00-04:00", "2012-08-01T13:30:00Z"),
    ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
    ("2024-02-29T00:00:00+05:30", "2024-02-28T18:30:00Z"),
  ])
  func `RFC 3339 reads and writes as many digits as were written`(text: String, expected: String) throws {
    let instant = try #require(Instant(rfc3339: text))
    #expect(instant.rfc3339 == expected)
  }

  @Test(arguments: ["2012-08-01T13:30:00", "2023-02-29T00:00:00Z", "2012-08-01", "2012-08-01T25:00:00Z", "nonsense"])
  func `a stamp without a zone or with an impossible date is refused`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }
}
