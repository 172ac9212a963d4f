import Accounts
import Chronology
package import PageKit
package import Postmortems
package import RecordViews

/// What of the lessons presses today: late actions, the reader's own, guards that do not hold.
package struct PressPanel: Sendable {
  private let actions: [ActionView]
  private let lateCount: Int
  private let guards: [GuardRecord]
  private let context: PageContext

  /// Actions, and guards, that are shown.
  package static let shownMax = 3

  /// `actions` the most pressing first, at least those that are shown; of `guards` those are shown that do not hold.
  ///
  /// `lateCount` is how many actions are late in all; nil where all of them are given.
  package init(actions: [ActionView], lateCount: Int? = nil, guards: [GuardRecord], context: PageContext) {
    self.actions = actions
    self.lateCount = lateCount ?? actions.count(where: \.isOverdue)
    self.guards = guards
    self.context = context
  }

  private var own: String? { context.caller?.account.lowercased() }

  private var pressing: [ActionView] {
    let open = actions.filter { $0.action.state == .proposed || $0.action.state == .accepted }
    let late = open.filter(\.isOverdue)
    return late + open.filter { !$0.isOverdue && own != nil && $0.action.content.owner?.lowercased() == own }
  }

  private var troubled: [GuardRecord] {
    guards.filter { $0.retired == nil && ($0.standing == .broken || $0.standing == .unknown) }
  }

  /// Nothing where nothing presses.
  package var html: HTML? {
    guard !pressing.isEmpty || !troubled.isEmpty else { return nil }
    return Tag.section(.class("press panel"), .labelledBy("press-title")) {
      Tag.h2(.id("press-title")) { "Lessons that press" }
      if !troubled.isEmpty {
        Tag.ul(.class("press-list")) { for record in troubled.prefix(Self.shownMax) { row(record) } }
      }
      if !pressing.isEmpty {
        Tag.ul(.class("press-list")) { for action in pressing.prefix(Self.shownMax) { row(action) } }
      }
      Tag.p(.class("press-more")) {
        Tag.a(.href(.lessons(.actions()))) {
          lateCount == 0 ? "All actions" : "All actions, \(Wording.grouped(lateCount)) late"
        }
        if troubled.count > Self.shownMax {
          Tag.a(.href(.lessons(.guards()))) { "All \(Wording.count(troubled.count, "guard")) that do not hold" }
        }
      }
    }
  }

  private func row(_ record: GuardRecord) -> HTML {
    Tag.li {
      GuardMark(standing: record.standing).html
      Tag.a(.href(.lessons(.guardRecord(record.declaration.name)))) { record.declaration.title }
      if let incident = record.declaration.incident {
        Tag.span(.class("section-note")) { "protects against \(IncidentID(number: incident))" }
      }
    }
  }

  private func row(_ view: ActionView) -> HTML {
    Tag.li {
      Tag.span(.class("press-due")) {
        DueText(due: view.action.content.due, today: PageZone.utc.date(context.now), isLate: view.isOverdue).html
      }
      Tag.a(.href(.lessons(.actions(ActionFilter(group: view.group))))) { view.action.content.text }
      Tag.span(.class("section-note")) { "\(view.id), \(view.action.content.owner ?? "nobody yet")" }
    }
  }
}
