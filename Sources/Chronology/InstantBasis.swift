/// How the zone of a source's time stamps is known.
package enum ZoneBasis: String, Codable, Sendable, CaseIterable {
  /// Every stamp carries its zone or is a count since the Unix epoch.
  case stated
  /// Nothing speaks for or against it: UTC, or the zone that the reader was told to assume.
  case assumed
  /// Worked out from shared request ids, file times or overlap with other sources.
  case inferred
}

/// How an instant came to be known: the weakest link of its derivation.
package enum InstantBasis: String, Codable, Sendable, CaseIterable {
  /// Written with its zone and its year.
  case stated
  /// Written without a zone, read in an assumed one.
  case assumedZone
  /// Written without a zone; the zone was worked out from other evidence.
  case inferredZone
  /// Written without a year; the year was taken from other evidence.
  case inferredYear
  /// Moved by the clock skew measured for its source.
  case correctedSkew
  /// Not written at all: the instant of the line above, or of the file.
  case neighbour
}
