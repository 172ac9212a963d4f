import Chronology
import Incidents
import PageKit
import Plans

/// The card of each role: what whoever has it does, who is asked first and who is next.
struct RoleCards: Sendable {
  let covers: [RoleCover]
  /// Narrow, and without what only a screen has room for.
  var isPaper = false

  var html: HTML {
    Tag.ul(.class("role-cards", isPaper ? "role-cards-paper" : "")) {
      for cover in covers { Tag.li(.class("role-card"), .id(isPaper ? "" : "role-\(cover.role.id)")) { card(cover) } }
    }
  }

  @HTMLBuilder private func card(_ cover: RoleCover) -> HTML {
    Tag.h3 { cover.role.name }
    if !isPaper {
      Tag.p(.class("section-note")) { cover.askedWords.map { "For \($0)" } ?? "Nothing calls for it" }
    }
    Tag.p(.class("role-duty")) { cover.role.duty }
    Tag.dl(.class("role-who")) {
      for (label, place) in [("First", RosterPerson.Place.first), ("Next", .next), ("Learning", .learning)] {
        let names = cover.fillers.filter { $0.person.place(in: cover.role.id) == place }.map(\.person.name)
        if !names.isEmpty {
          Tag.div {
            Tag.dt { label }
            Tag.dd { names.joined(separator: ", ") }
          }
        }
      }
    }
    if !isPaper, let words = AwayWords.today(cover) {
      Tag.p(.class(cover.isEmptyToday ? "cover-trouble" : "cover-today")) { words }
    }
    if !cover.unreachable.isEmpty {
      Tag.p(.class("cover-trouble")) { "Nothing says how to reach \(NameList.or(cover.unreachable))" }
    }
    if cover.able.isEmpty {
      Tag.p(.class(cover.isNeeded ? "cover-trouble" : "section-note")) { "Nobody can yet" }
    } else if cover.only != nil, !isPaper {
      Tag.p(.class("cover-trouble")) { "Nobody is next" }
    }
  }
}
