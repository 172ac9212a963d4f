import Chronology
import EvidenceRecords
internal import Foundation

/// Recognising a source by its first bytes, and reading it as what it is.
extension SourceReader {
  /// How much surer a general log format must be than a structured one.
  private static let recordAdvantage = 0.8

  mutating func readSource(_ source: inout OpenSource) -> SourceReading {
    let skipped = buffer.skipPreamble(from: source.stream)
    var reading = readSource(&source, head: buffer.head(Self.headBytes))
    if skipped > 0 {
      reading.summary.notes.append("\(skipped) NUL bytes at the beginning were passed over, as truncation leaves them")
    }
    return reading
  }

  private mutating func readSource(_ source: inout OpenSource, head: [UInt8]) -> SourceReading {
    let isWhole = buffer.isAtEnd && head.count < Self.headBytes
    var summary = SourceSummary(path: source.path, format: "unknown", confidence: 0)
    summary.modified = source.modified
    summary.host = guess.host(of: source.path)
    summary.service = guess.service(of: source.path)
    let record = options.formats.map { ($0, $0.confidence(head: head, path: source.path)) }
      .max { $0.1 < $1.1 }
    let assumptions = assumptions(source.modified)
    if JournalExportReader.isExport(head.span) {
      return readJournal(&source, summary)
    }
    var recogniser = TextRecogniser(assumptions: assumptions)
    let text = recogniser.recognise(head.span, isWhole: isWhole)
    if let record, record.1 >= 0.5, record.1 >= (text?.confidence ?? 0) * Self.recordAdvantage {
      return readRecords(&source, record.0, record.1, summary)
    }
    guard var text else { return listUnread(&source, head, summary) }
    text.host = text.host ?? summary.host
    text.service = text.service ?? summary.service
    return readText(&source, text, summary)
  }

  /// Stamps without a year are read in the year of the file's last change, or the one before where they would lie after
  /// it.
  private func assumptions(_ modified: Instant) -> StampAssumptions {
    let latest = modified.advanced(bySeconds: 86_400)
    return StampAssumptions(
      offsetSeconds: options.assumedOffsetSeconds,
      year: latest.clock(offsetSeconds: options.assumedOffsetSeconds).date.year)
  }

  private mutating func readText(
    _ source: inout OpenSource, _ text: TextRecognition, _ summary: SourceSummary
  ) -> SourceReading {
    var summary = summary
    summary.format = text.format.name
    summary.confidence = text.confidence
    summary.host = text.host
    summary.service = text.service
    var parser = text.parser
    parser.host = Array((text.host ?? "").utf8)
    parser.service = Array((text.service ?? "").utf8)
    if let choice = years[source.path], let year = choice.firstYear {
      parser.assumptions.year = year
      var reader = TextLogReader(parser: parser, hasEscapes: text.hasEscapes)
      reader.tally.yearBasis = choice.basis
      return readLog(&source, reader, summary)
    }
    let latest = source.modified.advanced(bySeconds: 86_400)
    parser.chooseYear(firstLineOf: buffer.head(Self.headBytes), notAfter: latest)
    var reading = readLog(&source, TextLogReader(parser: parser, hasEscapes: text.hasEscapes), summary)
    if reading.log?.isYearInferred == true { reading.log?.firstYear = parser.assumptions.year }
    guard let late = reading.summary.last, late > latest, reading.log?.isYearInferred == true else { return reading }
    return readAgain(&source, parser, text, summary, late: late, latest: latest) ?? reading
  }

  /// Years that roll over within the file may lead beyond its last change: then it began in an earlier year.
  ///
  /// The file is read once more, with a new consumer. Members of archives cannot be, and keep what was found.
  private mutating func readAgain(
    _ source: inout OpenSource, _ parser: LineParser, _ text: TextRecognition, _ summary: SourceSummary, late: Instant,
    latest: Instant
  ) -> SourceReading? {
    guard source.isOnDisk, let stream = try? FileStream(file: source.file, onRead: { _ in }) else { return nil }
    var parser = parser
    parser.assumptions.year -= max(1, late.clock().date.year - latest.clock().date.year)
    buffer.reset()
    buffer.fill(from: stream, wanted: Self.headBytes)
    _ = buffer.skipPreamble(from: stream)
    source.stream = stream
    var reading = readLog(&source, TextLogReader(parser: parser, hasEscapes: text.hasEscapes), summary)
    if reading.log?.isYearInferred == true { reading.log?.firstYear = parser.assumptions.year }
    return reading
  }

  private mutating func readJournal(_ source: inout OpenSource, _ summary: SourceSummary) -> SourceReading {
    var summary = summary
    summary.format = "journal-export"
    summary.confidence = 1
    return readLog(&source, JournalExportReader(service: summary.service), summary)
  }

  private mutating func readLog<Reader: BlockReader>(
    _ source: inout OpenSource, _ reader: Reader, _ summary: SourceSummary
  ) -> SourceReading {
    var summary = summary
    var reader = reader
    let context = SourceContext(
      path: source.path, host: summary.host, service: summary.service,
      preliminaryOffsetSeconds: options.assumedOffsetSeconds)
    let sink = makeSink(context)
    while true {
      let isLast = buffer.isAtEnd
      buffer.consume { block in reader.take(block, isLast: isLast, sink: sink) }
      if isLast { break }
      buffer.fill(from: source.stream)
    }
    let zone = reader.tally.zone(assumedOffsetSeconds: options.assumedOffsetSeconds)
    summary.zone = zone.zone
    summary.zoneBasis = zone.basis
    summary.first = reader.tally.first
    summary.last = reader.tally.last
    summary.entries = reader.tally.entries
    summary.lines = reader.tally.lines
    summary.unrecognisedLines = reader.tally.unrecognisedLines
    summary.unrecognisedSamples = reader.tally.samples
    summary.notes = reader.tally.notes()
    summary.notes += buffer.notes(of: source.stream)
    var reading = SourceReading(summary: summary)
    reading.log = SourceReading.Log(
      context: context, sink: sink, isZoneStated: zone.basis == .stated, isYearInferred: reader.tally.inferredYears > 0)
    return reading
  }

  /// Structured formats read a file of their own, so packed ones are unpacked to one.
  private mutating func readRecords(
    _ source: inout OpenSource, _ format: any RecordFormat, _ confidence: Double, _ summary: SourceSummary
  ) -> SourceReading {
    var summary = summary
    summary.format = format.name
    summary.confidence = confidence
    var copy: TemporaryFile?
    if source.isOnDisk {
      source.origin.drain()
    } else {
      do throws(StreamDamage) {
        copy = try TemporaryFile(&buffer, source.stream)
      } catch {
        summary.notes.append("cannot be read: \(error.reason)")
        return SourceReading(summary: summary)
      }
    }
    let streamNotes = source.isOnDisk ? [] : buffer.notes(of: source.stream)
    let folder = URL(fileURLWithPath: source.file).deletingLastPathComponent()
    let hasNeighbours = !source.isMember
    let input = RecordInput(
      path: source.path, file: copy?.path ?? source.file, sha256: source.isOnDisk ? source.origin.sha256 : "",
      modified: years[source.path]?.ends ?? source.modified, host: summary.host, service: summary.service,
      neighbour: { path in hasNeighbours ? RecordReader.neighbour(path, in: folder) : nil })
    var reading = RecordReader.read(input, with: format, into: &summary)
    reading.summary.notes += streamNotes
    withExtendedLifetime(copy) {}
    return reading
  }

  /// Nothing reads it: it is listed with what it looks like and its first lines.
  private mutating func listUnread(
    _ source: inout OpenSource, _ head: [UInt8], _ summary: SourceSummary
  ) -> SourceReading {
    var summary = summary
    if head.isEmpty, let damage = buffer.damage {
      summary.notes = ["cannot be read: \(damage.reason)"]
      return SourceReading(summary: summary)
    }
    let kind = UnreadKind(Array(head.prefix(16 * 1024)), isWhole: head.count < Self.headBytes)
    summary.format = kind.format
    summary.notes = [kind.note]
    var count = LineCount()
    while true {
      let isLast = buffer.isAtEnd
      buffer.consume { block in count.take(block) }
      if isLast { break }
      buffer.fill(from: source.stream)
    }
    summary.notes += buffer.notes(of: source.stream)
    guard kind.isText else { return SourceReading(summary: summary) }
    summary.lines = count.lines
    summary.unrecognisedLines = count.lines
    let lines = String(decoding: head.prefix(4096), as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard summary.unrecognisedSamples.count < Limits.unrecognisedSamplesMax else { break }
      summary.unrecognisedSamples.append(
        NumberedLine(line: index + 1, text: String(Masking.masked(String(line)).prefix(400))))
    }
    return SourceReading(summary: summary)
  }
}

/// Counts lines, the last one also where it has no end.
private struct LineCount {
  private var ends = 0
  private var endsOpen = false

  var lines: Int { ends + (endsOpen ? 1 : 0) }

  mutating func take(_ block: Span<UInt8>) -> Int {
    var at = 0
    while let end = block.firstIndex(of: 10, from: at) {
      ends += 1
      at = end + 1
    }
    if block.count > 0 { endsOpen = at < block.count }
    return block.count
  }
}

extension LineParser {
  /// Sets the year for stamps without one: the newest in which the first line does not lie after `latest`.
  mutating func chooseYear(firstLineOf head: [UInt8], notAfter latest: Instant) {
    var parts = LineParts()
    for line in head.split(separator: 10) {
      guard parse(Array(line).span, &parts), let stamp = parts.stamp, !stamp.isYearStated else { continue }
      if stamp.instant > latest { assumptions.year -= 1 }
      return
    }
  }
}
