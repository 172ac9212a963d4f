import Chronology
import PageKit
import PublicStatus

/// An incident by itself: what is known about it, and every word that was said, the newest first.
struct PublicIncidentPage: Sendable {
  let site: StatusSite
  let incident: PublicIncident

  var html: String {
    StatusFrame(site: site, title: incident.title, kind: "item", current: .statusItem(incident.id)).html {
      Tag.header(.class("item-head")) {
        Tag.p(.class("marks")) {
          StatusShape(incident.state).mark
          Tag.span { Self.meaning(incident.state) }
        }
        Tag.h1(site.language.map { .set("lang", $0) }) { incident.title }
        facts
        if let postmortem = site.report.postmortem(of: incident.id) {
          Tag.p(.class("item-postmortem")) {
            Tag.a(.class("button"), .href(site.place.link(.statusPostmortem(postmortem.id)))) {
              "What happened, and what we change"
            }
          }
        } else if let address = incident.postmortem.flatMap(PublicAddress.init) {
          Tag.p(.class("item-postmortem")) {
            Tag.a(.class("button"), .href(address), .set("rel", "noopener noreferrer")) {
              "What happened, and what we change"
            }
          }
        }
      }
      ItemUpdates(articles: incident.updates.map { UpdateArticle($0, site: site) }).html
    }
  }

  private var facts: HTML {
    var facts = Facts()
    let began = incident.started
    facts.add("Began", began.map { PublicTime(instant: $0).html })
    if let resolved = incident.resolved {
      facts.add("Resolved", PublicTime(instant: resolved).html)
      let lasted = began.flatMap { resolved > $0 ? Wording.duration(seconds: resolved.seconds(since: $0)) : nil }
      facts.add("Lasted", lasted)
    } else if let due = incident.updates.first(where: \.isTelling)?.text.nextBy {
      facts.add("Next word by", PublicTime(instant: due, form: .clock, now: site.report.generated).html)
    }
    let names = site.names(of: incident.components)
    if !names.isEmpty { facts.add("Parts of the service", names) }
    return facts.html
  }

  /// What the word for a state means.
  static func meaning(_ state: PublicIncidentState) -> String {
    switch state {
    case .investigating: "we know that something is wrong, and look for what it is"
    case .identified: "we know what is wrong, and are working on it"
    case .monitoring: "repaired as far as we can see, and we keep watching"
    case .resolved: "it is over"
    }
  }
}

/// Planned work by itself.
struct PublicMaintenancePage: Sendable {
  let site: StatusSite
  let work: PublicMaintenance

  var html: String {
    StatusFrame(site: site, title: work.title, kind: "item", current: .statusItem(work.id)).html {
      Tag.header(.class("item-head")) {
        Tag.p(.class("marks")) {
          StatusShape(work.state).mark
          Tag.span { "Planned work" }
        }
        Tag.h1(site.language.map { .set("lang", $0) }) { work.title }
        facts
      }
      ItemUpdates(articles: work.updates.map { UpdateArticle($0, site: site) }).html
    }
  }

  private var facts: HTML {
    var facts = Facts()
    facts.add("From", PublicTime(instant: work.from).html)
    facts.add("Until", work.until > work.from ? PublicTime(instant: work.until).html : nil)
    if let ended = work.ended {
      facts.add(work.state == .cancelled ? "Called off" : "Over since", PublicTime(instant: ended).html)
    }
    let names = site.names(of: work.components)
    if !names.isEmpty { facts.add("Parts of the service", names) }
    return facts.html
  }
}

/// Every word about one thing, the newest first.
struct ItemUpdates: Sendable {
  let articles: [UpdateArticle]

  var html: HTML {
    Tag.section(.class("item-updates"), .labelledBy("updates-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("updates-title")) { "What we said" }
        Tag.p(.class("section-note")) { "\(Wording.count(articles.count, "update")), newest first" }
      }
      if articles.isEmpty {
        Tag.p(.class("gap-block")) { "Nothing has been said about it yet." }
      } else {
        Tag.div(.class("updates")) { for article in articles { article.html } }
      }
    }
  }
}
