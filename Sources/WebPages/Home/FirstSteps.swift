import PageKit

/// What an empty record says: what to do first, as commands that can be copied.
struct FirstSteps: Sendable {
  private struct Step {
    let title: String
    let text: String
    let command: String
  }

  let mayDeclare: Bool

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

  var html: HTML {
    Tag.section(.class("first-steps")) {
      Tag.h1 { "Nothing is recorded yet" }
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
