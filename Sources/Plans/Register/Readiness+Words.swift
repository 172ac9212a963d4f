extension PlanRegister.Readiness {
  /// In a word or two.
  package var words: String {
    switch self {
    case .missing: "no steps"
    case .faulty: "would let us down"
    case .stale: "to be read again"
    case .unrehearsed: "to be played"
    case .ready: "ready"
    }
  }
}
