/// What names, addresses and headers must be, wherever a guard is declared.
enum GuardRules {
  static func problem(name: String) -> String? {
    guard name.count <= GuardLimits.nameCharactersMax else {
      return "the name has \(name.count) characters, more than \(GuardLimits.nameCharactersMax)"
    }
    let isSlug = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    return isSlug && !name.isEmpty && !name.hasPrefix("-") ? nil : "'\(name)' cannot be the name of a guard"
  }

  static func problem(reference: String, _ key: String) -> String? {
    let isPlain = reference.utf8.allSatisfy {
      (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45
    }
    return isPlain && reference.contains(where: \.isNumber)
      ? nil : "'\(key)' is '\(reference)', which is not a number of the record"
  }

  static func problem(url: String) -> String? {
    let lower = url.lowercased()
    guard let scheme = ["http://", "https://"].first(where: lower.hasPrefix) else {
      return "does not begin with http:// or https://"
    }
    let rest = url.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.isEmpty, !authority.hasPrefix(":") else { return "names no machine" }
    // Whoever reads the report reads the address.
    guard !authority.contains("@") else { return "holds a name or a password before an @" }
    guard url.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 }) else {
      return "holds spaces or characters that an address cannot hold"
    }
    return nil
  }

  static func problem(header name: String, _ value: String) -> String? {
    let isToken = name.utf8.allSatisfy {
      (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
    }
    guard isToken, !name.isEmpty, name.count <= 100 else { return "'\(name)' is not the name of a header" }
    let isLine = !value.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
    return isLine ? nil : "the header '\(name)' has more than one line"
  }

  static func isVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 95
    }
  }

  /// Names of the variables that stand as `${NAME}` in a text.
  static func variables(in text: String) -> [String] {
    text.matches(of: /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/).map { String($0.output.1) }
  }
}

extension GuardDefinition {
  /// What keeps this definition from being used, for one that comes from elsewhere than a file; empty where nothing does.
  ///
  /// Sentences that begin in lower case.
  package var problems: [String] {
    var found = [GuardRules.problem(name: name)].compactMap(\.self)
    if title.trimmingSpaces.isEmpty { found.append("the guard has no title") }
    if title.count > GuardLimits.titleCharactersMax {
      found.append("the title has \(title.count) characters, more than \(GuardLimits.titleCharactersMax)")
    }
    if let next, next.count > GuardLimits.nextCharactersMax {
      found.append("'next' has \(next.count) characters, more than \(GuardLimits.nextCharactersMax)")
    }
    for (key, reference) in [("protects", protects), ("action", action)] {
      if let reference { found += [GuardRules.problem(reference: reference, key)].compactMap(\.self) }
    }
    if !(GuardLimits.secondsMin...GuardLimits.secondsMax).contains(withinSeconds) {
      found.append("'within' is outside of 100ms to 10m")
    }
    if let everySeconds, !(GuardLimits.everySecondsMin...GuardLimits.everySecondsMax).contains(everySeconds) {
      found.append("'every' is outside of 1m to 31d")
    }
    switch kind {
    case .http(let check):
      found += problems(url: check.url, headers: check.headers)
      if !HTTPCheck.methods.contains(check.method) { found.append("'method' is '\(check.method)'") }
      let texts = [check.bodyHas, check.bodyLacks].compactMap(\.self) + check.json.keys
      let isLong = texts.contains { $0.count > GuardLimits.textCharactersMax }
      if isLong || check.json.count > GuardLimits.entriesMax {
        found.append("what is expected is longer than \(GuardLimits.textCharactersMax) characters")
      }
    case .promql(let check):
      found += problems(url: check.server, headers: check.headers)
      if check.query.trimmingSpaces.isEmpty { found.append("the query is empty") }
      if check.query.count > GuardLimits.textCharactersMax {
        found.append("the query has \(check.query.count) characters, more than \(GuardLimits.textCharactersMax)")
      }
    case .command, .pattern: break
    }
    return found
  }

  private func problems(url: String, headers: [String: String]) -> [String] {
    var found = [GuardRules.problem(url: url)].compactMap { $0.map { "the address " + $0 } }
    if url.count > GuardLimits.textCharactersMax { found.append("the address is longer than 4000 characters") }
    if headers.count > GuardLimits.entriesMax { found.append("there are more than \(GuardLimits.entriesMax) headers") }
    found += headers.sorted { $0.key < $1.key }.compactMap { GuardRules.problem(header: $0.key, $0.value) }
    return found
  }
}
