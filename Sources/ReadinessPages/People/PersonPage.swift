package import Incidents
import Interchange
package import PageKit
package import Plans

/// Somebody's entry as a form.
package struct PersonPage: Sendable {
  private let member: Roster.Member
  private let roles: [RoleDefinition]
  private let context: PageContext

  package init(member: Roster.Member, roles: [RoleDefinition], context: PageContext) {
    self.member = member
    self.roles = roles
    self.context = context
  }

  private var page: SitePath { .readiness(.person(member.number)) }

  package var html: String {
    ReadinessFrame(
      member.person.name, [("People", .readiness(.people)), (member.person.name, page)], context: context
    ).html {
      ReadinessFrame.head(member.person.name, "For which roles, how to reach them, and when they are away.")
      let form = ActionForm(
        "person", ActionPath(.writePerson, "\(member.number)"), on: page, context: context,
        returnTo: .readiness(.people), version: member.version)
      if form.outcome?.problem.kind == .staleVersion { theirs }
      form.html(.class("form")) {
        PersonFields(form: form, roles: roles, person: member.person).html
        Tag.button(.class("strong"), .set("type", "submit")) { "Save" }
      }
      Tag.details(.class("fold")) {
        Tag.summary { "They are no longer here" }
        Tag.p(.class("section-note")) {
          "They fill no role any more, and how to reach them is not shown any more. What they did in incidents stays."
        }
        ActionForm(
          "gone", ActionPath(.removePerson, "\(member.number)"), on: page, context: context,
          returnTo: .readiness(.people), version: member.version
        ).button("Take them off the list")
      }
    }
  }

  /// What somebody else saved meanwhile, so that it is not written over unread.
  private var theirs: HTML {
    let person = member.person
    let names = Dictionary(roles.map { ($0.id, $0.name) }) { first, _ in first }
    return Tag.section(.class("panel"), .labelledBy("theirs-title")) {
      Tag.h2(.id("theirs-title")) { "What is saved now" }
      Tag.p(.class("section-note")) {
        "Somebody saved it while you wrote. Take over into yours what should stay; saving again replaces it. "
        Tag.a(.href(page)) { "Or go on from this one" }
      }
      Tag.ul {
        Tag.li { person.name }
        for role in person.roles { Tag.li { "\(names[role.role] ?? role.role): \(role.place.rawValue)" } }
        for contact in person.contacts { Tag.li { "\(contact.kind): \(contact.value)" } }
        for absence in person.absences { Tag.li { "Away from \(absence.from) to \(absence.to)" } }
      }
    }
  }
}
