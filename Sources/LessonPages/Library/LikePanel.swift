import Chronology
package import Learning
package import PageKit
import RecordViews

/// What earlier cases look like the one that is shown, and why: candidates, never a verdict.
package struct LikePanel: Sendable {
  /// Where it stands, which decides how much it says.
  package enum Place: Sendable {
    /// Beside a running incident: only what is strongly alike.
    case running
    /// Beside a postmortem: all that is told.
    case postmortem
  }

  private let likenesses: [Likeness]
  private let place: Place

  package init(_ likenesses: [Likeness], place: Place) {
    self.place = place
    switch place {
    case .running: self.likenesses = Array(likenesses.filter(\.isStrong).prefix(2))
    case .postmortem: self.likenesses = Array(likenesses.prefix(5))
    }
  }

  /// The name of its place on a page.
  package static let anchor = "like"

  /// Nothing where nothing is alike.
  package var html: HTML? {
    guard !likenesses.isEmpty else { return nil }
    return Tag.section(.class("panel side-part like-panel"), .id(Self.anchor), .labelledBy("like-title")) {
      Tag.h2(.id("like-title")) { place == .running ? "Seen before?" : "Like this one" }
      Tag.ul(.class("like-list")) { for likeness in likenesses { row(likeness) } }
      Tag.p(.class("section-note")) { "Worth examining; no more is claimed." }
    }
  }

  private func row(_ likeness: Likeness) -> HTML {
    Tag.li {
      Tag.p(.class("like-line")) {
        if place == .running { "This looks like " }
        link(likeness)
        place == .running ? ", which was “\(likeness.title)”." : " \(likeness.title)"
      }
      if let outcome = likeness.outcome {
        Tag.p(.class("like-outcome")) { "What it came down to: \(outcome)" }
      }
      Tag.p(.class("section-note")) {
        if let at = likeness.at {
          LessonFrame.day(at)
        } else if let day = likeness.day {
          Tag.time(.datetime("\(day)")) { Wording.dayAndMonth(day) }
        } else {
          "No date"
        }
        likeness.isOurs ? "" : ", others’"
        if let postmortem = likeness.postmortem.flatMap({ PostmortemID($0) }), likeness.incident != nil {
          ", "
          Tag.a(.href(.postmortem(postmortem))) { "its postmortem \(postmortem)" }
        }
      }
      if !likeness.reasons.isEmpty {
        Tag.details(place == .running ? .isOpen : nil) {
          Tag.summary { "Why" }
          Tag.ul(.class("reasons")) {
            for reason in likeness.reasons { Tag.li { Wording.sentence(reason) } }
          }
          if !likeness.patterns.isEmpty {
            Tag.ul(.class("like-patterns"), .label("Patterns that both have")) {
              for pattern in likeness.patterns.prefix(3) { Tag.li { Tag.code { pattern } } }
            }
          }
        }
      }
    }
  }

  private func link(_ likeness: Likeness) -> HTML {
    if let incident = likeness.incident.flatMap({ IncidentID($0) }) {
      return Tag.a(.href(.incident(incident))) { "\(incident)" }
    }
    guard let postmortem = likeness.postmortem.flatMap({ PostmortemID($0) }) else { return HTML(likeness.name) }
    return Tag.a(.href(.postmortem(postmortem))) { "\(postmortem)" }
  }
}
