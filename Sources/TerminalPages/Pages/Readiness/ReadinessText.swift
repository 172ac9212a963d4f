package import Interchange
import Plans

/// One screen: what comes next, what could hit us, who is there.
package struct ReadinessText {
  private static let plansMax = 6

  private let readiness: ReadinessAnswer

  package init(readiness: ReadinessAnswer) { self.readiness = readiness }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    let ready = readiness
    lines.add(
      ready.planCount == 0
        ? "There is no plan yet."
        : "\(ready.readyCount) of \(ready.planCount) plan\(ready.planCount == 1 ? "" : "s") could be relied on today.",
      style: .strong)
    if !ready.next.isEmpty {
      lines.heading("What we do next")
      for (index, step) in ready.next.enumerated() { lines.add("\(index + 1).", step.what, columns: 4) }
    }
    if ready.plans.isEmpty {
      lines.heading("What could hit us")
      lines.add("Ten plans are ready to adopt: mayday plan adopt --all", indent: 2)
    } else {
      lines.heading("What could hit us, the greatest risk first")
      RegisterText(plans: Array(ready.plans.prefix(Self.plansMax))).add(to: &lines)
      if ready.plans.count > Self.plansMax {
        lines.add("… \(ready.plans.count - Self.plansMax) more: mayday plan list", indent: 2, style: .faint)
      }
    }
    lines.heading("Who is there")
    lines.add(
      "Somebody can be called for \(ready.filledCount) of \(ready.roles.count) roles; \(ready.openCount) have days in "
        + "the next 90 on which nobody can.", indent: 2)
    PeopleText.add(ready.roles, to: &lines)
    return lines.text
  }
}
