import Chronology
import Synchronization

/// A clock that stands where it is put.
final class TestClock: Sendable {
  /// 2026-03-01T14:00:00Z.
  static let start = Instant(seconds: 1_772_373_600)

  private let time = Mutex(TestClock.start)

  var now: Instant { time.withLock { $0 } }

  func advance(seconds: Double) { time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
