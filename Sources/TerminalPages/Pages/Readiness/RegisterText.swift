package import Interchange
import Plans

/// The register of scenarios, the greatest risk first.
package struct RegisterText {
  private let plans: [PlanEntryAnswer]

  package init(plans: [PlanEntryAnswer]) { self.plans = plans }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    add(to: &lines)
    if plans.isEmpty {
      lines.add("There is no plan yet. Ten are ready to adopt: mayday plan adopt --all")
    }
    return lines.text
  }

  func add(to lines: inout TextLines) {
    for plan in plans {
      lines.add(
        plan.readiness.symbol, "\(plan.name)  \(plan.title)", columns: 2,
        style: plan.readiness == .ready ? nil : .strong)
      let risk =
        "\(plan.likelihood?.rawValue ?? "likelihood not judged"), \(plan.impact?.rawValue ?? "impact not judged")"
      let played = plan.lastPlayed.map { " · last played \($0)" } ?? ""
      let went = plan.readiness == .failed ? plan.shortfall.map { ": \($0)" } ?? "" : ""
      lines.add("", "\(risk) · \(plan.readiness.words)\(went)\(played)", columns: 2, style: .faint)
      if let finding = plan.mainFinding { lines.add("", finding, columns: 2, style: .late) }
    }
  }
}

extension PlanRegister.Readiness {
  /// One column that tells it without colour.
  var symbol: String {
    switch self {
    case .missing: "×"
    case .faulty: "!"
    case .stale: "~"
    case .failed: "-"
    case .unrehearsed: "○"
    case .ready: "✓"
    }
  }
}
