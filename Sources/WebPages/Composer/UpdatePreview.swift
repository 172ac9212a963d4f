import Chronology
import Incidents
import PageKit
import PublicStatus
import RecordViews
import StatusPages

/// Exactly what stands where once an update is out.
struct UpdatePreview: Sendable {
  let scene: IncidentScene
  let update: IncidentUpdate

  var html: HTML {
    Tag.section(.class("preview"), .id("preview"), .labelledBy("preview-title")) {
      Tag.h2(.id("preview-title")) { update.published == nil ? "What goes where" : "How it reads" }
      Tag.ul(.class("where")) {
        for place in Self.places(update.audience, isDrill: scene.incident.isDrill) { Tag.li { place } }
      }
      Tag.div(.class("preview-card")) {
        Tag.p(.class("preview-place")) {
          update.audience == .customers ? "On the status page" : "As it will stand on the incident’s page"
        }
        Tag.p(.class("preview-title")) { headline }
        Tag.p(.class("preview-state")) {
          Tag.strong { Wording.sentence(update.state.rawValue) }
          " "
          scene.time(update.published ?? scene.now)
        }
        UpdateWords(text: update.text, zone: scene.zone).html
        conditions
      }
    }
  }

  /// What is out for customers stands under the title of its time.
  private var headline: String {
    update.published != nil && update.audience == .customers
      ? scene.incident.publicTitle : scene.incident.facts.title
  }

  private var conditions: HTML? {
    guard !update.components.isEmpty else { return nil }
    return Tag.dl(.class("preview-components")) {
      for (id, condition) in update.components.sorted(by: { $0.key < $1.key }) {
        Tag.div {
          Tag.dt { scene.view.components.first { $0.id == id }?.name ?? id }
          Tag.dd { ConditionWords.words(condition) }
        }
      }
    }
  }

  static func places(_ audience: Audience, isDrill: Bool) -> [String] {
    guard !isDrill else { return ["This is a drill: it stays on the incident’s page, and nobody outside sees it."] }
    switch audience {
    case .customers:
      return [
        "The status page, and its list of past incidents", "The Atom feed, as an entry of its own",
        "The status page’s JSON, for programs that read it", "The incident’s page here",
      ]
    case .internal: return ["The incident’s page here, for everybody with an account"]
    case .stakeholders, .authorities:
      return [
        "The incident’s page here", "Nothing is sent to anybody: pass the text on by the way that you have agreed on",
      ]
    }
  }
}

/// The words of an update as its readers see them.
struct UpdateWords: Sendable {
  let text: UpdateText
  let zone: PageZone
  /// What stands there now: parts that are the same are left out.
  var changedTo: UpdateText?

  private var parts: [PublicTextPart] {
    let kept = Set(changedTo?.published.parts ?? [])
    return text.published.parts.filter { !kept.contains($0) }
  }

  var html: HTML {
    Tag.div(.class("words")) {
      for part in parts {
        Tag.div(.class("word", "word-\(part.name)")) {
          if let label = part.label { Tag.p(.class("word-label")) { label } }
          switch part {
          case .since(let instant), .nextBy(let instant):
            Tag.p { TimeText(instant: instant, text: zone.dateAndMinute(instant)).html }
          case .broken(let text), .affected(let text), .doing(let text), .meanwhile(let text), .apology(let text),
            .more(let text):
            ProseMarkup(markdown: text).html
          }
        }
      }
      if changedTo == nil, parts.isEmpty { Tag.p { Gap("It says nothing yet.").html } }
    }
  }
}

extension UpdateText {
  /// As the public status page has it.
  var published: PublicText {
    PublicText(
      broken: broken, affected: affected, since: since, doing: doing, meanwhile: meanwhile, nextBy: nextBy,
      apology: apology, more: more)
  }
}
