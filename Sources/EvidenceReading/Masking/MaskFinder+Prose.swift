/// Secrets that people tell each other: `the db pw is …`, `Password for the console: …`.
extension MaskFinder {
  private static let announcingWords: Set<String> = [
    "password", "passwd", "passwort", "pwd", "pw", "passphrase", "passcode", "secret", "token", "key",
  ]
  /// `key` alone is any key; these before it make it a secret one.
  private static let keyKinds: Set<String> = ["secret", "api", "access", "private"]
  /// What may follow the word without changing what the sentence is about: a `token count` is no token.
  private static let linkingWords: Set<String> = [
    "is", "was", "changed", "reset", "set", "rotated", "for", "of", "on", "to", "at", "we", "i", "you", "they", "now",
    "currently", "there", "here", "that",
    "which",
  ]
  /// Before ` to `: `root password changed to …`.
  private static let changingWords: Set<String> = ["changed", "reset", "set", "rotated"]
  /// Behind these a value names the thing itself: `no token for user: kim42x`.
  private static let namingWords: Set<String> = [
    "user", "host", "request", "id", "rid", "pod", "client", "service", "tenant", "account", "node", "order", "session",
    "trace", "error", "reason", "status", "code", "version", "customer",
  ]

  /// The value behind ` is `, ` was `, ` -> `, `: ` or ` = `, where a word before says that a secret follows; `at` is where the
  /// separator begins.
  func announcedValue(at: Int) -> Range<Int>? {
    guard at > 1, let separator = announcingSeparator(at: at), let distance = announcement(before: at) else {
      return nil
    }
    var start = at + separator
    while start < bytes.count, start < at + separator + 3, [32, 34, 39, 96].contains(bytes[start]) { start += 1 }
    var end = endOfValue(from: start)
    // In JSON a line of prose ends with an escape.
    if let escape = bytes[start..<end].firstIndex(of: 92) { end = escape }
    while end > start, [46, 44, 58, 63].contains(bytes[end - 1]) { end -= 1 }
    let value = ValueLook(Array(bytes[start..<end]))
    return (distance == 0 ? value.isPlausible : value.isStrong) ? start..<end : nil
  }

  private func announcingSeparator(at: Int) -> Int? {
    switch bytes[at] {
    case 58: has(": ", at: at) ? 2 : nil
    case 61: has("= ", at: at) && bytes[at - 1] == 32 ? 2 : nil
    case 45: has("-> ", at: at) ? 3 : nil
    case 116: has(" to ", at: at - 1) && word(before: at - 1).map(Self.changingWords.contains) == true ? 3 : nil
    default: bytes[at - 1] != 32 ? nil : has("is ", at: at) ? 3 : has("was ", at: at) ? 4 : nil
    }
  }

  /// How many words stand between the word that announces a secret and `end`, four at most.
  private func announcement(before end: Int) -> Int? {
    var following: [String] = []
    var end = end
    while following.count <= 4 {
      while end > 0, [32, 34, 39].contains(bytes[end - 1]) { end -= 1 }
      guard let word = word(before: end) else { return nil }
      end -= word.utf8.count
      if Self.announcingWords.contains(word), word != "key" || isSecretKind(before: end) {
        guard let next = following.last, let last = following.first else { return 0 }
        return Self.linkingWords.contains(next) && !Self.namingWords.contains(last) ? following.count : nil
      }
      following.append(word)
    }
    return nil
  }

  private func isSecretKind(before end: Int) -> Bool {
    guard end > 0, bytes[end - 1] == 32, let kind = word(before: end - 1) else { return false }
    return Self.keyKinds.contains(kind)
  }

  /// The word of at most 16 bytes that ends at `end`, in lower case.
  private func word(before end: Int) -> String? {
    var start = end
    while start > 0, end - start <= 16, isWordByte(bytes[start - 1]) || bytes[start - 1] == 45 { start -= 1 }
    guard start < end, end - start <= 16 else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  /// Forty bytes of base64 close behind `secret` or `aws`: the secret half of an AWS key.
  func cloudSecret(at: Int) -> Range<Int>? {
    let end = at + 40
    guard end <= bytes.count, at > 3, !isBase64(bytes[at - 1]) || bytes[at - 1] == 61 else { return nil }
    var look = ByteClasses()
    for index in at..<end {
      guard isBase64(bytes[index]) else { return nil }
      look.count(bytes[index])
    }
    guard end == bytes.count || !isBase64(bytes[end]), look.uppers > 0, look.lowers > 0, look.digits > 0 else {
      return nil
    }
    let before = String(decoding: bytes[max(0, at - 60)..<at], as: UTF8.self).lowercased()
    return before.contains("secret") || before.contains("aws") ? at..<end : nil
  }

  private func isBase64(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == 43 || byte == 47 || byte == 61
  }
}

/// How many bytes of each kind a value has.
struct ByteClasses {
  var uppers = 0
  var lowers = 0
  var digits = 0
  /// `!@#$%^*?~+`: those that no word, name or path has.
  var symbols = 0
  /// `-_./:`: those that join words.
  var joints = 0

  mutating func count(_ byte: UInt8) {
    switch byte {
    case 65...90: uppers += 1
    case 97...122: lowers += 1
    case 48...57: digits += 1
    case 33, 64, 35, 36, 37, 94, 42, 63, 126, 43: symbols += 1
    default: joints += 1
    }
  }
}

/// Whether a value looks like a secret, by its bytes alone.
struct ValueLook {
  private var value: [UInt8]
  private var classes = ByteClasses()

  init(_ value: [UInt8]) {
    self.value = value
    // An exclamation mark at the end may be the sentence's.
    for byte in value.last == 33 ? value.dropLast() : value[...] { classes.count(byte) }
  }

  private var letters: Int { classes.uppers + classes.lowers }

  /// Right behind `password is`: digits, or letters with digits or symbols.
  var isPlausible: Bool {
    guard (6...200).contains(value.count), !isSomethingElse else { return false }
    return letters > 0 ? classes.digits + classes.symbols > 0 : classes.joints == 0
  }

  /// Farther away: neither a name such as `web-7d9f8-x2`, nor an error's code, nor a hash.
  var isStrong: Bool {
    guard isPlausible, letters > 0 else { return false }
    let isHash = value.allSatisfy { (97...102).contains($0) || $0.isASCIIDigit || $0 == 45 }
    let isName = classes.joints > 0 && classes.symbols == 0 && (classes.uppers == 0 || classes.lowers == 0)
    return !isHash && !isName
  }

  private static let technicalWords = [
    "base64", "sha1", "sha2", "sha-", "sha5", "md5", "oauth", "utf", "hs256", "rs256", "es256", "x509", "x.509",
    "argon2", "pkcs", "ed25519", "aes", "v1", "v2", "rfc",
  ]

  /// Paths, calls, settings, instants, placeholders, `12-character`, `SHA-256`.
  private var isSomethingElse: Bool {
    guard let first = value.first, ![36, 37, 42, 47, 92, 40, 91, 123, 60].contains(first) || isDollarWord else {
      return true
    }
    let text = String(decoding: value, as: UTF8.self)
    if text.contains("://") || text.contains("(") || text.contains("[") || text.contains("{") { return true }
    if let equals = value.firstIndex(of: 61), value[equals...].contains(where: { $0 != 61 }) { return true }
    let lower = text.lowercased()
    if Self.technicalWords.contains(where: { lower.hasPrefix($0) }) { return true }
    let number = value.prefix { $0.isASCIIDigit }
    if number.count == 4, value.count >= 8, value[4] == 45 || value[4] == 47 { return true }
    let rest = value.dropFirst(number.count)
    return (1...3).contains(number.count) && !rest.isEmpty && rest.allSatisfy { (97...122).contains($0) || $0 == 45 }
  }

  /// `$ecret99`, but not `$DB_PASSWORD`.
  private var isDollarWord: Bool { value.first == 36 && classes.digits > 0 && classes.lowers > 0 }
}
