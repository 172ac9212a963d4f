import Accounts
import Incidents
import Interchange
import PageKit
import Plans
import RecordViews

/// What is asked for now: roles to fill, then tasks in their order, each done with one tap.
struct WhatNow: Sendable {
  let scene: IncidentScene

  /// Roles of which a heading alone is shown are few; tasks beyond this are folded.
  private static let tasksShownMax = 7
  /// Folded tasks that a page carries; the rest comes with all lines of the timeline.
  private static let tasksFoldedMax = 40

  /// The steps of plans that are followed, then what else is asked for.
  static func live(_ scene: IncidentScene) -> HTML {
    .joined([PlanPanel(scene: scene).html ?? .empty, WhatNow(scene: scene).html ?? .empty])
  }

  var html: HTML? {
    let roles = scene.incident.rolesToFill(by: scene.policy).filter { $0.id != RoleDefinition.commander }
    let tasks = scene.incident.openTasks
    guard scene.isRunning || !tasks.isEmpty else { return nil }
    return Tag.section(.class("what-now"), .id("what-now"), .labelledBy("what-now-title")) {
      Tag.h2(.id("what-now-title")) { "What now" }
      if roles.isEmpty, tasks.isEmpty {
        Tag.p(.class("section-note")) {
          scene.isOpen ? "No task is open. ‘@ what is to be done’ below adds one." : "No task was open."
        }
      }
      if !roles.isEmpty { Tag.ul(.class("asked-roles")) { for role in roles { asked(role) } } }
      if !tasks.isEmpty {
        Tag.ol(.class("tasks")) { for task in tasks.prefix(Self.tasksShownMax) { row(task) } }
        more(Array(tasks.dropFirst(Self.tasksShownMax)))
      }
    }
  }

  private func more(_ tasks: [IncidentTask]) -> HTML? {
    guard !tasks.isEmpty else { return nil }
    let carried = scene.query.isAll ? tasks[...] : tasks.prefix(Self.tasksFoldedMax)
    var query = scene.query
    query.isAll = true
    return Tag.details {
      Tag.summary { Wording.count(tasks.count, "more task") }
      Tag.ol(.class("tasks")) { for task in carried { row(task) } }
      if carried.count < tasks.count {
        Tag.p(.class("show-all")) {
          Tag.a(.class("button"), .href(.incident(scene.id, query))) {
            "Show all \(Wording.count(tasks.count, "task"))"
          }
        }
      }
    }
  }

  private func asked(_ role: RoleDefinition) -> HTML {
    Tag.li {
      Tag.div {
        Tag.p(.class("asked-name")) { "\(role.name) is not taken" }
        Tag.p(.class("section-note")) { role.duty }
        AskedPeople(call: scene.view.aids.calls.call(for: role.id)).html
      }
      if scene.isOpen, let caller = scene.context.caller {
        scene.form("take-\(role.id)", .assignRole, role.id)
          .button("I take it", fields: [("person", caller.account), ("seen", "")], label: "I take \(role.name)")
      }
    }
  }

  private func row(_ task: IncidentTask) -> HTML {
    Tag.li(.class("task"), .id("task-\(task.number)")) {
      if scene.isOpen {
        scene.form("done-\(task.number)", .changeTask, "\(task.number)")
          .button("", class: "tick-off", fields: [("state", "done")], label: "Done: \(task.text)")
      }
      Tag.div(.class("task-text")) {
        Tag.p { task.text }
        Tag.p(.class("section-note")) { task.owner ?? "nobody yet" }
      }
      if scene.isOpen { acts(task) }
    }
  }

  private func acts(_ task: IncidentTask) -> HTML {
    Tag.details(.class("task-acts")) {
      Tag.summary(.label("More on task \(task.number)")) { "More" }
      Tag.div(.class("task-forms")) {
        if let caller = scene.context.caller, task.owner != caller.account {
          scene.form("mine-\(task.number)", .changeTask, "\(task.number)")
            .button("I do it", fields: [("owner", caller.account)], label: "I do task \(task.number)")
        }
        result(task)
        scene.form("drop-\(task.number)", .changeTask, "\(task.number)")
          .button(
            "Not needed any more", fields: [("state", "dropped")], label: "Task \(task.number) is not needed any more")
      }
    }
  }

  private func result(_ task: IncidentTask) -> HTML {
    let form = scene.form("result-\(task.number)", .changeTask, "\(task.number)")
    return form.html(.class("form form-line")) {
      HiddenField.html("state", "done")
      form.field("result", "What came of it", lengthMax: IncidentLimits.textScalarsMax)
      Tag.button(.set("type", "submit")) { "Done, with this" }
    }
  }
}
