import Chronology
import EvidenceReading
import EvidenceRecords
import TimelineBuilding

/// A timeline as Markdown: a table to paste into a document, and the suspects below it.
struct TimelineMarkdown {
  var report: TimelineReport
  var zone: DisplayZone
  var shownMax: Int

  func render() -> String {
    let story = report.story(shownMax)
    var lines = ["## Timeline of events", ""]
    if let onset = report.onset {
      lines += ["Onset \(stamp(onset.from)) to \(stamp(onset.to)) (\(zone.label)).", ""]
    }
    for note in report.clockNotes { lines.append("- \(Self.cell(note))") }
    if !report.clockNotes.isEmpty { lines.append("") }
    lines += ["| Time (\(zone.label)) | Kind | What happened | Why it is here | Evidence |", "|---|---|---|---|---|"]
    for moment in story {
      let place = moment.evidence.first.map { "`\($0.reference.label.replacing("`", with: "'"))`" } ?? ""
      lines.append(
        "| \(stamp(moment.instant)) | \(moment.kind.word) | \(Self.cell(moment.title)) | \(Self.cell(moment.reason)) | \(Self.pipe(place)) |"
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
      lines.append("\(index + 1). **\(Self.cell(suspect.change.title))** (\(score) of 100)")
      lines += suspect.reasons.map { "   - \(Self.cell($0))" }
    }
    return lines
  }

  private func stamp(_ instant: Instant) -> String { "\(zone.date(instant)) \(zone.time(instant))" }

  /// Text that stays one cell and plain text: marks escaped, line ends taken out.
  static func cell(_ text: String) -> String {
    var result = ""
    for character in TerminalText.harmless(text) {
      if "\\`*_[]<>|#~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static func pipe(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
