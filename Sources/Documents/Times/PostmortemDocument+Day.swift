package import Chronology

extension PostmortemDocument {
  /// The day that the document says it is about; nil where no day with its year stands in it.
  ///
  /// In this order: what the front matter calls the start, the title, the section or the line that gives the date, the
  /// first dated row of the timeline, the text above it, and last the date of the document itself, which may be later.
  package var statedDay: CivilDate? {
    for key in ["started", "start", "incident-date", "incident_date", "detected"] {
      if let day = frontMatter[key].flatMap(Self.firstDay) { return day }
    }
    if let day = title.flatMap(Self.firstDay) { return day }
    if let day = dateSectionDay ?? labelledDay { return day }
    if let day = timelineRows.lazy.compactMap(\.day).first(where: Self.isPlausible) { return day }
    if let day = frontMatter["date"].flatMap(Self.firstDay) { return day }
    for block in blocks {
      for prose in block.proses {
        if let day = Self.firstDay(among: TimeScanner.mentions(in: prose)) { return day }
      }
    }
    return nil
  }

  private var dateSectionDay: CivilDate? {
    for block in blocks where kind(of: block) == .dateAndTime && !block.isHeading {
      for prose in block.proses {
        if let day = Self.firstDay(among: TimeScanner.mentions(in: prose)) { return day }
      }
    }
    return nil
  }

  private static let labels: Set<String> = [
    "date", "incident date", "date of incident", "when", "day", "start", "started",
  ]

  /// `Date: 2024-05-14` above the timeline.
  private var labelledDay: CivilDate? {
    for block in blocks where kind(of: block) != .timeline && kind(of: block) != .actions && !block.isHeading {
      if block.cells.count > 1 {
        guard Self.labels.contains(TableColumns<Int>.name(block.cells[0].text)) else { continue }
        if let day = Self.firstDay(block.cells[1].text) { return day }
      }
      for line in block.prose.lines {
        if let day = LabelledValue.value(in: line, labels: Self.labels).flatMap(Self.firstDay) { return day }
      }
    }
    return nil
  }

  /// The first day with its year in a text: `Incident of 2024-05-14`.
  private static func firstDay(_ text: String) -> CivilDate? {
    var scanner = TimeScanner(Array(text.unicodeScalars))
    return firstDay(among: scanner.all())
  }

  private static func firstDay(among mentions: [TimeMention]) -> CivilDate? {
    for mention in mentions {
      if let day = mention.day.flatMap(civil) { return day }
    }
    return nil
  }

  /// The day in the name of a file: `_posts/2024-05-14-gate.md`, `20240514_gate.md`.
  package static func day(ofFile path: String) -> CivilDate? {
    let name = path.split(separator: "/").last ?? ""
    let numbers = name.split(omittingEmptySubsequences: true) { !$0.isNumber }.map(String.init)
    for (index, first) in numbers.enumerated() {
      let parts = first.count == 8 ? [first.prefix(4), first.dropFirst(4).prefix(2), first.suffix(2)] : []
      let next = numbers[index...].prefix(3).map { $0[...] }
      for triple in [parts, next.map { $0.count == 4 || $0.count <= 2 ? $0 : "" }] where triple.count == 3 {
        guard triple[0].count == 4, let year = Int(triple[0]), let month = Int(triple[1]), let day = Int(triple[2])
        else { continue }
        if let date = civil(TimeMention.Day(year: year, month: month, day: day)), (1970...2100).contains(year) {
          return date
        }
      }
    }
    return nil
  }

  private static func civil(_ day: TimeMention.Day) -> CivilDate? {
    guard let year = day.year else { return nil }
    let date = CivilDate(year: year, month: day.month, day: day.day)
    return date.exists && isPlausible(date) ? date : nil
  }

  /// Within the years of ``Instant``.
  private static func isPlausible(_ day: CivilDate) -> Bool { (1678...2261).contains(day.year) }
}
