package import Chronology

/// A date, a time of day or both, as an author wrote them in prose.
package struct TimeMention: Sendable, Hashable {
  /// A date as far as it was written.
  package struct Day: Sendable, Hashable {
    package var year: Int?
    package var month: Int
    package var day: Int

    package init(year: Int?, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Indices of the scalars that spell it, zone included.
  package var range: Range<Int>
  /// Nil where no date stands, and for dates such as `03/04/2024` that can be read two ways.
  package var day: Day?
  /// Whether a date stands there, read or not.
  package var isDated: Bool
  /// Seconds since midnight; nil for a date alone.
  package var secondOfDay: Int?
  package var zone: ZoneMention?
}

/// A zone or an offset from UTC, as written.
package struct ZoneMention: Sendable, Hashable {
  package var text: String
  /// Seconds east of UTC for names with one fixed meaning; nil for a name whose offset depends on the date.
  package var offsetSeconds: Int?

  /// The offset at a local time of a day; nil when the zone is not known here.
  package func offsetSeconds(on day: CivilDate, secondOfDay: Int) -> Int? {
    offsetSeconds ?? ZoneNames.offsetSeconds(of: text, on: day, secondOfDay: secondOfDay)
  }
}
