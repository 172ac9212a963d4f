package import Guards

/// Guards that ran, for a terminal: each with what was seen, and where one does not hold, what to do.
package struct GuardsText {
  /// Lines of a guard's output that are shown; the JSON and JUnit reports have all that was kept.
  private static let detailLinesMax = 20
  private static let columns = 9

  private let report: GuardRunReport

  package init(report: GuardRunReport) { self.report = report }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for result in report.results { Self.add(result, to: &lines) }
    lines.gap()
    lines.add(summary, style: report.exitStatus == 0 ? .good : report.counts.broken > 0 ? .wrong : .late)
    return lines.text
  }

  /// What was counted, in one sentence.
  private var summary: String {
    let counts = report.counts
    let number = report.results.count
    guard counts.held < number else {
      return number == 1 ? "The guard holds." : "All \(number) guards hold."
    }
    var parts: [String] = []
    if counts.broken > 0 { parts.append("\(counts.broken) broken") }
    if counts.unknown > 0 { parts.append("\(counts.unknown) could not be checked") }
    if counts.held > 0 { parts.append("\(counts.held) \(counts.held == 1 ? "holds" : "hold")") }
    return "\(number == 1 ? "1 guard" : "\(number) guards"): \(parts.joined(separator: ", "))."
  }

  private static func add(_ result: GuardResult, to lines: inout TextLines) {
    if result.outcome != .held { lines.gap() }
    lines.add(
      "\(result.outcome.mark) \(result.outcome.rawValue)", result.title, indent: 0, columns: columns + 1,
      style: result.outcome.style)
    let severity = result.severity == .warning && result.outcome != .held ? " (warning)" : ""
    lines.add("", "\(result.name)\(severity): \(result.summary)", indent: 0, columns: columns + 1)
    guard result.outcome != .held else { return }
    addDetail(result, to: &lines)
    for sentence in result.advice { lines.add("", sentence, indent: 0, columns: columns + 1) }
    if let place = result.place { lines.add("", "\(place)", indent: 0, columns: columns + 1, style: .faint) }
    lines.gap()
  }

  /// The beginning and the end of what the guard showed, where that is more than its summary.
  private static func addDetail(_ result: GuardResult, to lines: inout TextLines) {
    var detail = result.detail.split(whereSeparator: \.isNewline).map(String.init)
    if detail.count == 1, result.summary.hasPrefix(detail[0]) { return }
    if detail.count > detailLinesMax {
      let missing = detail.count - detailLinesMax
      let middle = (detailLinesMax / 2)..<(detail.count - detailLinesMax / 2)
      detail.replaceSubrange(middle, with: ["… \(missing) lines more"])
    }
    for line in detail { lines.add("│ " + line, indent: columns + 1, hanging: 2, style: .faint) }
  }
}

/// What a file declares, for a terminal.
package struct GuardListText {
  private let guards: [GuardDefinition]

  package init(guards: [GuardDefinition]) { self.guards = guards }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for definition in guards {
      lines.gap()
      lines.add(definition.name, style: .strong)
      lines.add(definition.title, indent: 2)
      var facts = [definition.kind.name]
      if let everySeconds = definition.everySeconds {
        facts.append("every \(GuardDuration.text(seconds: Double(everySeconds)))")
      }
      facts.append("within \(GuardDuration.text(seconds: definition.withinSeconds))")
      if let protects = definition.protects { facts.append("protects against \(protects)") }
      if let action = definition.action { facts.append("for \(action)") }
      if definition.severity == .warning { facts.append("warning") }
      lines.add(facts.joined(separator: " · "), indent: 2, style: .faint)
    }
    return lines.text
  }
}

extension GuardOutcome {
  /// One column that tells it without colour.
  fileprivate var mark: String {
    switch self {
    case .held: "✓"
    case .broken: "✕"
    case .unknown: "?"
    }
  }

  fileprivate var style: Terminal.Style {
    switch self {
    case .held: .good
    case .broken: .wrong
    case .unknown: .late
    }
  }
}
