import Chronology
import Learning
import PageKit
import Postmortems
import RecordViews

/// Incidents that met an action which was open, declined or not verified when they began.
struct HitList: Sendable {
  let hits: [ActionHit]

  private static let shownMax = 30

  var html: HTML {
    Tag.section(.class("lesson-group hits"), .labelledBy("hits-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("hits-title")) { "Which incidents met an action that was not finished?" }
        Tag.p(.class("section-note")) {
          hits.isEmpty
            ? "None so far" : "\(Wording.count(hits.count, "time")). Open, declined or not verified when it began."
        }
      }
      if hits.isEmpty {
        Tag.p(.class("gap-block")) {
          "No incident is known that an unfinished action would have kept from happening. A factor of a postmortem can name such an action."
        }
      }
      Tag.ol(.class("hit-rows")) { for hit in hits.prefix(Self.shownMax) { row(hit) } }
    }
  }

  private func row(_ hit: ActionHit) -> HTML {
    Tag.li(.class(hit.sureness == .certain ? "hit-certain" : "")) {
      Tag.p(.class("marks")) {
        Tag.span(.class("mark", hit.sureness == .certain ? "sure-certain" : "sure-maybe")) {
          LineShape(path: hit.sureness == .certain ? LineShape.cross : LineShape.question).html
          hit.sureness == .certain ? "A factor names it" : "Worth examining"
        }
        LessonFrame.day(hit.began)
      }
      Tag.p(.class("line-text")) {
        TrendsPage.incident(hit.incident)
        " \(hit.incidentTitle)"
      }
      Tag.p {
        "met "
        Tag.a(.href(LessonFrame.place(of: hit.action))) { "\(hit.action)" }
        ": \(hit.actionText)"
      }
      Tag.p(.class("section-note")) {
        "Then \(hit.state.words.lowercased())"
        if let due = hit.due { ", due \(Wording.dayAndMonth(due))" + (hit.wasOverdue ? " and late" : "") }
        if let earlier = hit.earlierIncident {
          ". It came of "
          TrendsPage.incident(earlier)
        }
        if !hit.reasons.isEmpty { ". \(Wording.sentence(hit.reasons.joined(separator: "; ")))" }
      }
    }
  }
}
