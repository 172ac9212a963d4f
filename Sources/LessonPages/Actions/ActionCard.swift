import Chronology
import Interchange
import PageKit
import Postmortems
import RecordViews

/// One action: what, by whom, by when, why, what watches it, and what can be done with it now.
struct ActionCard: Sendable {
  let view: ActionView
  let page: SitePath
  let context: PageContext

  private var content: ActionContent { view.action.content }
  private var today: CivilDate { PageZone.utc.date(context.now) }
  private var postmortem: PostmortemID { PostmortemID(number: view.id.postmortem) }

  var html: HTML {
    Tag.li(.class("lesson-action", view.isOverdue ? "is-late" : ""), .id("\(view.id)")) {
      Tag.article(.label("\(view.id)")) {
        Tag.p(.class("marks")) {
          Tag.a(.class("identifier"), .href(LessonFrame.place(of: view.id))) { "\(view.id)" }
          LessonStateMark(state: view.action.state).html
          Tag.span(.class("term", content.term == .immediate ? "term-now" : "")) { content.term.words }
          Tag.span(.class("tag")) { content.kind.words }
        }
        Tag.p(.class("lesson-what")) { content.text }
        facts
        note
        if context.mayRespond { ActionSteps(view: view, page: page, context: context).html }
      }
    }
  }

  private var facts: HTML {
    Tag.dl(.class("lesson-facts")) {
      fact("Owner", content.owner.map { HTML($0) } ?? Gap("Nobody yet").html)
      fact("Due", DueText(due: content.due, today: today, isLate: view.isOverdue).html)
      fact("Answers", answers)
      fact("Seen by", content.verification.isEmpty ? Gap("Not said yet").html : HTML(content.verification))
      if !view.guards.isEmpty { fact("Guards", guards) }
      fact("Came of", origin)
    }
  }

  private func fact(_ label: String, _ value: HTML) -> HTML {
    Tag.div {
      Tag.dt { label }
      Tag.dd { value }
    }
  }

  private var answers: HTML {
    guard !view.factors.isEmpty else { return Gap("No factor").html }
    let numbers = content.factors
    return .joined(
      view.factors.enumerated().map { offset, text in
        Tag.span(.class("answered")) {
          if view.factors.count == numbers.count { Tag.span(.class("identifier")) { "F\(numbers[offset]) " } }
          text
        }
      })
  }

  private var guards: HTML {
    .joined(
      view.guards.map { record in
        Tag.span(.class("answered")) {
          GuardMark(standing: record.standing, isRetired: record.retired != nil).html
          " "
          Tag.a(.href(.lessons(.guardRecord(record.declaration.name)))) { record.declaration.name }
        }
      })
  }

  private var origin: HTML {
    guard let incident = view.incident else {
      return Tag.a(.href(.postmortem(postmortem))) { view.postmortemTitle }
    }
    return .joined([
      LessonFrame.incident(incident), HTML(" "), HTML(view.incidentTitle ?? view.postmortemTitle),
    ])
  }

  /// What was said with the newest step.
  private var note: HTML? {
    guard let step = view.action.steps.last, !step.note.isEmpty else { return nil }
    return Tag.p(.class("section-note")) {
      "\(step.state.words) "
      LessonFrame.day(step.at)
      step.check.map { ", seen by the guard \($0): " } ?? ", \(step.by): "
      "“\(step.note)”"
    }
  }
}

/// What can be done with an action now: small forms, each with the words that it needs.
struct ActionSteps: Sendable {
  let view: ActionView
  let page: SitePath
  let context: PageContext

  private struct Step {
    let state: ActionState
    let summary: String
    let button: String
    let question: String
    var isNeeded = true
  }

  var html: HTML {
    Tag.div(.class("lesson-steps")) {
      if view.action.state == .proposed {
        form(.accepted).button("Accept", fields: [("state", "accepted")], label: "Accept \(view.id)")
      }
      for step in steps { html(step) }
    }
  }

  private var steps: [Step] {
    let decline = Step(
      state: .declined, summary: "Decline", button: "Decline it", question: "Why is it not done?")
    let again = Step(
      state: .accepted, summary: "Open again", button: "Open it again", question: "What was found?")
    switch view.action.state {
    case .proposed:
      return [
        decline,
        Step(
          state: .done, summary: "Done already", button: "It is done", question: "What was done?", isNeeded: false),
      ]
    case .accepted:
      return [
        Step(state: .done, summary: "Done", button: "It is done", question: "What was done?", isNeeded: false),
        decline,
      ]
    case .done:
      return [
        Step(
          state: .verified, summary: "Verify", button: "It is verified",
          question: "What was seen that shows that it works?"),
        again,
      ]
    case .verified: return [again]
    case .declined:
      return [
        Step(
          state: .proposed, summary: "Propose again", button: "Propose it again", question: "What has changed?")
      ]
    }
  }

  private func html(_ step: Step) -> HTML {
    let form = form(step.state)
    let meant = view.action.content.verification
    return Tag.details(form.outcome == nil ? nil : .isOpen) {
      Tag.summary(.label("\(step.summary): \(view.id)")) { step.summary }
      form.html(.class("form")) {
        HiddenField.html("state", step.state.rawValue)
        form.field(
          "note", step.question, .lines,
          hint: step.state == .verified && !meant.isEmpty ? "Meant to be seen by: \(meant)" : nil,
          isRequired: step.isNeeded, lengthMax: PostmortemLimits.partScalarsMax)
        Tag.button(.set("type", "submit")) { step.button }
      }
    }
  }

  private func form(_ state: ActionState) -> ActionForm {
    ActionForm(
      "step-\(view.id)-\(state.rawValue)",
      ActionPath(.stepAction, "\(PostmortemID(number: view.id.postmortem))", "\(view.id.action)"), on: page,
      context: context, returnTo: page)
  }
}
