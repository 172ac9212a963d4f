import Chronology
import Interchange
import PageKit
import Postmortems
import RecordViews

/// What the pages of this room have in common: the frame with their style sheet, the head, and links to other things.
struct LessonFrame: Sendable {
  let title: String
  let trail: [(label: String, path: SitePath)]
  let context: PageContext

  init(_ title: String, _ trail: [(label: String, path: SitePath)], context: PageContext) {
    self.title = title
    self.trail = trail
    self.context = context
  }

  func html(@HTMLBuilder content: () -> HTML) -> String {
    let content = content()
    return PageFrame(title: title, trail: trail, kind: "lessons", context: context, styles: [.lessons]).html {
      context.lostRefusal(beside: content)
      content
    }
  }

  static func head(_ title: String, _ lede: String) -> HTML {
    Tag.header(.class("lead lesson-lead")) {
      Tag.h1 { title }
      Tag.p(.class("lede")) { lede }
    }
  }

  /// A link to an incident by its number.
  static func incident(_ number: Int) -> HTML {
    let id = IncidentID(number: number)
    return Tag.a(.href(.incident(id))) { "\(id)" }
  }

  /// Where an action stands in its postmortem.
  static func place(of action: ActionID) -> SitePath {
    .postmortems(.place(PostmortemID(number: action.postmortem), "action-\(action.action)"))
  }

  static func time(_ instant: Instant) -> HTML {
    TimeText(instant: instant, text: PageZone.utc.dateAndMinute(instant)).html
  }

  static func day(_ instant: Instant) -> HTML {
    TimeText(instant: instant, text: Wording.dayAndMonth(PageZone.utc.date(instant))).html
  }
}
