import Chronology
import PageKit
import PublicStatus

/// An update as the public reads it: what it says now, and what it said before where it was corrected.
struct UpdateArticle: Sendable {
  let id: PublicID
  let shape: StatusShape
  let text: PublicText
  let published: Instant
  let corrections: [PublicCorrection]
  let withdrawn: PublicWithdrawal?
  let site: StatusSite
  /// Whether links can lead to it: once on a page, where all updates of one thing stand.
  var isAnchored = true

  init(_ update: PublicUpdate<PublicIncidentState>, site: StatusSite) {
    self.init(update, shape: StatusShape(update.state), site: site)
  }

  init(_ update: PublicUpdate<PublicMaintenanceState>, site: StatusSite) {
    self.init(update, shape: StatusShape(update.state), site: site)
  }

  private init<State>(_ update: PublicUpdate<State>, shape: StatusShape, site: StatusSite) {
    id = update.id
    self.shape = shape
    text = update.text
    published = update.published
    corrections = update.corrections
    withdrawn = update.withdrawn
    self.site = site
  }

  var html: HTML {
    Tag.article(
      .class("update", withdrawn == nil ? "" : "is-withdrawn"),
      isAnchored ? .id(UpdateAnchor.id(id)) : nil
    ) {
      Tag.p(.class("update-head")) {
        shape.mark
        PublicTime(instant: published).html
      }
      if let withdrawn {
        note("Withdrawn", withdrawn.instant, withdrawn.reason)
        Tag.del { Self.words(text.parts, site: site) }
      } else {
        Self.words(text.parts, site: site)
        for correction in corrections.reversed() { Self.correction(correction, now: text, site: site) }
      }
    }
  }

  private func note(_ word: String, _ instant: Instant, _ reason: String) -> HTML {
    Self.note(word, instant, reason)
  }

  private static func note(_ word: String, _ instant: Instant, _ reason: String) -> HTML {
    Tag.p(.class("correction-note")) {
      Tag.strong { word }
      " at "
      PublicTime(instant: instant).html
      ": \(reason)"
    }
  }

  /// Why it was corrected, and the parts that said something else before, struck.
  static func correction(_ correction: PublicCorrection, now text: PublicText, site: StatusSite) -> HTML {
    let kept = Set(text.parts)
    let changed = correction.former.parts.filter { !kept.contains($0) }
    return Tag.div(.class("correction")) {
      note("Corrected", correction.instant, correction.reason)
      if !changed.isEmpty {
        Tag.p(.class("correction-before")) { "Before, it said:" }
        Tag.del { words(changed, site: site) }
      }
    }
  }

  /// The parts one below the other, each with its label.
  static func words(_ parts: [PublicTextPart], site: StatusSite) -> HTML {
    Tag.div(.class("words")) {
      for part in parts {
        Tag.div(.class("word", "word-\(part.name)")) {
          if let label = part.label { Tag.p(.class("word-label")) { label } }
          content(part, site: site)
        }
      }
    }
  }

  static func content(_ part: PublicTextPart, site: StatusSite) -> HTML {
    switch part {
    case .broken(let text), .affected(let text), .doing(let text), .meanwhile(let text), .apology(let text),
      .more(let text):
      StatusProse(markdown: text, language: site.language).html
    case .since(let instant), .nextBy(let instant): Tag.p { PublicTime(instant: instant).html }
    }
  }
}

extension StatusSite {
  /// The language of what people wrote, where it is well formed and not that of the page.
  var language: String? {
    let text = report.page.language
    guard (2...35).contains(text.utf8.count), !text.lowercased().hasPrefix("en"),
      text.utf8.allSatisfy({ $0 == 45 || 48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 })
    else { return nil }
    return text
  }
}
