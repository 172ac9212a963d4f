import Chronology
import Documents
import EvidenceReading
import EvidenceRecords
package import TimelineBuilding

/// A timeline as Markdown: a table to paste into a document, and the suspects below it.
package struct TimelineMarkdown {
  private let report: TimelineReport
  private let zone: DisplayZone
  private let shownMax: Int

  package init(report: TimelineReport, zone: DisplayZone, shownMax: Int) {
    self.report = report
    self.zone = zone
    self.shownMax = shownMax
  }

  package func render() -> String {
    let story = report.story(shownMax)
    var lines = ["## Timeline of events", ""]
    if let onset = report.onset {
      lines += ["Onset \(stamp(onset.from)) to \(stamp(onset.to)) (\(zone.label)).", ""]
    }
    for note in report.clockNotes { lines.append("- \(MarkdownText.inline(note))") }
    if !report.clockNotes.isEmpty { lines.append("") }
    lines += ["| Time (\(zone.label)) | Kind | What happened | Why it is here | Evidence |", "|---|---|---|---|---|"]
    for moment in story {
      let place = moment.evidence.first.map { MarkdownText.code($0.reference.label) } ?? ""
      lines.append(
        "| \(stamp(moment.instant)) | \(moment.kind.word) | \(MarkdownText.inline(moment.title)) | \(MarkdownText.inline(moment.reason)) | \(place) |"
      )
    }
    if report.moments.count > story.count {
      lines += ["", "\(report.moments.count - story.count) more moments with `--all`."]
    }
    return (lines + suspects()).joined(separator: "\n")
  }

  private func suspects() -> [String] {
    guard !report.suspects.isEmpty else { return [] }
    var lines = ["", "## Worth examining", "", "Candidates, best first, not verdicts.", ""]
    for (index, suspect) in report.suspects.enumerated() {
      let score = Int((suspect.score * 100).rounded())
      lines.append("\(index + 1). **\(MarkdownText.inline(suspect.change.title))** (\(score) of 100)")
      lines += suspect.reasons.map { "   - \(MarkdownText.inline($0))" }
    }
    return lines
  }

  private func stamp(_ instant: Instant) -> String { "\(zone.date(instant)) \(zone.time(instant))" }
}
