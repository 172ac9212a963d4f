import Chronology
import PageKit
import PublicStatus

/// An open incident on the first page: its newest word in full, the next promised one large, the older ones below.
struct OpenIncident: Sendable {
  let site: StatusSite
  let incident: PublicIncident
  /// The one that the page's headline is about.
  let isFirst: Bool

  private var newest: PublicUpdate<PublicIncidentState>? { incident.updates.first(where: \.isTelling) }

  var html: HTML {
    let newest = newest
    return Tag.article(.class("open", isFirst ? "open-first" : ""), .id("incident-\(incident.id)")) {
      Tag.p(.class("marks")) {
        StatusShape(incident.state).mark
        if let started = incident.started ?? newest?.text.since {
          Tag.span(.class("open-since")) {
            "since "
            PublicTime(instant: started, form: .clock, now: site.report.generated).html
          }
        } else {
          Gap("Since when is not known").html
        }
      }
      title
      Tag.div(.class("open-board")) {
        nextWord
        Tag.div(.class("open-words")) { newestWords }
        parts
      }
      older
    }
  }

  private var title: HTML {
    let link = Tag.a(
      .class("open-title"), .href(site.place.link(.statusItem(incident.id))), site.language.map { .set("lang", $0) }
    ) {
      incident.title.isEmpty ? "Something does not work as it should" : incident.title
    }
    return isFirst ? Tag.h1 { link } : Tag.h2 { link }
  }

  @HTMLBuilder private var newestWords: HTML {
    if let newest {
      // When it began and when the next word comes stand by themselves.
      UpdateArticle.words(
        newest.text.parts.filter { part in
          switch part {
          case .since, .nextBy: false
          case .broken, .affected, .doing, .meanwhile, .apology, .more: true
          }
        }, site: site)
      for correction in newest.corrections.reversed() {
        UpdateArticle.correction(correction, now: newest.text, site: site)
      }
      Tag.p(.class("open-said")) {
        "Said "
        PublicTime(instant: newest.published).html
      }
    } else {
      Tag.p(.class("gap-block")) { "Nothing has been said about it yet." }
    }
  }

  @HTMLBuilder private var parts: HTML {
    let touched = site.report.components.filter { incident.components.contains($0.id) }
    if !touched.isEmpty {
      Tag.div(.class("open-parts")) {
        Tag.p(.class("word-label")) { "Parts of the service" }
        Tag.ul {
          for component in touched {
            Tag.li {
              Tag.span { component.name }
              StatusShape(component.state).mark
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var nextWord: HTML {
    let now = site.report.generated
    if let due = newest?.text.nextBy {
      Tag.div(.class("next", due < now ? "is-late" : "")) {
        Tag.p(.class("word-label")) { due < now ? "The next word was due by" : "Next word by" }
        Tag.p(.class("next-time")) { PublicTime(instant: due, form: .clock, now: now).html }
        Tag.p(.class("next-note")) {
          due < now ? "It is late." : "Sooner if we know more."
        }
      }
    } else {
      Tag.div(.class("next")) {
        Tag.p(.class("word-label")) { "Next word" }
        Tag.p { Gap("None is promised").html }
      }
    }
  }

  @HTMLBuilder private var older: HTML {
    let newestID = newest?.id
    let updates = incident.updates.filter { $0.id != newestID }
    if !updates.isEmpty {
      Tag.details(.class("older"), .isOpen) {
        Tag.summary { Wording.count(updates.count, "earlier word") }
        Tag.div(.class("updates")) { for update in updates { article(update).html } }
      }
    }
  }

  private func article(_ update: PublicUpdate<PublicIncidentState>) -> UpdateArticle {
    var article = UpdateArticle(update, site: site)
    article.isAnchored = false
    return article
  }
}
