package import Plans

/// The plans that an incident could follow, and those of them that may fit.
package struct PlanChoice: Hashable, Sendable {
  package struct Offer: Hashable, Sendable {
    package var name: String
    package var title: String
    /// What sets it off.
    package var trigger: String
    /// The role or person who keeps it: `operations`; nil where nobody does.
    package var owner: String?
  }

  /// The offers of one owner.
  package struct Kind: Hashable, Sendable {
    package var owner: String?
    package var offers: [Offer]
  }

  /// By name.
  package var offers: [Offer] = []
  /// The best first.
  package var matches: [PlanMatch] = []

  /// No plan at all.
  package init() {}

  package init(_ plans: [Plan], matches: [PlanMatch]) {
    offers = plans.map {
      Offer(
        name: $0.name, title: $0.title.isEmpty ? $0.name : $0.title, trigger: $0.trigger ?? "",
        owner: $0.owner?.lowercased())
    }
    self.matches = matches
  }

  /// All of them by who keeps them, the largest kind first: where none of the matches is it, one looks through these.
  package var kinds: [Kind] {
    Dictionary(grouping: offers, by: \.owner).map { Kind(owner: $0.key, offers: $0.value) }
      .sorted { ($1.offers.count, $0.owner ?? "~") < ($0.offers.count, $1.owner ?? "~") }
  }
}
