import Accounts
import Testing

struct AccessSecretTests {
  @Test(arguments: [AccessSecret.Kind.session, .invitation, .token])
  func `a new secret is read back, and is never the same`(kind: AccessSecret.Kind) throws {
    let secrets = (0..<50).map { _ in AccessSecret.random(kind) }
    #expect(Set(secrets.map(\.text)).count == 50)
    for secret in secrets {
      let read = try #require(AccessSecret(secret.text, kind: kind))
      #expect(read.digest == secret.digest)
      #expect(secret.text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 47 && $0 != 59 }, "fit for paths and cookies")
    }
  }

  @Test func `a token with one character changed is known for none of ours`() throws {
    let text = AccessSecret.random(.token).text
    #expect(text.hasPrefix("mdy_"))
    #expect(text.utf8.count == 76)
    for index in text.indices {
      var changed = text
      changed.replaceSubrange(index...index, with: text[index] == "0" ? "1" : "0")
      #expect(AccessSecret(changed, kind: .token) == nil)
    }
  }

  @Test(arguments: [
    "", "mdy_", "mdy_0123", String(repeating: "a", count: 42), String(repeating: "a", count: 44),
    String(repeating: "é", count: 43), String(repeating: "a", count: 100_000),
    "' OR 1=1 --                                ", String(repeating: "a", count: 42) + "\u{0}",
  ])
  func `other text is no secret`(text: String) {
    #expect(AccessSecret(text, kind: .session) == nil)
    #expect(AccessSecret(text, kind: .invitation) == nil)
    #expect(AccessSecret(text, kind: .token) == nil)
  }

  @Test func `a form's token belongs to one session and tells nothing of it`() {
    let one = AccessSecret.random(.session)
    let other = AccessSecret.random(.session)
    #expect(one.csrfToken == one.csrfToken)
    #expect(one.csrfToken != other.csrfToken)
    #expect(one.csrfToken != one.text)
    #expect("\(one)" == "secret")
  }

  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7", "IPv4 whole"),
    ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64", "IPv6 by its network"),
    ("2001:DB8:1:2:bbbb:cccc:dddd:eeee", "2001:db8:1:2::/64", "the same network, written out"),
    ("[2001:db8:1:2::9]", "2001:db8:1:2::/64", "in brackets"), ("2001:db8::1", "2001:db8:0:0::/64", "a gap in front"),
    ("::1", "0:0:0:0::/64", "this machine"), ("fe80::1%eth0", "fe80:0:0:0::/64", "with a zone"),
    ("::ffff:203.0.113.7", "203.0.113.7", "IPv4 in IPv6"), ("1:2:3", "1:2:3", "no address"),
    ("::1::2:zz", "::1::2:zz", "no address"), ("", "", "not known"),
  ])
  func `an address is counted by what one machine has`(address: String, key: String, why: String) {
    #expect(ClientNetwork.key(of: address) == key, "\(why)")
  }
}
