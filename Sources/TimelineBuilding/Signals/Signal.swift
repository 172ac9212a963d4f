import Chronology

/// Something that a pattern did: it came for the first time, its rate rose or fell.
struct Signal {
  enum Kind {
    case first
    case rise
    case fall
  }

  /// Index into the catalogue.
  var pattern: Int
  var kind: Kind
  var instant: Instant
  /// How long it stayed so, seconds.
  var seconds: Double
  /// Lines in that time.
  var count: Int
  /// Lines per minute.
  var rateBefore: Double
  var rateAfter: Double
  /// How surprising it is: the logarithm of the odds against chance.
  var surprise: Double
  var failure: Double
  /// Hosts that show it.
  var hosts: [String]
  /// Hosts that run the service.
  var serviceHosts: [String]
  /// Whether the rate stayed so until the service's log ends.
  var isLasting: Bool
  /// Whether the pattern's rate rises again later.
  var risesLater = false

  /// Failures weigh more than news.
  var weight: Double { min(surprise, 60) * (0.3 + failure) }
}
