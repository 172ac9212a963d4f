package import Drills
import Incidents
import Plans

/// What was expected of a drill and what happened, side by side.
package struct DrillOutcomeText {
  private let outcome: DrillOutcome

  package init(_ outcome: DrillOutcome) { self.outcome = outcome }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add("Drill \(outcome.drill): \(outcome.summary)", style: .strong)
    if outcome.speed > 1 {
      lines.add(
        "It ran \(outcome.speed) times faster than the clock: times below are those of the drill, and do not say how fast people are.",
        style: .faint)
    }
    lines.gap()
    for span in outcome.spans { lines.add(Self.name(span.name), span.words, indent: 0, columns: 26) }
    if let idea = outcome.idea { lines.add("", "first written: \(idea.text)", indent: 0, columns: 26, style: .faint) }
    expectations(&lines)
    steps(&lines)
    promises(&lines)
    list("What surprised", outcome.surprises, &lines)
    list("What was missing in the plan", outcome.missingSteps, &lines)
    list("Noted", outcome.notes, &lines)
    return lines.text
  }

  private static func name(_ span: String) -> String {
    switch span {
    case "declared": "declared"
    case "lead": "somebody leads"
    case "first-word": "first word to customers"
    case "idea": "right idea written down"
    case "mitigated": "mitigated"
    default: span
    }
  }

  private func expectations(_ lines: inout TextLines) {
    guard !outcome.expectations.isEmpty else { return }
    lines.heading("Expected")
    for line in outcome.expectations {
      let within = line.withinSeconds.map { " within \(PlanDuration.words(seconds: $0))" } ?? ""
      lines.add(line.judgement.symbol, line.text + within, indent: 0, columns: 2)
      let how = line.isJudged && line.seconds == nil ? "judged" : line.happened
      let words = line.words.isEmpty ? "" : ": \(line.words)"
      // Why it is not known says already that it is not.
      let judged = line.judgement?.words ?? (how.hasPrefix("not known") ? nil : "not known")
      let parts = [judged, how].compactMap(\.self).joined(separator: ", ")
      lines.add("", parts + words, indent: 0, columns: 2, style: .faint)
    }
  }

  private func steps(_ lines: inout TextLines) {
    guard !outcome.steps.isEmpty else { return }
    lines.heading("The plan\(outcome.plan.map { ": \($0)" } ?? "")")
    if !outcome.isPlanFollowed {
      lines.add("Nobody followed it on the record.")
      return
    }
    for step in outcome.steps {
      lines.add("\(step.state.symbol) \(step.number)", step.task, indent: 0, columns: 6)
      var parts: [String] = []
      if let seconds = step.seconds { parts.append("after \(DrillText.minutes(seconds))") }
      if let late = step.lateSeconds, late > 0 { parts.append("\(PlanDuration.words(seconds: late)) late") }
      if !step.aheadOf.isEmpty { parts.append("ahead of step \(step.aheadOf.joined(separator: ", "))") }
      if !step.words.isEmpty { parts.append(step.words) }
      if !parts.isEmpty { lines.add("", parts.joined(separator: " · "), indent: 0, columns: 6, style: .faint) }
    }
  }

  private func promises(_ lines: inout TextLines) {
    guard !outcome.promises.isEmpty else { return }
    lines.heading("Words that were owed")
    for promise in outcome.promises {
      let which = promise.isFirst ? "first word" : "next word"
      lines.add(
        promise.isKept == true ? "✓" : promise.isKept == false ? "×" : "?",
        "\(which) to \(promise.audience), due after \(DrillText.minutes(promise.dueSeconds)): \(promise.came)",
        indent: 0,
        columns: 2)
    }
  }

  private func list(_ heading: String, _ texts: [String], _ lines: inout TextLines) {
    guard !texts.isEmpty else { return }
    lines.heading(heading)
    for text in texts { lines.add("·", text, indent: 0, columns: 2) }
  }
}

/// What a drill suggests to change in its plan.
package struct PlanChangesText {
  private let changes: PlanChanges

  package init(_ changes: PlanChanges) { self.changes = changes }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    if changes.changes.isEmpty {
      lines.add("Nothing to take over into the plan '\(changes.plan)'.")
    } else {
      lines.add("Changes to the plan '\(changes.plan)'", style: .strong)
    }
    for change in changes.changes {
      let what =
        change.kind == .addition ? "a new step \(change.step): \(change.after)" : "step \(change.step): \(change.after)"
      lines.add("\(change.number)", what, columns: 4)
      if !change.before.isEmpty { lines.add("", "instead of: \(change.before)", columns: 4, style: .faint) }
      lines.add("", change.reason, columns: 4, style: .faint)
      if !change.toFill.isEmpty { lines.add("", "to fill in afterwards: \(change.toFill)", columns: 4, style: .faint) }
    }
    for text in changes.unplaced { lines.add("·", text, columns: 4) }
    return lines.text
  }
}

extension DrillObservation.Judgement? {
  /// One column that tells it without colour.
  var symbol: String {
    switch self {
    case .met?: "✓"
    case .partly?: "~"
    case .not?: "×"
    case nil: "?"
    }
  }
}

extension StepTicked.State? {
  var symbol: String {
    switch self {
    case .done?: "✓"
    case .replaced?: "↷"
    case .skipped?: "–"
    case .open?, nil: "□"
    }
  }
}

extension DrillObservation.Kind {
  package var words: String {
    switch self {
    case .note: "noted"
    case .surprise: "surprised"
    case .expectation: "judged"
    case .idea: "the right idea"
    case .missingStep: "missing in the plan"
    }
  }
}
