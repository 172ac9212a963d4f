import Chronology
import PageKit
import PublicStatus

/// The first page of the public site: one sentence that says how things are, then what is open, planned, and each part.
struct StatusPage: Sendable {
  let site: StatusSite

  /// Days back that incidents which are over still stand on the page.
  private static let recentDays = 14.0

  var html: String {
    let headline = site.report.headline
    return StatusFrame(site: site, title: headline.text, kind: "now", current: .status).html {
      now(headline)
      MaintenanceList(site: site, works: site.report.activeMaintenances, title: "Planned work, under way").html
      ComponentBoard(site: site).html
      MaintenanceList(site: site, works: site.report.upcomingMaintenances, title: "Planned work, to come").html
      recent
      told
    }
  }

  private func now(_ headline: Headline) -> HTML {
    let open = site.report.openIncidents
    return Tag.section(.class("now", "now-\(StatusShape(headline.kind).tone)"), .label("Now")) {
      if open.isEmpty {
        Tag.div(.class("sentence")) {
          StatusShape(headline.kind).shape
          Tag.div {
            Tag.h1 { headline.text }
            if headline.kind == .well { lastIncident }
          }
        }
      } else {
        if open.count > 1 {
          Tag.p(.class("now-count")) { "\(Wording.count(open.count, "thing")) are not as they should be" }
        }
        for (offset, incident) in open.enumerated() {
          OpenIncident(site: site, incident: incident, isFirst: offset == 0).html
        }
      }
    }
  }

  /// When something was last broken, which says more than that nothing is.
  @HTMLBuilder private var lastIncident: HTML {
    if let ended = site.report.incidents.compactMap(\.resolved).max(), ended <= site.report.generated {
      Tag.p(.class("lede")) {
        "The last incident ended "
        PublicTime(instant: ended).html
        ", \(Wording.duration(seconds: site.report.generated.seconds(since: ended))) ago."
      }
    }
  }

  private var recent: HTML {
    let since = site.report.generated.advanced(bySeconds: -Self.recentDays * 86_400)
    let over = site.report.incidents.filter { !$0.isOpen && ($0.resolved ?? $0.updated) >= since }
      .sorted { ($0.resolved ?? $0.updated, $0.id.text) > ($1.resolved ?? $1.updated, $1.id.text) }
    return Tag.section(.class("recent"), .labelledBy("recent-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("recent-title")) { "The last 14 days" }
        Tag.p(.class("section-note")) {
          Tag.a(.href(site.place.link(.statusHistory()))) { "All of the history" }
        }
      }
      if over.isEmpty {
        Tag.p(.class("quiet")) { "No incident ended in the last 14 days." }
      } else {
        Tag.ol(.class("past")) { for incident in over { PastItem(site: site, incident: incident).html } }
      }
    }
  }

  /// Postmortems that are out, the newest first; the others stand with their incidents.
  private static let toldMax = 5

  @HTMLBuilder private var told: HTML {
    let newest = site.report.postmortems.sorted { ($0.updated, $0.id.text) > ($1.updated, $1.id.text) }
    if !newest.isEmpty {
      Tag.section(.class("recent"), .labelledBy("told-title")) {
        Tag.header(.class("section-head")) { Tag.h2(.id("told-title")) { "What happened, and what we change" } }
        Tag.ol(.class("past")) {
          for postmortem in newest.prefix(Self.toldMax) {
            Tag.li(.class("past-item")) {
              Tag.p(.class("marks")) { Tag.span { PublicTime(instant: postmortem.published).html } }
              Tag.h3 {
                Tag.a(
                  .href(site.place.link(.statusPostmortem(postmortem.id))), site.language.map { .set("lang", $0) }
                ) { postmortem.title }
              }
            }
          }
        }
      }
    }
  }
}
