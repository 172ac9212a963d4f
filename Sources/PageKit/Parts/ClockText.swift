package import Chronology
package import Incidents

/// A clock on a page: right when the page is made, and kept going by a script where one runs.
package enum ClockText {
  /// `06:20`, `1:44:10`; days in words from one on.
  package static func reading(seconds: Double) -> String {
    let whole = Int(min(abs(seconds).rounded(.down), 1e12))
    if whole >= 86_400 { return Wording.duration(seconds: Double(whole)) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutesAndSeconds = "\(two(whole / 60 % 60)):\(two(whole % 60))"
    return whole >= 3600 ? "\(whole / 3600):\(minutesAndSeconds)" : minutesAndSeconds
  }

  /// How long since an instant, going up.
  package static func since(_ instant: Instant, now: Instant) -> HTML {
    Tag.time(.class("clock"), .datetime(instant.rfc3339), .set("data-clock", "since")) {
      reading(seconds: max(0, now.seconds(since: instant)))
    }
  }

  /// How long until an instant: `in 06:20`; once it has passed, `late by 03:10`.
  package static func until(_ instant: Instant, now: Instant) -> HTML {
    let seconds = instant.seconds(since: now)
    return Tag.time(.class("clock"), .datetime(instant.rfc3339), .set("data-clock", "until")) {
      (seconds > 0 ? "in " : "late by ") + reading(seconds: seconds)
    }
  }

  /// How long until a word is due; while its clock stands still, as it stood then.
  package static func until(_ promise: Promise, now: Instant) -> HTML {
    guard let halted = promise.haltedAt, halted <= now else { return until(promise.due, now: now) }
    return Tag.span(.class("clock clock-halted")) {
      (promise.due > halted ? "in " : "late by ") + reading(seconds: promise.due.seconds(since: halted)) + ", halted"
    }
  }
}

extension Promise {
  /// `Next word to customers`.
  package var words: String { "\(isFirst ? "First" : "Next") word to \(audience.words)" }
}
