package import Chronology
import Incidents
package import Interchange

/// Moments of the evidence, each with the name by which it is picked.
package struct MomentsText {
  private let moments: [MomentAnswer]
  private let hiddenCount: Int
  private let zone: DisplayZone

  package init(moments: [MomentAnswer], hiddenCount: Int, zone: DisplayZone) {
    self.moments = moments
    self.hiddenCount = hiddenCount
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    let columns = (moments.map { TerminalText.width($0.id) }.max() ?? 0) + 2
    var day = ""
    for moment in moments.sorted(by: { ($0.at, $0.rank) < ($1.at, $1.rank) }) {
      let date = zone.date(moment.at)
      if date != day {
        day = date
        lines.add("\(date)  \(zone.label)", indent: 2, style: .faint)
      }
      let head =
        TerminalText.padded(moment.id, to: columns) + TerminalText.padded(zone.time(moment.at), to: 10)
        + (moment.isPicked ? "✓ " : "  ")
      lines.add(head, "\(moment.kind): \(moment.title)", columns: columns + 13)
      lines.add("", moment.reason, columns: columns + 13, style: .faint)
      lines.add("", moment.reference, columns: columns + 13, style: .faint)
    }
    if moments.isEmpty { lines.add("Nothing stands out in the evidence, or there is none: mayday evidence add FILE…") }
    if hiddenCount > 0 { lines.add("… \(TerminalText.grouped(hiddenCount)) more moments (--all)", indent: 2) }
    if !moments.isEmpty {
      lines.gap()
      lines.add("✓ stands in the timeline. Take one in: mayday moment pick \(moments[0].id)", style: .faint)
    }
    return lines.text
  }
}

/// Changes worth examining, best first, and how they were judged.
package struct SuspectsText {
  private let suspects: [SuspectAnswer]
  private let zone: DisplayZone
  private let now: Instant

  package init(suspects: [SuspectAnswer], zone: DisplayZone, now: Instant) {
    self.suspects = suspects
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard !suspects.isEmpty else {
      lines.add("No change stands out as worth examining.")
      return lines.text
    }
    lines.add("Worth examining, best first. Candidates, not verdicts.")
    for suspect in suspects {
      let score = Int((min(max(suspect.score, 0), 1) * 100).rounded())
      lines.add("\(suspect.id)  \(suspect.title)", indent: 2, hanging: 2, style: .strong)
      lines.add(
        "\(score) of 100 · \(zone.short(suspect.at, beside: now)) · \(standing(suspect))", indent: 4, hanging: 2)
      for reason in suspect.reasons { lines.add("– \(reason)", indent: 4, hanging: 2) }
    }
    return lines.text
  }

  private func standing(_ suspect: SuspectAnswer) -> String {
    let reason = suspect.reason.map { ": \($0)" } ?? ""
    switch suspect.standing {
    case .candidate: return "candidate"
    case .confirmed: return "confirmed\(reason)"
    case .dismissed: return "set aside\(reason)"
    }
  }
}
