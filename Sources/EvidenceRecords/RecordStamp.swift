import Chronology

/// An instant of a record with how it is known.
struct RecordStamp {
  var instant: Instant
  var basis: InstantBasis

  init(instant: Instant, basis: InstantBasis) {
    self.instant = instant
    self.basis = basis
  }

  /// Reads a cell or a value that is a stamp as a whole; nil for anything else.
  ///
  /// `year` stands in where the stamp has none.
  init?(_ text: String, year: Int = 2000) {
    guard let written = WrittenInstant(parsing: text, assumedYear: year) else { return nil }
    instant = written.instant
    basis = !written.isYearStated ? .inferredYear : written.isZoneStated ? .stated : .assumedZone
  }
}

extension RecordReading {
  /// States the zone from what the entries know of theirs.
  mutating func settleZone() {
    if entries.contains(where: { $0.basis != .stated }) {
      zoneBasis = .assumed
    } else if entries.isEmpty {
      zone = nil
    }
  }
}
