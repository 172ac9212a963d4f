/// Secrets that show by their own shape.
extension MaskFinder {
  /// `Bearer eyJ…`, `Basic dXNlcjp…`: what follows the scheme.
  func credentials(at: Int) -> Range<Int>? {
    for scheme: StaticString in ["Bearer ", "bearer ", "Basic ", "basic "] where has(scheme, at: at) {
      let start = at + scheme.utf8CodeUnitCount
      let end = endOfValue(from: start)
      // `Basic settings` is prose: credentials are long, and of digits as well as letters.
      guard end - start >= 12, bytes[start..<end].contains(where: \.isASCIIDigit) else { return nil }
      return start..<end
    }
    return nil
  }

  /// Keys that their makers gave a prefix to be found by: AWS, GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, SendGrid,
  /// Vault, Docker, DigitalOcean, OpenAI, Anthropic, Hugging Face.
  func prefixedKey(at: Int) -> Range<Int>? {
    for (prefix, lengthMin) in Self.prefixes where has(prefix, at: at) {
      var end = at
      while end < bytes.count, isWordByte(bytes[end]) || bytes[end] == 45 || isInnerPoint(end) { end += 1 }
      let body = at + prefix.utf8CodeUnitCount
      // A key that was shortened still shows its first part.
      if end - at >= lengthMin || lengthMin <= 20 && end > body && has("…", at: end) { return at..<end }
    }
    return nil
  }

  /// A point between two bytes of a word, and not the end of a sentence.
  private func isInnerPoint(_ index: Int) -> Bool {
    bytes[index] == 46 && index + 1 < bytes.count && isWordByte(bytes[index + 1])
  }

  private static let prefixes: [(StaticString, Int)] = [
    ("AKIA", 20), ("ASIA", 20), ("ghp_", 20), ("gho_", 20), ("ghs_", 20), ("ghu_", 20), ("ghr_", 20),
    ("github_pat_", 20), ("glpat-", 20), ("xoxb-", 20), ("xoxp-", 20), ("xoxa-", 20), ("xoxs-", 20), ("xoxe-", 20),
    ("xapp-", 20), ("sk_live_", 20), ("rk_live_", 20), ("sk_test_", 20), ("rk_test_", 20), ("whsec_", 30), ("AIza", 35),
    ("ya29.", 30), ("npm_", 40), ("pypi-AgEI", 40), ("SG.", 50), ("hvs.", 24), ("dckr_pat_", 25), ("dop_v1_", 40),
    ("sk-proj-", 40), ("sk-ant-", 40), ("hf_", 34),
  ]

  /// `hooks.slack.com/services/T…/B…/…`: who knows the path may post.
  func hookPath(at: Int) -> Range<Int>? {
    for host: StaticString in ["hooks.slack.com/services/", "discord.com/api/webhooks/"] where has(host, at: at) {
      let start = at + host.utf8CodeUnitCount
      let end = endOfValue(from: start)
      return end - start >= 20 ? start..<end : nil
    }
    return nil
  }

  /// `--password hunter2`, `--db-token abc1`: an option and its value; prose holds no digit there.
  func optionValue(at: Int) -> Range<Int>? {
    guard has("--", at: at), at == 0 || bytes[at - 1] == 32 || bytes[at - 1] == 34 else { return nil }
    var end = at + 2
    while end < bytes.count, isWordByte(bytes[end]) || bytes[end] == 45 { end += 1 }
    guard end < bytes.count, bytes[end] == 32, isSecretKey(before: end) else { return nil }
    let value = (end + 1)..<endOfValue(from: end + 1)
    guard value.count >= 4, bytes[value.lowerBound] != 45, bytes[value].contains(where: \.isASCIIDigit) else {
      return nil
    }
    return value
  }

  /// `eyJ….eyJ….…` (RFC 7519): three parts of base64url.
  func webToken(at: Int) -> Range<Int>? {
    guard has("eyJ", at: at) else { return nil }
    var end = at
    var points = 0
    while end < bytes.count, isWordByte(bytes[end]) || bytes[end] == 45 || bytes[end] == 46 {
      if bytes[end] == 46 { points += 1 }
      end += 1
    }
    return points >= 1 && end - at >= 24 ? at..<end : nil
  }

  /// `name@host.example`, from the first byte of the name.
  func address(at: Int) -> Range<Int>? {
    var end = at
    while end < bytes.count, end - at < 65,
      isWordByte(bytes[end]) || bytes[end] == 46 || bytes[end] == 45 || bytes[end] == 43
    { end += 1 }
    guard end < bytes.count, bytes[end] == 64, end - at <= 64 else { return nil }
    let domain = end + 1
    end = domain
    var lastPoint = -1
    while end < bytes.count, bytes[end].isASCIILetter || bytes[end].isASCIIDigit || bytes[end] == 45 || bytes[end] == 46
    {
      if bytes[end] == 46 { lastPoint = end }
      end += 1
    }
    while end > domain, bytes[end - 1] == 46 || bytes[end - 1] == 45 { end -= 1 }
    if lastPoint >= end { lastPoint = bytes[domain..<end].lastIndex(of: 46) ?? -1 }
    // A domain without a point is a database or a module: `shop@shop`, `getty@tty1.service` has none of letters only.
    guard lastPoint > domain, end - lastPoint >= 3,
      bytes[(lastPoint + 1)..<end].allSatisfy(\.isASCIILetter), !isUnitName(lastPoint + 1, end)
    else { return nil }
    return at..<end
  }

  /// Templates of systemd and images of double density look like addresses: `getty@tty1.service`, `logo@2x.png`.
  private func isUnitName(_ start: Int, _ end: Int) -> Bool {
    let endings: [StaticString] = [
      "service", "socket", "timer", "mount", "target", "slice", "scope", "device", "path", "png", "jpg", "gif", "svg",
      "webp", "js", "css",
    ]
    return endings.contains { end - start == $0.utf8CodeUnitCount && has($0, at: start) }
  }

  /// 13 to 19 digits, in one or in groups of four, that a card could have: issuer's first digit, Luhn check digit.
  func cardNumber(at: Int) -> Range<Int>? {
    // 3, 4, 5, 6 and 2 begin the numbers of card issuers (ISO/IEC 7812).
    guard (50...54).contains(bytes[at]), at == 0 || (bytes[at - 1] != 46 && bytes[at - 1] != 45) else { return nil }
    var digits: [UInt8] = []
    var end = at
    var lastDigit = at
    var separator: UInt8?
    var separators = 0
    while end < bytes.count, digits.count < 20 {
      let byte = bytes[end]
      if byte.isASCIIDigit {
        digits.append(byte - 48)
        lastDigit = end
      } else if byte == 32 || byte == 45, digits.count.isMultiple(of: 4), separator == nil || separator == byte,
        end + 1 < bytes.count, bytes[end + 1].isASCIIDigit
      {
        separator = byte
        separators += 1
      } else {
        break
      }
      end += 1
    }
    end = lastDigit + 1
    guard end == bytes.count || !isWordByte(bytes[end]), separators == 0 || separators == 3, !isIdentifier(at: at),
      isCard(digits, isGrouped: separators > 0)
    else { return nil }
    return at..<end
  }

  /// Whether a key before says that this is the number of something: `rid=5317…`, `"orderId": "5317…"`.
  private func isIdentifier(at: Int) -> Bool {
    var separator = at - 1
    while separator >= 0, at - separator < 4, [32, 34, 39, 92].contains(bytes[separator]) { separator -= 1 }
    guard separator > 2, bytes[separator] == 61 || bytes[separator] == 58, let key = key(before: separator) else {
      return false
    }
    return key.suffix(2) == Array("id".utf8)[...]
  }

  private func isCard(_ digits: [UInt8], isGrouped: Bool) -> Bool {
    guard isGrouped ? digits.count == 16 : (14...16).contains(digits.count) else { return false }
    let leading = digits[0..<2].reduce(0) { $0 * 10 + Int($1) }
    let isIssuer =
      switch digits.count {
      case 16:
        digits[0] == 4 || (51...55).contains(leading) || (22...27).contains(leading)
          || [60, 62, 64, 65, 35].contains(leading)
      case 15: leading == 34 || leading == 37
      default: leading == 30 || leading == 36 || leading == 38
      }
    guard isIssuer else { return false }
    var sum = 0
    for (offset, digit) in digits.reversed().enumerated() {
      let value = offset.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum.isMultiple(of: 10)
  }

  /// `+1 555 0100`, `+49-30-1234567`: an international number of 8 to 15 digits in groups, or of 10 and more in one.
  func phoneNumber(at: Int) -> Range<Int>? {
    guard at == 0 || !isWordByte(bytes[at - 1]), at + 1 < bytes.count, (49...57).contains(bytes[at + 1]) else {
      return nil
    }
    var end = at + 1
    var digits = 0
    var groups = 1
    while end < bytes.count, digits <= 15 {
      if bytes[end].isASCIIDigit {
        digits += 1
      } else if bytes[end] == 32 || bytes[end] == 45, end + 1 < bytes.count, bytes[end + 1].isASCIIDigit {
        groups += 1
      } else {
        break
      }
      end += 1
    }
    guard (8...15).contains(digits), groups > 1 || digits >= 10, end == bytes.count || !isWordByte(bytes[end]) else {
      return nil
    }
    return at..<end
  }

  /// `-----BEGIN PRIVATE KEY-----` and all of the text behind it, up to its end mark.
  func privateKey(at: Int) -> Range<Int>? {
    guard has("-----BEGIN ", at: at), let label = bytes.span.firstIndex(of: 45, from: at + 11),
      has("PRIVATE KEY", at: label - 11)
    else { return nil }
    var end = label
    while end < bytes.count, !has("-----END ", at: end) { end += 1 }
    return min(label + 5, bytes.count)..<end
  }
}
