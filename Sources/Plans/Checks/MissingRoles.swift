package import Incidents

extension Plan {
  /// What its head and its steps name as roles or persons, in lower case.
  package var namedRoles: Set<String> { Set((roles + steps.flatMap(\.responsible)).map { $0.lowercased() }) }
}

/// Roles that plans call upon, that a policy lacks, and for which there is a card.
package enum MissingRoles {
  /// In the order in which a team would begin with them.
  package static func all(in plans: [Plan], policy: Policy) -> [RoleDefinition] {
    let named = plans.reduce(into: Set<String>()) { $0.formUnion($1.namedRoles) }
    let known = Set(policy.roles.flatMap { [$0.id, $0.name.lowercased()] })
    return RoleDefinition.standard.filter { card in
      let words: Set = [card.id, card.name.lowercased()]
      return !words.isDisjoint(with: named) && known.isDisjoint(with: words)
    }
  }
}
