import Accounts
import Testing

struct PasswordHashTests {
  /// Section 12: `pleaseletmein`, `SodiumChloride`, N 16384, r 8, p 1; all 64 bytes.
  @Test func `it agrees with the vector of RFC 7914`() throws {
    let text =
      "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU"
      + "$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw"
    let hash = try #require(PasswordHash(text: text))
    #expect(try hash.verifies("pleaseletmein"))
    #expect(try !hash.verifies("pleaseletmeim"))
    #expect(hash.text == text)
  }

  @Test func `the same password is hashed differently each time, and both verify`() throws {
    let first = try PasswordHash(password: "tram oboe lantern", cost: .cheap)
    let second = try PasswordHash(password: "tram oboe lantern", cost: .cheap)
    #expect(first.text != second.text)
    for hash in [first, second] {
      let read = try #require(PasswordHash(text: hash.text))
      #expect(try read.verifies("tram oboe lantern"))
      #expect(try !read.verifies("tram oboe lantern "))
      #expect(try !read.verifies(""))
    }
  }

  @Test func `a letter may be typed composed or not`() throws {
    let hash = try PasswordHash(password: "Café am Markt", cost: .cheap)
    #expect(try hash.verifies("Cafe\u{301} am Markt"))
  }

  @Test func `a decoy takes no password`() throws {
    let decoy = PasswordHash.decoy(cost: .cheap)
    for password in ["", "impossible", decoy.text] { #expect(try !decoy.verifies(password)) }
  }

  @Test(arguments: [
    ("", "nothing"), ("$2b$12$abcdefghijklmnopqrstuv", "another method"),
    ("$scrypt$ln=15,r=8,p=3$c2FsdHNhbHQ", "no hash"),
    ("$scrypt$r=8,ln=15,p=3$c2FsdHNhbHQ$aGFzaGhhc2g", "another order"),
    ("$scrypt$ln=0,r=8,p=3$c2FsdHNhbHQ$aGFzaGhhc2g", "no rounds"),
    ("$scrypt$ln=40,r=8,p=3$c2FsdHNhbHQ$aGFzaGhhc2g", "more memory than there is"),
    ("$scrypt$ln=20,r=32,p=1$c2FsdHNhbHQ$aGFzaGhhc2g", "4 GiB"),
    ("$scrypt$ln=15,r=8,p=-1$c2FsdHNhbHQ$aGFzaGhhc2g", "a negative number"),
    ("$scrypt$ln=15,r=8,p=3$c2FsdHNhbHQ=$aGFzaGhhc2g", "padding"),
    ("$scrypt$ln=15,r=8,p=3$c2F$aGFzaGhhc2g", "a salt of two bytes"),
    ("$scrypt$ln=15,r=8,p=3$c2FsdHNhbHQ$$", "a part too many"),
  ])
  func `other text is no hash`(text: String, why: String) {
    #expect(PasswordHash(text: text) == nil, "\(why)")
  }

  @Test func `a hash of less work than today's is weaker`() throws {
    let old = try #require(ScryptCost(rounds: 14, blockSize: 8, parallelism: 1))
    #expect(PasswordHash.decoy(cost: old).isWeaker(than: .standard))
    #expect(!PasswordHash.decoy(cost: .standard).isWeaker(than: .standard))
    #expect(!PasswordHash.decoy(cost: .standard).isWeaker(than: old), "a stronger one stays")
  }

  @Test func `nothing of it is printed`() throws {
    let hash = try PasswordHash(password: "tram oboe lantern", cost: .cheap)
    #expect("\(hash)" == "scrypt, cost 1, 1, 1")
  }
}
