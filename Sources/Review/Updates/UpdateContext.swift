package import Chronology
package import Incidents

/// What the reviewer knows beside the text of an update.
package struct UpdateContext: Hashable, Sendable {
  package var audience: Audience
  /// The state that the update will announce.
  package var state: PublicState
  package var now: Instant
  /// Whether nothing has been said to this audience yet.
  package var isFirst: Bool
  /// When this word was promised at the latest; nil when none was.
  package var previousNextBy: Instant?
  /// Whether the promised word is overdue.
  package var isMissed: Bool
  /// Handles and names of the people of the team, which must not stand in a text for customers.
  package var names: [String]
  /// Whether the incident knows since when people feel it.
  package var hasImpactStart: Bool
  /// Words that readers know, however technical they look: the names of components.
  package var knownWords: [String]
  /// What customers will read above it; empty for everybody else.
  package var headline: String
  /// Components that will still not work once it is out, each with its name.
  package var stillBroken: [BrokenComponent]

  package struct BrokenComponent: Hashable, Sendable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package init(
    audience: Audience, state: PublicState, now: Instant, isFirst: Bool = false, previousNextBy: Instant? = nil,
    isMissed: Bool = false, names: [String] = [], hasImpactStart: Bool = false, knownWords: [String] = [],
    headline: String = "", stillBroken: [BrokenComponent] = []
  ) {
    self.audience = audience
    self.state = state
    self.now = now
    self.isFirst = isFirst
    self.previousNextBy = previousNextBy
    self.isMissed = isMissed
    self.names = names
    self.hasImpactStart = hasImpactStart
    self.knownWords = knownWords
    self.headline = headline
    self.stillBroken = stillBroken
  }
}
