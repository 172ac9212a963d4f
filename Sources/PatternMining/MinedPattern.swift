package import Chronology
package import EvidenceReading

/// Identity of a pattern: the first 64 bits of a hash of its template, the same on every machine and in every incident.
package struct PatternID: Hashable, Sendable, Codable, Comparable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func < (left: PatternID, right: PatternID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The shape shared by many lines of one source, and when they came.
package struct MinedPattern: Sendable {
  package var id: PatternID
  /// Words kept, variable parts as `<*>`: `order <*> paid charge=<*>`.
  package var template: String
  /// The highest level that any of its lines carried.
  package var level: LogLevel
  package var count: Int
  package var first: Occurrence
  package var last: Occurrence
  /// The message of its first line as it stood, at most 400 bytes, unmasked: mask before showing.
  package var sample: String
  package var series: BucketSeries
  /// Whether its lines stand inside entries: exceptions at the end of traces, hints.
  package var isContinuation: Bool

  package init(
    id: PatternID, template: String, level: LogLevel, count: Int, first: Occurrence, last: Occurrence, sample: String,
    series: BucketSeries, isContinuation: Bool
  ) {
    self.id = id
    self.template = template
    self.level = level
    self.count = count
    self.first = first
    self.last = last
    self.sample = sample
    self.series = series
    self.isContinuation = isContinuation
  }
}

/// A line and the instant written on it (nil: none could be read).
package struct Occurrence: Sendable, Hashable {
  package var line: Int
  package var instant: Instant?

  package init(line: Int, instant: Instant?) {
    self.line = line
    self.instant = instant
  }
}

/// What was mined from one source.
package struct MinedSource: Sendable {
  /// By first occurrence.
  package var patterns: [MinedPattern]
  /// All lines with an instant.
  package var total: BucketSeries
  /// A consistent sample of the long identifiers (request ids, trace ids) seen, with the earliest instant of each: two
  /// sources that share identifiers share sampled ones.
  package var identifiers: [UInt64: Instant]
  /// Lines that were given a catch-all pattern because ``PatternMiner`` met its limit.
  package var overflowLines: Int

  package init(patterns: [MinedPattern], total: BucketSeries, identifiers: [UInt64: Instant], overflowLines: Int) {
    self.patterns = patterns
    self.total = total
    self.identifiers = identifiers
    self.overflowLines = overflowLines
  }
}
