import Chronology
import EvidenceRecords

/// The year of a source whose stamps carry none, told by the sources whose stamps do.
///
/// A file's modified time tells the year of a log that nobody copied. A copy, a download or a fresh clone carries the time
/// of the copying, which may be years later.
struct YearChoice: Sendable {
  private static let halfYearSeconds = 183 * 86_400.0

  /// The year to read the first stamp in; nil for sources that are no logs.
  var firstYear: Int?
  /// Where the other sources end: what the file's modified time was taken for.
  var ends: Instant
  /// For the note.
  var basis: String

  /// By path, for each source that lies more than half a year from all that is stated.
  ///
  /// `firstYear` of a source is the year that its first stamp was read in; nil where it carries one.
  static func choices(
    for sources: [(summary: SourceSummary, firstYear: Int?, records: [RecordEntry])]
  ) -> [String: YearChoice] {
    guard let window = window(of: sources) else { return [:] }
    var choices: [String: YearChoice] = [:]
    for source in sources where isYearless(source) {
      guard let last = source.summary.last, distance(last, window) > halfYearSeconds else { continue }
      let written = last.clock().date
      let year = window.upperBound.clock().date.year
      // The latest year that lies nearest.
      let moved = [year + 1, year, year - 1].min { left, right in
        distance(last.inYear(left), window) < distance(last.inYear(right), window)
      }
      guard let moved, moved != written.year else { continue }
      choices[source.summary.path] = YearChoice(
        firstYear: source.firstYear.map { $0 + moved - written.year }, ends: window.upperBound,
        basis: "taken from the other sources, as the file's modified time would lead to \(written.year)")
    }
    return choices
  }

  private static func isYearless(_ source: (summary: SourceSummary, firstYear: Int?, records: [RecordEntry])) -> Bool {
    source.firstYear != nil || source.records.first?.basis == .inferredYear
  }

  /// From the first to the last instant of the logs that state their years, or of the records where no log does.
  ///
  /// Repositories reach back for years and say nothing of when the evidence was taken.
  private static func window(
    of sources: [(summary: SourceSummary, firstYear: Int?, records: [RecordEntry])]
  ) -> ClosedRange<Instant>? {
    let repositories: Set<String> = ["git", "git-bundle", "git-stream"]
    let stated = sources.filter { !isYearless($0) && !repositories.contains($0.summary.format) }
    let logs = stated.filter(\.records.isEmpty)
    let spans = (logs.isEmpty ? stated : logs).compactMap { source in
      source.summary.first.flatMap { first in source.summary.last.map { (first, $0) } }
    }
    guard let first = spans.map(\.0).min(), let last = spans.map(\.1).max() else { return nil }
    return first...last
  }

  private static func distance(_ instant: Instant, _ window: ClosedRange<Instant>) -> Double {
    max(window.lowerBound.seconds(since: instant), instant.seconds(since: window.upperBound), 0)
  }
}

extension Instant {
  /// The same day and time of day in another year.
  fileprivate func inYear(_ year: Int) -> Instant {
    let date = clock().date
    let moved = CivilDate(year: year, month: date.month, day: date.day)
    return advanced(bySeconds: Double(moved.daysSinceEpoch - date.daysSinceEpoch) * 86_400)
  }
}
