package import PageKit
package import Plans
package import TextComparing

/// A plan's text as it was saved once, and what has changed since.
package struct PlanVersionPage: Sendable {
  private let name: String
  private let title: String
  private let saved: TextRecord.Version
  private let text: String
  private let passages: [Passage]
  private let context: PageContext

  /// `passages`: from the text that was saved then to the present one.
  package init(
    name: String, title: String, saved: TextRecord.Version, text: String, passages: [Passage], context: PageContext
  ) {
    self.name = name
    self.title = title.isEmpty ? name : title
    self.saved = saved
    self.text = text
    self.passages = passages
    self.context = context
  }

  private var isPresent: Bool { !passages.contains { $0.kind != .same } }

  package var html: String {
    ReadinessFrame(
      "\(title), version \(saved.version)",
      [
        ("Plans", .readiness(.plans)), (name, .readiness(.plan(name))),
        ("Version \(saved.version)", .readiness(.planVersion(name, saved.version))),
      ], context: context
    ).html {
      Tag.header(.class("lead lesson-lead")) {
        Tag.h1 { title }
        Tag.p(.class("lede")) {
          "As "
          saved.by
          " saved it on "
          TimeText(instant: saved.at, text: PageZone.utc.dateAndMinute(saved.at)).html
          saved.note.isEmpty ? "." : ": \(saved.note)"
        }
        Tag.ul(.class("lesson-links no-print")) {
          Tag.li { Tag.a(.class("button"), .href(.readiness(.plan(name)))) { "The plan as it is now" } }
        }
      }
      if isPresent {
        Tag.p(.class("gap-block")) { "This is the text as it is now." }
      } else {
        Tag.section(.class("lesson-group"), .labelledBy("since-title")) {
          Tag.h2(.id("since-title")) { "What has changed since" }
          Difference.legend
          Difference(passages: passages).html
        }
      }
      Tag.section(.class("lesson-group"), .labelledBy("then-title")) {
        Tag.h2(.id("then-title")) { "The text as it was then" }
        Tag.pre(.class("plan-source"), .set("tabindex", "0")) { text }
      }
    }
  }
}
