import Synchronization

/// When a check has to be given up: at its limit of time, or when its run is cancelled.
final class GuardDeadline: Sendable {
  enum State {
    case open, late, cancelled
  }

  let seconds: Double
  private let end: ContinuousClock.Instant
  private let isCancelled = Atomic(false)

  init(seconds: Double) {
    self.seconds = seconds
    end = ContinuousClock.now + .seconds(seconds)
  }

  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  var state: State {
    if isCancelled.load(ordering: .relaxed) { return .cancelled }
    return ContinuousClock.now >= end ? .late : .open
  }

  var secondsLeft: Double {
    let left = ContinuousClock.now.duration(to: end)
    return max(0, Double(left.components.seconds) + Double(left.components.attoseconds) / 1e18)
  }

  /// What a check that this deadline ended has seen.
  func sight(detail: String = "") -> GuardSight {
    state == .cancelled ? .cancelled : .late(afterSeconds: seconds, detail: detail)
  }
}
