import Chronology
import PageKit
import Postmortems

/// What is to be done: immediate before long-term, with owner, day and state.
struct ActionList: Sendable {
  let scene: PostmortemScene
  /// What stands below an action, where the page offers something.
  var acts: @Sendable (PostmortemAction) -> HTML = { _ in .empty }

  static func anchor(_ number: Int) -> String { "action-\(number)" }

  var html: HTML {
    .joined([
      list(.immediate, "Immediate"), list(.longTerm, "Long term"),
    ])
  }

  private func list(_ term: ActionTerm, _ heading: String) -> HTML {
    let actions = scene.postmortem.actions.filter { $0.content.term == term }
    guard !actions.isEmpty else { return .empty }
    return Tag.section(.class("action-group")) {
      Tag.h3 { heading }
      Tag.ol(.class("action-list")) { for action in actions { html(action) } }
    }
  }

  private func html(_ action: PostmortemAction) -> HTML {
    let content = action.content
    let today = scene.zone.date(scene.now)
    return Tag.li(.class("action", action.state == .declined ? "is-declined" : ""), .id(Self.anchor(action.number))) {
      Tag.p(.class("marks")) {
        ActionStateMark(state: action.state).html
        Tag.span(.class("identifier")) { scene.action(action.number) }
        Tag.span { content.kind.words }
      }
      Tag.p(.class("what")) { content.text }
      Tag.dl(.class("action-facts")) {
        fact("Owner", content.owner.map { HTML($0) })
        fact("Due", content.due.map { due($0, isLate: action.isOverdue(on: today)) })
        fact("Verified by", content.verification.isEmpty ? nil : HTML(content.verification))
        fact("Answers", factors(content))
      }
      if let step = action.steps.last, !step.note.isEmpty {
        Tag.p(.class("section-note")) {
          "\(step.state.words), "
          scene.time(step.at)
          ": \(step.note)"
        }
      }
      acts(action)
    }
  }

  private func fact(_ label: String, _ value: HTML?) -> HTML {
    Tag.div {
      Tag.dt { label }
      Tag.dd { value ?? Gap(label == "Owner" ? "Nobody yet" : label == "Answers" ? "No factor" : "Not said").html }
    }
  }

  private func due(_ date: CivilDate, isLate: Bool) -> HTML {
    isLate ? Tag.strong(.class("overdue")) { "\(Wording.dayAndMonth(date)), overdue" } : HTML(Wording.dayAndMonth(date))
  }

  private func factors(_ content: ActionContent) -> HTML? {
    let known = content.factors.filter { scene.postmortem.factor($0) != nil }
    guard !known.isEmpty else { return nil }
    return .joined(
      known.enumerated().map { offset, number in
        .joined([
          HTML(offset == 0 ? "" : ", "), Tag.a(.href(fragment: FactorTree.anchor(number))) { "F\(number)" },
        ])
      })
  }
}
