extension PlanMatch.Reason {
  /// In a few words.
  package var words: String {
    switch self {
    case .patterns(let patterns):
      "\(patterns.count) log pattern\(patterns.count == 1 ? "" : "s") of the plan stand\(patterns.count == 1 ? "s" : "") in the evidence"
    case .components(let names): "same component: \(names.joined(separator: ", "))"
    case .words(let words): "same words: \(words.joined(separator: ", "))"
    }
  }
}
