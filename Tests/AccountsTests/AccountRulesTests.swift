import Accounts
import Testing

struct AccountRulesTests {
  @Test(arguments: ["ana", "a1", "ana.maria", "o-neil_2", "7of9", String(repeating: "x", count: 40)])
  func `a handle is taken as it is`(handle: String) throws {
    #expect(try AccountRules.handle(handle) == handle)
  }

  @Test(arguments: [
    ("a", "too short"), (String(repeating: "x", count: 41), "too long"), ("Ana", "upper case"),
    ("añña", "a letter beyond ASCII"), ("ana maria", "a space"), ("..", "a path"), (".ana", "a hidden file"),
    ("-rf", "an option"), ("ana/b", "a slash"), ("аna", "a Cyrillic letter that looks like one of ours"),
    ("mayday", "the record's own name"), ("system", "the record's own name"), ("a\u{0}b", "a control character"),
    ("", "nothing"),
  ])
  func `a handle is refused`(handle: String, why: String) {
    let error = #expect(throws: AccountError.self, "\(why)") { try AccountRules.handle(handle) }
    #expect(error?.code == .invalidHandle)
    #expect(error?.description.unicodeScalars.contains { $0.value < 32 } == false, "no control character gets out")
  }

  @Test(arguments: [
    ("Ana Marić", "Ana Marić"), ("  Ana \n", "Ana"), ("Mari\u{0107}", "Marić"), ("Maric\u{0301}", "Mari\u{0107}"),
    ("李小龍", "李小龍"), ("\u{1F469}\u{200D}\u{1F692} Ana", "\u{1F469}\u{200D}\u{1F692} Ana"),
    (String(repeating: "x", count: 80), String(repeating: "x", count: 80)),
  ])
  func `a display name is kept composed and trimmed`(typed: String, kept: String) throws {
    #expect(Array(try AccountRules.displayName(typed).unicodeScalars) == Array(kept.unicodeScalars))
  }

  @Test(arguments: [
    ("   ", "nothing"), (String(repeating: "x", count: 81), "too long"), ("Ana\tBo", "a tab"), ("A\u{7}b", "a bell"),
    ("Ana\u{202E}oB", "turns what follows around"), ("Ana\u{2066}Bo", "hides a direction"),
    ("Ana\u{2028}Bo", "a line break"),
  ])
  func `a display name is refused`(name: String, why: String) {
    let error = #expect(throws: AccountError.self, "\(why)") { try AccountRules.displayName(name) }
    #expect(error?.code == .invalidDisplayName)
  }

  @Test func `an error about length says both numbers`() {
    let error = #expect(throws: AccountError.self) {
      try AccountRules.displayName(String(repeating: "x", count: 93))
    }
    #expect(error?.description == "display name: it has 93 characters; use at most 80")
  }

  @Test(arguments: [
    (" Ana\n", "ana"), ("ANA", "ana"), ("ana", "ana"),
    (String(repeating: "x", count: 500), String(repeating: "x", count: 41)),
  ])
  func `a handle typed to sign in is read kindly and cut`(typed: String, handle: String) {
    #expect(AccountRules.typedHandle(typed) == handle)
  }

  @Test(arguments: [
    ("tram oboe lantern slate", "four words"), ("zufällig&lang", "letters beyond ASCII"),
    ("i7Ksw9qLx2", "ten random characters"), ("dragonfly on the pond", "a common word as a part"),
    (String(repeating: "grün oder blau ", count: 13), "195 characters"),
  ])
  func `a password is taken`(password: String, why: String) throws {
    #expect(throws: Never.self, "\(why)") {
      try PasswordRules.check(password, handle: "ana", displayName: "Ana Maria Silva")
    }
  }

  @Test(arguments: [
    ("short1234", "nine characters"), (String(repeating: "ab1?", count: 51), "204 characters"),
    ("Ana Maria Silva", "the display name"), ("ANA-maria.silva", "the handle in other letters"),
    ("Password1234!", "a common word with a tail"), ("1234567890", "a run"), ("0987654321", "a run backwards"),
    ("qwertyuiop", "a row of keys"), ("1q2w3e4r5t", "a zigzag of keys"), ("abababababab", "two characters"),
    ("aaaaaaaaaa", "one character"), ("maydaymayday", "the product"),
    ("correct horse battery staple", "from the comic"),
    ("with a\ttab in it", "cannot be typed into a form"), ("P@ssw0rd1234", "letters written as digits"),
    ("e\u{301}\u{65}\u{301}e\u{301}e\u{301}e\u{301}", "ten scalars, five characters"),
  ])
  func `a password is refused`(password: String, why: String) {
    let error = #expect(throws: AccountError.self, "\(why)") {
      try PasswordRules.check(password, handle: "ana-maria.silva", displayName: "Ana Maria Silva")
    }
    #expect(error?.code == .invalidPassword)
    #expect(error?.description.contains(password) == false, "an error never repeats a password")
  }
}
