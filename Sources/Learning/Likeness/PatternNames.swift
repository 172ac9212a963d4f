/// One name for patterns that are the same, although some timelines say their identity and others, older, do not.
struct PatternNames {
  /// Of shapes that were seen with one.
  private var identities: [String: String] = [:]

  /// `patterns` in an order of their own: where a shape has several identities, the first names those without one.
  init(_ patterns: some Sequence<EvidencePattern>) {
    for pattern in patterns {
      guard let identity = pattern.identity, identities[pattern.shape] == nil else { continue }
      identities[pattern.shape] = identity
    }
  }

  func name(of pattern: EvidencePattern) -> EvidencePattern.Key {
    (pattern.identity ?? identities[pattern.shape]).map(EvidencePattern.Key.identity)
      ?? .shape(pattern.shape)
  }
}
