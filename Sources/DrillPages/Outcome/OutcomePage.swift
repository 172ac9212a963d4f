import Chronology
package import Drills
import Incidents
import Interchange
package import PageKit
import Plans
import RecordViews

/// What was expected of a drill against what happened, for a team to look at together; then what the plan should say.
package struct OutcomePage: Sendable {
  private let whole: DrillWhole
  private let outcome: DrillOutcome
  private let changes: PlanChanges?
  private let changesMissing: String?
  private let context: PageContext

  /// `changes` nil: there is no plan to change, and `changesMissing` says why.
  package init(
    whole: DrillWhole, outcome: DrillOutcome, changes: PlanChanges?, changesMissing: String?, context: PageContext
  ) {
    self.whole = whole
    self.outcome = outcome
    self.changes = changes
    self.changesMissing = changesMissing
    self.context = context
  }

  private var page: SitePath { .drills(.outcome(outcome.drill)) }
  private var title: String { whole.drill.title ?? "Drill \(outcome.drill)" }

  package var html: String {
    DrillFrame(
      "How drill \(outcome.drill) went",
      [("Drill \(outcome.drill)", .drills(.drill(outcome.drill))), ("How it went", page)], context: context,
      isDrill: true
    ).html {
      head
      Tag.div(.class("outcome")) {
        SpanChart(outcome: outcome, minutes: whole.minutes).html
        OutcomeTables(outcome: outcome).html
        said
        PlanChangesPanel(
          drill: outcome.drill, changes: changes, missing: changesMissing, isOver: outcome.isOver, page: page,
          context: context
        ).html
        postmortem
      }
    }
  }

  private var head: HTML {
    Tag.header(.class("lead drill-head")) {
      Tag.p(.class("marks")) {
        Tag.span(.class("mark mark-drill")) { "Drill" }
        DrillStateMark(state: whole.drill.state).html
        if let started = whole.drill.started {
          Tag.span(.class("section-note")) {
            TimeText(instant: started, text: PageZone.utc.dateAndMinute(started)).html
          }
        }
        Tag.span(.class("identifier")) { "Drill \(outcome.drill)" }
      }
      Tag.h1 { title }
      Tag.p(.class("lede")) { Wording.sentence(outcome.summary) + "." }
      Tag.p(.class("section-note outcome-note")) {
        "This looks at the plan and at how work went, not at who did what. \(facts)"
      }
    }
  }

  private var facts: String {
    var parts: [String] = []
    if let length = outcome.lengthSeconds {
      let real = outcome.speed > 1 ? ", played \(outcome.speed) times as fast" : ""
      parts.append("\(PlanDuration.words(seconds: max(60, length / 60 * 60))) of drill time\(real)")
    }
    parts.append("\(Wording.count(outcome.injectsReleased, "message")) came")
    let other: [(Int, String)] = [
      (outcome.injectsDelayed, "put off"), (outcome.injectsSkipped, "left out"), (outcome.injectsAdded, "added"),
    ]
    parts += other.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.joined(separator: ", ") + "."
  }

  // MARK: What was said

  private var said: HTML? {
    let lists = [
      ("What surprised us", outcome.surprises), ("What the plan lacked", outcome.missingSteps),
      ("Noted", outcome.notes),
    ].filter { !$0.1.isEmpty }
    guard !lists.isEmpty else { return nil }
    return Tag.section(.class("drill-part"), .labelledBy("said-title")) {
      Tag.h2(.id("said-title")) { "What was written down" }
      Tag.div(.class("said-lists")) {
        for (title, words) in lists {
          Tag.div {
            Tag.h3 { title }
            Tag.ul(.class("said-list")) { for line in words { Tag.li { line } } }
          }
        }
      }
    }
  }

  // MARK: Postmortem

  private var postmortem: HTML? {
    guard outcome.isOver, whole.drill.state == .ended else { return nil }
    return Tag.section(.class("drill-part"), .id("postmortem"), .labelledBy("postmortem-title")) {
      Tag.h2(.id("postmortem-title")) { "What we keep of it" }
      if let number = whole.drill.postmortem {
        Tag.p {
          Tag.a(.class("button strong"), .href(.postmortem(PostmortemID(number: number)))) {
            "Go on with its postmortem, PM-\(number)"
          }
        }
      } else if context.mayRespond {
        Tag.p(.class("section-note")) {
          "It begins with what was expected, what happened and what to change. Actions with an owner and a date stand there, too."
        }
        ActionForm(
          "postmortem", ActionPath(.startDrillPostmortem, "\(outcome.drill)"), on: page, context: context,
          returnTo: page
        ).button("Begin the postmortem", class: changes?.changes.isEmpty ?? true ? "strong" : "")
      } else {
        Tag.p { Gap("Its postmortem is not begun yet.").html }
      }
    }
  }
}
