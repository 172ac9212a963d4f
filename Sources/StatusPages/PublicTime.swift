import Chronology
import PageKit
import PublicStatus

/// An instant on the public site: in UTC with the zone written, and marked so that a script can show it in the
/// reader's own.
struct PublicTime: Sendable {
  /// How much of it is said.
  enum Form: String, Sendable {
    /// `Tue 24 Nov 2026, 15:47 UTC`.
    case full
    /// `15:47 UTC`, where the day is that of `now`; else as `full`.
    case clock
  }

  let instant: Instant
  var form = Form.full
  /// The instant of the page, which says what today is.
  var now: Instant?

  var html: HTML {
    Tag.time(
      .datetime(Instant(nanoseconds: instant.nanoseconds, fractionDigits: 0).rfc3339), .set("data-zone", form.rawValue)
    ) {
      text
    }
  }

  /// In UTC.
  var text: String {
    let isToday = now.map { PageZone.utc.date($0) == PageZone.utc.date(instant) } ?? false
    return form == .clock && isToday ? "\(PageZone.utc.minute(instant)) UTC" : PageZone.utc.dateAndMinute(instant)
  }
}
