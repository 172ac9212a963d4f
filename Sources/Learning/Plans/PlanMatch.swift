package import Plans

/// A plan that may fit an incident, and why.
package struct PlanMatch: Hashable, Sendable {
  /// What a plan and an incident share.
  package enum Reason: Hashable, Sendable {
    /// Log patterns that the plan names and the evidence shows.
    case patterns([String])
    case components([String])
    /// Words of the plan's title, of what sets it off, and of how one recognises it.
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
    /// What is broken, in the words of whoever declared it.
    package var title: String
    /// Impact, notes, alerts: what people and machines wrote since.
    package var text: String
    /// Identifiers and names.
    package var components: Set<String>
    /// Identities of log patterns.
    package var patterns: Set<String>

    package init(title: String, text: String = "", components: Set<String> = [], patterns: Set<String> = []) {
      self.title = title
      self.text = text
      self.components = components
      self.patterns = patterns
    }
  }

  private static let wordsMax = 6
  /// One word of a plan's title, or two of its signs, in what was declared.
  private static let titleScoreMin = 0.65
  /// Notes talk of many things: they alone, or with the title, must say more.
  private static let scoreMin = 1.2
  /// What is far behind the best is no help.
  private static let shareOfBestMin = 0.6

  /// The plans that fit, the best first; plans without steps are left out.
  ///
  /// A word weighs the more the fewer plans have it, and more in a plan's title than among its signs; patterns and
  /// components weigh more than words. Cost grows with the length of the plans.
  package static func matches(_ plans: [Plan], _ signs: Signs, max: Int = 3) -> [PlanMatch] {
    let plans = plans.filter { !$0.steps.isEmpty }
    let sides = plans.map(PlanSide.init)
    let rarity = PlanSide.rarity(in: sides)
    let title = ToldWords(signs.title).words
    let notes = ToldWords(signs.text).words.subtracting(title)
    let components = Set(signs.components.map { $0.lowercased() })
    let all = zip(plans, sides).compactMap { plan, side -> PlanMatch? in
      let patterns = plan.patterns.filter(signs.patterns.contains)
      let shared = plan.components.filter { components.contains($0.lowercased()) }
      let inTitle = side.weights(of: title, apart: 0.35, rarity)
      let inNotes = side.weights(of: notes, scale: 0.6, rarity)
      // A component alone says where it is, not what it is.
      let strong = Double(patterns.count) * 4 + (shared.isEmpty ? 0 : 0.75) + inTitle.reduce(0) { $0 + $1.weight }
      let score = strong + inNotes.reduce(0) { $0 + $1.weight }
      let isNamed = !inTitle.isEmpty || !patterns.isEmpty
      guard isNamed && strong >= titleScoreMin || score >= scoreMin else { return nil }
      let common = (inTitle + inNotes).sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }
      var reasons: [Reason] = []
      if !patterns.isEmpty { reasons.append(.patterns(patterns)) }
      if !common.isEmpty { reasons.append(.words(common.prefix(wordsMax).map(\.word))) }
      if !shared.isEmpty { reasons.append(.components(shared)) }
      return PlanMatch(plan: plan.name, title: plan.title, score: score, reasons: reasons)
    }
    let best = all.map(\.score).max() ?? 0
    return Array(
      all.filter { $0.score >= best * shareOfBestMin }.sorted { ($1.score, $0.plan) < ($0.score, $1.plan) }.prefix(max))
  }
}

/// The words by which a plan is recognised, by how much they say.
private struct PlanSide {
  /// Of its name, its title and what sets it off.
  let head: Set<String>
  /// Of its signs.
  let signs: Set<String>
  /// Of what looks like it and is something else: the plan tells where to go then.
  let apart: Set<String>

  init(_ plan: Plan) {
    head = ToldWords("\(plan.name) \(plan.title) \(plan.trigger ?? "")").words
    let turn = plan.signs.firstRange(of: "something else")
    signs = ToldWords(turn.map { plan.signs[..<$0.lowerBound] } ?? plan.signs[...]).words
    apart = turn.map { ToldWords(plan.signs[$0.upperBound...]).words } ?? []
  }

  /// Of each word from 0 to 1: 1 where one plan has it.
  static func rarity(in sides: [PlanSide]) -> [String: Double] {
    var spread: [String: Double] = [:]
    for side in sides {
      for word in side.head.union(side.signs) { spread[word, default: 0] += side.head.contains(word) ? 1 : 0.3 }
    }
    return spread.mapValues { 2 / (1 + max(1, $0)) }
  }

  func weights(
    of words: Set<String>, scale: Double = 1, apart share: Double = 0, _ rarity: [String: Double]
  ) -> [(word: String, weight: Double)] {
    words.compactMap { word in
      let place = head.contains(word) ? 1 : signs.contains(word) ? 0.6 : apart.contains(word) ? share : 0
      return place == 0 ? nil : (word, place * scale * (rarity[word] ?? 1))
    }
  }
}
