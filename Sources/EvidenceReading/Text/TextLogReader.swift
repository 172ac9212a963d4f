import Chronology
import EvidenceRecords

/// Reads a log line by line: finds the lines, takes them apart, joins what belongs to one entry.
struct TextLogReader: BlockReader {
  /// Lines below an entry, of no special look, that are handed on; more of them are a dump.
  private static let plainContinuationsMax = 5
  /// Half a year: a step as far as this between two stamps without a year is a new year.
  private static let halfYearNanoseconds: Int64 = 183 * 86_400 * 1_000_000_000

  var tally = ReadingTally()
  private var parser: LineParser
  private var parts = LineParts()
  /// Whether the rest of a line that was cut is to be passed over.
  private var isSkippingLine = false
  private var headLevel = LogLevel.unknown
  private var headInstant: Instant?
  private var plainContinuations = 0
  private let hasTraces: Bool

  /// Whether lines may be coloured for a terminal.
  private let hasEscapes: Bool
  /// A line without its colours.
  private var plain: [UInt8] = []

  init(parser: LineParser, hasEscapes: Bool) {
    self.parser = parser
    self.hasEscapes = hasEscapes
    hasTraces = parser.dialect != .json && parser.dialect != .access
  }

  mutating func take(_ block: Span<UInt8>, isLast: Bool, sink: any EntrySink) -> Int {
    var at = 0
    while at < block.count {
      if let end = block.firstIndex(of: 10, from: at) {
        takeLine(block, at, end, sink)
        at = end + 1
      } else if isLast {
        takeLine(block, at, block.count, sink)
        at = block.count
      } else if isSkippingLine {
        at = block.count
      } else if block.count - at > Limits.lineBytesMax {
        takeLine(block, at, block.count, sink)
        isSkippingLine = true
        at = block.count
      } else {
        break
      }
    }
    return at
  }

  /// Reads the line between two positions, without its end.
  private mutating func takeLine(_ block: Span<UInt8>, _ start: Int, _ end: Int, _ sink: any EntrySink) {
    guard !isSkippingLine else {
      isSkippingLine = false
      return
    }
    tally.lines += 1
    var end = end
    if end > start, block[end - 1] == 13 { end -= 1 }
    if end - start > Limits.lineBytesMax {
      end = start + Limits.lineBytesMax
      tally.overlongLines += 1
    }
    guard end > start else { return }
    takeLine(block.extracting(start..<end), sink)
  }

  private mutating func takeLine(_ line: Span<UInt8>, _ sink: any EntrySink) {
    if hasEscapes, line.firstIndex(of: 27, from: 0) != nil {
      // Out of self for as long as it is read from.
      var plain = plain
      self.plain = []
      TerminalEscapes.remove(from: line, into: &plain)
      takePlainLine(plain.span, sink)
      self.plain = plain
    } else {
      takePlainLine(line, sink)
    }
  }

  private mutating func takePlainLine(_ line: Span<UInt8>, _ sink: any EntrySink) {
    guard line.count > 0 else { return }
    checkText(line)
    guard parser.parse(line, &parts), let written = parts.stamp else {
      takeContinuation(line, sink)
      return
    }
    let stamp = written.isYearStated ? written : inRightYear(written, line)
    tally.note(stamp)
    tally.entries += 1
    if parts.isContinuation {
      parts.level = headLevel
    } else {
      headLevel = parts.level
      plainContinuations = 0
    }
    headInstant = stamp.instant
    let entry = LogEntry(
      line: tally.lines, instant: stamp.instant, level: parts.level, isContinuation: parts.isContinuation)
    if parts.isRewritten {
      sink.consume(entry, message: parser.scratch.span)
    } else {
      sink.consume(entry, message: line.extracting(parts.message))
    }
  }

  /// A line that begins no entry: a part of the one above, or not understood.
  private mutating func takeContinuation(_ line: Span<UInt8>, _ sink: any EntrySink) {
    guard headInstant != nil, hasTraces else {
      tally.sample(tally.lines, line)
      return
    }
    // Frames and wrapped text are no news of their own.
    let first = line[0]
    if first == 32 || first == 9 || line.has("Traceback (most", at: 0) { return }
    if let level = LevelLine.level(of: line) {
      headLevel = level
    } else if !ExceptionLine.matches(line) {
      plainContinuations += 1
      guard plainContinuations <= Self.plainContinuationsMax else { return }
    }
    sink.consume(
      LogEntry(line: tally.lines, instant: headInstant, level: headLevel, isContinuation: true), message: line)
  }

  /// Moves a stamp without a year to the year that brings it nearest to the one before.
  private mutating func inRightYear(_ stamp: WrittenInstant, _ line: Span<UInt8>) -> WrittenInstant {
    guard let before = headInstant else { return stamp }
    let step = stamp.instant.nanoseconds - before.nanoseconds
    guard abs(step) > Self.halfYearNanoseconds else { return stamp }
    let year = parser.assumptions.year
    parser.assumptions.year = year + (step < 0 ? 1 : -1)
    var moved = LineParts()
    guard parser.parse(line, &moved), let better = moved.stamp,
      abs(better.instant.nanoseconds - before.nanoseconds) < abs(step)
    else {
      parser.assumptions.year = year
      _ = parser.parse(line, &parts)
      return stamp
    }
    return better
  }

  /// Counts lines with bytes that are no text.
  @inline(__always)
  private mutating func checkText(_ line: Span<UInt8>) {
    let kind = TextCheck.kind(of: line)
    guard kind != .plain else { return }
    if kind == .invalid { tally.invalidLines += 1 } else { tally.nulLines += 1 }
  }
}
