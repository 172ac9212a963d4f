import Chronology
package import EvidenceReading

/// Turns the lines of one source into patterns with counts over time.
///
/// One pass over the bytes of a message gives the hash of its shape; a line of a known shape costs no allocation. Memory
/// depends on the number of patterns (at most ``patternsMax``) and of their time buckets, not on the number of lines.
package struct PatternMiner: LogEntryConsumer {
  /// Patterns of one source; further shapes are counted under their first words.
  package static let patternsMax = 20_000
  /// Bytes of a message that are kept as the sample of its pattern.
  package static let sampleBytesMax = 400
  /// Long identifiers kept for the comparison of clocks.
  package static let identifiersMax = 4096
  /// Words by which lines beyond ``patternsMax`` are told apart.
  private static let overflowWords = 2
  private static let overflowPatternsMax = 1000

  private let scanner = LineScanner()
  private var table = ShapeTable()
  private var patterns: [GrowingPattern] = []
  private var overflow: [String: Int] = [:]
  private var total = BucketSeries()
  private var identifiers = IdentifierSample(kept: Self.identifiersMax)
  private var overflowLines = 0

  package init(context: SourceContext) {}

  package mutating func consume(_ entry: LogEntry, message: Span<UInt8>) {
    var sink = ShapeSink()
    scanner.scan(message, into: &sink)
    let occurrence = Occurrence(line: entry.line, instant: entry.instant)
    if let instant = entry.instant {
      if !entry.isContinuation { total.add(occurrence) }
      for index in 0..<sink.identifierCount { identifiers.add(sink.identifiers[index], at: instant) }
    }
    let shape = entry.isContinuation ? ~sink.shape : sink.shape
    let number = table.value(for: shape) ?? place(shape, entry, message)
    patterns[number].add(occurrence, level: entry.level)
  }

  /// Everything that was mined; patterns that differ in a word with very many values are one.
  package consuming func finish() -> MinedSource {
    identifiers.shrink()
    let merged = TemplateMerging().merge(patterns.map(\.mined))
    return MinedSource(
      patterns: merged, total: total, identifiers: identifiers.instants, overflowLines: overflowLines)
  }

  /// The number for a shape that was not seen before.
  private mutating func place(_ shape: UInt64, _ entry: LogEntry, _ message: Span<UInt8>) -> Int {
    var bytes: [UInt8] = []
    let length = min(message.count, LineScanner.bytesMax)
    bytes.reserveCapacity(length)
    for index in 0..<length { bytes.append(message[index]) }
    guard table.count < Self.patternsMax else { return placeOverflow(bytes, entry, message) }
    var sink = TemplateSink(message: bytes)
    scanner.scan(message, into: &sink)
    table.insert(shape, value: patterns.count)
    patterns.append(GrowingPattern(template: sink.template, sample: bytes, isContinuation: entry.isContinuation))
    return patterns.count - 1
  }

  private mutating func placeOverflow(_ bytes: [UInt8], _ entry: LogEntry, _ message: Span<UInt8>) -> Int {
    overflowLines += 1
    var sink = TemplateSink(message: bytes, wordsMax: Self.overflowWords)
    scanner.scan(message, into: &sink)
    var template = sink.template
    if overflow[template] == nil, overflow.count >= Self.overflowPatternsMax { template = "<*>" }
    if let number = overflow[template] { return number }
    overflow[template] = patterns.count
    patterns.append(GrowingPattern(template: template, sample: bytes, isContinuation: entry.isContinuation))
    return patterns.count - 1
  }
}

/// A pattern while its lines come in.
private struct GrowingPattern: Sendable {
  let template: String
  let sample: String
  let isContinuation: Bool
  var level = LogLevel.unknown
  var count = 0
  var first = Occurrence(line: 0, instant: nil)
  var last = Occurrence(line: 0, instant: nil)
  var series = BucketSeries()

  init(template: String, sample: [UInt8], isContinuation: Bool) {
    self.template = template
    self.sample = String(decoding: sample.prefix(PatternMiner.sampleBytesMax), as: UTF8.self)
    self.isContinuation = isContinuation
  }

  @inline(__always)
  mutating func add(_ occurrence: Occurrence, level new: LogLevel) {
    if count == 0 { first = occurrence }
    last = occurrence
    count += 1
    if new > level { level = new }
    series.add(occurrence)
  }

  var mined: MinedPattern {
    MinedPattern(
      id: PatternID(template: template), template: template, level: level, count: count, first: first, last: last,
      sample: sample, series: series, isContinuation: isContinuation)
  }
}

extension PatternID {
  package init(template: String) {
    var hash = StableHash()
    hash.combine(template)
    self.init(rawValue: hash.value)
  }
}
