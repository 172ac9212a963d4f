package import Plans

/// A plan that may fit an incident, and why.
package struct PlanMatch: Hashable, Sendable {
  /// What a plan and an incident share.
  package enum Reason: Hashable, Sendable {
    /// Log patterns that the plan names and the evidence shows.
    case patterns([String])
    case components([String])
    /// Words of the plan's title and signs.
    case words([String])
  }

  /// Name of the plan.
  package var plan: String
  package var title: String
  package var score: Double
  /// The strongest first.
  package var reasons: [Reason]

  /// What an incident shows of itself.
  package struct Signs: Sendable {
    /// Title, impact, notes, alerts: what people and machines wrote.
    package var text: String
    /// Identifiers and names.
    package var components: Set<String>
    /// Identities of log patterns.
    package var patterns: Set<String>

    package init(text: String, components: Set<String> = [], patterns: Set<String> = []) {
      self.text = text
      self.components = components
      self.patterns = patterns
    }
  }

  private static let wordsMax = 6
  /// Words that say much alone: a plan whose one rare word is met is worth a look; two common ones are as well.
  private static let scoreMin = 1.0

  /// The plans that fit, the best first; plans without steps are left out.
  ///
  /// A word weighs the more the fewer plans have it; patterns and components weigh more than words.
  package static func matches(_ plans: [Plan], _ signs: Signs, max: Int = 3) -> [PlanMatch] {
    let plans = plans.filter { !$0.steps.isEmpty }
    let seen = Set(WordCounts.words(in: signs.text))
    let words = plans.map { plan in Set(WordCounts.words(in: "\(plan.title) \(plan.trigger ?? "")")) }
    var spread: [String: Int] = [:]
    for word in words.joined() { spread[word, default: 0] += 1 }
    let components = Set(signs.components.map { $0.lowercased() })
    let all = zip(plans, words).compactMap { plan, words -> PlanMatch? in
      let patterns = plan.patterns.filter(signs.patterns.contains)
      let shared = plan.components.filter { components.contains($0.lowercased()) }
      let common = words.intersection(seen).map { word in (word, 2.0 / Double(1 + (spread[word] ?? 1))) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      let worth = common.reduce(0) { $0 + $1.1 }
      // A component alone says where it is, not what it is.
      let score = Double(patterns.count) * 4 + (shared.isEmpty ? 0 : 0.75) + worth
      guard score >= scoreMin else { return nil }
      var reasons: [Reason] = []
      if !patterns.isEmpty { reasons.append(.patterns(patterns)) }
      if !common.isEmpty { reasons.append(.words(common.prefix(wordsMax).map(\.0))) }
      if !shared.isEmpty { reasons.append(.components(shared)) }
      return PlanMatch(plan: plan.name, title: plan.title, score: score, reasons: reasons)
    }
    return Array(all.sorted { ($1.score, $0.plan) < ($0.score, $1.plan) }.prefix(max))
  }
}
