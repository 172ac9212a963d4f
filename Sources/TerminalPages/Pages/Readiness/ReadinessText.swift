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
    if !ready.plans.isEmpty {
      lines.heading("What could hit us, the greatest risk first")
      RegisterText(plans: Array(ready.plans.prefix(Self.plansMax))).add(to: &lines)
      if ready.plans.count > Self.plansMax {
        lines.add("… \(ready.plans.count - Self.plansMax) more: mayday plan list", indent: 2, style: .faint)
      }
    }
    lines.heading("Who is there")
    PeopleText.add(ready.roles, to: &lines)
    return lines.text
  }
}

/// Who can be called, by role and by name.
package struct PeopleText {
  private let people: [PersonAnswer]
  private let roles: [RoleCoverAnswer]

  package init(people: [PersonAnswer], roles: [RoleCoverAnswer]) {
    self.people = people
    self.roles = roles
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    Self.add(roles, to: &lines)
    let here = people.filter { !$0.hasLeft }
    lines.heading(here.count == 1 ? "1 person" : "\(here.count) people")
    for person in here {
      lines.add("\(person.number)", person.name, columns: 4, style: .strong)
      let roles = person.roles.map { "\($0.role) (\($0.place.rawValue))" }
      lines.add("", roles.isEmpty ? "no role" : roles.joined(separator: ", "), columns: 4)
      for contact in person.contacts { lines.add("", "\(contact.kind): \(contact.value)", columns: 4) }
      for absence in person.absences {
        lines.add("", "away \(absence.from) to \(absence.to)", columns: 4, style: .faint)
      }
    }
    if here.isEmpty {
      lines.add("Nobody yet: mayday people add \"Ines Roth\" --role operations --contact telephone=+49301", indent: 2)
    }
    return lines.text
  }

  static func add(_ roles: [RoleCoverAnswer], to lines: inout TextLines) {
    for role in roles {
      let names = role.able.isEmpty ? "nobody" : role.able.joined(separator: ", then ")
      let learning = role.learning.isEmpty ? "" : "; learning: \(role.learning.joined(separator: ", "))"
      lines.add(
        role.able.isEmpty ? "!" : role.only == nil ? "✓" : "~", "\(role.name): \(names)\(learning)", columns: 2,
        style: role.able.isEmpty ? .late : nil)
      if let only = role.only { lines.add("", "hangs on \(only)", columns: 2, style: .faint) }
      for gap in role.gaps.prefix(3) {
        lines.add(
          "", gap.from == gap.to ? "nobody on \(gap.from)" : "nobody from \(gap.from) to \(gap.to)", columns: 2,
          style: .late)
      }
      if role.gaps.count > 3 { lines.add("", "… \(role.gaps.count - 3) more gaps", columns: 2, style: .faint) }
    }
  }
}
