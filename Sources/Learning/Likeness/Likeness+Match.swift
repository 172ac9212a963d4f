extension LikenessIndex.Match {
  /// Why, in sentences that a person can check: evidence first, then words, then where.
  package var reasons: [String] {
    var reasons: [String] = []
    if let first = patterns.first {
      reasons.append(
        patterns.count == 1
          ? "shares a pattern of its evidence: '\(first)'"
          : "shares \(patterns.count) patterns of its evidence, first '\(first)'")
    }
    if !words.isEmpty { reasons.append("the \(words.count == 1 ? "word" : "words") \(words.joined(separator: ", "))") }
    if !services.isEmpty {
      reasons.append("the failing \(services.count == 1 ? "service" : "services") \(services.joined(separator: ", "))")
    }
    if !components.isEmpty {
      reasons.append("the \(components.count == 1 ? "component" : "components") \(components.joined(separator: ", "))")
    }
    return reasons
  }
}
