import EvidenceReading

/// Finds secrets, personal data and the layout of systems in a text.
///
/// Passwords, tokens and keys are those that ``Masking`` knows; here stand what a publication refuses beside them.
struct SensitiveFinder {
  struct Find {
    var range: Range<Int>
    var rule: PublicationRule
  }

  let bytes: [UInt8]
  private let hosts: Set<String>
  private let hostEndings: [String]
  private var finds: [Find] = []

  init(_ bytes: [UInt8], internalHosts: [String]) {
    self.bytes = bytes
    let names = internalHosts.map { $0.lowercased() }
    hosts = Set(names.filter { !$0.hasPrefix("*.") })
    hostEndings = names.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst()) }
  }

  /// What was found, in order, without overlap.
  mutating func find() -> [Find] {
    for range in Masking.ranges(in: bytes) { finds.append(Find(range: range, rule: rule(ofMasked: range))) }
    var at = 0
    while at < bytes.count {
      let isStart = at == 0 || !bytes[at - 1].isWordByte
      if isStart, bytes[at].isWordByte || bytes[at] == 58 || bytes[at] == 43 || bytes[at] == 40 {
        if let find = shape(at) { finds.append(find) }
      }
      at += 1
    }
    return withoutOverlap()
  }

  private func shape(_ at: Int) -> Find? {
    let shapes: [(PublicationRule, (Int) -> Range<Int>?)] = [
      (.bankAccount, bankAccount), (.nationalIdentifier, nationalIdentifier), (.cardNumber, cardNumber),
      (.networkAddress, addressOfFour), (.networkAddress, addressOfSix), (.telephoneNumber, telephoneNumber),
      (.internalHost, internalHost),
    ]
    for (rule, find) in shapes {
      if let range = find(at) { return Find(range: range, rule: rule) }
    }
    return nil
  }

  private func rule(ofMasked range: Range<Int>) -> PublicationRule {
    let words = String(decoding: bytes[range], as: UTF8.self)
    let before = String(decoding: bytes[max(0, range.lowerBound - 30)..<range.lowerBound], as: UTF8.self)
    if before.contains("PRIVATE KEY-----") { return .privateKey }
    if nationalIdentifier(range.lowerBound) != nil { return .nationalIdentifier }
    if bankAccount(range.lowerBound) != nil { return .bankAccount }
    if words.hasPrefix("+") { return .telephoneNumber }
    if words.allSatisfy({ $0.isNumber || $0 == " " || $0 == "-" }), words.count(where: \.isNumber) >= 13 {
      return .cardNumber
    }
    let parts = words.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].contains(".") && !before.hasSuffix("://") ? .mailAddress : .secret
  }

  private func withoutOverlap() -> [Find] {
    var result: [Find] = []
    let sorted = finds.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for find in sorted.map(\.element) where find.range.lowerBound >= result.last?.range.upperBound ?? 0 {
      result.append(find)
    }
    return result
  }

  // MARK: Numbers

  /// The digits of a number in groups, and where it ends.
  private func digits(_ start: Int, separators: String, most: Int) -> (digits: [UInt8], end: Int) {
    var digits: [UInt8] = []
    var end = start
    var at = start
    while at < bytes.count, digits.count <= most {
      if bytes[at].isDigitByte {
        digits.append(bytes[at] - 48)
        end = at + 1
      } else if !separators.utf8.contains(bytes[at]) || at > end + 2 {
        break
      }
      at += 1
    }
    return (digits, end)
  }

  private func ends(_ index: Int) -> Bool { index >= bytes.count || !bytes[index].isWordByte }

  /// 13 to 19 digits of a card issuer with a right check digit (ISO/IEC 7812).
  private func cardNumber(_ at: Int) -> Range<Int>? {
    guard (50...54).contains(bytes[at]), at == 0 || bytes[at - 1] != 46 && bytes[at - 1] != 45 else { return nil }
    let (digits, end) = digits(at, separators: " -", most: 19)
    guard (13...19).contains(digits.count), ends(end), Set(digits).count > 2, isGroupedAsCard(at..<end) else {
      return nil
    }
    var sum = 0
    for (offset, digit) in digits.reversed().enumerated() {
      let value = offset.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum.isMultiple(of: 10) ? at..<end : nil
  }

  /// In one, or in the groups in which cards show their numbers.
  private func isGroupedAsCard(_ range: Range<Int>) -> Bool {
    let groups = bytes[range].split { !$0.isDigitByte }.map(\.count)
    return groups.count == 1 || [[4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3]].contains(groups)
  }

  /// An international bank account number: country, two check digits, modulo 97 (ISO 13616).
  private func bankAccount(_ at: Int) -> Range<Int>? {
    guard at + 14 < bytes.count, isCapital(at), isCapital(at + 1), bytes[at + 2].isDigitByte, bytes[at + 3].isDigitByte
    else { return nil }
    var signs: [UInt8] = []
    var end = at
    while end < bytes.count, signs.count < 34 {
      if isCapital(end) || bytes[end].isDigitByte {
        signs.append(bytes[end])
      } else if bytes[end] != 32 || !signs.count.isMultiple(of: 4) || end + 1 >= bytes.count
        || !(isCapital(end + 1) || bytes[end + 1].isDigitByte)
      {
        break
      }
      end += 1
    }
    guard (15...34).contains(signs.count), ends(end) else { return nil }
    var rest = 0
    for sign in signs[4...] + signs[..<4] {
      let value = sign.isDigitByte ? Int(sign) - 48 : Int(sign) - 55
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    return rest == 1 ? at..<end : nil
  }

  private func isCapital(_ index: Int) -> Bool { (65...90).contains(bytes[index]) }

  /// A social security number of the United States behind its name, or a French one with a right key.
  private func nationalIdentifier(_ at: Int) -> Range<Int>? {
    guard bytes[at].isDigitByte else { return nil }
    let (digits, end) = digits(at, separators: " -", most: 15)
    guard ends(end) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1) }
    if digits.count == 15, digits[0] == 1 || digits[0] == 2, (1...12).contains(Int(digits[3]) * 10 + Int(digits[4])) {
      return 97 - number / 100 % 97 == number % 100 ? at..<end : nil
    }
    guard digits.count == 9, end - at == 11, number / 1_000_000 != 666, (1..<900).contains(number / 1_000_000) else {
      return nil
    }
    let before = labelBefore(at)
    return before.contains("ssn") || before.contains("social security") ? at..<end : nil
  }

  private func labelBefore(_ at: Int) -> String {
    String(decoding: bytes[max(0, at - 28)..<at], as: UTF8.self).lowercased()
  }

  /// `+49 (0)30 123456`, `(555) 010-0123`, and numbers behind `tel`, `phone`, `mobile`.
  private func telephoneNumber(_ at: Int) -> Range<Int>? {
    if bytes[at] == 43 {
      let (digits, end) = digits(at + 1, separators: " -./()", most: 15)
      return (8...15).contains(digits.count) && ends(end) && end > at + 1 && at + 1 < bytes.count
        && bytes[at + 1].isDigitByte ? at..<end : nil
    }
    guard bytes[at] == 40 || bytes[at].isDigitByte else { return nil }
    let start = bytes[at] == 40 ? at + 1 : at
    guard start < bytes.count, bytes[start].isDigitByte else { return nil }
    let (digits, end) = digits(start, separators: " -./()", most: 15)
    guard ends(end) else { return nil }
    let written = String(decoding: bytes[at..<end], as: UTF8.self)
    let shape = String(written.map { $0.isNumber ? "d" : $0 })
    if ["(ddd) ddd-dddd", "ddd-ddd-dddd", "(ddd)ddd-dddd"].contains(shape) { return at..<end }
    let label = labelBefore(at).suffix(14)
    let words = ["tel", "phone", "mobile", "handy", "fax", "call me"]
    let isLabelled = words.contains { word in
      guard let found = label.firstRange(of: word) else { return false }
      let rest = label[found.upperBound...].drop { $0 == "." }
      return rest.allSatisfy { !$0.isNumber && $0 != "." }
    }
    return (6...15).contains(digits.count) && isLabelled && !isDate(written) ? at..<end : nil
  }

  private func isDate(_ text: String) -> Bool {
    let parts = text.split { $0 == "-" || $0 == "." || $0 == "/" }
    return parts.count == 3 && parts.contains { $0.count == 4 } && parts.count { $0.count <= 2 } == 2
  }

  // MARK: Networks

  /// Four numbers to 255; a version, which says so, is none.
  private func addressOfFour(_ at: Int) -> Range<Int>? {
    guard bytes[at].isDigitByte, at == 0 || bytes[at - 1] != 46 && bytes[at - 1] != 45 else { return nil }
    var end = at
    for group in 0..<4 {
      var value = 0
      let start = end
      while end < bytes.count, bytes[end].isDigitByte, end - start < 4 {
        value = value * 10 + Int(bytes[end] - 48)
        end += 1
      }
      guard end > start, end - start < 4, value <= 255 else { return nil }
      if group < 3 {
        guard end < bytes.count, bytes[end] == 46 else { return nil }
        end += 1
      }
    }
    guard ends(end), !(end + 1 < bytes.count && bytes[end] == 46 && bytes[end + 1].isDigitByte) else { return nil }
    let before = labelBefore(at)
    return ["version ", "release ", "build "].contains { before.hasSuffix($0) } ? nil : at..<end
  }

  /// Eight groups of hexadecimal digits, or fewer around `::` (RFC 4291, section 2.2).
  private func addressOfSix(_ at: Int) -> Range<Int>? {
    guard at == 0 || bytes[at - 1] != 58 else { return nil }
    var end = at
    while end < bytes.count, end - at < 48, bytes[end] == 58 || isHex(bytes[end]) { end += 1 }
    // Points end the text of an address within another one, as in `::ffff:10.0.0.1`; the address of four is found there.
    while end > at, bytes[end - 1] == 58, !(end - 2 >= at && bytes[end - 2] == 58) { end -= 1 }
    guard end - at >= 3, ends(end) else { return nil }
    let groups = bytes[at..<end].split(separator: 58, omittingEmptySubsequences: false)
    guard groups.count >= 3, groups.allSatisfy({ $0.count <= 4 }) else { return nil }
    let gaps = bytes[at..<(end - 1)].indices.count { bytes[$0] == 58 && bytes[$0 + 1] == 58 }
    let filled = groups.count { !$0.isEmpty }
    let isWhole = gaps == 0 && filled == 8
    // `Face::add` and `3::4` are written in code and prose; an address is longer and has digits.
    let isLong =
      bytes[at..<end].contains(where: \.isDigitByte)
      && (filled > 2 || groups.contains { $0.count > 2 } || end - at == 3)
    return isWhole || gaps == 1 && (1...7).contains(filled) && isLong && groups.count <= 9 ? at..<end : nil
  }

  private func isHex(_ byte: UInt8) -> Bool {
    byte.isDigitByte || (97...102).contains(byte) || (65...70).contains(byte)
  }

  private static let insideEndings: Set<String> = [
    "internal", "local", "lan", "corp", "intra", "intranet", "localdomain",
  ]

  /// Names below the endings of inner networks, and those the team has listed.
  private func internalHost(_ at: Int) -> Range<Int>? {
    guard at == 0 || bytes[at - 1] != 46 && bytes[at - 1] != 45 else { return nil }
    var end = at
    while end < bytes.count, bytes[end] == 45 || bytes[end] == 46 || bytes[end].isWordByte && bytes[end] < 128 {
      end += 1
    }
    while end > at, bytes[end - 1] == 46 || bytes[end - 1] == 45 { end -= 1 }
    guard end > at else { return nil }
    let name = String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
    if hosts.contains(name) || hostEndings.contains(where: { name.hasSuffix($0) }) { return at..<end }
    let labels = name.split(separator: ".")
    // `app03.` at the end of a word list, `app03-old`: the listed name within a longer one.
    if let first = labels.first, hosts.contains(String(first)), labels.count > 1 { return at..<end }
    guard labels.count >= 2, let last = labels.last else { return nil }
    let isInside =
      Self.insideEndings.contains(String(last)) || name.hasSuffix(".svc.cluster.local")
      || name.hasSuffix(".home.arpa")
    return isInside ? at..<end : nil
  }
}
