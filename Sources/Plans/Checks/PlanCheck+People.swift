import Findings
import Incidents

extension PlanCheck {
  /// Names that every team has.
  private static let everyone: Set<String> = ["everyone", "all", "anyone", "whoever is there", "whoever sees it first"]

  mutating func checkPeople() {
    checkNames()
    checkFilling()
    for contact in plan.contacts {
      if contact.way == nil {
        find("contact-gone", contact.span, "nothing says how to reach \(contact.name)", fix: "a telephone number")
      } else if let people = context.people,
        people.contains(where: { !$0.isHere && $0.name.lowercased() == contact.name.lowercased() })
      {
        find("contact-gone", contact.span, "\(contact.name) is no longer here")
      }
    }
  }

  private mutating func checkNames() {
    var known: Set<String> = Self.everyone.union(plan.roles.map { $0.lowercased() })
    if let roles = context.roles {
      unknown(plan.roles.filter { !roles.contains($0.lowercased()) && !isPerson($0) })
      known.formUnion(roles)
    } else if plan.roles.isEmpty {
      return
    }
    var said: Set<String> = []
    for step in plan.steps {
      for name in step.responsible where !known.contains(name.lowercased()) && !isPerson(name) {
        guard said.insert(name.lowercased()).inserted else { continue }
        find("unknown-role", step.span, "step \(step.number) is for '\(name)', which is no role and nobody known")
      }
    }
  }

  /// Roles of the head that nobody has agreed on, in one finding; those with a card can be added as they are.
  private mutating func unknown(_ names: [String]) {
    guard let last = names.last else { return }
    let quoted = names.map { "'\($0)'" }
    let list = names.count == 1 ? quoted[0] : quoted.dropLast().joined(separator: ", ") + " and '\(last)'"
    let cards = names.map { $0.lowercased() }.filter { name in RoleDefinition.standard.contains { $0.id == name } }
    find(
      "unknown-role", head,
      "the plan needs \(list), which \(names.count == 1 ? "is no role" : "are no roles") here",
      fix: cards.isEmpty
        ? "roles: [commander, operations]"
        : "Add them to our roles, on the page of the plans or by: mayday policy add-role "
          + cards.joined(separator: " "))
  }

  private func isPerson(_ name: String) -> Bool {
    guard let people = context.people else { return false }
    return people.contains { $0.isHere && $0.name.lowercased() == name.lowercased() }
  }

  /// Whether roles can be filled, and not all by the same person.
  private mutating func checkFilling() {
    guard let people = context.people else { return }
    let needed = neededRoles
    let here = people.filter(\.isHere)
    var onlyOne: [String: [String]] = [:]
    var silent: [String: [String]] = [:]
    for role in needed {
      let able = here.filter { $0.roles.contains(role) }
      let step = plan.steps.first { $0.responsible.contains { $0.lowercased() == role } }
      if able.isEmpty {
        find("role-unfilled", step?.span ?? head, "nobody can fill the role '\(role)'")
      } else {
        if able.allSatisfy({ !$0.isReachable }) { silent[NameList.or(able.map(\.name)), default: []].append(role) }
        if able.count == 1 { onlyOne[able[0].name, default: []].append(role) }
      }
    }
    for (names, roles) in silent.sorted(by: { $0.key < $1.key }) {
      find(
        "role-unreachable", head, "nothing says how to reach \(names), and nobody else can be \(NameList.or(roles))",
        fix: "Write it down on the page of people, or by: mayday people change NAME --contact telephone=NUMBER")
    }
    for (name, roles) in onlyOne.sorted(by: { $0.key < $1.key }) where roles.count > 1 {
      find(
        "one-person", head,
        "only \(name) can fill \(roles.dropLast().joined(separator: ", ")) and \(roles.last ?? "")")
    }
  }

  /// Roles that steps or the front matter name and that are known as roles, in the order of the document.
  private var neededRoles: [String] {
    var seen: Set<String> = []
    let all = (plan.steps.flatMap(\.responsible) + plan.roles).map { $0.lowercased() }
    return all.filter { name in
      !Self.everyone.contains(name) && !isPerson(name) && (context.roles?.contains(name) ?? true)
        && seen.insert(name).inserted
    }
  }

  mutating func checkCommunication() {
    guard !plan.steps.isEmpty || !plan.communications.isEmpty else { return }
    let told = plan.communications.map { $0.audience.lowercased() }
    let missing = context.audiences.filter { audience in
      !told.contains { $0.contains(audience.lowercased()) || Self.others(audience).contains($0) }
    }
    guard !missing.isEmpty else { return }
    find(
      "communication-missing", plan.communications.last?.span ?? head,
      "nobody tells \(missing.joined(separator: " or "))",
      fix: "Below a heading 'Communication', a table: audience | first word within | then every | who | what")
  }

  /// Other words for an audience.
  private static func others(_ audience: String) -> Set<String> {
    switch audience {
    case "internal":
      ["team", "staff", "the team", "colleagues", "everyone inside", "company", "all staff", "employees"]
    case "stakeholders": ["management", "board", "the board", "partners", "investors", "leadership"]
    case "customers": ["users", "public", "everybody", "clients", "the public"]
    default: []
    }
  }
}
