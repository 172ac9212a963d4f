import Chronology

/// What a reader should know of an instant that is not simply written there: a word beside it, a sentence on request.
struct BasisNote: Sendable {
  let word: String
  let sentence: String

  /// Nil for an instant that is written with its zone and its year.
  init?(basis: InstantBasis) {
    switch basis {
    case .stated: return nil
    case .assumedZone:
      word = "zone assumed"
      sentence = "Written without a zone; UTC or the given zone is assumed."
    case .inferredZone:
      word = "zone inferred"
      sentence = "Written without a zone; the zone was worked out from other evidence."
    case .inferredYear:
      word = "year inferred"
      sentence = "Written without a year; the year was worked out from other evidence."
    case .correctedSkew:
      word = "clock corrected"
      sentence = "The clock of this source was wrong; the time is corrected."
    case .neighbour:
      word = "time of its neighbour"
      sentence = "This line has no time of its own; it has that of the line above, or of the file."
    }
  }
}
