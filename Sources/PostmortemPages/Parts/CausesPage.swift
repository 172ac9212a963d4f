import Authoring
import Documents
package import Incidents
import Interchange
package import PageKit
import Postmortems
package import RecordViews

/// Where factors, assumptions and luck are put together.
package struct CausesPage: Sendable {
  private let scene: PostmortemScene
  private let prompts: [PostmortemPrompt]

  package init(view: PostmortemView, incident: Incident? = nil, context: PageContext) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.causes(view.summary.id)))
    prompts = PostmortemPrompts(postmortem: view.postmortem, document: view.postmortem.document, incident: incident)
      .prompts(in: .rootCause)
  }

  private var postmortem: Postmortem { scene.postmortem }

  package var html: String {
    scene.html("Causes", kind: "causes") {
      scene.lead(
        "Why it could happen",
        "Several things had to be true at once. Write down each, ask of each how it came to be, and say how sure you are."
      )
      PostmortemTabs(scene: scene).html
      unanswered
      factors
      assumptions
      lucks
    }
  }

  /// Each factor without an action, and each action without a factor.
  private var unanswered: HTML? {
    let loose = postmortem.looseActions
    let open = postmortem.unansweredFactors
    guard !loose.isEmpty || !open.isEmpty else { return nil }
    return Tag.section(.class("panel unanswered"), .labelledBy("unanswered-title")) {
      Tag.h2(.id("unanswered-title")) { "What does not meet yet" }
      Tag.ul {
        for factor in open {
          Tag.li {
            Tag.a(.href(fragment: FactorTree.anchor(factor.number))) { "F\(factor.number)" }
            " has no action: \(factor.text) "
            if scene.isFollowed {
              Tag.a(.class("quiet-link"), .href(.postmortems(.actions(scene.id, factor: factor.number)))) {
                "Propose one"
              }
            }
          }
        }
        for action in loose {
          Tag.li {
            Tag.a(.href(.postmortems(.actions(scene.id)))) { scene.action(action.number) }
            " answers no factor: \(action.content.text)"
          }
        }
      }
    }
  }

  private var factors: HTML {
    Tag.section(.class("side-part-wide"), .labelledBy("factors-title")) {
      Tag.h2(.id("factors-title")) { "Contributing factors" }
      if postmortem.factors.isEmpty {
        Tag.p(.class("gap-block")) {
          "None is written down yet. Begin with what set it off, then with what made that possible, and with what kept us from seeing it."
        }
      } else {
        FactorTree(postmortem: postmortem) { acts($0) }.html
      }
      if scene.isOpen {
        let form = scene.form("factor-new", .addFactor)
        Tag.details(.class("fold"), form.outcome != nil || postmortem.factors.isEmpty ? .isOpen : nil) {
          Tag.summary { "Add a factor" }
          form.html(.class("form")) {
            FactorFields(postmortem: postmortem, form: form).html
            Tag.button(.class("strong"), .set("type", "submit")) { "Add the factor" }
          }
        }
      }
    }
  }

  private func acts(_ factor: Factor) -> HTML {
    let asked = prompts.filter { $0.number == factor.number }
    let caught = asked.filter { $0.topic == .caught }
    return .joined([
      questions(asked.filter { $0.topic != .caught }),
      caught.isEmpty
        ? .empty
        : Tag.details(.class("to-catch")) {
          Tag.summary { "What could have caught it: \(Wording.count(caught.count, "open question"))" }
          questions(caught)
        },
      scene.isOpen ? edit(factor) : .empty,
    ])
  }

  private func questions(_ prompts: [PostmortemPrompt]) -> HTML {
    guard !prompts.isEmpty else { return .empty }
    return Tag.ul(.class("to-ask-list")) { for prompt in prompts { Tag.li { prompt.question } } }
  }

  private func edit(_ factor: Factor) -> HTML {
    let below = scene.form("factor-\(factor.number)-why", .addFactor)
    let change = scene.form("factor-\(factor.number)", .changeFactor, "\(factor.number)")
    return Tag.div(.class("part-forms")) {
      Tag.details(below.outcome == nil ? nil : .isOpen) {
        Tag.summary { "How did that come to be?" }
        below.html(.class("form")) {
          FactorFields(postmortem: postmortem, form: below, parent: factor.number).html
          Tag.button(.class("strong"), .set("type", "submit")) { "Add what made F\(factor.number) possible" }
        }
      }
      Tag.details(change.outcome == nil ? nil : .isOpen) {
        Tag.summary { "Change F\(factor.number)" }
        change.html(.class("form")) {
          FactorFields(postmortem: postmortem, form: change, factor: factor).html
          Tag.button(.set("type", "submit")) { "Save F\(factor.number)" }
        }
        scene.form("factor-\(factor.number)-out", .removeFactor, "\(factor.number)").button(
          "Take F\(factor.number) out", class: "quiet")
      }
      Tag.a(.class("quiet-link"), .href(.postmortems(.actions(scene.id, factor: factor.number)))) {
        "Propose an action"
      }
    }
  }

  private var assumptions: HTML {
    Tag.section(.class("side-part-wide"), .labelledBy("assumptions-title")) {
      Tag.h2(.id("assumptions-title")) { "What we believed" }
      postmortem.assumptions.isEmpty
        ? Tag.p(.class("gap-block")) { "What did everybody take for granted that day, and what turned out otherwise?" }
        : AssumptionTable(assumptions: postmortem.assumptions).html
      if scene.isOpen {
        for assumption in postmortem.assumptions {
          let form = scene.form("assumption-\(assumption.number)", .changeAssumption, "\(assumption.number)")
          Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
            Tag.summary { "Change ‘\(FirstWords.of(assumption.believed))’" }
            form.html(.class("form")) {
              AssumptionFields(form: form, assumption: assumption).html
              Tag.button(.set("type", "submit")) { "Save" }
            }
            scene.form("assumption-\(assumption.number)-out", .removeAssumption, "\(assumption.number)").button(
              "Take it out", class: "quiet", label: "Take assumption \(assumption.number) out")
          }
        }
        let form = scene.form("assumption-new", .addAssumption)
        Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
          Tag.summary { "Add what we believed" }
          form.html(.class("form")) {
            AssumptionFields(form: form).html
            Tag.button(.set("type", "submit")) { "Add it" }
          }
        }
      }
    }
  }

  private var lucks: HTML {
    Tag.section(.class("side-part-wide"), .labelledBy("luck-title")) {
      Tag.h2(.id("luck-title")) { "Where we were lucky" }
      postmortem.lucks.isEmpty
        ? Tag.p(.class("gap-block")) { "What would have made it worse, and did not happen by chance alone?" }
        : LuckList(lucks: postmortem.lucks).html
      if scene.isOpen {
        for luck in postmortem.lucks {
          let form = scene.form("luck-\(luck.number)", .changeLuck, "\(luck.number)")
          Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
            Tag.summary { "Change ‘\(FirstWords.of(luck.text))’" }
            form.html(.class("form")) {
              form.field(
                "text", "Where we were lucky", .lines, value: luck.text, isRequired: true,
                lengthMax: PostmortemLimits.partScalarsMax)
              Tag.button(.set("type", "submit")) { "Save" }
            }
            scene.form("luck-\(luck.number)-out", .removeLuck, "\(luck.number)").button(
              "Take it out", class: "quiet", label: "Take piece of luck \(luck.number) out")
          }
        }
        let form = scene.form("luck-new", .addLuck)
        Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
          Tag.summary { "Add a piece of luck" }
          form.html(.class("form")) {
            form.field(
              "text", "Where we were lucky", .lines, isRequired: true, lengthMax: PostmortemLimits.partScalarsMax)
            Tag.button(.set("type", "submit")) { "Add it" }
          }
        }
      }
    }
  }
}
