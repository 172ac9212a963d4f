import Incidents
import PageKit
import Plans

/// What a followed plan says beside its steps: the plan itself as it was taken, whom to call, what to say.
struct PlanBook: Sendable {
  let followed: IncidentPlan
  /// As it was taken; nil where that was erased.
  let plan: Plan?

  @HTMLBuilder var html: HTML {
    Tag.p(.class("plan-links")) {
      Tag.a(.href(.readiness(.planVersion(followed.content.plan, followed.content.planVersion)))) {
        "The whole plan, as it was taken"
      }
    }
    if let plan {
      contacts(plan)
      words(plan)
      signs(plan)
    }
  }

  private func contacts(_ plan: Plan) -> HTML? {
    guard !plan.contacts.isEmpty else { return nil }
    return fold("contacts", "Contacts") {
      Tag.ul(.class("plan-contacts")) {
        for contact in plan.contacts {
          Tag.li {
            Tag.strong { contact.name }
            " "
            if let way = contact.way {
              ContactLink(way: way).html
            } else {
              Gap("no way to reach them").html
            }
            if !contact.purpose.isEmpty { Tag.span(.class("section-note")) { " \(contact.purpose)" } }
          }
        }
      }
    }
  }

  private func words(_ plan: Plan) -> HTML? {
    guard !plan.words.isEmpty else { return nil }
    return fold("words", "Prepared words") {
      for words in plan.words {
        Tag.p(.class("words-title")) { words.title }
        Tag.blockquote { ProseMarkup(markdown: words.text, lowered: 2).html }
      }
    }
  }

  private func signs(_ plan: Plan) -> HTML? {
    guard !plan.signs.isEmpty else { return nil }
    return fold("signs", "How we recognise it") { ProseMarkup(markdown: plan.signs, lowered: 2).html }
  }

  private func fold(_ name: String, _ title: String, @HTMLBuilder body: () -> HTML) -> HTML {
    Tag.details(.class("plan-book"), .id("plan-\(followed.number)-\(name)")) {
      Tag.summary { title }
      body()
    }
  }
}
