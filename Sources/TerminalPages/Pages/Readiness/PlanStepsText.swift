package import Chronology
package import Incidents
package import Interchange
import Plans

/// The steps of a plan as a person follows them in a terminal.
package struct PlanStepsText {
  private let title: String
  private let steps: [FollowedStep]
  private let note: String?

  package init(title: String, steps: [FollowedStep], note: String? = nil) {
    self.title = title
    self.steps = steps
    self.note = note
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(title, style: .strong)
    if let note, !note.isEmpty { lines.add(note, style: .faint) }
    for step in steps {
      lines.gap()
      Self.add(step, mark: step.number, to: &lines)
    }
    return lines.text
  }

  static func add(_ step: FollowedStep, mark: String, to lines: inout TextLines) {
    lines.add(mark, step.task, columns: 5, style: .strong)
    let who = step.responsible.isEmpty ? "nobody named" : step.responsible.joined(separator: ", ")
    let within = step.withinSeconds.map { ", within \(PlanDuration.words(seconds: $0))" } ?? ""
    let after = step.after.isEmpty ? "" : ", after step \(step.after.joined(separator: ", "))"
    lines.add("", who + within + after, columns: 5, style: .faint)
    if let result = step.result { lines.add("", "until one sees: \(result)", columns: 5) }
    if let fallback = step.fallback { lines.add("", "if it fails: \(fallback)", columns: 5, style: .faint) }
  }
}

/// The plans of an incident: what comes next in each, and those that may fit.
package struct IncidentPlansText {
  private let plans: IncidentPlansAnswer
  private let zone: DisplayZone
  private let now: Instant
  private let showsAll: Bool

  package init(plans: IncidentPlansAnswer, zone: DisplayZone, now: Instant, showsAll: Bool = false) {
    self.plans = plans
    self.zone = zone
    self.now = now
    self.showsAll = showsAll
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for plan in plans.items where plan.dropped == nil {
      lines.add("Plan \(plan.number): \(plan.title)", style: .strong)
      lines.add("\(plan.steps.count - plan.openCount) of \(plan.steps.count) steps through", style: .faint)
      for step in plan.steps where showsAll || step.isNext { add(step, &lines) }
      if plan.openCount == 0 { lines.add("All steps are through.") }
      beside(plan, &lines)
      lines.gap()
    }
    if !plans.proposals.isEmpty {
      lines.add("Plans that may fit:")
      for proposal in plans.proposals {
        lines.add("·", "\(proposal.plan)  \(proposal.title)", columns: 2)
        for reason in proposal.reasons { lines.add("", reason, columns: 2, style: .faint) }
      }
      lines.add("Follow one: mayday plan follow \(plans.proposals[0].plan)", style: .faint)
    } else if plans.items.isEmpty, plans.others.isEmpty {
      lines.add("It follows no plan, and there is none to follow: mayday plan list")
    }
    if plans.items.allSatisfy({ $0.dropped != nil }), !plans.others.isEmpty {
      lines.add(plans.proposals.isEmpty ? "No plan says its words. All plans:" : "None of these? All plans:")
      for offer in plans.others {
        lines.add("·", "\(offer.plan)  \(offer.title)", columns: 2, style: .faint)
      }
    }
    return lines.text
  }

  /// What the plan says beside its steps: whom to call, and which words it holds ready.
  private func beside(_ plan: FollowedPlanAnswer, _ lines: inout TextLines) {
    if showsAll, !plan.contacts.isEmpty {
      lines.gap()
      lines.add("Contacts")
      for contact in plan.contacts {
        let purpose = contact.purpose.isEmpty ? "" : ", for: \(contact.purpose)"
        lines.add("·", "\(contact.name): \(contact.way ?? "no way to reach them")\(purpose)", columns: 2)
      }
    }
    if showsAll, !plan.words.isEmpty {
      lines.gap()
      lines.add("Prepared words, with blanks to fill in")
      for words in plan.words {
        lines.add("·", words.title, columns: 2)
        MarkdownLines(words.text, keepsMarks: false).add(to: &lines, indent: 2)
      }
    }
    if !showsAll, !plan.contacts.isEmpty || !plan.words.isEmpty {
      lines.add("Contacts and prepared words: mayday plan next --all", style: .faint)
    }
  }

  private func add(_ step: FollowedPlanAnswer.Step, _ lines: inout TextLines) {
    switch step.state {
    case .open:
      PlanStepsText.add(step.step, mark: "□ \(step.step.number)", to: &lines)
      for person in step.people where person.role != nil { lines.add("", person.words, columns: 5) }
      if let due = step.due {
        lines.add(
          "", "\(due < now ? "was to be done by" : "by") \(zone.short(due, beside: now))", columns: 5,
          style: due < now ? .late : .faint)
      }
    case .done: lines.add("✓ \(step.step.number)", step.step.task + said(step), columns: 5)
    case .replaced: lines.add("↷ \(step.step.number)", "\(step.step.task): \(step.words)", columns: 5)
    case .skipped:
      lines.add("– \(step.step.number)", "\(step.step.task), left out: \(step.words)", columns: 5, style: .faint)
    }
  }

  private func said(_ step: FollowedPlanAnswer.Step) -> String { step.words.isEmpty ? "" : ": \(step.words)" }
}
