extension PlanRegister.Entry {
  /// How the last drill went; nil where it was never played.
  ///
  /// What was met stands in the words of the drill; that nobody followed the plan does not.
  package var playedWords: String? {
    guard let words = lastPlayedWords else { return nil }
    guard let shortfall, !words.hasPrefix(shortfall) else { return words }
    return "\(words); \(shortfall)"
  }
}

extension PlanRegister.Readiness {
  /// In a word or two.
  package var words: String {
    switch self {
    case .missing: "no steps"
    case .faulty: "would let us down"
    case .stale: "to be read again"
    case .failed: "played, and it did not hold"
    case .unrehearsed: "to be played"
    case .ready: "ready"
    }
  }
}
