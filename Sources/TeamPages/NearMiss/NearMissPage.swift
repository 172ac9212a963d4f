import Incidents
import Interchange
package import PageKit
package import RecordViews

/// What nearly went wrong: three fields to write, and what others wrote.
package struct NearMissPage: Sendable {
  private let nearMisses: [NearMissView]
  private let context: PageContext

  /// Newest first.
  package init(nearMisses: [NearMissView], context: PageContext) {
    self.nearMisses = nearMisses
    self.context = context
  }

  private static let page = SitePath.response(.nearMisses)

  package var html: String {
    PageFrame(title: "Near misses", trail: [("Near misses", Self.page)], kind: "near-misses", context: context).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "Near misses" }
        Tag.p(.class("lede")) {
          "What nearly went wrong teaches as much as what did, and costs nothing. Three fields. You stand there as its source; name nobody else."
        }
      }
      if context.mayRespond { report }
      Tag.section(.class("near-misses"), .labelledBy("near-misses-title")) {
        Tag.header(.class("section-head")) {
          Tag.h2(.id("near-misses-title")) { "Reported" }
          Tag.p(.class("section-note")) {
            "\(Wording.count(nearMisses.count, "near miss", "near misses")), newest first"
          }
        }
        if nearMisses.isEmpty {
          Tag.p(.class("gap-block")) { "None yet. The next time somebody says ‘that was close’, write it here." }
        }
        Tag.ol(.class("near-miss-list")) { for nearMiss in nearMisses { row(nearMiss) } }
      }
    }
  }

  private var report: HTML {
    let form = ActionForm(
      "near-miss", ActionPath(.reportNearMiss), on: Self.page, context: context, returnTo: Self.page)
    let max = IncidentLimits.textScalarsMax
    return form.html(.class("form panel near-miss-form")) {
      form.field(
        "what", "What nearly happened?", .lines, isRequired: true, lengthMax: max,
        placeholder: "The wrong database was about to be dropped")
      form.field(
        "stoppedBy", "What stopped it?", .lines, lengthMax: max, placeholder: "A second pair of eyes on the prompt")
      form.field(
        "idea", "What would stop it for certain?", .lines, lengthMax: max,
        placeholder: "The command asks for the database’s name")
      Tag.button(.class("strong"), .set("type", "submit")) { "Report it" }
    }
  }

  private func row(_ nearMiss: NearMissView) -> HTML {
    Tag.li(.id("NM-\(nearMiss.number)")) {
      Tag.article(.class("near-miss")) {
        Tag.h3 { "NM-\(nearMiss.number)" }
        Tag.p(.class("section-note")) {
          TimeText(instant: nearMiss.reported, text: PageZone.utc.dateAndMinute(nearMiss.reported)).html
          ", written by \(nearMiss.by)"
        }
        Tag.dl {
          part("What nearly happened", nearMiss.content.what)
          part("What stopped it", nearMiss.content.stoppedBy)
          part("What would stop it for certain", nearMiss.content.idea)
        }
      }
    }
  }

  private func part(_ label: String, _ text: String) -> HTML {
    .joined([Tag.dt { label }, Tag.dd { text.isEmpty ? Gap().html : ProseMarkup(markdown: text).html }])
  }
}
