import Drills
import Incidents
import PageKit
import Plans

/// Expectations, steps of the plan and promised words, each as expected against as it was.
struct OutcomeTables: Sendable {
  let outcome: DrillOutcome

  var html: HTML { .joined([expectations, steps, promises].compactMap(\.self)) }

  private func table(_ headings: [String], class name: String, @HTMLBuilder rows: () -> HTML) -> HTML {
    Tag.table(.class("stacking outcome-table", name)) {
      Tag.thead { Tag.tr { for heading in headings { Tag.th(.set("scope", "col")) { heading } } } }
      Tag.tbody { rows() }
    }
  }

  // MARK: Expectations

  private var expectations: HTML? {
    guard !outcome.expectations.isEmpty else { return nil }
    return Tag.section(.class("drill-part"), .labelledBy("expected-title")) {
      Tag.h2(.id("expected-title")) { "What a good response shows" }
      table(["What one sees", "By", "It was", "How far"], class: "expected-table") {
        for expected in outcome.expectations {
          Tag.tr {
            Tag.td(.column("What one sees")) { Wording.sentence(expected.text) }
            Tag.td(.column("By"), .class("figures")) {
              expected.withinSeconds.map { HTML(PlanDuration.words(seconds: $0)) } ?? .empty
            }
            Tag.td(.column("It was"), .class("figures")) {
              expected.seconds == nil && expected.isJudged ? HTML("judged") : HTML(expected.happened)
            }
            Tag.td(.column("How far")) {
              JudgementMark(judgement: expected.judgement).html
              if !expected.words.isEmpty { Tag.span(.class("detail")) { expected.words } }
            }
          }
        }
      }
    }
  }

  // MARK: Steps

  private var steps: HTML? {
    guard !outcome.steps.isEmpty else { return nil }
    return Tag.section(.class("drill-part"), .labelledBy("steps-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("steps-title")) { "The plan’s steps" }
        Tag.p(.class("section-note")) { outcome.plan ?? "" }
      }
      if !outcome.isPlanFollowed {
        Tag.p(.class("gap-block")) {
          "Nobody followed the plan on the incident’s screens, so the record cannot tell which steps were done. Talk about why: was it not found, not known, or of no use?"
        }
      }
      let steps = outcome.isPlanFollowed ? outcome.steps : []
      if !steps.isEmpty {
        table(["Step", "It was", "Took", "May take"], class: "steps-table") { for step in steps { row(step) } }
      }
    }
  }

  private func row(_ step: DrillOutcome.Step) -> HTML {
    Tag.tr(.class(step.state == nil || step.state == .open ? "step-open" : "")) {
      Tag.td(.column("Step")) {
        Tag.span(.class("step-number")) { "\(step.number) " }
        step.task
        if let result = step.result { Tag.span(.class("detail")) { "Until one sees: \(result)" } }
      }
      Tag.td(.column("It was")) {
        Tag.span(.class("step-state", mark(step))) { state(step) }
        if !step.words.isEmpty { Tag.span(.class("detail")) { step.words } }
        if !step.aheadOf.isEmpty {
          Tag.span(.class("detail")) { "before step \(step.aheadOf.joined(separator: ", ")), which comes first" }
        }
      }
      Tag.td(.column("Took"), .class("figures")) {
        step.tookSeconds.map { HTML(PlanDuration.words(seconds: $0 < 60 ? $0 : ($0 + 30) / 60 * 60)) } ?? .empty
        if let late = step.lateSeconds {
          Tag.span(.class("detail step-late")) {
            "\(PlanDuration.words(seconds: max(1, late < 60 ? late : (late + 30) / 60 * 60))) longer"
          }
        }
      }
      Tag.td(.column("May take"), .class("figures")) {
        step.withinSeconds.map { HTML(PlanDuration.words(seconds: $0)) } ?? .empty
      }
    }
  }

  private func mark(_ step: DrillOutcome.Step) -> String {
    if step.lateSeconds != nil || !step.aheadOf.isEmpty { return "step-late" }
    return switch step.state {
    case .done: "step-done"
    case .replaced: "step-replaced"
    case .skipped: "step-skipped"
    case .open?, nil: ""
    }
  }

  private func state(_ step: DrillOutcome.Step) -> String {
    switch step.state {
    case .done: step.lateSeconds == nil ? "Done" : "Done, late"
    case .replaced: "Done another way"
    case .skipped: "Left out"
    case .open?, nil: "Not reached"
    }
  }

  // MARK: Promises

  private var promises: HTML? {
    guard !outcome.promises.isEmpty else { return nil }
    return Tag.section(.class("drill-part"), .labelledBy("promises-title")) {
      Tag.h2(.id("promises-title")) { "Words that were promised" }
      table(["To whom", "Due", "Came", "Kept"], class: "promises-table") {
        for promise in outcome.promises {
          Tag.tr {
            Tag.td(.column("To whom")) {
              "\(promise.isFirst ? "First" : "Next") word to \(Audience(rawValue: promise.audience)?.words ?? promise.audience)"
            }
            Tag.td(.column("Due"), .class("figures")) { DrillWords.clock(promise.dueSeconds) }
            Tag.td(.column("Came"), .class("figures")) {
              promise.seconds.map { HTML(DrillWords.clock($0)) } ?? HTML(promise.came)
            }
            Tag.td(.column("Kept")) {
              switch promise.isKept {
              case true?: JudgementMark(judgement: .met, words: "Kept").html
              case false?: JudgementMark(judgement: .not, words: promise.seconds == nil ? "Missing" : "Late").html
              case nil: Gap("not due before the end").html
              }
            }
          }
        }
      }
    }
  }
}
