/// Passwords of ten characters and more that are tried first.
enum CommonPasswords {
  /// `text` in lower case.
  static func contains(_ text: String) -> Bool {
    listed.contains(text) || isRun(text) || isWordWithTail(text)
  }

  /// Well-known words with nothing but digits and marks behind them.
  private static func isWordWithTail(_ text: String) -> Bool {
    let isTail: (Character) -> Bool = { !$0.isLetter }
    let word = text.prefix { !isTail($0) }
    return words.contains(String(word)) && text.dropFirst(word.count).allSatisfy(isTail)
  }

  /// Neighbours on the keyboard or in the alphabet, forwards or backwards.
  private static func isRun(_ text: String) -> Bool {
    let reversed = String(text.reversed())
    return runs.contains { $0.contains(text) || $0.contains(reversed) }
  }

  private static let runs = [
    "01234567890123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qazwsxedcrfvtgbyhnujm",
    "1234567890qwertyuiop", "qwertyuiop1234567890", "0987654321qwertyuiop",
  ]

  private static let words: Set<String> = [
    "abcabcabc", "abcdefghij", "admin", "adminadmin", "administrator", "asdfasdf", "asdfgh", "asdfghjkl", "baseball",
    "basketball", "changeme", "default", "dragon", "football", "hunter", "iloveyou", "incident", "letmein", "liverpool",
    "login", "master", "mayday", "maydaymayday", "monkey", "mustang", "pass", "passpass", "passw", "password",
    "passwordpassword", "postmortem", "princess", "qwer", "qwert", "qwerty", "qwertyqwerty", "qwertyuiop", "root",
    "rootroot", "secret", "secretsecret", "shadow", "starwars", "summer", "sunshine", "superman", "test", "testtest",
    "trustno", "user", "welcome", "welcomewelcome", "winter", "zxcvbn", "zxcvbnm",
  ]

  private static let listed: Set<String> = [
    "1234qwerasdf", "1a2b3c4d5e", "1qaz1qaz1qaz", "1qaz2wsx3edc!", "1qazxsw23edc", "a1b2c3d4e5", "abc123abc123",
    "adminpassword", "asdf1234asdf", "changeme123!", "correct horse battery staple", "correcthorsebatterystaple",
    "iloveyou12345", "letmeinplease", "mypassword123", "newpassword", "p@ssw0rd123", "p@ssw0rd1234", "p@ssword123",
    "passw0rd123", "passw0rd1234", "password123!", "qwe123qwe123", "qweasdzxc123", "qwer1234qwer", "qwerty1234qwerty",
    "thisisapassword", "trustno1trustno1", "welcome2company", "yourpassword",
  ]
}
