import Chronology
import EvidenceReading
import EvidenceRecords
package import TimelineBuilding

/// A timeline for a terminal: what was read, the moments in order, what is worth examining.
package struct TimelineText {
  private let report: TimelineReport
  private let zone: DisplayZone
  private let shownMax: Int

  /// Shows the `shownMax` most important moments, in order of time.
  package init(report: TimelineReport, zone: DisplayZone, shownMax: Int) {
    self.report = report
    self.zone = zone
    self.shownMax = shownMax
  }

  /// Columns before a title: bracket, time, symbol and word.
  private static let margin = 23

  package func render(for terminal: Terminal) -> String {
    var lines = header(terminal)
    let story = report.story(shownMax)
    if story.isEmpty {
      lines += ["", "  Nothing stands out. What was read: mayday sources"]
      if let from = report.sources.compactMap(\.first).min(), let to = report.sources.compactMap(\.last).max() {
        lines.append("  The evidence reaches from \(span(TimeSpan(from: from, to: to))) \(zone.label).")
      }
    } else {
      lines += moments(story, terminal)
      let hidden = report.moments.count - story.count
      if hidden > 0 { lines.append("    … \(TerminalText.grouped(hidden)) more moments (--all)") }
    }
    lines += suspects(terminal)
    return lines.joined(separator: "\n")
  }

  // MARK: What was read

  private func header(_ terminal: Terminal) -> [String] {
    let understood = report.sources.filter { SourcesText.isUnderstood($0) }
    let packets = understood.filter { $0.format.hasPrefix("pcap") }.reduce(0) { $0 + $1.lines }
    let textLines = understood.filter { !$0.format.hasPrefix("pcap") }.reduce(0) { $0 + $1.lines }
    var facts = [counted(understood.count, "source"), counted(textLines, "line")]
    if packets > 0 { facts.append(counted(packets, "packet")) }
    if let window = report.window { facts.append(span(window) + " " + zone.label) }
    let other = report.sources.count { !SourcesText.isUnderstood($0) && $0.format != "configuration" }
    if other > 0 { facts.append("\(counted(other, "file")) not understood (mayday sources)") }
    var lines = TerminalText.wrap(facts.joined(separator: " · "), width: terminal.columns)
    for (index, note) in report.clockNotes.enumerated() {
      let lead = index == 0 ? "Clocks: " : "        "
      lines += indented(TerminalText.harmless(note), first: lead, rest: "        ", width: terminal.columns)
    }
    return lines
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    "\(TerminalText.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  private func span(_ window: TimeSpan) -> String {
    let from = zone.date(window.from)
    let to = zone.date(window.to)
    if from == to { return "\(from) \(zone.time(window.from))–\(zone.time(window.to))" }
    return "\(from) \(zone.time(window.from)) – \(to) \(zone.time(window.to))"
  }

  // MARK: Moments

  private func moments(_ story: [TimelineMoment], _ terminal: Terminal) -> [String] {
    var lines: [String] = []
    var day = ""
    var isOnsetShown = false
    let end = report.impactWindow?.to
    for (index, moment) in story.enumerated() {
      let date = zone.date(moment.instant)
      if date != day {
        day = date
        lines += ["", terminal.styled("  \(date)", .strong) + terminal.styled("  times in \(zone.label)", .faint)]
      }
      if let onset = report.onset, !isOnsetShown, moment.instant >= onset.from {
        isOnsetShown = true
        lines.append(terminal.styled("┌ \(onsetTimes(onset))  ONSET", .strong))
      }
      var gutter = "  "
      if let onset = report.onset, let end, moment.instant >= onset.from, moment.instant <= end {
        let isLast = index + 1 == story.count || story[index + 1].instant > end
        gutter = isLast ? "└ " : "│ "
      }
      lines += block(moment, gutter: gutter, terminal)
    }
    return lines
  }

  private func onsetTimes(_ onset: TimeSpan) -> String {
    let from = zone.time(onset.from)
    let to = zone.time(onset.to)
    return from == to ? from : "\(from)–\(to)"
  }

  /// Title, reason and where to look, below each other beside the time.
  private func block(_ moment: TimelineMoment, gutter: String, _ terminal: Terminal) -> [String] {
    let width = terminal.columns - Self.margin
    let rest = (gutter == "│ " ? "│ " : "  ") + String(repeating: " ", count: Self.margin - 2)
    var label = "\(moment.kind.symbol) \(TerminalText.padded(moment.kind.word, to: 9))"
    if let style = moment.kind.style { label = terminal.styled(label, style) }
    var lines: [String] = []
    let title = TerminalText.wrap(TerminalText.harmless(moment.title), width: width)
    for (index, line) in title.prefix(3).enumerated() {
      let isCut = index == 2 && title.count > 3
      let text = isCut ? String(TerminalText.prefix(line[...], width: width - 1)) + "…" : line
      lines.append((index == 0 ? gutter + zone.time(moment.instant) + "  " + label : rest) + text)
    }
    for line in TerminalText.wrap(TerminalText.harmless(moment.reason), width: width) where !line.isEmpty {
      lines.append(rest + terminal.styled(line, .faint))
    }
    if let place = evidence(moment, width: width) { lines.append(rest + terminal.styled(place, .faint)) }
    return lines
  }

  private func evidence(_ moment: TimelineMoment, width: Int) -> String? {
    guard let first = moment.evidence.first else { return nil }
    let more = moment.evidence.count > 1 ? " +\(moment.evidence.count - 1)" : ""
    let label = TerminalText.harmless(first.reference.label)
    return TerminalText.shortened(label, width: width - more.count) + more
  }

  // MARK: Suspects

  private func suspects(_ terminal: Terminal) -> [String] {
    guard !report.suspects.isEmpty else {
      guard report.onset != nil else { return [] }
      return ["", terminal.styled("No change stands in reach of the onset.", .strong)] + noChange(terminal)
    }
    var lines = ["", terminal.styled("Worth examining, best first. Candidates, not verdicts:", .strong)]
    for (index, suspect) in report.suspects.prefix(5).enumerated() {
      let lead = "  \(index + 1)  \(fixed(suspect.score))  "
      lines += indented(
        TerminalText.harmless(suspect.change.title), first: lead, rest: blank(11), width: terminal.columns)
      for reason in suspect.reasons {
        lines += indented(
          TerminalText.harmless(reason), first: blank(11) + "– ", rest: blank(13), width: terminal.columns)
      }
    }
    if report.suspects.count > 5 { lines.append(blank(11) + "… \(report.suspects.count - 5) more (--format json)") }
    return lines + noChange(terminal)
  }

  private func noChange(_ terminal: Terminal) -> [String] {
    let reasons = report.noChange.reasons.joined(separator: "; ")
    return indented(
      "no change of ours: " + TerminalText.harmless(reasons), first: "     \(fixed(report.noChange.score))  ",
      rest: blank(11), width: terminal.columns)
  }

  private func indented(_ text: String, first: String, rest: String, width: Int) -> [String] {
    TerminalText.wrap(text, width: width - TerminalText.width(rest)).enumerated().map { index, line in
      (index == 0 ? first : rest) + line
    }
  }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Two digits after the point.
  private func fixed(_ score: Double) -> String {
    let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
