/// Durations as people write them in plans: `5 min`, `1 h 30 min`, `90 s`, `2 days`, `half an hour`.
package enum PlanDuration {
  private static let units: [(names: Set<String>, seconds: Double)] = [
    (["s", "sec", "secs", "second", "seconds"], 1),
    (["m", "min", "mins", "minute", "minutes"], 60),
    (["h", "hr", "hrs", "hour", "hours"], 3600),
    (["d", "day", "days"], 86_400),
    (["w", "week", "weeks"], 604_800),
  ]

  private static let words: [String: Double] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20,
    "thirty": 30, "sixty": 60,
  ]

  /// Words before a number that change nothing: `within 5 min`.
  private static let leads: Set<String> = [
    "within", "max", "about", "ca", "~", "≤", "<", "and", "up", "to", "at", "most",
  ]

  /// Whole seconds; nil for anything that is not a duration, and for a bare number.
  package static func seconds(_ text: String) -> Int? {
    var total = 0.0
    var number: Double?
    var found = false
    for word in tokens(text) {
      if let value = Double(word) ?? words[word] {
        guard number == nil else { return nil }
        number = value
      } else if word == "half" {
        guard number == nil else { return nil }
        number = 0.5
      } else if let unit = units.first(where: { $0.names.contains(word) }) {
        guard let value = number else { return nil }
        total += value * unit.seconds
        number = nil
        found = true
      } else if !leads.contains(word) {
        return nil
      }
    }
    guard found, number == nil, total.isFinite, total >= 0, total <= 1e9 else { return nil }
    return Int(total.rounded())
  }

  /// In the two largest units, as a person says it: `1 h 30 min`.
  package static func words(seconds: Int) -> String {
    let parts = [
      (seconds / 86_400, "d"), (seconds % 86_400 / 3600, "h"), (seconds % 3600 / 60, "min"), (seconds % 60, "s"),
    ]
    let used = parts.filter { $0.0 > 0 }.prefix(2)
    return used.isEmpty ? "0 min" : used.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  private static func tokens(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var isNumber = false
    func flush() {
      if !current.isEmpty { result.append(current) }
      current = ""
    }
    for character in text.lowercased() {
      let digit = character.isASCII && (character.isNumber || character == ".")
      if character.isWhitespace || character == "," {
        flush()
      } else {
        if !current.isEmpty, digit != isNumber { flush() }
        current.append(character)
        isNumber = digit
      }
    }
    flush()
    var tokens = result.map { $0 == "." ? "" : $0 }.filter { !$0.isEmpty }
    // `half an hour` and `half a day`.
    for index in tokens.indices.dropLast() where tokens[index] == "half" && ["a", "an"].contains(tokens[index + 1]) {
      tokens[index + 1] = "and"
    }
    return tokens.map { $0.hasSuffix(".") && $0.count > 1 ? String($0.dropLast()) : $0 }
  }
}
