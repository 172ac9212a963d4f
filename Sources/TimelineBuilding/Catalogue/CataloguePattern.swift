import Chronology
import EvidenceReading
import PatternMining

/// A pattern over all logs of a service that have it: rotations and hosts together, instants corrected.
struct CataloguePattern {
  var id: PatternID
  var template: String
  var service: String
  var level: LogLevel
  var count: Int
  var isContinuation: Bool
  /// Its places, earliest first.
  var places: [Place]
  var series: BucketSeries
  /// The earliest line, unmasked.
  var sample: String
  var failure: FailureKind

  struct Place {
    /// Index of the log.
    var log: Int
    var host: String?
    /// Corrected.
    var first: Occurrence
    var last: Occurrence
    var count: Int
    /// As the log counted, not corrected.
    var series: BucketSeries
  }

  var hosts: [String] { Set(places.compactMap(\.host)).sorted() }
  var first: Instant? { places.first?.first.instant }
}

/// What is known of a service's logs together.
struct ServiceLogs {
  var name: String
  var logs: [Int]
  var hosts: [String]
  /// From its first to its last line, corrected.
  var span: TimeSpan
  var total: BucketSeries
}
