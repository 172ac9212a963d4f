import HTTPService
import Testing

@Suite struct HostRuleTests {
  @Test(arguments: [
    "localhost", "localhost:8080", "LOCALHOST", "mayday.localhost:1", "127.0.0.1:8080", "127.8.8.8", "[::1]:8080",
    "[::1]",
  ]) func `loopback names are ours`(authority: String) {
    #expect(HostRule(listeningOn: "127.0.0.1").allows(authority))
  }

  @Test(arguments: [
    "example.org", "127.0.0.1.example.org", "127.0.0.1.example.org:8080", "localhost.example.org", "notlocalhost", "",
    "127.0.0.x", "127.0.0.256", "192.168.1.2", "[::2]:80", "[", ":8080", "1::1",
  ]) func `other names are not, however much they look like one`(authority: String) {
    #expect(!HostRule(listeningOn: "localhost").allows(authority))
  }

  @Test func `HTTP 1.0 sends no name, and no browser speaks it`() {
    #expect(HostRule(listeningOn: "::1").allows(nil))
  }

  @Test func `on other addresses the names are the operator's`() {
    #expect(HostRule(listeningOn: "0.0.0.0").allows("mayday.example"))
  }
}
