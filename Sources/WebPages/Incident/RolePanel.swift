import Accounts
import Chronology
import Incidents
import Interchange
import PageKit
import Plans
import RecordViews

/// Who has which role, and who had it when.
struct RolePanel: Sendable {
  let scene: IncidentScene

  var html: HTML {
    Tag.section(.class("panel side-part"), .id("roles"), .labelledBy("roles-title")) {
      Tag.h2(.id("roles-title")) { "Roles" }
      Tag.ul(.class("roles")) { for role in roles.shown { row(role) } }
      if scene.isOpen, !roles.further.isEmpty { further(roles.further) }
    }
  }

  /// Shown are those that the severity asks for, then those that somebody has or had, or that the next step of a plan
  /// names; the others wait to be called upon.
  private var roles: (shown: [RoleDefinition], further: [RoleDefinition]) {
    let asked = scene.policy.severity(scene.incident.facts.severity)?.roles ?? [RoleDefinition.commander]
    let isAsked = { (role: RoleDefinition) in scene.isRunning && asked.contains(role.id) }
    let named = Set(
      scene.incident.plans.flatMap(\.next).flatMap(\.content.responsible).map { $0.lowercased() })
    let isUsed = { (role: RoleDefinition) in
      scene.incident.holdings.contains { $0.role == role.id }
        || scene.isRunning && !named.isDisjoint(with: [role.id, role.name.lowercased()])
    }
    let all = scene.policy.roles
    return (
      all.filter(isAsked) + all.filter { isUsed($0) && !isAsked($0) },
      all.filter { !isAsked($0) && !isUsed($0) }
    )
  }

  /// Roles that nobody asked for yet, folded: one tap away, and out of the way.
  private func further(_ roles: [RoleDefinition]) -> HTML {
    let isRefused = roles.contains { scene.form("role-\($0.id)", .assignRole, $0.id).outcome != nil }
    return Tag.details(.class("further-roles"), isRefused ? .isOpen : nil) {
      Tag.summary(.class("section-note")) { "To be called upon: " + roles.map(\.name).joined(separator: ", ") }
      Tag.ul(.class("roles")) { for role in roles { row(role) } }
    }
  }

  private func row(_ role: RoleDefinition) -> HTML {
    let holdings = scene.incident.holdings.filter { $0.role == role.id }
    let holder = scene.incident.holder(of: role.id)
    let form = scene.form("role-\(role.id)", .assignRole, role.id)
    return Tag.li {
      Tag.details(form.outcome == nil ? nil : .isOpen) {
        Tag.summary(.class("row-line")) {
          Tag.span(.class("row-name")) { role.name }
          holder.map { person in Tag.strong { person } } ?? Gap("Nobody").html
        }
        Tag.p(.class("section-note")) { role.duty }
        if scene.isRunning { AskedPeople(call: scene.view.aids.calls.call(for: role.id)).html }
        history(holdings)
        if scene.isOpen { handOver(form, role.id, holder: holder) }
      }
      doubt(holder, role)
    }
  }

  /// A name that nobody here has may be a slip of the finger; people from outside exist, so it stands all the same.
  private func doubt(_ holder: String?, _ role: RoleDefinition) -> HTML? {
    guard scene.isRunning, let holder, let doubt = scene.view.aids.known.doubt(about: holder, in: scene.incident)
    else { return nil }
    return Tag.div(.class("name-doubt")) {
      Tag.p { Wording.sentence(doubt.words) + (doubt.near == nil ? "." : "") }
      if scene.isOpen, let near = doubt.near {
        scene.form("meant-\(role.id)", .assignRole, role.id)
          .button("It is \(near)", fields: [("person", near)], label: "\(role.name) is \(near)")
      }
    }
  }

  private func history(_ holdings: [RoleHolding]) -> HTML? {
    guard !holdings.isEmpty else { return nil }
    return Tag.ol(.class("holdings")) {
      for holding in holdings {
        Tag.li {
          Tag.span(.class("figures")) {
            scene.time(holding.from)
            " – "
            holding.until.map { scene.time($0) } ?? HTML("now")
          }
          " "
          Tag.strong { holding.person }
          if let note = holding.note { Tag.span(.class("section-note")) { " “\(note)”" } }
        }
      }
    }
  }

  private func handOver(_ form: ActionForm, _ role: String, holder: String?) -> HTML {
    HTML.joined([
      form.html(.class("form")) {
        form.seen("seen", [holder ?? ""])
        form.field(
          "person", "Who has it from now on", .offered(scene.view.aids.calls.names(for: role)),
          value: holder == nil ? scene.context.caller?.account ?? "" : "", isRequired: true,
          lengthMax: IncidentLimits.nameScalarsMax)
        form.field(
          "note", "What the next one should know", .lines, lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { holder == nil ? "Give the role" : "Hand over" }
      },
      holder == nil
        ? .empty
        : scene.form("leave-\(role)", .assignRole, role)
          .button("Nobody has it any more", fields: [("person.clear", "on"), ("seen", holder ?? "")]),
    ])
  }
}
