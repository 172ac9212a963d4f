import Chronology
import EvidenceRecords

/// What is counted while a source of log lines is read.
struct ReadingTally {
  var lines = 0
  var entries = 0
  var unrecognisedLines = 0
  var samples: [NumberedLine] = []
  var overlongLines = 0
  var invalidLines = 0
  var nulLines = 0
  var unstatedZones = 0
  var statedZones = 0
  var inferredYears = 0
  /// How the years were found that stamps do not carry.
  var yearBasis = "inferred from the file's modified time"
  private var yearless: (first: Instant, last: Instant)?
  /// The first offset that a stamp stated, and how many stated another.
  var offsetSeconds: Int?
  var otherOffsets = 0
  var first: Instant?
  var last: Instant?
  private var previous: Int64?
  private(set) var backwards = 0
  private(set) var backwardsNanosecondsMax: Int64 = 0
  private var day: Int64 = .min
  private var dayCount = 0
  private var days: [Int64: Int] = [:]

  /// Counts a stamp.
  @inline(__always)
  mutating func note(_ stamp: WrittenInstant) {
    if stamp.isZoneStated {
      statedZones += 1
      if let offsetSeconds {
        if offsetSeconds != stamp.offsetSeconds { otherOffsets += 1 }
      } else {
        offsetSeconds = stamp.offsetSeconds
      }
    } else {
      unstatedZones += 1
    }
    if !stamp.isYearStated { noteYearless(stamp.instant) }
    note(stamp.instant)
  }

  private mutating func noteYearless(_ instant: Instant) {
    inferredYears += 1
    yearless = (min(yearless?.first ?? instant, instant), max(yearless?.last ?? instant, instant))
  }

  @inline(__always)
  private mutating func note(_ instant: Instant) {
    let nanoseconds = instant.nanoseconds
    if let first, let last {
      if nanoseconds < first.nanoseconds { self.first = instant }
      if nanoseconds >= last.nanoseconds { self.last = instant }
    } else {
      first = instant
      last = instant
    }
    if let previous, nanoseconds < previous - 1_000_000_000 {
      backwards += 1
      backwardsNanosecondsMax = max(backwardsNanosecondsMax, previous - nanoseconds)
    }
    previous = nanoseconds
    let day = nanoseconds / 86_400_000_000_000
    if day != self.day {
      keepDay()
      self.day = day
    }
    dayCount += 1
  }

  private mutating func keepDay() {
    if dayCount > 0 { days[day, default: 0] += dayCount }
    dayCount = 0
  }

  mutating func sample(_ line: Int, _ bytes: Span<UInt8>) {
    unrecognisedLines += 1
    guard samples.count < Limits.unrecognisedSamplesMax else { return }
    // Masked before it is shortened: a secret that is cut in two would not be known.
    let text = Masking.masked(bytes.text(0..<min(bytes.count, 600))).prefix(400)
    samples.append(NumberedLine(line: line, text: String(text)))
  }

  /// The zone as ``SourceSummary/zone`` says it, and its basis.
  func zone(assumedOffsetSeconds: Int) -> (zone: String?, basis: ZoneBasis) {
    guard entries > 0, first != nil else { return (nil, .assumed) }
    let isStated = unstatedZones == 0
    return (Self.label(isStated ? offsetSeconds ?? 0 : assumedOffsetSeconds), isStated ? .stated : .assumed)
  }

  static func label(_ offset: Int) -> String {
    guard offset != 0 else { return "UTC" }
    let minutes = abs(offset) / 60
    let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return (offset < 0 ? "-" : "+") + digits(minutes / 60) + ":" + digits(minutes % 60)
  }

  /// What a reader should know, in an order that does not depend on chance.
  mutating func notes() -> [String] {
    keepDay()
    var notes: [String] = []
    if let yearless {
      let years = Set([yearless.first, yearless.last].map { $0.clock().date.year }).sorted().map(String.init)
      notes.append(
        "\(inferredYears) \(inferredYears == 1 ? "stamp carries" : "stamps carry") no year; \(years.joined(separator: " to ")) \(yearBasis)"
      )
    }
    if statedZones > 0, unstatedZones > 0 {
      notes.append("\(unstatedZones) of the stamps \(unstatedZones == 1 ? "carries" : "carry") no zone")
    }
    if otherOffsets > 0 {
      notes.append("\(otherOffsets) \(otherOffsets == 1 ? "stamp states" : "stamps state") another zone than the first")
    }
    if backwards > 0 {
      let seconds = Double(backwardsNanosecondsMax / 1_000_000) / 1000
      notes.append("\(backwards) \(backwards == 1 ? "stamp runs" : "stamps run") backwards, by at most \(seconds) s")
    }
    if let far = farStamps() { notes.append(far) }
    if overlongLines > 0 {
      notes.append(
        "\(overlongLines) \(overlongLines == 1 ? "line" : "lines") longer than \(Limits.lineBytesMax) bytes "
          + (overlongLines == 1 ? "was cut there" : "were cut there"))
    }
    if invalidLines > 0 {
      notes.append("\(invalidLines) \(invalidLines == 1 ? "line is" : "lines are") not valid UTF-8")
    }
    if nulLines > 0 { notes.append("\(nulLines) \(nulLines == 1 ? "line holds" : "lines hold") NUL bytes") }
    return notes
  }

  /// Stamps more than thirty days away from all others, where they are fewer than one in a hundred.
  private func farStamps() -> String? {
    guard days.count > 1 else { return nil }
    var groups: [(first: Int64, last: Int64, count: Int)] = []
    for day in days.keys.sorted() {
      if let last = groups.last, day - last.last <= 30 {
        groups[groups.count - 1].last = day
        groups[groups.count - 1].count += days[day] ?? 0
      } else {
        groups.append((day, day, days[day] ?? 0))
      }
    }
    let total = groups.reduce(0) { $0 + $1.count }
    let few = groups.filter { $0.count * 100 < total }
    guard !few.isEmpty else { return nil }
    let examples = few.prefix(3).map { Instant(seconds: $0.first * 86_400).rfc3339.prefix(10) }
    let count = few.reduce(0) { $0 + $1.count }
    let stamps = count == 1 ? "stamp lies" : "stamps lie"
    return "\(count) \(stamps) far outside the rest: \(examples.joined(separator: ", "))"
  }
}
