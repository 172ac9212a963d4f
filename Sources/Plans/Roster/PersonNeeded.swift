import Incidents

/// Somebody without whom roles would stand empty: where one person's holiday would hurt.
package struct PersonNeeded: Hashable, Sendable {
  package var name: String
  /// Roles that nobody else can fill, in the order of the policy.
  package var roles: [String]

  package init(name: String, roles: [String]) {
    self.name = name
    self.roles = roles
  }

  /// Those on whom roles hang, most roles first, then by name; roles that nothing calls for are left out.
  package static func all(in covers: [RoleCover]) -> [PersonNeeded] {
    var roles: [String: [String]] = [:]
    for cover in covers where cover.isNeeded {
      if let only = cover.only { roles[only, default: []].append(cover.role.name) }
    }
    return roles.map { PersonNeeded(name: $0.key, roles: $0.value) }.sorted {
      $0.roles.count == $1.roles.count ? $0.name < $1.name : $0.roles.count > $1.roles.count
    }
  }
}
