import Chronology
import Documents
import Findings

extension PlanCheck {
  private static let rehearsalDaysMax = 366

  mutating func checkReadiness() {
    for step in plan.steps {
      for link in step.links {
        if case .gone(let answer) = context.linkStates[link.target] {
          find("dead-link", link.span, "'\(link.target)' leads nowhere: \(answer)")
        }
      }
    }
    if let components = context.components {
      for name in plan.components where !components.contains(name.lowercased()) {
        find("unknown-component", head, "'\(name)' is none of our components")
      }
    }
    checkReview()
    checkRehearsal()
  }

  private mutating func checkReview() {
    guard let day = plan.reviewBy else {
      if plan.document.frontMatter["review-by"] == nil {
        find("no-review-day", head, "the plan has no day to be read again", fix: "review-by: in half a year")
      }
      return
    }
    if let today = context.today, day < today {
      let days = today.daysSinceEpoch - day.daysSinceEpoch
      find(
        "review-overdue", head, "the plan was to be read again by \(day), \(days) day\(days == 1 ? "" : "s") ago",
        fix: "Read it, mend it, and set review-by to a later day.")
    }
  }

  private mutating func checkRehearsal() {
    guard let rehearsals = context.rehearsals else { return }
    guard let last = rehearsals[plan.name] else {
      return find("never-rehearsed", head, "the plan was never played")
    }
    if let today = context.today, today.daysSinceEpoch - last.day.daysSinceEpoch > Self.rehearsalDaysMax {
      return find("rehearsed-long-ago", head, "the plan was last played on \(last.day)")
    }
    if let shortfall = last.shortfall {
      find("did-not-hold", head, "the plan was played on \(last.day), and it did not hold: \(shortfall)")
    }
  }
}
