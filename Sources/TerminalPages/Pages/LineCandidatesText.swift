package import Chronology
package import Postmortems

/// What could be taken into the timeline of a postmortem, each with what takes it.
package struct LineCandidatesText {
  private let lines: [TimelineLine]
  private let postmortem: String
  private let zone: DisplayZone
  private let now: Instant

  package init(lines: [TimelineLine], postmortem: String, zone: DisplayZone, now: Instant) {
    self.lines = lines
    self.postmortem = postmortem
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var text = TextLines(terminal)
    guard !lines.isEmpty else {
      text.add(
        "Nothing is there that could be taken: all of evidence, record and open accounts stands in the timeline.")
      return text.text
    }
    text.table(
      lines.map { line in
        [
          "\(line.origin.rawValue) \(line.originID ?? "")", line.at.map { zone.short($0, beside: now) } ?? "not known",
          line.text,
        ]
      }, indent: 0)
    text.gap()
    if let first = lines.first(where: { $0.originID != nil }), let id = first.originID {
      text.add("Take one: mayday postmortem take \(postmortem) --\(first.origin.rawValue) \(id)", style: .faint)
    }
    return text.text
  }
}
