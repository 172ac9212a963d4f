import Incidents
import Interchange
import Learning
import PageKit

/// Plans that may fit, and all others that can be followed.
struct PlanOffers: Sendable {
  let scene: IncidentScene
  let choice: PlanChoice

  var html: HTML? {
    guard scene.isOpen, scene.isRunning, !choice.offers.isEmpty else { return nil }
    let isFirst = !scene.incident.plans.contains { $0.dropped == nil }
    return Tag.section(.class("plan-choice"), .id("plans"), .labelledBy("plans-title")) {
      Tag.h2(.id("plans-title")) { isFirst ? "A plan for this" : "Another plan" }
      if choice.matches.isEmpty {
        Tag.p(.class("section-note")) {
          "None of the \(Wording.count(choice.offers.count, "plan")) says the words of this incident. Is it one of them all the same?"
        }
      }
      Tag.ul(.class("asked-roles")) {
        for match in choice.matches {
          Tag.li {
            Tag.div {
              Tag.p(.class("asked-name")) { Tag.a(.href(.readiness(.plan(match.plan)))) { match.title } }
              for reason in match.reasons { Tag.p(.class("section-note")) { Wording.sentence(reason.words) } }
            }
            follow("follow-\(match.plan)", match.plan, match.title)
          }
        }
      }
      all(isFirst: isFirst)
    }
  }

  private func follow(_ form: String, _ plan: String, _ title: String) -> HTML {
    scene.form(form, .followPlan)
      .button("Follow it", fields: [("plan", plan)], label: "Follow the plan: \(title)")
  }

  /// Shut where matches stand above: they are not to be read through by whoever has found theirs.
  private func all(isFirst: Bool) -> HTML {
    Tag.details(.class("all-plans"), .id("all-plans"), choice.matches.isEmpty && isFirst ? .isOpen : nil) {
      Tag.summary { choice.matches.isEmpty ? "All plans" : "None of these: all plans" }
      for kind in choice.kinds {
        Tag.h3 {
          kind.owner.map { "Kept by \(scene.policy.definition(called: $0)?.name.lowercased() ?? $0)" }
            ?? "Kept by nobody"
        }
        Tag.ul(.class("asked-roles")) {
          for offer in kind.offers {
            Tag.li {
              Tag.div {
                Tag.p(.class("asked-name")) { Tag.a(.href(.readiness(.plan(offer.name)))) { offer.title } }
                if !offer.trigger.isEmpty { Tag.p(.class("section-note")) { Wording.sentence(offer.trigger) } }
              }
              follow("choose-\(offer.name)", offer.name, offer.title)
            }
          }
        }
      }
    }
  }
}
