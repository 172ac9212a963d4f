package import Postmortems
internal import TimelineBuilding

/// An incident, with the postmortem that is about it, or a postmortem without one.
package enum CaseID: Hashable, Comparable, Sendable {
  case incident(Int)
  case postmortem(Int)
}

/// What one case can be recognised by.
package struct Traits: Hashable, Sendable {
  package var words: WordCounts
  package var patterns: [EvidencePattern]
  package var components: Set<String>
  package var kinds: Set<Factor.Kind>

  package init(
    words: WordCounts = WordCounts(), patterns: [EvidencePattern] = [], components: Set<String> = [],
    kinds: Set<Factor.Kind> = []
  ) {
    self.words = words
    self.patterns = patterns
    self.components = components
    self.kinds = kinds
  }

  /// Services that the evidence shows failing.
  package var services: Set<String> {
    Set(patterns.filter { $0.kind != .shift }.compactMap(\.service))
  }
}
