import Interchange
package import Schemas

/// Makes values that fit a schema, and now and then ones that do not.
package enum ValueGenerator {
  private static let oddities: [JSONValue] = [
    nil, true, 0, -1, .number(0.5), .number(1e300), "", " ", "\u{0}", "a\nb", "x", "active", [], [:], [nil],
    "2026-02-28T00:00:00Z", .string(String(repeating: "é", count: 6000)),
  ]

  /// `chaos` is the share of values that do not fit, at each level.
  package static func value(for schema: Schema, chaos: Double, using generator: inout SeededGenerator) -> JSONValue {
    if Double.random(in: 0..<1, using: &generator) < chaos {
      return oddities.randomElement(using: &generator) ?? nil
    }
    if schema.isNullable, Bool.random(using: &generator) { return nil }
    switch schema.kind {
    case .text(let rules): return .string(text(rules, using: &generator))
    case .choice(let words): return .string(words.randomElement(using: &generator) ?? "")
    case .integer(let range):
      return .integer(
        [range.lowerBound, range.upperBound, (range.lowerBound + range.upperBound) / 2].randomElement(using: &generator)
          ?? 0)
    case .number(let range): return .number(Double.random(in: range, using: &generator))
    case .flag: return .bool(Bool.random(using: &generator))
    case .instant:
      return .string(["2026-03-01T13:45:00Z", "1999-12-31T23:59:60+01:00"].randomElement(using: &generator) ?? "")
    case .list(let element, let count):
      let length = Int.random(in: count.lowerBound...min(count.upperBound, count.lowerBound + 3), using: &generator)
      return .array((0..<length).map { _ in value(for: element, chaos: chaos, using: &generator) })
    case .object(let properties):
      var members: [String: JSONValue] = [:]
      for property in properties where property.isRequired || Bool.random(using: &generator) {
        if Double.random(in: 0..<1, using: &generator) < chaos / 2 { continue }
        members[property.name] = value(for: property.schema, chaos: chaos, using: &generator)
      }
      if Double.random(in: 0..<1, using: &generator) < chaos / 2 { members["unexpected"] = 1 }
      return .object(members)
    case .anything: return ["a": 1]
    }
  }

  private static func text(_ rules: Schema.TextRules, using generator: inout SeededGenerator) -> String {
    if let pattern = rules.pattern {
      let samples = ["#a0b1c2", "INC-7", "inc-12", "checkout", "orders-2", "NM-1", "MW-3"]
      let fitting = samples.filter { sample in (try? Regex(pattern)).flatMap { try? $0.wholeMatch(in: sample) } != nil }
      return fitting.randomElement(using: &generator) ?? ""
    }
    let length = Int.random(in: max(rules.length.lowerBound, 1)...min(rules.length.upperBound, 40), using: &generator)
    let letters: [Character] = ["a", "Z", "9", " ", "<", "&", "'", "\"", "é", "😀", "\u{202E}", "/"]
    return "a"
      + String((1..<max(length, 1)).map { _ in letters.randomElement(using: &generator) ?? "a" }).prefix(length - 1)
  }
}
