import Incidents
import PageKit
import Plans
import RecordViews

/// Words that a followed plan holds ready, as an address names them: `1.0` are the first of plan 1.
struct PreparedOffer: Sendable {
  let key: String
  let plan: String
  let words: PreparedWords

  /// Those of all followed plans, in their order.
  static func all(in view: IncidentView) -> [PreparedOffer] {
    view.incident.plans.filter { $0.dropped == nil }.flatMap { followed in
      (view.aids.plans[followed.number]?.words ?? []).enumerated().map { index, words in
        PreparedOffer(key: "\(followed.number).\(index)", plan: followed.content.title, words: words)
      }
    }
  }
}

/// Prepared words beside the questions of an update: taken over by one link, and never published by themselves.
struct PreparedOffers: Sendable {
  let view: IncidentView
  let audience: Audience
  /// Whether an update is written already, beside which these would begin another one.
  let isBegun: Bool

  var html: HTML? {
    let fitting = PreparedOffer.all(in: view).filter { $0.words.audiences.contains(audience) }
    let told = told
    guard !fitting.isEmpty || !told.isEmpty else { return nil }
    return Tag.section(.class("prepared-words"), .labelledBy("prepared-title")) {
      Tag.h2(.id("prepared-title")) { "Words that the plan holds ready" }
      for message in told { Tag.p(.class("section-note")) { "The plan says what to tell them: \(message)" } }
      for offer in fitting {
        Tag.details(.class("plan-book")) {
          Tag.summary { offer.words.title }
          Tag.blockquote { ProseMarkup(markdown: offer.words.text, lowered: 2).html }
          Tag.p(.class("section-note")) { "From the plan: \(offer.plan)" }
        }
        Tag.p {
          Tag.a(.class("button"), .href(.response(.newUpdate(view.summary.id, audience, words: offer.key)))) {
            isBegun ? "Begin another one with: \(offer.words.title)" : "Take over: \(offer.words.title)"
          }
        }
      }
      if !fitting.isEmpty {
        Tag.p(.class("section-note")) {
          "They come into the fields below, to be filled in. What stands in ⟨ ⟩ is a blank; the reviewer holds it back until it is filled."
        }
      }
    }
  }

  /// What the plans' tables say that this audience needs to hear.
  private var told: [String] {
    view.incident.plans.filter { $0.dropped == nil }.flatMap { followed in
      (view.aids.plans[followed.number]?.communications ?? []).filter { row in
        row.audience.lowercased() == audience.rawValue && !row.message.isEmpty
      }.map(\.message)
    }
  }
}
