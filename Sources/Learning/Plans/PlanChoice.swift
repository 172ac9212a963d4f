package import Plans

/// The plans that an incident could follow, and those of them that may fit.
package struct PlanChoice: Hashable, Sendable {
  package struct Offer: Hashable, Sendable {
    package var name: String
    package var title: String
  }

  /// By name.
  package var offers: [Offer] = []
  /// The best first.
  package var matches: [PlanMatch] = []

  /// No plan at all.
  package init() {}

  package init(_ plans: [Plan], matches: [PlanMatch]) {
    offers = plans.map { Offer(name: $0.name, title: $0.title.isEmpty ? $0.name : $0.title) }
    self.matches = matches
  }
}
