import Chronology
import Incidents
import PageKit
import Plans

/// Each role with who fills it, on whom it hangs, and when nobody can.
struct CoverList: Sendable {
  let covers: [RoleCover]
  let today: CivilDate

  var html: HTML {
    Tag.ul(.class("cover-list")) { for cover in covers { Tag.li(.class("cover-row")) { row(cover) } } }
  }

  @HTMLBuilder private func row(_ cover: RoleCover) -> HTML {
    Tag.div {
      Tag.h3 { cover.role.name }
      Tag.p(.class("section-note")) { cover.role.gist }
    }
    Tag.div(.class("cover-names")) {
      if cover.able.isEmpty {
        Tag.p(.class("cover-trouble")) { "Nobody can" }
      } else {
        Tag.p { cover.able.map(\.person.name).joined(separator: ", then ") }
      }
      if let words = AwayWords.today(cover) {
        Tag.p(.class(cover.isEmptyToday ? "cover-trouble" : "cover-today")) { words }
      }
      if !cover.unreachable.isEmpty {
        Tag.p(.class("cover-trouble")) { "Nothing says how to reach \(NameList.or(cover.unreachable))" }
      }
      let learning = cover.fillers.filter { $0.person.place(in: cover.role.id) == .learning }
      if !learning.isEmpty {
        Tag.p(.class("section-note")) { "Learning it: " + learning.map(\.person.name).joined(separator: ", ") }
      }
      if let only = cover.only { Tag.p(.class("cover-trouble")) { "Hangs on \(only)" } }
      for gap in cover.gaps.prefix(3) {
        Tag.p(.class("cover-trouble")) {
          gap.from == gap.to
            ? "Nobody on \(Wording.dayAndMonth(gap.from))"
            : "Nobody from \(Wording.dayAndMonth(gap.from)) to \(Wording.dayAndMonth(gap.to))"
        }
      }
      if cover.gaps.count > 3 {
        Tag.p(.class("section-note")) { "and \(Wording.count(cover.gaps.count - 3, "more gap"))" }
      }
    }
  }
}
