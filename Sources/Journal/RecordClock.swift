package import Chronology
internal import Foundation

/// Tells the instant at which an event is recorded.
package struct RecordClock: Sendable {
  private let read: @Sendable () -> Instant

  package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

  /// The machine's clock, to the microsecond.
  package static let system = RecordClock {
    Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e6) * 1000, fractionDigits: 6)
  }

  package var now: Instant { read() }
}
