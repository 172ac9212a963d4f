import Chronology
package import EvidenceReading
import EvidenceRecords

/// What was read, for a terminal: one block per source, the ones that were not understood at the end.
package struct SourcesText {
  private let sources: [SourceSummary]
  private let clockNotes: [String]
  private let zone: DisplayZone

  package init(sources: [SourceSummary], clockNotes: [String], zone: DisplayZone) {
    self.sources = sources
    self.clockNotes = clockNotes
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    let understood = sources.filter { Self.isUnderstood($0) }
    let settings = sources.filter { $0.format == "configuration" }
    let other = sources.filter { !Self.isUnderstood($0) && $0.format != "configuration" }
    var lines = [
      "\(TerminalText.grouped(understood.count)) of \(TerminalText.grouped(sources.count)) files understood; "
        + "times in \(zone.label)"
    ]
    for note in clockNotes { lines += wrapped("Clock: " + note, indent: 2, terminal) }
    for source in understood { lines += [""] + block(source, terminal) }
    if !settings.isEmpty {
      lines += ["", terminal.styled("Settings, which say nothing of when (\(settings.count)):", .strong)]
      for source in settings { lines += short(source, terminal) }
    }
    if !other.isEmpty {
      lines += ["", terminal.styled("Not understood, not used (\(other.count)):", .strong)]
      for source in other { lines += block(source, terminal) }
    }
    return lines.joined(separator: "\n")
  }

  package static func isUnderstood(_ source: SourceSummary) -> Bool {
    !["unknown", "text", "configuration"].contains(source.format)
  }

  /// The path and what the file looks like.
  private func short(_ source: SourceSummary, _ terminal: Terminal) -> [String] {
    let note = source.notes.first.map { ": " + TerminalText.harmless($0) } ?? ""
    let path = TerminalText.harmless(source.path)
    return wrapped(TerminalText.shortened(path, width: terminal.columns - 2) + note, indent: 2, terminal)
  }

  private func block(_ source: SourceSummary, _ terminal: Terminal) -> [String] {
    let path = TerminalText.shortened(TerminalText.harmless(source.path), width: terminal.columns - 2)
    var lines = [terminal.styled("  \(path)", .strong)]
    lines += wrapped(facts(source).joined(separator: " · "), indent: 6, terminal)
    if source.unrecognisedLines > 0, Self.isUnderstood(source) {
      let share = "\(TerminalText.grouped(source.unrecognisedLines)) of \(TerminalText.grouped(source.lines)) lines"
      lines += wrapped("\(share) not understood, the first:", indent: 6, terminal)
    }
    for sample in source.unrecognisedSamples {
      let text = TerminalText.prefix(TerminalText.harmless(sample.text)[...], width: terminal.columns - 18)
      let number = String(sample.line)
      let lead = String(repeating: " ", count: max(0, 12 - number.count)) + number + " │ "
      lines.append(terminal.styled(lead + text, .faint))
    }
    for note in source.notes { lines += wrapped("! " + note, indent: 6, terminal) }
    return lines
  }

  private func facts(_ source: SourceSummary) -> [String] {
    guard Self.isUnderstood(source) else { return [source.format, "\(TerminalText.grouped(Int(source.bytes))) bytes"] }
    var facts = ["\(source.format) \(Int((source.confidence * 100).rounded())) %"]
    facts.append("\(TerminalText.grouped(source.entries)) \(source.entries == 1 ? "entry" : "entries")")
    if let first = source.first, let last = source.last { facts.append(span(first, last)) }
    if let zone = source.zone { facts.append("zone \(zone) \(source.zoneBasis.rawValue)") }
    if let skew = source.skewSeconds {
      facts.append(Self.skew(skew))
    } else if source.first != nil {
      facts.append("clock skew: cannot tell")
    }
    return facts
  }

  private static func skew(_ seconds: Double) -> String {
    let tenths = Int((abs(seconds) * 10).rounded())
    guard tenths > 0 else { return "clock right" }
    return "clock \(tenths / 10).\(tenths % 10) s \(seconds < 0 ? "behind" : "ahead")"
  }

  private func span(_ first: Instant, _ last: Instant) -> String {
    let days = (zone.date(first), zone.date(last))
    if days.0 == days.1 { return "\(days.0) \(zone.time(first))–\(zone.time(last))" }
    return "\(days.0) \(zone.time(first)) – \(days.1) \(zone.time(last))"
  }

  private func wrapped(_ text: String, indent: Int, _ terminal: Terminal) -> [String] {
    TerminalText.wrap(TerminalText.harmless(text), width: terminal.columns - indent).map {
      String(repeating: " ", count: indent) + $0
    }
  }
}
