import PageKit
import RecordViews

/// What an empty record says: what to do first, as commands that can be copied.
struct FirstSteps: Sendable {
  private struct Step {
    let title: String
    let text: String
    let command: String
  }

  let mayDeclare: Bool
  let view: HomeView

  private static let steps = [
    Step(
      title: "See what happened",
      text: "Give it the folder of what could be saved: logs, a repository, deployment records, alerts, chat.",
      command: "mayday timeline EVIDENCE"),
    Step(
      title: "Begin the postmortem", text: "Ten sections. What the evidence says is filled in; the rest asks you.",
      command: "mayday draft EVIDENCE -o postmortem.md"),
    Step(
      title: "Have it read", text: "Blame, vagueness, gaps: each finding says why, and asks the next question.",
      command: "mayday review postmortem.md"),
    Step(
      title: "Put it into the record", text: "It then stands on this page, with its timeline.",
      command: "mayday import postmortem.md --evidence EVIDENCE"),
  ]

  /// What there is all the same.
  @HTMLBuilder private var keptLinks: HTML {
    if view.planCount > 0 { Tag.a(.href(.readiness(.plans))) { Wording.count(view.planCount, "plan") } }
    if view.planCount > 0, view.peopleCount > 0 { " and " }
    if view.peopleCount > 0 {
      Tag.a(.href(.readiness(.people))) {
        view.peopleCount == 1 ? "one person who can be called" : "\(view.peopleCount) people who can be called"
      }
    }
  }

  private var isKept: Bool { view.planCount > 0 || view.peopleCount > 0 }

  var html: HTML {
    Tag.section(.class("first-steps")) {
      Tag.h1 { isKept || !view.drills.isEmpty ? "No incident is recorded yet" : "Nothing is recorded yet" }
      if isKept {
        Tag.p(.class("lede")) {
          "There are "
          keptLinks
          " for when one comes."
        }
      }
      if mayDeclare {
        Tag.p(.class("lede")) { "Something is wrong right now? Declare it first; everything else can follow." }
        Tag.p(.class("first-act")) {
          Tag.a(.class("button strong declare"), .href(.response(.declare))) { "Declare an incident" }
        }
      }
      Tag.h2(.class("steps-head")) { "From a folder of evidence to a reviewed postmortem, in four commands" }
      Tag.ol(.class("steps")) {
        for step in Self.steps {
          Tag.li {
            Tag.h3 { step.title }
            Tag.p { step.text }
            Commands([step.command]).html
          }
        }
      }
    }
  }
}
