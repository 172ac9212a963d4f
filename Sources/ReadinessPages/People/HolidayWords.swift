import Chronology
import Incidents
import PageKit
import Plans

/// At a glance: without whom roles stand empty, and on which days they do.
struct HolidayWords: Sendable {
  let covers: [RoleCover]
  let members: [Roster.Member]
  let today: CivilDate

  var html: HTML {
    let needed = PersonNeeded.all(in: covers)
    let gaps = covers.filter(\.isNeeded).flatMap { cover in cover.gaps.map { (cover.role.name, $0) } }
      .sorted { $0.1.from < $1.1.from }
    let nobody = covers.filter { $0.isNeeded && $0.isEmptyToday }
    let away = nobody.flatMap(\.awayToday).reduce(into: [RoleCover.Away]()) { if !$0.contains($1) { $0.append($1) } }
    return Tag.section(.class("lesson-group"), .labelledBy("days-title")) {
      Tag.h2(.id("days-title")) { "Where one person’s holiday would hurt" }
      if !nobody.isEmpty {
        Tag.p(.class("cover-trouble")) {
          "Already now nobody can be \(NameList.or(nobody.map(\.role.name)))."
          if !away.isEmpty { " \(AwayWords.sentence(away))." }
        }
      }
      if !needed.isEmpty {
        Tag.ul(.class("needed-people")) {
          for person in needed {
            Tag.li {
              Tag.strong { person.name }
              Tag.span { "nobody else can be \(NameList.or(person.roles))" }
            }
          }
        }
      }
      if !gaps.isEmpty {
        Tag.ul(.class("needed-people")) {
          for (role, gap) in gaps.prefix(6) {
            Tag.li {
              Tag.strong(.class("cover-trouble")) { Self.days(gap) }
              Tag.span { "nobody can be \(role): \(NameList.are(gap.away)) away" }
            }
          }
        }
        if gaps.count > 6 { Tag.p(.class("section-note")) { "and \(Wording.count(gaps.count - 6, "more gap"))" } }
      }
      if needed.isEmpty, gaps.isEmpty, nobody.isEmpty {
        Tag.p {
          "Nowhere in the next three months: every role that is called for has a second person, and days away leave none empty."
        }
      }
      if members.contains(where: { $0.person.absences.contains { $0.to >= today } }) {
        Tag.h3 { "The next six weeks" }
        HolidayChart(members: members, covers: covers, today: today).html
      }
    }
  }

  private static func days(_ gap: RoleCover.Gap) -> String {
    gap.from == gap.to
      ? Wording.dayAndMonth(gap.from) : "\(Wording.dayAndMonth(gap.from)) to \(Wording.dayAndMonth(gap.to))"
  }
}
