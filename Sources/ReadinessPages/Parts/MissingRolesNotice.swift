import Incidents
import Interchange
import PageKit

/// That plans call upon roles which the team has not agreed on, and one act that adds them with their cards.
struct MissingRolesNotice: Sendable {
  let roles: [RoleDefinition]
  /// Where it stands, and where one is led back to.
  let page: SitePath
  let context: PageContext

  private var names: String {
    let names = roles.map(\.name)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  var html: HTML? {
    guard !roles.isEmpty else { return nil }
    return Tag.section(.class("missing-roles no-print"), .labelledBy("missing-roles-title")) {
      Tag.h2(.id("missing-roles-title")) {
        roles.count == 1 ? "\(names) is not among our roles" : "\(names) are not among our roles"
      }
      Tag.p {
        "Plans call upon \(roles.count == 1 ? "it" : "them"). Until \(roles.count == 1 ? "it is" : "they are") agreed on, "
          + "nobody can be named for \(roles.count == 1 ? "it" : "them")."
      }
      Tag.dl(.class("duties")) {
        for role in roles {
          Tag.div {
            Tag.dt { role.name }
            Tag.dd { role.duty }
          }
        }
      }
      if context.mayConfigure {
        ActionForm("add-roles", ActionPath(.addRoles), on: page, context: context, returnTo: page).button(
          "Add \(names)", class: "strong",
          fields: roles.enumerated().map { ("roles.\($0.offset).id", $0.element.id) })
      } else {
        Tag.p(.class("section-note")) {
          "An administrator can add \(roles.count == 1 ? "it" : "them") here, or with ‘mayday policy add-role "
            + roles.map(\.id).joined(separator: " ") + "’."
        }
      }
    }
  }
}
