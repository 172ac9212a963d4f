import Incidents
import Interchange
import PageKit

/// Who may know of the incident.
struct AccessPanel: Sendable {
  let scene: IncidentScene

  var html: HTML {
    let incident = scene.incident
    return Tag.section(.class("panel side-part"), .id("access"), .labelledBy("access-title")) {
      Tag.h2(.id("access-title")) { "Who may see it" }
      Tag.p {
        incident.isPrivate
          ? "Private: its declarer, whoever has a role, administrators, and those named here."
          : "Everybody with an account."
      }
      if incident.isPrivate {
        Tag.ul(.class("members")) {
          for member in incident.members.sorted() {
            Tag.li {
              Tag.span { member }
              if scene.isOpen {
                scene.form("remove-\(member)", .changeAccess)
                  .button("Remove", fields: [("removed", member)], label: "Remove \(member)")
              }
            }
          }
        }
        if incident.members.isEmpty { Tag.p(.class("section-note")) { "Nobody is named yet." } }
      }
      if scene.isOpen { forms }
    }
  }

  private var forms: HTML {
    let isPrivate = scene.incident.isPrivate
    let form = scene.form("access", .changeAccess)
    return Tag.details(form.outcome == nil ? nil : .isOpen) {
      Tag.summary { isPrivate ? "Name somebody, or open it" : "Make it private" }
      if isPrivate {
        let add = scene.form("member", .changeAccess)
        add.html(.class("form form-line")) {
          add.field("added", "Handle", isRequired: true, lengthMax: IncidentLimits.nameScalarsMax)
          Tag.button(.set("type", "submit")) { "May see it" }
        }
      }
      form.html(.class("form")) {
        HiddenField.html("isPrivate", isPrivate ? "off" : "on")
        form.field("reason", "Why", lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { isPrivate ? "Open it to the team" : "Make it private" }
      }
    }
  }
}
