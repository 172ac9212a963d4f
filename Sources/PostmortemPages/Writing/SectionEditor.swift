package import Documents
package import Findings
import Interchange
package import PageKit
import Postmortems
package import RecordViews
import TextComparing

/// What a section would look like, and what the reviewer says of it.
package struct SectionSight: Sendable {
  /// What was looked at.
  package var markdown: String
  /// About ``markdown``, by its lines.
  package var findings: [Finding]

  package init(markdown: String, findings: [Finding]) {
    self.markdown = markdown
    self.findings = findings
  }
}

/// Where a section is written, with its look and the reviewer's findings beside it.
package struct SectionEditorPage: Sendable {
  private let scene: PostmortemScene
  private let section: SectionKind
  private let sight: SectionSight
  private let isTyped: Bool

  /// `sight`: the text to begin with; `isTyped`: whether it was typed and is not saved.
  package init(
    view: PostmortemView, section: SectionKind, sight: SectionSight, isTyped: Bool = false, context: PageContext
  ) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.edit(view.summary.id, section)))
    self.section = section
    self.sight = sight
    self.isTyped = isTyped
  }

  private var path: PostmortemPath { .edit(scene.id, section) }
  private var version: Int64 { scene.postmortem.version(of: section) }
  private var back: SitePath { .postmortems(.place(scene.id, section.rawValue)) }

  /// What was typed when the words had changed meanwhile; nil where they had not.
  private var stale: FormOutcome? {
    scene.context.outcome.flatMap { outcome in
      outcome.problem.kind == .staleVersion && outcome.form.hasPrefix("section") ? outcome : nil
    }
  }

  package var html: String {
    scene.html(section.heading, kind: "edit") {
      if let stale {
        StaleSave(
          scene: scene, section: section, mine: stale.value(of: "markdown") ?? stale.problem.mine ?? "",
          theirs: stale.problem.theirs ?? scene.postmortem.document.section(section)?.body ?? "",
          base: stale.problem.base, back: back
        ).html
      } else {
        editor
      }
    }
  }

  private var editor: HTML {
    let form = scene.form("section", .writeSection, section.rawValue, returnTo: back)
    return .joined([
      Tag.header(.class("lead edit-lead")) {
        Tag.p(.class("marks")) {
          StageMark(stage: scene.postmortem.stage).html
          Tag.a(.class("identifier"), .href(back)) { "\(scene.id): \(scene.view.summary.title)" }
        }
        Tag.h1 { section.heading }
        Tag.p(.class("lede")) { SectionQuestion.text(section) }
        parts
      },
      Tag.div(.class("editor")) {
        Tag.section(.class("editor-write"), .labelledBy("write-title")) {
          Tag.h2(.class("unseen"), .id("write-title")) { "Write" }
          form.html(.class("form editor-form"), .set("data-editor", ""), isTyped ? .set("data-typed", "") : nil) {
            Tag.div(.class("field")) {
              Tag.label(.set("for", "section-markdown")) { "In Markdown" }
              // The parser drops a line end right after the tag: this one is for it.
              Tag.textarea(
                .id("section-markdown"), .set("name", "markdown"), .set("rows", "22"), .set("spellcheck", "true"),
                .set("maxlength", "\(PostmortemLimits.sectionScalarsMax)"),
                form.outcome == nil ? nil : .set("aria-invalid", "true")
              ) { "\n" + (form.typed("markdown") ?? sight.markdown) }
              if let problem = form.outcome?.message(about: "markdown") {
                Tag.p(.class("form-error")) { Wording.sentence(problem) + "." }
              }
            }
            HiddenField.html("seenVersion", form.typed("seenVersion") ?? "\(version)")
            // Of the page itself: the preview is asked of it, and needs to know which section it is.
            HiddenField.html("_section", section.rawValue)
            Tag.div(.class("editor-acts")) {
              Tag.button(.class("strong"), .set("type", "submit")) { "Save" }
              Tag.button(
                .set("type", "submit"), .set("formaction", SitePath.postmortems(path).text), .set("data-preview", "")
              ) { "Preview" }
              Tag.a(.class("quiet-link"), .href(back)) { "Back without saving" }
            }
            Tag.p(.class("editor-state section-note"), .set("role", "status")) {
              isTyped ? "Not saved yet." : ""
            }
            Tag.p(.class("section-note editor-keys")) {
              Tag.kbd { "Ctrl" }
              " "
              Tag.kbd { "Enter" }
              " saves. What stands here as a level-2 heading would begin another section."
            }
          }
        }
        look
      },
    ])
  }

  /// Sections have parts that are not written here.
  private var parts: HTML? {
    let place: (path: PostmortemPath, words: String)? =
      switch section {
      case .timeline: (.timeline(scene.id), "The lines of the timeline have a page of their own.")
      case .rootCause: (.causes(scene.id), "Factors, assumptions and luck have a page of their own.")
      case .actions: (.actions(scene.id), "Actions have a page of their own.")
      case .participants: (.accounts(scene.id), "Accounts have a page of their own.")
      default: nil
      }
    return place.map { place in
      Tag.p(.class("section-note")) { Tag.a(.href(.postmortems(place.path))) { place.words } }
    }
  }

  /// The part that the page's script fetches anew while somebody types.
  private var look: HTML {
    let lines = sight.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return Tag.div(.class("editor-look"), .id("look"), .set("data-look", "")) {
      Tag.section(.class("editor-preview"), .labelledBy("look-title")) {
        Tag.h2(.id("look-title")) { "How it reads" }
        sight.markdown.allSatisfy(\.isWhitespace)
          ? Tag.p(.class("gap-block")) { "Nothing is written here yet." } : ProseMarkup(markdown: sight.markdown).html
      }
      Tag.section(.class("editor-findings"), .labelledBy("found-title")) {
        Tag.h2(.id("found-title")) {
          sight.findings.isEmpty
            ? "The reviewer finds nothing" : "The reviewer finds \(Wording.count(sight.findings.count, "thing"))"
        }
        Tag.div(.class("findings")) {
          for finding in sight.findings {
            let number = finding.span.line
            FindingCard(
              finding: finding, lineText: number >= 1 && number <= lines.count ? String(lines[number - 1]) : nil
            ).html
          }
        }
      }
    }
  }
}

/// Somebody else saved the section meanwhile: both texts, and three ways on, none of which loses a word unseen.
struct StaleSave: Sendable {
  let scene: PostmortemScene
  let section: SectionKind
  let mine: String
  let theirs: String
  /// The words that both began with, where they are known.
  let base: String?
  let back: SitePath

  private var writer: String { scene.postmortem.sections[section.rawValue]?.by ?? "Somebody" }

  var html: HTML {
    .joined([
      Tag.header(.class("lead edit-lead")) {
        Tag.p(.class("marks")) {
          Tag.a(.class("identifier"), .href(back)) { "\(scene.id): \(scene.view.summary.title)" }
        }
        Tag.h1 { "‘\(section.heading)’ has changed since you opened it" }
        Tag.p(.class("lede")) {
          "\(writer) saved it while you wrote. Nothing of yours is lost, and nothing of theirs: both texts stand below."
        }
      },
      Tag.section(.class("stale-part"), .labelledBy("stale-difference")) {
        Tag.h2(.id("stale-difference")) { "From what is saved to what you wrote" }
        Difference.legend
        Difference(passages: TextComparison(old: theirs, new: mine).passages).html
      },
      Tag.section(.class("stale-part"), .labelledBy("stale-merged")) {
        Tag.h2(.id("stale-merged")) { "Both in one" }
        Tag.p(.class("section-note")) { mergedNote }
        form(
          "section-merged", merged, "Save this text", label: "The merged text, to be looked over and changed",
          isStrong: true)
      },
      Tag.div(.class("stale-both")) {
        Tag.section(.class("stale-part"), .labelledBy("stale-mine")) {
          Tag.h2(.id("stale-mine")) { "What you wrote" }
          form("section-mine", mine, "Save mine in place of theirs", label: "Your text", isStrong: false)
        }
        Tag.section(.class("stale-part"), .labelledBy("stale-theirs")) {
          Tag.h2(.id("stale-theirs")) { "What is saved" }
          Tag.div(.class("field")) {
            Tag.label(.set("for", "stale-theirs-text")) { "Their text" }
            Tag.textarea(.id("stale-theirs-text"), .set("rows", "12"), .set("readonly", "")) { "\n" + theirs }
          }
          Tag.p {
            Tag.a(.class("button"), .href(back)) { "Keep theirs" }
            Tag.span(.class("section-note")) { " What you wrote is not saved then." }
          }
        }
      },
    ])
  }

  private var way: ThreeWay? { base.map { ThreeWay(base: $0, mine: mine, theirs: theirs) } }

  private var mergedNote: String {
    guard let way else {
      return "Your text with what only theirs has put where it stood. Look it over before you save it."
    }
    return way.conflictCount == 0
      ? "The two changes touch different words and stand side by side here. Look it over before you save it."
      : "In \(Wording.count(way.conflictCount, "place")) both changed the same words. Both wordings stand there one after the other, theirs first: keep one."
  }

  private var merged: String {
    if let way { return way.merged ?? way.text { $0.theirs + $0.mine } }
    return TextComparison(old: theirs, new: mine).passages.map(\.text).joined()
  }

  private func form(_ name: String, _ text: String, _ words: String, label: String, isStrong: Bool) -> HTML {
    // What was typed stands in the one form that was sent; the others begin anew from it.
    let form = scene.form(name, .writeSection, section.rawValue, returnTo: back)
    return form.html(.class("form editor-form"), .set("data-editor", ""), .set("data-typed", "")) {
      Tag.div(.class("field")) {
        Tag.label(.set("for", "\(name)-markdown")) { label }
        Tag.textarea(.id("\(name)-markdown"), .set("name", "markdown"), .set("rows", "12")) { "\n" + text }
      }
      HiddenField.html("seenVersion", "\(scene.postmortem.version(of: section))")
      Tag.button(.class(isStrong ? "strong" : ""), .set("type", "submit")) { words }
    }
  }
}
