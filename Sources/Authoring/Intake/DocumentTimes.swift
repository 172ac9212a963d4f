import Chronology
import Documents

/// When an incident started, ended and was detected, as its postmortem states it: in the front matter, or in a labelled
/// line or row, or as the only times of its section.
///
/// Read are times with a day, a year and a zone; a missing part is never guessed.
struct DocumentTimes {
  private(set) var started: Instant?
  private(set) var ended: Instant?
  private(set) var detected: Instant?

  private static let startWords: Set<String> = ["start", "started", "starts", "began", "begin", "begins", "onset"]
  private static let endWords: Set<String> = [
    "end", "ended", "ends", "resolved", "resolution", "restored", "recovered", "mitigated",
  ]
  private static let detectionWords: Set<String> = ["detected", "detection", "discovered", "noticed"]

  init(_ document: PostmortemDocument, labels: DocumentLabels) {
    let zone = document.frontMatterZone
    func stated(_ keys: [String]) -> Instant? {
      for key in keys { if let text = document.frontMatter[key] { return Self.instants(in: [text], zone: zone).first } }
      return nil
    }
    started = stated(["started", "start"])
    ended = stated(["ended", "end", "resolved"])
    detected = stated(["detected"])

    let section = document.sections.firstIndex { $0.kind == .dateAndTime }
    let sectionZone = document.zone(inSection: section)
    for entry in labels.entries {
      let words = Set(entry.label.split(separator: " ").map(String.init))
      guard let instant = Self.instants(in: entry.values, zone: sectionZone).first else { continue }
      if !words.isDisjoint(with: Self.startWords) { started = started ?? instant }
      if !words.isDisjoint(with: Self.endWords) { ended = ended ?? instant }
      if !words.isDisjoint(with: Self.detectionWords) { detected = detected ?? instant }
    }
    if started == nil { readSpan(of: section, in: document, zone: sectionZone) }
    if let started, let stop = ended, stop < started { ended = nil }
  }

  /// A section that says from when to when, and nothing else, needs no labels.
  private mutating func readSpan(of section: Int?, in document: PostmortemDocument, zone: ZoneMention?) {
    let lines = document.blocks.filter { $0.section == section && section != nil && !$0.isHeading }
      .flatMap { $0.proses.flatMap(DocumentLabels.lines) }
    let instants = Self.instants(in: lines, zone: zone)
    guard instants.count <= 2 else { return }
    started = instants.first
    if ended == nil, instants.count == 2 { ended = instants[1] }
  }

  /// All instants in some texts; a time of day alone belongs to the day before it.
  private static func instants(in texts: [String], zone: ZoneMention?) -> [Instant] {
    var day: CivilDate?
    return texts.flatMap { text -> [Instant] in
      if let exact = Instant(rfc3339: text) { return [exact] }
      var scanner = TimeScanner(Array(text.unicodeScalars))
      return scanner.all().compactMap { mention in
        if let own = mention.day, let year = own.year {
          let date = CivilDate(year: year, month: own.month, day: own.day)
          day = date.exists && (1678...2261).contains(year) ? date : nil
        }
        guard let day, let second = mention.secondOfDay,
          let offset = (mention.zone ?? zone)?.offsetSeconds(on: day, secondOfDay: second)
        else { return nil }
        return Instant(seconds: Int64(day.daysSinceEpoch * 86_400 + second - offset))
      }
    }
  }
}
