import Chronology
import Documents
package import Findings
import Incidents
import Interchange
package import PageKit
package import Postmortems
package import RecordViews
package import TextComparing

/// A text as it would go out to an audience, and what was done to it.
package struct PublicationSight: Sendable {
  /// Words that stand for others now.
  package struct Replacement: Hashable, Sendable {
    package var original: String
    package var replacement: String

    package init(original: String, replacement: String) {
      self.original = original
      self.replacement = replacement
    }
  }

  /// A part that the audience does not get.
  package struct Dropped: Hashable, Sendable {
    /// Why, in a few words.
    package var reason: String
    package var title: String

    package init(reason: String, title: String) {
      self.reason = reason
      self.title = title
    }
  }

  package var markdown: String
  package var findings: [Finding]
  package var replaced: [Replacement]
  package var dropped: [Dropped]
  /// From the document to the text, word by word.
  package var passages: [Passage]
  /// Whether secrets and personal data stand in it as a mask.
  package var isMasked = false

  /// Whether something holds it back that a mask could take the place of: its finding offers one.
  var isMaskable: Bool { findings.contains { $0.severity == .error && $0.fix == Self.mask } }

  private static let mask = "[masked]"

  package init(
    markdown: String, findings: [Finding] = [], replaced: [Replacement] = [], dropped: [Dropped] = [],
    passages: [Passage] = []
  ) {
    self.markdown = markdown
    self.findings = findings
    self.replaced = replaced
    self.dropped = dropped
    self.passages = passages
  }
}

/// Where a postmortem goes out to an audience, looked over first, and is taken back.
package struct PublishingPage: Sendable {
  private let scene: PostmortemScene
  private let audience: PublicationAudience
  private let opening: String?
  private let sight: PublicationSight
  private let isPrivate: Bool

  /// A page for one audience.
  ///
  /// `opening`: words that stand first; nil: none were typed yet. `isPrivate`: whether few may know of the incident.
  package init(
    view: PostmortemView, audience: PublicationAudience, opening: String?, sight: PublicationSight,
    isPrivate: Bool = false, context: PageContext
  ) {
    scene = PostmortemScene(
      view: view, context: context, page: .postmortems(.publish(view.summary.id, audience, opening: opening)))
    self.audience = audience
    self.opening = opening
    self.sight = sight
    self.isPrivate = isPrivate
  }

  private var postmortem: Postmortem { scene.postmortem }
  private var errors: [Finding] { sight.findings.filter { $0.severity == .error } }

  package var html: String {
    scene.html("Publish", kind: "publish") {
      scene.lead(
        "What \(audience.words) \(audience == .stakeholders ? "read" : "reads")",
        "One document, three texts. Look at this one as those will who get it, and at what it leaves out, before anything leaves."
      )
      PostmortemTabs(scene: scene).html
      audiences
      out
      if scene.isFollowed { openingForm }
      Tag.div(.class("publish-board")) {
        text
        Tag.div(.class("publish-side")) {
          release
          findings
          changes
        }
      }
      difference
    }
  }

  private var audiences: HTML {
    Tag.nav(.class("filters audiences"), .label("For whom")) {
      Tag.ul {
        for other in PublicationAudience.allCases {
          Tag.li {
            Tag.a(
              .href(.postmortems(.publish(scene.id, other))), other == audience ? .set("aria-current", "page") : nil
            ) { other.name + (postmortem.publication(to: other) == nil ? "" : ", out") }
          }
        }
      }
    }
  }

  // MARK: What is out

  private var out: HTML? {
    let mine = postmortem.publications.filter { $0.content.audience == audience }
    guard let last = mine.last else { return nil }
    return Tag.section(.class("panel out"), .labelledBy("out-title")) {
      Tag.h2(.id("out-title")) { last.isOut ? "What is out now" : "Nothing is out now" }
      Tag.p {
        if let withdrawn = last.withdrawn {
          "Taken back "
          scene.time(withdrawn)
          ": \(last.withdrawnReason ?? "")"
        } else {
          "Revision \(last.revision), out since "
          scene.time(last.at)
          ", by \(last.by)"
          last.content.isOnStatusPage ? ", on the status page too." : "."
        }
      }
      if last.isOut {
        Tag.details {
          Tag.summary { "The text that is out" }
          ProseMarkup(markdown: last.content.markdown, lowered: 2).html
        }
        if scene.isFollowed { withdraw }
      }
    }
  }

  private var withdraw: HTML {
    let form = scene.form("withdraw", .withdrawPostmortem, audience.rawValue)
    return Tag.details(form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Take it back" }
      form.html(.class("form")) {
        form.field(
          "reason", "Why", .lines, hint: "It is gone everywhere then. The reason stays in the record.",
          isRequired: true,
          lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { "Take it back" }
      }
    }
  }

  // MARK: The text

  private var openingForm: HTML {
    Tag.details(.class("fold"), opening == nil && audience == .public ? .isOpen : nil) {
      Tag.summary { "Opening words" }
      Tag.form(.class("form"), .set("method", "get"), .action(.postmortems(.publish(scene.id, audience)))) {
        HiddenField.html("audience", audience.rawValue)
        Field(
          name: "opening", label: "What stands first", control: .lines, value: opening ?? "",
          hint:
            "What happened, to whom, what changes, and that we are sorry: in plain words, without ‘any inconvenience’.",
          lengthMax: 2000, scope: "opening"
        ).html
        Tag.button(.set("type", "submit")) { "See it with these words" }
      }
    }
  }

  private var text: HTML {
    Tag.section(.class("publish-text"), .labelledBy("text-title")) {
      Tag.h2(.id("text-title")) { "As it would go out" }
      Tag.div(.class("preview-card")) {
        sight.markdown.allSatisfy(\.isWhitespace)
          ? Tag.p { Gap("Nothing is left of the document for this audience.").html }
          : ProseMarkup(markdown: sight.markdown, lowered: 2).html
      }
    }
  }

  private var release: HTML {
    Tag.section(.class("panel"), .labelledBy("release-title")) {
      Tag.h2(.id("release-title")) { "Let it out" }
      if isPrivate, audience != .internal {
        Tag.p(.class("refused")) {
          "The incident is private, and others would read of it. Open the incident to the team first."
        }
      } else {
        Tag.ul(.class("conditions")) {
          condition(postmortem.stage == .final, postmortem.stage == .final ? "It is final" : "It is not final yet")
          condition(
            errors.isEmpty,
            errors.isEmpty
              ? "Nothing in the text holds it back"
              : "\(Wording.count(errors.count, "thing")) in the text \(errors.count == 1 ? "holds" : "hold") it back")
        }
        if scene.isFollowed, sight.isMaskable || sight.isMasked { masking }
        if scene.isFollowed, postmortem.stage == .final { publish }
      }
    }
  }

  /// Asked for by itself: the text is looked at with its masks before anything leaves.
  private var masking: HTML {
    Tag.form(.class("form mask-form"), .set("method", "get"), .action(.postmortems(.publish(scene.id, audience)))) {
      HiddenField.html("audience", audience.rawValue)
      HiddenField.html("opening", opening ?? "")
      if sight.isMasked {
        Tag.p(.class("section-note")) {
          "Secrets and personal data stand in it as a mask. A secret that stood in the document is to be changed all the same."
        }
        Tag.button(.set("type", "submit")) { "Show it without masks" }
      } else {
        HiddenField.html("mask", "on")
        Tag.p(.class("section-note")) { "Secrets and personal data never go out as they are." }
        Tag.button(.set("type", "submit")) { "Put a mask in their place" }
      }
    }
  }

  private func condition(_ isMet: Bool, _ words: String) -> HTML {
    Tag.li(.class(isMet ? "met" : "unmet")) {
      LineDrawing(path: isMet ? "M2 8.5 6.2 12.7 14 4" : "M8 2v7M8 12.4v1.2").html
      Tag.span { words }
    }
  }

  private var publish: HTML {
    let form = scene.form(
      "publish", .publishPostmortem, audience.rawValue, returnTo: .postmortems(.publish(scene.id, audience)))
    return form.html(.class("form publish-form")) {
      HiddenField.html("opening", opening ?? "")
      HiddenField.html("seenVersion", "\(postmortem.version)")
      if sight.isMasked { HiddenField.html("isMasked", "on") }
      if audience == .public {
        form.field("isOnStatusPage", "Show it on the status page too", .tick)
      }
      if !errors.isEmpty {
        form.field(
          "reason", "Why it goes out all the same", .lines,
          hint: "Secrets and personal data never go out, whatever the reason. Mend the text instead.",
          lengthMax: IncidentLimits.reasonScalarsMax)
      }
      Tag.button(.class("strong publish-button"), .set("type", "submit")) { "Publish to \(audience.words)" }
    }
  }

  private var findings: HTML? {
    guard !sight.findings.isEmpty else { return nil }
    let lines = scene.view.document.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Tag.section(.class("publish-findings"), .labelledBy("found-title")) {
      Tag.h2(.id("found-title")) { "What was found in it" }
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

  // MARK: What was done to it

  private var changes: HTML {
    Tag.section(.class("panel"), .labelledBy("changes-title")) {
      Tag.h2(.id("changes-title")) { "What it leaves out" }
      if sight.dropped.isEmpty, sight.replaced.isEmpty {
        Tag.p(.class("section-note")) { "Nothing: this audience reads the whole document." }
      }
      if !sight.dropped.isEmpty {
        Tag.ul(.class("dropped")) {
          for part in sight.dropped {
            Tag.li {
              part.title
              Tag.span(.class("section-note")) { " \(part.reason)" }
            }
          }
        }
      }
      if !sight.replaced.isEmpty {
        Tag.h3 { "Words that stand for others" }
        Tag.ul(.class("replaced")) {
          for one in sight.replaced {
            Tag.li {
              Tag.del { one.original }
              " "
              Tag.ins { one.replacement }
            }
          }
        }
      }
    }
  }

  private var difference: HTML? {
    guard sight.passages.contains(where: { $0.kind != .same }) else { return nil }
    return Tag.section(.class("side-part-wide"), .labelledBy("difference-title")) {
      Tag.h2(.id("difference-title")) { "From the document to this text" }
      Difference.legend
      Difference(passages: sight.passages).html
    }
  }
}
