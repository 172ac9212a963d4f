/// Finds what ``Masking`` replaces.
///
/// One pass over the bytes; each kind is tried only where its first byte can stand.
struct MaskFinder {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The ranges to replace, in order, without overlap.
  func ranges() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      if let range = secret(at: at) {
        found.append(range)
        at = max(range.upperBound, at + 1)
      } else {
        at += 1
      }
    }
    return found
  }

  /// The secret that begins at `at` or is announced by what begins there.
  private func secret(at: Int) -> Range<Int>? {
    let byte = bytes[at]
    switch byte {
    case 61, 58: return keyedValue(separator: at) ?? urlPassword(colon: at) ?? announcedValue(at: at)
    case 45:
      return privateKey(at: at) ?? optionValue(at: at) ?? commandSecret(at: at) ?? announcedValue(at: at)
    case 43: return phoneNumber(at: at)
    default: break
    }
    let isWordStart = at == 0 || !isWordByte(bytes[at - 1])
    if byte.isASCIIDigit { return isWordStart ? cardNumber(at: at) ?? cloudSecret(at: at) ?? address(at: at) : nil }
    guard isWordStart, byte.isASCIILetter else { return nil }
    if byte == 105 || byte == 116 || byte == 119, let value = announcedValue(at: at) { return value }
    return credentials(at: at) ?? prefixedKey(at: at) ?? webToken(at: at) ?? hookPath(at: at) ?? cloudSecret(at: at)
      ?? address(at: at)
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == 95
  }

  func has(_ text: StaticString, at index: Int) -> Bool { bytes.span.has(text, at: index) }

  /// The end of what may stand in a token: no blank, quote, bracket, comma or semicolon.
  func endOfValue(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0...32, 34, 39, 44, 59, 38, 60, 62, 41, 93, 125, 96: return end
      default: end += 1
      }
    }
    return end
  }
}

/// Values behind a key that says what they are.
extension MaskFinder {
  /// Keys whose values are secret.
  ///
  /// `_` and `-` are left out before comparing. A longer key counts by its last part.
  private static let secretKeys: [[UInt8]] = [
    "password", "passwd", "passphrase", "pwd", "pw", "pass", "secret", "token", "apikey", "accesskey", "secretkey",
    "privatekey", "authkey", "secretaccesskey", "authorization", "cookie", "setcookie", "sessionid", "csrf",
    "credential", "credentials", "clientsecret", "signature", "otp", "pin", "cvv", "iban", "ssn", "accountkey", "sig",
    "dbpass", "dbpwd", "sqlpwd", "smtppass", "mailpass", "redispass", "userpass", "adminpass", "rootpass", "ldappass",
  ].map { Array($0.utf8) }

  /// The value behind `password=`, `"token": "`, `reset_token=`; the separator stands at `separator`.
  func keyedValue(separator: Int) -> Range<Int>? {
    guard isSecretKey(before: separator) else { return nil }
    var start = separator + 1
    while start < bytes.count, bytes[start] == 32, start <= separator + 2 { start += 1 }
    guard start < bytes.count else { return nil }
    let valueStart = start
    for scheme: StaticString in ["Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "]
    where has(scheme, at: start) {
      start += scheme.utf8CodeUnitCount
      break
    }
    // In prose a colon and a blank end a thought: `token: expired`. Settings and JSON put no prose there.
    if bytes[separator] == 58, valueStart > separator + 1, !isQuoted(separator), start < bytes.count,
      bytes[start] != 34, bytes[start] != 39
    {
      let end = endOfValue(from: start)
      guard bytes[start..<end].contains(where: \.isASCIIDigit) else { return nil }
    }
    guard start < bytes.count else { return nil }
    if bytes[start] == 92, start + 1 < bytes.count, bytes[start + 1] == 34 { start += 1 }
    if bytes[start] == 34 || bytes[start] == 39 { return quoted(from: start) }
    if isObject(at: start) { return nil }
    let end = endOfValue(from: start)
    return isWorthMasking(start..<end) ? start..<end : nil
  }

  /// `Token{a89f253 …`: a program's object written out, no secret.
  private func isObject(at start: Int) -> Bool {
    var end = start
    while end < bytes.count, bytes[end].isASCIILetter || bytes[end] == 46 { end += 1 }
    return end > start && end < bytes.count && bytes[end] == 123
  }

  /// Whether the word that ends at `end` names a secret.
  func isSecretKey(before end: Int) -> Bool {
    guard let key = key(before: end) else { return false }
    return Self.secretKeys.contains { Self.ends(key, with: $0) }
  }

  /// Whether a quote ends right before: `volume "shop-secret" : timed out` is prose again.
  private func isQuoted(_ separator: Int) -> Bool {
    separator > 0 && (bytes[separator - 1] == 34 || bytes[separator - 1] == 39)
  }

  /// The key before a separator, in lower case without `_` and `-`.
  func key(before separator: Int) -> [UInt8]? {
    var end = separator
    while end > 0, bytes[end - 1] == 32, separator - end < 2 { end -= 1 }
    while end > 0, bytes[end - 1] == 34 || bytes[end - 1] == 39 || bytes[end - 1] == 92 { end -= 1 }
    var start = end
    while start > 0, end - start < 40, isWordByte(bytes[start - 1]) || bytes[start - 1] == 45 { start -= 1 }
    guard end - start >= 2 else { return nil }
    var key: [UInt8] = []
    for byte in bytes[start..<end] where byte != 95 && byte != 45 { key.append(byte | (byte.isASCIILetter ? 0x20 : 0)) }
    return key
  }

  /// `resettoken` ends with `token`; `bypass` does not end with `pass` for us: short words must stand alone.
  private static func ends(_ key: [UInt8], with word: [UInt8]) -> Bool {
    if key.count == word.count { return key == word }
    guard word.count >= 5, key.count > word.count else { return false }
    return Array(key.suffix(word.count)) == word
  }

  private func quoted(from start: Int) -> Range<Int>? {
    let quote = bytes[start]
    var end = start + 1
    while end < bytes.count, bytes[end] != quote {
      if bytes[end] == 92, end + 1 < bytes.count, bytes[end + 1] != quote || bytes[start - 1] != 92 { end += 1 }
      end += 1
    }
    if bytes[start - 1] == 92, end > start + 1, bytes[end - 1] == 92 { end -= 1 }
    let range = (start + 1)..<min(end, bytes.count)
    return isWorthMasking(range) ? range : nil
  }

  private static let plainWords: Set<String> = [
    "null", "nil", "none", "true", "false", "yes", "no", "undefined", "***", "****", "-", "ok", "valid", "invalid",
    "expired", "missing", "present", "absent", "empty", "required", "unknown", "failed", "revoked", "set", "unset",
  ]

  /// Empty values, words that say there is none, and numbers of one digit tell nothing.
  private func isWorthMasking(_ range: Range<Int>) -> Bool {
    guard range.count > 1, !has("[masked]", at: range.lowerBound) else { return false }
    let word = String(decoding: bytes[range], as: UTF8.self).lowercased()
    return !Self.plainWords.contains(word)
  }

  /// `scheme://user:password@host`: the password; the colon stands at `colon`.
  func urlPassword(colon: Int) -> Range<Int>? {
    guard bytes[colon] == 58, colon + 2 < bytes.count, bytes[colon + 1] != 47 else { return nil }
    var start = colon
    while start > 0, colon - start < 64,
      isWordByte(bytes[start - 1]) || bytes[start - 1] == 45 || bytes[start - 1] == 46
    {
      start -= 1
    }
    guard start >= 3, bytes[start - 1] == 47, bytes[start - 2] == 47, bytes[start - 3] == 58 else { return nil }
    var end = colon + 1
    while end < bytes.count, bytes[end] > 32, bytes[end] != 64, bytes[end] != 47, bytes[end] != 34 { end += 1 }
    guard end < bytes.count, bytes[end] == 64, end > colon + 1 else { return nil }
    return (colon + 1)..<end
  }
}
