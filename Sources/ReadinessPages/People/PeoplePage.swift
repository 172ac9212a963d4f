package import Chronology
package import Incidents
import Interchange
package import PageKit
package import Plans

/// Who can be called, for which role, and when nobody can.
package struct PeoplePage: Sendable {
  private let roster: Roster
  private let policy: Policy
  private let covers: [RoleCover]
  private let today: CivilDate
  private let context: PageContext

  package init(
    roster: Roster, policy: Policy, covers: [RoleCover], today: CivilDate, context: PageContext
  ) {
    self.roster = roster
    self.policy = policy
    self.covers = covers
    self.today = today
    self.context = context
  }

  private static let page = SitePath.readiness(.people)

  package var html: String {
    ReadinessFrame("Who can be called", [("People", Self.page)], context: context).html {
      ReadinessFrame.head(
        "Who can be called", "Who can fill each role, who is next, and where one person’s holiday would hurt.")
      if roster.here.isEmpty { Tag.p(.class("gap-block")) { "Nobody is on the list yet. Add the first below." } }
      if !roster.here.isEmpty { HolidayWords(covers: covers, members: roster.here, today: today).html }
      people
      if context.mayRespond { add }
      Tag.section(.class("lesson-group"), .labelledBy("roles-title")) {
        Tag.header(.class("section-head")) {
          Tag.h2(.id("roles-title")) { "Role cards" }
          Tag.p(.class("section-note")) { "For somebody who has never done it: read it before you say yes" }
        }
        RoleCards(covers: covers).html
      }
      Tag.section(.class("lesson-group"), .labelledBy("words-title")) {
        Tag.header(.class("section-head")) {
          Tag.h2(.id("words-title")) { "Who is told, and how soon" }
          Tag.p(.class("section-note")) { "Plans have words for their own case" }
        }
        ProtocolTables(policy: policy).html
      }
    }
  }

  private var people: HTML? {
    guard !roster.here.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("people-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("people-title")) { "People" }
        Tag.p(.class("section-note")) { Wording.count(roster.here.count, "person", "people") }
      }
      Tag.ul(.class("person-list")) { for member in roster.here { row(member) } }
    }
  }

  private func row(_ member: Roster.Member) -> HTML {
    Tag.li(.id("person-\(member.number)")) {
      Tag.h3 {
        if context.mayRespond {
          Tag.a(.href(.readiness(.person(member.number)))) { member.person.name }
        } else {
          member.person.name
        }
      }
      Tag.p {
        member.person.roles.isEmpty ? Gap("no role").html : HTML(member.person.roles.map(words).joined(separator: ", "))
      }
      contacts(member.person)
      for absence in member.person.absences where absence.to >= today {
        Tag.p(.class("section-note")) {
          "Away \(Wording.dayAndMonth(absence.from)) to \(Wording.dayAndMonth(absence.to))"
        }
      }
    }
  }

  /// Nothing for readers, who are not told how to reach anybody.
  private func contacts(_ person: RosterPerson) -> HTML? {
    guard person.isReachable else {
      return context.mayRespond ? Tag.p { Gap("nothing says how to reach them").html } : nil
    }
    return Tag.p(.class("section-note")) {
      for (index, contact) in person.contacts.enumerated() {
        if index > 0 { " · " }
        "\(contact.kind): "
        if let address = ContactAddress(contact.value) {
          Tag.a(.href(address)) { contact.value }
        } else {
          contact.value
        }
      }
    }
  }

  private func words(_ entry: RosterPerson.RolePlace) -> String {
    let name = policy.role(entry.role)?.name ?? entry.role
    return "\(name) (\(entry.place.words))"
  }

  private var add: HTML {
    let form = ActionForm(
      "add", ActionPath(.addPerson), on: Self.page, context: context, returnTo: Self.page)
    return Tag.details(.class("fold no-print"), .id("add"), form.outcome != nil || roster.here.isEmpty ? .isOpen : nil)
    {
      Tag.summary { "Add somebody" }
      form.html(.class("form")) {
        PersonFields(form: form, roles: policy.roles, person: nil).html
        Tag.button(.class("strong"), .set("type", "submit")) { "Add them" }
      }
    }
  }
}

extension RosterPerson.Place {
  /// In a word or two.
  package var words: String {
    switch self {
    case .first: "first"
    case .next: "next"
    case .learning: "learning"
    }
  }
}
