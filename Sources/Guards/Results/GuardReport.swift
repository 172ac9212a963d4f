package import Chronology

/// The results of one run, in the order of their guards.
///
/// The shape is a contract (`Documentation/guards.schema.json`); a change of meaning raises ``schemaVersionCurrent``.
package struct GuardRunReport: Hashable, Sendable, Codable {
  package static let schemaVersionCurrent = 1

  /// How many guards had each outcome.
  package struct Counts: Hashable, Sendable, Codable {
    package var held = 0
    package var broken = 0
    package var unknown = 0
  }

  package var schemaVersion = Self.schemaVersionCurrent
  package var started: Instant
  /// How long the whole run took.
  package var seconds: Double
  package var counts: Counts
  package var results: [GuardResult]

  package init(results: [GuardResult], started: Instant, seconds: Double) {
    self.started = started
    self.seconds = seconds
    self.results = results
    counts = Counts(
      held: results.count { $0.outcome == .held }, broken: results.count { $0.outcome == .broken },
      unknown: results.count { $0.outcome == .unknown })
  }

  /// 0 where all guards hold, 1 where one is broken, 3 where none is broken and one could not be checked.
  package var exitStatus: Int32 {
    if counts.broken > 0 { return 1 }
    return counts.unknown > 0 ? 3 : 0
  }
}
