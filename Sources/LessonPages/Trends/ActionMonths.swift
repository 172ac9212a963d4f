import Learning
import PageKit

/// Whether actions are done by their day, month by month.
struct ActionMonths: Sendable {
  let months: [ActionMonth]

  private static let monthsMax = 24

  private var sum: (onTime: Int, past: Int) {
    let onTime = months.reduce(0) { $0 + $1.onTime }
    return (onTime, onTime + months.reduce(0) { $0 + $1.late + $1.overdue })
  }

  var html: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("months-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("months-title")) { "Actions and their days" }
        Tag.p(.class("section-note")) {
          sum.past == 0
            ? "No day has passed yet"
            : "\(sum.onTime) of \(Wording.count(sum.past, "action")) whose day has passed were done by then"
        }
      }
      if months.isEmpty {
        Tag.p(.class("gap-block")) { "No postmortem has an action yet." }
      } else {
        Tag.table(.class("stacking month-table")) {
          Tag.thead { Tag.tr { for heading in Self.headings { Tag.th(.set("scope", "col")) { heading } } } }
          Tag.tbody { for month in months.suffix(Self.monthsMax) { row(month) } }
        }
        Tag.p(.class("section-note")) {
          "In the bars: filled is on time, pale is late, dashed is overdue. Those without a day count as on time once they are done."
        }
      }
    }
  }

  private static let headings = [
    "Due in", "Of those whose day has passed", "On time", "Late", "Overdue", "To come", "Declined",
  ]

  private func row(_ month: ActionMonth) -> HTML {
    let numbers = [month.onTime + month.doneWithoutDay, month.late, month.overdue, month.open, month.declined]
    return Tag.tr {
      Tag.td(.column(Self.headings[0])) { month.month ?? "No day set" }
      Tag.td(.class("month-bar"), .column(Self.headings[1])) { bar(month) }
      for (heading, number) in zip(Self.headings.dropFirst(2), numbers) {
        Tag.td(.class("figures"), .column(heading)) {
          number == 0 ? Tag.span(.class("none")) { "0" } : HTML("\(number)")
        }
      }
    }
  }

  /// Filled: on time; half: late; hollow: overdue.
  private func bar(_ month: ActionMonth) -> HTML {
    let parts = [("bar-on", month.onTime), ("bar-late", month.late), ("bar-over", month.overdue)]
    let total = parts.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return .empty }
    var from = 0.0
    return Tag.svg(.class("bar"), .set("height", "12"), .hidden) {
      for (name, count) in parts where count > 0 {
        let width = Double(count) / Double(total) * 100
        let start = from
        let _ = { from += width }()
        Tag.rect(
          .class(name), .set("x", "\((start * 100).rounded() / 100)%"), .set("y", "1"),
          .set("width", "\((width * 100).rounded() / 100)%"), .set("height", "10"))
      }
    }
  }
}
