import Chronology
import Findings

/// Reads the rows of a document's timeline sections: tables, bullets, paragraphs and headings that begin with a time.
struct TimelineReader {
  enum Column: Hashable { case date, time, event, evidence, zone }

  static let columns: [Column: Set<String>] = [
    .date: ["date", "day of month"],
    .time: [
      "time", "when", "timestamp", "time stamp", "date time", "date and time", "at", "utc", "instant", "clock",
      "time utc",
      "start", "start time", "hour",
    ],
    .event: [
      "event", "events", "what", "what happened", "description", "action", "details", "entry", "notes", "activity",
    ],
    .evidence: ["evidence", "source", "sources", "link", "links", "reference", "references", "proof", "ref"],
    .zone: ["zone", "time zone", "timezone", "tz"],
  ]

  private let document: PostmortemDocument
  private let reference: TimeMention.Day?
  private var rows: [TimelineRow] = []
  private var day: CivilDate?
  private var zone: ZoneMention?
  private var header: [Prose] = []

  init(_ document: PostmortemDocument) {
    self.document = document
    reference = document.referenceDay
  }

  mutating func read() -> [TimelineRow] {
    for (index, section) in document.sections.enumerated() where section.kind == .timeline {
      let blocks = document.blocks(inSection: index).filter { $0.quoteDepth == 0 }
      zone = document.zone(inSection: index)
      day = civil(reference)
      for (place, block) in blocks.enumerated() { read(block, place, blocks, index) }
    }
    return rows
  }

  private mutating func read(_ block: DocumentBlock, _ place: Int, _ blocks: [DocumentBlock], _ section: Int) {
    switch block.kind {
    case .row(let isHeader):
      if isHeader { header = block.cells } else { row(block, section) }
    case .heading: heading(block, next: place + 1 < blocks.count ? blocks[place + 1] : nil, section)
    case .paragraph, .item: lines(of: block.prose, section)
    case .code, .html: break
    }
  }

  private mutating func heading(_ block: DocumentBlock, next: DocumentBlock?, _ section: Int) {
    let mentions = TimeScanner.mentions(in: block.prose)
    if let dated = mentions.first(where: \.isDated), let known = civil(dated.day) { day = known }
    guard block.lines.lowerBound != document.sections[section].line,
      let mention = mentions.first(where: { $0.secondOfDay != nil }), isLeading(mention, in: block.prose, from: 0)
    else { return }
    let rest = Self.text(of: block.prose, from: mention.range.upperBound, to: block.prose.scalars.count)
    let below = next?.isHeading == false ? next?.prose : nil
    append(
      mention, in: block.prose, text: rest.isEmpty ? below?.text ?? "" : rest,
      evidence: Self.evidence(in: block.prose) + (below.map { Self.evidence(in: $0) } ?? []), section)
  }

  /// A row goes on until the next line that begins with a time.
  private mutating func lines(of prose: Prose, _ section: Int) {
    var leading: [(start: Int, mention: TimeMention)] = []
    var lineStart = 0
    var at = 0
    for mention in TimeScanner.mentions(in: prose) {
      while at < mention.range.lowerBound {
        if prose.scalars[at] == "\n" { lineStart = at + 1 }
        at += 1
      }
      if isLeading(mention, in: prose, from: lineStart) { leading.append((lineStart, mention)) }
    }
    for (index, row) in leading.enumerated() {
      let end = index + 1 < leading.count ? leading[index + 1].start : prose.scalars.count
      let behind = min(row.mention.range.upperBound, end)
      append(
        row.mention, in: prose, text: Self.text(of: prose, from: behind, to: end),
        evidence: Self.evidence(in: prose, within: behind...end), section)
    }
  }

  private mutating func row(_ block: DocumentBlock, _ section: Int) {
    let columns = TableColumns(header: header, roles: Self.columns)
    let cells = block.cells
    let dateCell = columns.cell(.date, of: cells)
    let timeCell = columns.cell(.time, of: cells) ?? dateCell ?? cells.first
    guard let timeCell, var mention = TimeScanner.mentions(in: timeCell).first else { return }
    if mention.day == nil, let dateCell, let dated = TimeScanner.mentions(in: dateCell).first(where: \.isDated) {
      mention.day = dated.day
      mention.isDated = true
    }
    if mention.zone == nil { mention.zone = columns.cell(.zone, of: cells).flatMap { TimeScanner($0).firstZone() } }
    if mention.zone == nil, let index = columns.index[.time], index < header.count {
      mention.zone = TimeScanner(header[index]).firstZone()
    }
    let unknown = columns.unknown.last { $0 < cells.count }.map { cells[$0] }
    let event = columns.cell(.event, of: cells) ?? unknown ?? cells.last ?? timeCell
    var evidence = Self.evidence(in: event)
    if let cell = columns.cell(.evidence, of: cells), !cell.isEmpty {
      let objects = Self.evidence(in: cell)
      evidence += objects.isEmpty ? [cell.text] : objects
    }
    append(mention, in: timeCell, text: event.text, evidence: evidence, section)
  }

  private mutating func append(
    _ mention: TimeMention, in prose: Prose, text: String, evidence: [String], _ section: Int
  ) {
    if let own = civil(mention.day) { day = own }
    let zone = mention.zone ?? self.zone
    var instant: Instant?
    if let day, let second = mention.secondOfDay, let offset = zone?.offsetSeconds(on: day, secondOfDay: second) {
      instant = Instant(seconds: Int64(day.daysSinceEpoch * 86_400 + second - offset))
    }
    let span = prose.span(of: mention.range)
    rows.append(
      TimelineRow(
        when: prose.text(in: mention.range), mention: mention, day: day, instant: instant, text: text,
        evidence: evidence, line: span.line, span: span, section: section))
  }

  /// Whether only brackets, quotes and the like stand before it on its line.
  private func isLeading(_ mention: TimeMention, in prose: Prose, from start: Int) -> Bool {
    let before = prose.scalars[start..<max(start, mention.range.lowerBound)]
    return before.count <= 6 && before.allSatisfy { !$0.isLetterOrDigit }
  }

  private static func text(of prose: Prose, from start: Int, to end: Int) -> String {
    let text = prose.text(in: min(start, end)..<end)
    return String(text.drop { $0.isWhitespace || "-–—:;,|>]})*".contains($0) })
  }

  private static func evidence(in prose: Prose, within range: ClosedRange<Int>? = nil) -> [String] {
    prose.objects.filter { range?.contains($0.index) ?? true }.map(\.text)
  }

  private func civil(_ day: TimeMention.Day?) -> CivilDate? {
    guard let day, let year = day.year ?? reference?.year else { return nil }
    let date = CivilDate(year: year, month: day.month, day: day.day)
    return date.exists && (1678...2261).contains(year) ? date : nil
  }
}

extension PostmortemDocument {
  /// The rows of the timeline sections, in order of the file.
  package var timelineRows: [TimelineRow] {
    var reader = TimelineReader(self)
    return reader.read()
  }

  /// The zone that holds for the times of a section: from its heading, its text, or the front matter.
  package func zone(inSection index: Int?) -> ZoneMention? {
    for block in index.map(blocks(inSection:)) ?? [] where !block.isItem {
      for prose in block.proses {
        if case .row(let isHeader) = block.kind, !isHeader { continue }
        if let zone = TimeScanner(prose).firstZone() { return zone }
      }
    }
    return frontMatterZone
  }

  /// The zone that the front matter states.
  package var frontMatterZone: ZoneMention? {
    guard let text = frontMatter["zone"] ?? frontMatter["timezone"] ?? frontMatter["time-zone"] else { return nil }
    let scanner = TimeScanner(Array(text.unicodeScalars))
    return ZoneNames.behindTime(text) ?? scanner.firstZone() ?? ZoneMention(text: text)
  }

  /// A day with its year that the document names early: in the front matter, the title, or the text.
  var referenceDay: TimeMention.Day? {
    func day(in text: String) -> TimeMention.Day? {
      var scanner = TimeScanner(Array(text.unicodeScalars))
      return scanner.all().compactMap(\.day).first { $0.year != nil }
    }
    for key in ["started", "date", "detected", "incident-date"] {
      if let found = frontMatter[key].flatMap(day) { return found }
    }
    if let found = title.flatMap(day) { return found }
    for block in blocks {
      for prose in block.proses {
        if let found = TimeScanner.mentions(in: prose).compactMap(\.day).first(where: { $0.year != nil }) {
          return found
        }
      }
    }
    return nil
  }
}
