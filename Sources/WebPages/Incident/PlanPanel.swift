import Chronology
import Incidents
import Interchange
import Learning
import PageKit
import Plans
import RecordViews

/// The plans that an incident follows: the next steps with the result each must reach, then what was done.
struct PlanPanel: Sendable {
  let scene: IncidentScene

  /// Steps that can be done now and are shown without unfolding.
  private static let nextMax = 3

  var html: HTML? {
    let plans = scene.incident.plans.filter { $0.dropped == nil }
    guard !plans.isEmpty else { return nil }
    return .joined(plans.map(plan))
  }

  private func plan(_ plan: IncidentPlan) -> HTML {
    Tag.section(.class("what-now plan-followed"), .id("plan-\(plan.number)"), .labelledBy("plan-\(plan.number)-title"))
    {
      Tag.h2(.id("plan-\(plan.number)-title")) { plan.content.title }
      Tag.p(.class("section-note")) { sum(plan) }
      Tag.ol(.class("tasks")) { for step in plan.next.prefix(Self.nextMax) { row(step, plan) } }
      rest(plan)
      PlanBook(followed: plan, plan: scene.view.aids.plans[plan.number]).html
    }
  }

  private func sum(_ plan: IncidentPlan) -> String {
    let done = plan.steps.count - plan.openCount
    guard plan.openCount > 0 else { return "All \(Wording.count(plan.steps.count, "step")) are through." }
    return
      "\(done) of \(Wording.count(plan.steps.count, "step")) through."
  }

  private func row(_ step: IncidentPlan.Step, _ plan: IncidentPlan) -> HTML {
    let name = step.content.number
    return Tag.li(.class("task plan-now"), .id("plan-\(plan.number)-step-\(name)")) {
      if scene.isOpen {
        form("done", step, plan).button(
          "", class: "tick-off", fields: [("state", "done")], label: "Done: \(step.content.task)")
      }
      Tag.div(.class("task-text")) {
        Tag.p {
          Tag.span(.class("step-number")) { "\(name) " }
          step.content.task
        }
        if let result = step.content.result { Tag.p(.class("step-result")) { "Until one sees: \(result)" } }
        Tag.p(.class("section-note")) { note(step, plan) }
        if let fallback = step.content.fallback { Tag.p(.class("section-note")) { "If it fails: \(fallback)" } }
      }
      if scene.isOpen { acts(step, plan) }
    }
  }

  @HTMLBuilder private func note(_ step: IncidentPlan.Step, _ plan: IncidentPlan) -> HTML {
    if step.content.responsible.isEmpty { "nobody named" }
    for (index, named) in step.content.responsible.enumerated() {
      index == 0 ? "" : ", "
      person(StepPerson(named, in: scene.incident, policy: scene.policy, calls: scene.view.aids.calls))
    }
    if let due = plan.due(step) {
      due < scene.now ? ", was to be done by " : ", by "
      scene.time(due)
    }
  }

  /// A role with who has it; else with who is asked first.
  @HTMLBuilder private func person(_ person: StepPerson) -> HTML {
    person.named
    if let holder = person.holder {
      ": "
      Tag.strong { holder }
    } else if person.role != nil {
      ": nobody yet"
      if let first = person.asked.first {
        ", ask "
        Tag.strong { first.name }
        for contact in first.contacts.prefix(1) {
          " "
          ContactLink(kind: contact.kind, way: contact.value).html
        }
        person.asked.count > 1 ? ", then \(person.asked.dropFirst().map(\.name).joined(separator: ", then "))" : ""
      }
    }
  }

  private func form(_ name: String, _ step: IncidentPlan.Step, _ plan: IncidentPlan) -> ActionForm {
    scene.form(
      "\(name)-\(plan.number)-\(step.content.number)", .tickStep, "\(plan.number)", step.content.number)
  }

  private func acts(_ step: IncidentPlan.Step, _ plan: IncidentPlan) -> HTML {
    Tag.details(.class("task-acts")) {
      Tag.summary(.label("More on step \(step.content.number)")) { "More" }
      Tag.div(.class("task-forms")) {
        said(step, plan, "seen", "done", "What you saw", "Done, with this")
        said(step, plan, "instead", "replaced", "What was done instead", "Done another way")
        said(step, plan, "skip", "skipped", "Why it is left out", "Leave it out")
      }
    }
  }

  private func said(
    _ step: IncidentPlan.Step, _ plan: IncidentPlan, _ name: String, _ state: String, _ label: String, _ act: String
  ) -> HTML {
    let form = form(name, step, plan)
    return form.html(.class("form form-line")) {
      HiddenField.html("state", state)
      form.field("words", label, isRequired: state != "done", lengthMax: IncidentLimits.textScalarsMax)
      Tag.button(.set("type", "submit")) { act }
    }
  }

  /// What happened need not follow the plan's order: every step can be ticked, and opened again.
  private func change(_ step: IncidentPlan.Step, _ plan: IncidentPlan, isShown: Bool) -> HTML? {
    let number = step.content.number
    guard step.state == .open else {
      return form("open", step, plan).button(
        "Open again", class: "quiet", fields: [("state", "open")], label: "Open step \(number) again")
    }
    return isShown
      ? nil
      : form("early", step, plan).button(
        "Done already", class: "quiet", fields: [("state", "done")], label: "Step \(number) is done already")
  }

  private func rest(_ plan: IncidentPlan) -> HTML {
    let shown = Set(plan.next.prefix(Self.nextMax).map(\.content.number))
    return Tag.details(.class("plan-book"), .id("plan-\(plan.number)-all")) {
      Tag.summary { "All steps" }
      Tag.ol(.class("plan-all")) {
        for step in plan.steps {
          Tag.li(.class("plan-\(step.state.rawValue)")) {
            Tag.p {
              Tag.span(.class("step-number")) { "\(step.content.number) " }
              step.content.task
            }
            Tag.p(.class("section-note")) {
              if step.state == .open {
                shown.contains(step.content.number)
                  ? "now"
                  : step.content.after.isEmpty ? "open" : "after step \(step.content.after.joined(separator: ", "))"
              } else {
                step.state.words
                if let changed = step.changed {
                  ", "
                  scene.time(changed)
                }
                step.words.isEmpty ? "" : ": \(step.words)"
              }
            }
            if scene.isOpen { change(step, plan, isShown: shown.contains(step.content.number)) }
          }
        }
      }
      if scene.isOpen {
        let form = scene.form("end-plan-\(plan.number)", .dropPlan, "\(plan.number)")
        form.html(.class("form form-line")) {
          form.field(
            "reason", "Why this plan does not fit", isRequired: true, lengthMax: IncidentLimits.reasonScalarsMax)
          Tag.button(.set("type", "submit")) { "Follow it no longer" }
        }
      }
    }
  }
}

extension StepTicked.State {
  /// What became of a step, in a word or two.
  var words: String {
    switch self {
    case .open: "open"
    case .done: "done"
    case .replaced: "done another way"
    case .skipped: "left out"
    }
  }
}
