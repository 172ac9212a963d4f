import Chronology
import Incidents
import PageKit
import Plans

/// Six weeks of days: who is away, and below it the days on which a role has nobody.
struct HolidayChart: Sendable {
  let members: [Roster.Member]
  let covers: [RoleCover]
  let today: CivilDate

  private static let days = 42
  private static let label = 130
  private static let cell = 14
  private static let row = 22

  private var away: [Roster.Member] {
    members.filter { member in
      (0..<Self.days).contains { member.person.isAway(on: day($0)) }
    }
  }

  private var open: [RoleCover] { covers.filter { !$0.gaps.isEmpty } }

  private func day(_ offset: Int) -> CivilDate { CivilDate(daysSinceEpoch: today.daysSinceEpoch + offset) }

  var html: HTML {
    let rows = away.count + open.count
    let width = Self.label + Self.days * Self.cell
    let height = (rows + 1) * Self.row + 4
    // Narrower, its letters could not be read: on a phone it is moved sideways.
    return Tag.div(.class("wide holiday-frame"), .set("role", "region"), .set("tabindex", "0"), .label("Who is away")) {
      Tag.svg(
        .class("holiday"), .set("viewBox", "0 0 \(width) \(height)"), .set("role", "img"), .label(words)
      ) {
        weeks(height)
        for (index, member) in away.enumerated() {
          bars(member.person.name, index, "day-away") { member.person.isAway(on: $0) }
        }
        for (index, cover) in open.enumerated() {
          bars("nobody: \(cover.role.name)", away.count + index, "day-nobody") { day in
            cover.gaps.contains { $0.from <= day && day <= $0.to }
          }
        }
      }
    }
  }

  /// The same in words, for whoever does not see it.
  private var words: String {
    let people = away.map { member in
      let days = (0..<Self.days).count { member.person.isAway(on: day($0)) }
      return "\(member.person.name) is away on \(Wording.count(days, "day"))"
    }
    let roles = open.flatMap { cover in
      cover.gaps.map { "nobody can be \(cover.role.name) from \($0.from) to \($0.to)" }
    }
    return (people + roles).joined(separator: "; ")
  }

  private func weeks(_ height: Int) -> HTML {
    .joined(
      stride(from: 0, to: Self.days, by: 7).map { offset in
        let x = Self.label + offset * Self.cell
        return .joined([
          Tag.path(.class("day-line"), .set("d", "M\(x) 0V\(height)")),
          Tag.text(.set("x", "\(x + 3)"), .set("y", "14")) { String(Wording.dayAndMonth(day(offset)).dropLast(5)) },
        ])
      })
  }

  private func bars(_ name: String, _ index: Int, _ kind: String, _ isOn: (CivilDate) -> Bool) -> HTML {
    let y = (index + 1) * Self.row
    let cells = (0..<Self.days).filter { isOn(day($0)) }.map { offset in
      Tag.rect(
        .class(kind), .set("x", "\(Self.label + offset * Self.cell)"), .set("y", "\(y + 3)"),
        .set("width", "\(Self.cell - 1)"), .set("height", "\(Self.row - 8)"))
    }
    return .joined([Tag.text(.set("x", "0"), .set("y", "\(y + 14)")) { String(name.prefix(20)) }] + cells)
  }
}
