import Chronology
package import Learning
import Postmortems

/// What a search of the library found, for a terminal.
package struct LibraryText {
  private let hits: [LibraryHit]
  private let hasMore: Bool
  private let words: String
  private let zone: DisplayZone

  package init(hits: [LibraryHit], hasMore: Bool, words: String, zone: DisplayZone) {
    self.hits = hits
    self.hasMore = hasMore
    self.words = words
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for hit in hits {
      lines.gap()
      let head = "\(hit.postmortem)  "
      lines.add(head, hit.title, indent: 0, columns: TerminalText.width(head), style: .strong)
      lines.add(facts(hit).joined(separator: " · "), indent: 2, hanging: 2, style: .faint)
      let excerpt = hit.excerpt.parts.map { $0.isHit ? "[\($0.text)]" : $0.text }.joined()
      if !excerpt.isEmpty { lines.add(excerpt, indent: 2) }
    }
    if hits.isEmpty { lines.add(empty) }
    if hasMore {
      lines.gap()
      lines.add("… more with --limit", style: .faint)
    }
    return lines.text
  }

  private var empty: String {
    words.isEmpty
      ? "The library is empty: mayday library add FOLDER, or write a postmortem."
      : "Nothing found: all words must be in one postmortem. Fewer words find more."
  }

  private func facts(_ hit: LibraryHit) -> [String] {
    var facts = [hit.isOurs ? "ours, \(PostmortemStage(rawValue: hit.stage)?.words ?? hit.stage)" : "others'"]
    if let incident = hit.incident { facts.append(incident) }
    if let day = hit.at.map(zone.date) ?? hit.day?.description { facts.append(day) }
    if let severity = hit.severity { facts.append("SEV\(severity)") }
    if !hit.components.isEmpty { facts.append(hit.components.joined(separator: ", ")) }
    if let source = hit.source { facts.append(source) }
    return facts
  }
}

/// What looks like an incident or a postmortem, for a terminal.
package struct LikenessText {
  private let name: String
  private let found: [Likeness]
  private let zone: DisplayZone

  package init(name: String, found: [Likeness], zone: DisplayZone) {
    self.name = name
    self.found = found
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard !found.isEmpty else {
      lines.add("Nothing that is remembered looks like \(name).")
      return lines.text
    }
    lines.add("Candidates for \(name), not verdicts: check the reasons.", style: .faint)
    for other in found {
      lines.gap()
      let head = "\(other.name)  "
      let title = other.isStrong ? "\(other.title) (much alike)" : other.title
      lines.add(head, title, indent: 0, columns: TerminalText.width(head), style: .strong)
      lines.add(facts(other).joined(separator: " · "), indent: 2, hanging: 2, style: .faint)
      if let outcome = other.outcome { lines.add("which was", outcome, columns: 11) }
      for (index, reason) in other.reasons.enumerated() {
        lines.add(index == 0 ? "because" : "", reason, columns: 11)
      }
    }
    return lines.text
  }

  private func facts(_ other: Likeness) -> [String] {
    var facts = [other.isOurs ? "ours" : "others'"]
    if let day = other.at.map(zone.date) ?? other.day?.description { facts.append(day) }
    if other.incident != nil, let postmortem = other.postmortem { facts.append("read \(postmortem)") }
    return facts
  }

  /// `This looks like INC-12, which was "…": mayday library like INC-14`; nil where nothing is alike enough.
  package static func line(for name: String, _ found: [Likeness]) -> String? {
    guard let first = found.first(where: \.isStrong) else { return nil }
    let outcome = (first.outcome ?? first.title).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let short = outcome.count > 120 ? outcome.prefix(119) + "…" : outcome
    return "This looks like \(first.name), which was: \(short) (mayday library like \(name))"
  }
}
