import Authoring
import Chronology
import Documents
import Findings
package import Incidents
package import Learning
import LessonPages
package import PageKit
import Postmortems
package import RecordViews

/// One postmortem: its ten sections with their parts, and beside them what the reviewer finds and what people say.
package struct PostmortemPage: Sendable {
  private let scene: PostmortemScene
  private let outline: PostmortemOutline
  private let lines: [Substring]
  private let gaps: [TimelineGap]
  private let prompts: [PostmortemPrompt]
  private let talk: Talk
  private let like: HTML?

  /// `like` are earlier cases that this one looks like.
  package init(
    view: PostmortemView, incident: Incident? = nil, like: [Likeness] = [], context: PageContext? = nil
  ) {
    self.like = LikePanel(like, place: .postmortem).html
    scene = PostmortemScene(view: view, context: context ?? PageContext(), page: .postmortem(view.summary.id))
    let words = view.postmortem.version > 0 ? view.postmortem.document : nil
    outline = PostmortemOutline(
      document: view.document, words: words, findings: view.findings, isOurs: view.postmortem.origin.isOurs)
    lines = view.document.text.split(separator: "\n", omittingEmptySubsequences: false)
    gaps = TimelineGaps(postmortem: view.postmortem, incident: incident).gaps()
    prompts = PostmortemPrompts(
      postmortem: view.postmortem, document: words ?? view.document, incident: incident
    ).prompts()
    talk = Talk(scene: scene)
  }

  package var html: String {
    scene.html(nil, kind: "postmortem") {
      PostmortemHead(scene: scene).html
      PostmortemTabs(scene: scene).html
      newer
      Standing(scene: scene).html
      Tag.div(.class("document")) {
        PostmortemContents(outline: outline).html
        Tag.div(.class("sections")) {
          if !outline.headFindings.isEmpty {
            Tag.section(.class("part part-head")) {
              Tag.div(.class("part-text")) {
                Tag.h2 { "The text as a whole" }
                Tag.p(.class("section-note")) { "What the reviewer says of the head of the file." }
              }
              Tag.div(.class("margin")) { findings(outline.headFindings, of: "the text as a whole") }
            }
          }
          for part in outline.parts { html(part) }
        }
      }
      like
      ExportLinks(scene: scene).html
    }
  }

  /// Where the script says that somebody saved a newer version while the page was open; empty without it.
  private var newer: HTML? {
    guard scene.isRecorded, scene.context.caller != nil else { return nil }
    return Tag.div(
      .class("new-lines"), .id("newer"), .set("role", "status"),
      .set("data-events", PostmortemPath.events(scene.id).text),
      .set("data-version", "\(scene.postmortem.version)"))
  }

  private func html(_ part: PostmortemOutline.Part) -> HTML {
    let conversations = part.kind.map { talk.conversations(of: $0) } ?? []
    let prose = part.words.map { talk.marked(ProseMarkup(markdown: $0).html, conversations) }
    let parts = part.kind.flatMap { SectionParts(scene: scene, kind: $0, gaps: gaps).html }
    return Tag.section(
      .class("part", part.kind.map { "part-\($0.rawValue)" } ?? "part-own", part.isEmpty ? "part-missing" : ""),
      .id(part.id), .labelledBy("\(part.id)-title")
    ) {
      Tag.div(.class("part-text")) {
        Tag.header(.class("part-title")) {
          Tag.h2(.id("\(part.id)-title")) { part.heading }
          edit(part)
        }
        if parts == nil { SectionNote(kind: part.kind, document: scene.view.document).html }
        if part.hasWords {
          Tag.div(.set("data-section", part.kind?.rawValue ?? "")) { prose?.html }
        } else if parts == nil {
          HeadOfFile(kind: part.kind, frontMatter: scene.view.document.frontMatter).html ?? gap(part)
        }
        parts
        asked(part)
      }
      if !part.findings.isEmpty || !conversations.isEmpty || scene.isFollowed {
        Tag.div(.class("margin")) {
          if !part.findings.isEmpty { findings(part.findings, of: part.heading) }
          if let kind = part.kind { talk.html(kind, conversations, found: prose?.found ?? []) }
        }
      }
    }
  }

  private func edit(_ part: PostmortemOutline.Part) -> HTML? {
    guard scene.isOpen, let kind = part.kind else { return nil }
    return Tag.p(.class("part-acts")) {
      Tag.a(.href(.postmortems(.edit(scene.id, kind))), .label("Edit ‘\(part.heading)’")) { "Edit" }
      switch kind {
      case .timeline: Tag.a(.href(.postmortems(.timeline(scene.id)))) { "Lines" }
      case .rootCause: Tag.a(.href(.postmortems(.causes(scene.id)))) { "Factors" }
      case .actions: Tag.a(.href(.postmortems(.actions(scene.id)))) { "Actions" }
      case .participants: Tag.a(.href(.postmortems(.accounts(scene.id)))) { "Accounts" }
      default: HTML.empty
      }
    }
  }

  private func asked(_ part: PostmortemOutline.Part) -> HTML? {
    let asked = prompts.filter { $0.section == part.kind }
    guard scene.isOpen, scene.isRecorded, !asked.isEmpty else { return nil }
    return Tag.details(.class("to-ask"), asked.count <= Self.promptsShown ? .isOpen : nil) {
      Tag.summary { "Still to ask: \(asked.count)" }
      Tag.ul {
        for prompt in asked {
          Tag.li {
            if let place = place(of: prompt) {
              Tag.a(.href(fragment: place.anchor)) { place.name }
              ": "
            }
            prompt.question
          }
        }
      }
    }
  }

  /// More questions than these are folded away: a wall of them is read by nobody.
  private static let promptsShown = 4

  private func place(of prompt: PostmortemPrompt) -> (anchor: String, name: String)? {
    guard let number = prompt.number else { return nil }
    switch prompt.topic {
    case .gap: return (LineRail.anchor(number), "L\(number)")
    case .verification: return (ActionList.anchor(number), "A\(number)")
    case .why, .caught, .evidence, .action: return (FactorTree.anchor(number), "F\(number)")
    case .assumption, .luck, .words: return nil
    }
  }

  private func gap(_ part: PostmortemOutline.Part) -> HTML {
    Tag.div(.class("gap-block")) {
      Tag.p(.class("gap-title")) { part.isMissing ? "This section is missing" : "Nothing is written here yet" }
      if let kind = part.kind { Tag.p { SectionQuestion.text(kind) } }
    }
  }

  private func findings(_ findings: [Finding], of part: String) -> HTML {
    Tag.aside(.class("findings"), .label("What the reviewer says of ‘\(part)’")) {
      for finding in findings { FindingCard(finding: finding, lineText: line(finding.span.line)).html }
    }
  }

  private func line(_ number: Int) -> String? {
    number >= 1 && number <= lines.count ? String(lines[number - 1]) : nil
  }
}

/// How the document leaves.
struct ExportLinks: Sendable {
  let scene: PostmortemScene

  var html: HTML? {
    guard scene.isRecorded else { return nil }
    return Tag.p(.class("exports")) {
      "Take it along: "
      for (offset, (format, words)) in [
        (PostmortemPath.Export.markdown, "Markdown"), (.html, "one HTML file"), (.json, "JSON"),
      ].enumerated() {
        if offset > 0 { ", " }
        Tag.a(.href(.postmortems(.export(scene.id, format)))) { words }
      }
      ". Printing this page makes a PDF."
    }
  }
}
