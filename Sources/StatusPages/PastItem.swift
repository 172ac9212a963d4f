import Chronology
import PageKit
import PublicStatus

/// One line of the history: what it was, when, for how long, and the last word on it.
struct PastItem: Sendable {
  private let site: StatusSite
  private let id: PublicID
  private let title: String
  private let shape: StatusShape
  private let when: HTML
  private let duration: String?
  private let word: String

  init(site: StatusSite, incident: PublicIncident) {
    self.site = site
    id = incident.id
    title = incident.title
    shape = StatusShape(incident.state)
    let began = incident.started ?? incident.created
    when = PublicTime(instant: began).html
    duration = incident.resolved.flatMap { $0 > began ? Wording.duration(seconds: $0.seconds(since: began)) : nil }
    word = Self.word(incident.updates)
  }

  init(site: StatusSite, work: PublicMaintenance) {
    self.site = site
    id = work.id
    title = work.title
    shape = StatusShape(work.state)
    when = MaintenanceTime(work: work).html
    duration = nil
    word = Self.word(work.updates)
  }

  private static func word<State>(_ updates: [PublicUpdate<State>]) -> String {
    let newest = updates.first(where: \.isTelling)?.text
    return newest.map { $0.broken.isEmpty ? $0.doing.isEmpty ? $0.more : $0.doing : $0.broken } ?? ""
  }

  var html: HTML {
    Tag.li(.class("past-item")) {
      Tag.p(.class("marks")) {
        shape.mark
        Tag.span { when }
        if let duration { Tag.span { "for \(duration)" } }
      }
      Tag.h3 { Tag.a(.href(site.place.link(.statusItem(id))), site.language.map { .set("lang", $0) }) { title } }
      if !word.isEmpty { StatusProse(markdown: word, language: site.language).html }
      if let postmortem = site.report.postmortem(of: id) {
        Tag.p(.class("section-note")) {
          Tag.a(.href(site.place.link(.statusPostmortem(postmortem.id)))) { "What happened, and what we change" }
        }
      }
    }
  }
}
