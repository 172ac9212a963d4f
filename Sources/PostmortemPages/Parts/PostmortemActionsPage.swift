import Documents
import Interchange
package import PageKit
import Postmortems
package import RecordViews

/// The actions of one postmortem: proposed, changed and followed up.
package struct PostmortemActionsPage: Sendable {
  private let scene: PostmortemScene
  private let factor: Int?

  /// `factor`: for which a new action is begun.
  package init(view: PostmortemView, factor: Int? = nil, context: PageContext) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.actions(view.summary.id, factor: factor)))
    self.factor = factor.flatMap { view.postmortem.factor($0)?.number }
  }

  private var postmortem: Postmortem { scene.postmortem }
  private var plain: SitePath { .postmortems(.actions(scene.id)) }

  package var html: String {
    scene.html("Actions", kind: "actions") {
      scene.lead(
        "What will be different",
        "An action is a change that somebody owns, by a day, with something that will show that it works. It is over when that was seen."
      )
      PostmortemTabs(scene: scene).html
      if postmortem.actions.isEmpty {
        Tag.p(.class("gap-block")) {
          "No action is followed up yet. What would have to be different so that this cannot happen that way again?"
        }
      } else {
        ActionSum(postmortem: postmortem).html
        ActionList(scene: scene) { acts($0) }.html
      }
      open
      if scene.isFollowed {
        adopt
        propose
      }
    }
  }

  private var open: HTML? {
    let factors = postmortem.unansweredFactors
    guard !factors.isEmpty else { return nil }
    return Tag.section(.class("panel unanswered"), .labelledBy("unanswered-title")) {
      Tag.h2(.id("unanswered-title")) { "Factors without an action" }
      Tag.ul {
        for factor in factors {
          Tag.li(.id(FactorTree.anchor(factor.number))) {
            "F\(factor.number) \(factor.text) "
            if scene.isFollowed {
              Tag.a(.class("quiet-link"), .href(.postmortems(.actions(scene.id, factor: factor.number)))) {
                "Propose an action"
              }
            }
          }
        }
      }
    }
  }

  private func acts(_ action: PostmortemAction) -> HTML {
    guard scene.isFollowed else { return .empty }
    let change = scene.form("action-\(action.number)", .changeAction, "\(action.number)", returnTo: plain)
    let step = scene.form("step-\(action.number)", .stepAction, "\(action.number)", returnTo: plain)
    return Tag.div(.class("part-forms")) {
      Tag.details(step.outcome == nil ? nil : .isOpen) {
        Tag.summary { "How it stands" }
        step.html(.class("form")) {
          step.field(
            "note", "What was done, why, or what showed it", .lines,
            hint: "Needed to decline, to verify and to open again.",
            lengthMax: PostmortemLimits.partScalarsMax)
          Tag.div(.class("state-buttons")) {
            for state in action.state.next {
              Tag.button(.set("type", "submit"), .set("name", "state"), .set("value", state.rawValue)) {
                state.words(from: action.state)
              }
            }
          }
        }
        history(action)
      }
      Tag.details(change.outcome == nil ? nil : .isOpen) {
        Tag.summary { "Change it" }
        change.html(.class("form")) {
          ActionFields(postmortem: postmortem, form: change, content: action.content).html
          Tag.button(.set("type", "submit")) { "Save \(scene.action(action.number))" }
        }
      }
    }
  }

  private func history(_ action: PostmortemAction) -> HTML {
    Tag.ol(.class("holdings")) {
      for step in action.steps {
        Tag.li {
          scene.time(step.at)
          " "
          Tag.strong { step.state.words }
          step.check.map { ", seen by the guard \($0)" } ?? ", by \(step.by)"
          if !step.note.isEmpty { Tag.span(.class("section-note")) { " “\(step.note)”" } }
        }
      }
    }
  }

  private var adopt: HTML? {
    let named = AdoptedAction.all(in: postmortem.document, known: postmortem.actions)
    guard !named.isEmpty else { return nil }
    return Tag.section(.class("panel"), .labelledBy("adopt-title")) {
      Tag.h2(.id("adopt-title")) {
        "The text names \(Wording.count(named.count, postmortem.actions.isEmpty ? "action" : "further action"))"
      }
      Tag.p { "They can be followed up from here, with owner and day as the text has them." }
      scene.form("adopt", .adoptActions, returnTo: plain).button("Follow them up")
    }
  }

  private var propose: HTML {
    let form = scene.form("action-new", .proposeAction, returnTo: plain)
    let isOpen = form.outcome != nil || factor != nil || postmortem.actions.isEmpty
    return Tag.details(.class("fold"), .id("new"), isOpen ? .isOpen : nil) {
      Tag.summary { factor.map { "Propose an action that answers F\($0)" } ?? "Propose an action" }
      form.html(.class("form")) {
        ActionFields(postmortem: postmortem, form: form, factor: factor).html
        Tag.button(.class("strong"), .set("type", "submit")) { "Propose it" }
      }
    }
  }
}
