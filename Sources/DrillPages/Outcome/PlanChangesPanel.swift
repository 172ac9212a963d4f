import Drills
import Interchange
import PageKit
import TextComparing

/// What the drill suggests to change in the plan, each a small difference with its reason; those that are ticked are
/// taken over in one act.
struct PlanChangesPanel: Sendable {
  let drill: Int
  /// Nil: there is no plan to change.
  let changes: PlanChanges?
  /// Why there is none.
  let missing: String?
  let isOver: Bool
  let page: SitePath
  let context: PageContext

  var html: HTML {
    Tag.section(.class("drill-part plan-changes"), .id("changes"), .labelledBy("changes-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("changes-title")) { "What the plan should say" }
        if let changes {
          Tag.p(.class("section-note")) { Tag.a(.href(.readiness(.plan(changes.plan)))) { "The plan as it is now" } }
        }
      }
      content
    }
  }

  @HTMLBuilder private var content: HTML {
    if let changes {
      if changes.changes.isEmpty {
        Tag.p(.class("gap-block")) {
          "Nothing is left to change in it: what this drill showed stands in the plan, or the plan held."
        }
      } else if context.mayRespond {
        form(changes)
      } else {
        Tag.ul(.class("change-list")) { for change in changes.changes { Tag.li { difference(change) } } }
      }
      unplaced(changes)
    } else {
      Tag.p(.class("gap-block")) { missing.map { Wording.sentence($0) + "." } ?? "It rehearsed no plan." }
    }
  }

  private func form(_ changes: PlanChanges) -> HTML {
    let form = ActionForm(
      "changes", ActionPath(.acceptPlanChanges, "\(drill)"), on: page, context: context, returnTo: page)
    return form.html(.class("form")) {
      HiddenField.html("planVersion", "\(changes.planVersion)")
      Tag.ul(.class("change-list")) {
        for change in changes.changes {
          Tag.li {
            Tag.label(.class("change-tick")) {
              Tag.input(
                .set("type", "checkbox"), .set("name", "changes"), .set("value", "\(change.number)"),
                .label("Take over: \(Self.title(change))"), change.toFill.isEmpty ? .set("checked", "") : nil)
            }
            difference(change)
          }
        }
      }
      Tag.button(.class("strong"), .set("type", "submit")) { "Take over what is ticked" }
      Tag.p(.class("section-note")) {
        "The rest of the plan stays as it is, to the letter. What is not ticked stays here."
      }
    }
  }

  private static func title(_ change: PlanChanges.Change) -> String {
    switch change.kind {
    case .time: "Step \(change.step) may take longer"
    case .fallback: "Another way for step \(change.step)"
    case .addition: "A new step \(change.step)"
    }
  }

  private func difference(_ change: PlanChanges.Change) -> HTML {
    Tag.div(.class("change")) {
      Tag.h3 { Self.title(change) }
      Tag.p(.class("change-words")) {
        for passage in TextComparison(old: change.before, new: change.after).passages {
          switch passage.kind {
          case .same: HTML(passage.text)
          case .removed: Tag.del { passage.text }
          case .added: Tag.ins { passage.text }
          }
        }
      }
      Tag.p(.class("section-note")) { Wording.sentence(change.reason) }
      if !change.toFill.isEmpty {
        Tag.p(.class("change-fill")) {
          "Still to fill in: \(change.toFill). "
          if context.mayRespond, let plan = changes?.plan {
            Tag.a(.href(.readiness(.planEdit(plan, from: .drill(drill, change: change.number))))) {
              "Fill it in, and move it to its place"
            }
          }
        }
      }
    }
  }

  private func unplaced(_ changes: PlanChanges) -> HTML? {
    guard !changes.unplaced.isEmpty else { return nil }
    return Tag.div(.class("unplaced")) {
      Tag.h3 { "What could not be placed" }
      Tag.ul(.class("said-list")) { for line in changes.unplaced { Tag.li { line } } }
    }
  }
}
