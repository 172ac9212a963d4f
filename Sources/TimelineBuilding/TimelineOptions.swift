package import Chronology

/// Which part of the evidence a timeline tells of.
package struct TimelineOptions: Sendable {
  /// Seconds on either side of ``around``.
  package static let aroundSeconds = 1800.0

  /// Nothing before.
  package var from: Instant?
  /// Nothing after.
  package var until: Instant?
  /// The half hours before and after; ``from`` and ``until`` narrow it.
  package var around: Instant?

  package init() {}

  func contains(_ instant: Instant) -> Bool {
    if let from, instant < from { return false }
    if let until, instant > until { return false }
    if let around, abs(instant.seconds(since: around)) > Self.aroundSeconds { return false }
    return true
  }
}
