import PageKit
import Plans

/// The steps of a plan as a table that two pages of paper have room for, with a box to tick.
struct PaperSteps: Sendable {
  let steps: [PlanStep]

  private static let headings = ["Step", "Do", "Who", "Until one sees", "Within", "After", "If it fails"]

  var html: HTML? {
    guard !steps.isEmpty else { return nil }
    return Tag.table(.class("paper-steps stacking")) {
      Tag.thead { Tag.tr { for heading in Self.headings { Tag.th(.set("scope", "col")) { heading } } } }
      Tag.tbody { for step in steps { row(step) } }
    }
  }

  private func row(_ step: PlanStep) -> HTML {
    Tag.tr {
      Tag.td(.column("Step"), .class("paper-number")) {
        Tag.span(.class("paper-tick")) {}
        " \(step.number)"
      }
      Tag.td(.column("Do"), .class("paper-task")) { step.task }
      Tag.td(.column("Who")) { step.responsible.joined(separator: ", ") }
      Tag.td(.column("Until one sees")) { step.result ?? "" }
      Tag.td(.column("Within")) { step.withinSeconds.map { PlanDuration.words(seconds: $0) } ?? "" }
      Tag.td(.column("After")) { step.after.joined(separator: ", ") }
      Tag.td(.column("If it fails")) { step.fallback ?? "" }
    }
  }
}
