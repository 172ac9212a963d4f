import Chronology
import Commands
import TerminalPages
import Testing

struct AddressAndZoneTests {
  @Test(arguments: [
    ("127.0.0.1:8080", "127.0.0.1", 8080, "127.0.0.1"), ("[::1]:80", "::1", 80, "[::1]"),
    (":9000", "127.0.0.1", 9000, "127.0.0.1"), ("0.0.0.0:80", "0.0.0.0", 80, "127.0.0.1"),
    ("localhost:0", "localhost", 0, "localhost"),
  ])
  func `an address has a host and a port`(text: String, host: String, port: Int, shown: String) throws {
    let address = try ListenAddress(text)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.shownHost == shown)
  }

  @Test(arguments: ["nowhere", "8080", "host:port", "::1:80", "host:70000", "host:-1", ""])
  func `anything else is refused`(text: String) {
    #expect(throws: (any Error).self) { try ListenAddress(text) }
  }

  @Test(arguments: [
    ("UTC", "2031-07-01T12:00:00Z", "12:00:00"), ("+05:30", "2031-07-01T12:00:00Z", "17:30:00"),
    ("-0330", "2031-07-01T12:00:00Z", "08:30:00"), ("Europe/Berlin", "2031-07-01T12:00:00Z", "14:00:00"),
    ("Europe/Berlin", "2031-01-01T12:00:00Z", "13:00:00"),
  ])
  func `a zone shows an instant with the offset of that day`(name: String, instant: String, time: String) throws {
    let zone = try #require(DisplayZone(name))
    #expect(zone.time(try #require(Instant(rfc3339: instant))) == time)
  }

  @Test(arguments: ["Mars/Olympus", "EST5", "+99:00", "+1:00", "", "CEST"])
  func `a zone that is none, or could be several, is refused`(name: String) {
    #expect(DisplayZone(name) == nil)
  }
}
