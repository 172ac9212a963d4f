package import Reading

/// The reading library for a terminal: what to read next and why, then the shelf by kinds of failure.
package struct ReadingShelfText {
  private let readings: [ReadingListing]
  private let next: [NextReadListing]
  private let isNarrow: Bool
  private let knowsTeam: Bool

  /// `isNarrow`: only some were asked for; `knowsTeam`: there is a record that the reasons are taken from.
  package init(readings: [ReadingListing], next: [NextReadListing], isNarrow: Bool, knowsTeam: Bool) {
    self.readings = readings
    self.next = next
    self.isNarrow = isNarrow
    self.knowsTeam = knowsTeam
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    if !isNarrow { addNext(&lines) }
    if readings.isEmpty {
      lines.gap()
      lines.add("None of the readings fits. All: mayday read")
    }
    if isNarrow {
      add(readings, &lines)
    } else {
      for kind in ReadingKind.allCases {
        let members = readings.filter { $0.kinds.first == kind }
        guard !members.isEmpty else { continue }
        lines.heading(kind.title)
        add(members, &lines)
      }
    }
    let read = readings.count { $0.isRead }
    lines.gap()
    lines.add(
      "\(readings.count) \(readings.count == 1 ? "reading" : "readings")" + (read > 0 ? ", \(read) read (✓)" : "")
        + ". One of them: mayday read \(next.first?.reading.name ?? readings.first?.name ?? "gitlab-2017")",
      style: .faint)
    return lines.text
  }

  private func addNext(_ lines: inout TextLines) {
    guard let first = next.first else {
      lines.add("You have read all of them. They stay here to be read again.")
      return
    }
    lines.add("Next for you: \(first.reading.name)", style: .strong)
    lines.add(first.reading.title, indent: 2)
    lines.add(
      "\(first.reading.organisation) · \(first.reading.date) · \(first.reading.minutes) min", indent: 2, style: .faint)
    lines.add(why(first), indent: 2)
    guard next.count > 1 else { return }
    lines.heading("After that")
    for other in next.dropFirst() {
      lines.add(other.reading.name, other.reasons.first ?? other.reading.title, columns: 30)
    }
  }

  private func why(_ next: NextReadListing) -> String {
    if !next.reasons.isEmpty { return next.reasons.joined(separator: " ") }
    return knowsTeam
      ? "Nothing of yours points to one yet: say what your components run on (mayday component), and it will."
      : "There is no record here that would say what you run; this one is a good first."
  }

  private func add(_ readings: [ReadingListing], _ lines: inout TextLines) {
    for reading in readings {
      lines.add((reading.isRead ? "✓ " : "  ") + reading.name, reading.title, indent: 0, columns: 32)
    }
  }
}
