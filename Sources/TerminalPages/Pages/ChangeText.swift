package import Chronology
import Incidents
package import Interchange

/// What a change came to, in a line or two: the incident, the entry's number, when, what.
package struct ChangeText {
  private let change: ChangeAnswer
  private let advice: String?
  private let zone: DisplayZone
  private let now: Instant

  /// `advice` says what could come next.
  package init(change: ChangeAnswer, advice: String? = nil, zone: DisplayZone, now: Instant) {
    self.change = change
    self.advice = advice
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard let entry = change.entry else {
      if let file = change.evidence {
        let head = "\(change.incident.id) evidence \(file.number)"
        let reading = file.reading.isEmpty ? "not read" : file.reading
        lines.add(head, "\(file.name): \(reading)", indent: 0, columns: TerminalText.width(head) + 2)
      } else {
        lines.add("\(change.incident.id) is changed.")
      }
      return lines.text
    }
    let head = "\(change.incident.id) #\(entry.version)"
    lines.add(head, EntryLines.sentence(entry, zone: zone, now: now), indent: 0, columns: TerminalText.width(head) + 2)
    if let advice { lines.add(advice, indent: 2, style: .faint) }
    return lines.text
  }
}
