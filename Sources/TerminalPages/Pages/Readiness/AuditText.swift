package import Plans

/// What the record shows an auditor, control by control.
package struct AuditText {
  private let checklist: AuditChecklist
  private static let proofsMax = 5

  package init(checklist: AuditChecklist) { self.checklist = checklist }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(AuditChecklist.preface)
    lines.gap()
    lines.add("Days: \(checklist.from) to \(checklist.until). State of \(checklist.today).", style: .faint)
    let counts = AuditChecklist.State.allCases.map { "\(checklist.count($0)) \($0.words)" }
    lines.add(counts.joined(separator: " · "), style: .strong)
    for control in checklist.controls {
      lines.heading("\(control.number) \(control.title)")
      for line in control.lines { add(line, to: &lines) }
      for text in control.notShown { lines.add("·", "not shown by this record: \(text)", columns: 2, style: .faint) }
    }
    return lines.text
  }

  private func add(_ line: AuditChecklist.Line, to lines: inout TextLines) {
    lines.add(line.state.symbol, "\(line.question) \(line.state.words)", columns: 2, style: .strong)
    lines.add("", line.shows, columns: 2)
    for text in line.missing { lines.add("", text, columns: 2, style: .late) }
    for proof in line.proofs.prefix(Self.proofsMax) {
      lines.add("", "\(proof.name): \(proof.words)", indent: 4, columns: 2, style: .faint)
    }
    if line.proofCount > Self.proofsMax {
      lines.add(
        "", "… \(line.proofCount - Self.proofsMax) more, with --format markdown, json or csv", indent: 4, columns: 2,
        style: .faint)
    }
  }
}

extension AuditChecklist.State {
  /// One column that tells it without colour.
  var symbol: String {
    switch self {
    case .shown: "✓"
    case .partly: "~"
    case .missing: "!"
    case .noOccasion: "–"
    }
  }
}
