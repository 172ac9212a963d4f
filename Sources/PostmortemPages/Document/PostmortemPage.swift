import Chronology
import Documents
import Findings
package import PageKit
package import RecordViews

/// One postmortem: its ten sections with what the reviewer says beside them, and the gaps shown as gaps.
package struct PostmortemPage: Sendable {
  private let view: PostmortemView
  private let head: PostmortemHead
  private let outline: PostmortemOutline
  private let lines: [Substring]
  private let context: PageContext?

  package init(view: PostmortemView, context: PageContext? = nil) {
    self.view = view
    self.context = context
    head = PostmortemHead(view: view)
    outline = PostmortemOutline(document: view.document, findings: view.findings)
    lines = view.document.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  package var html: String {
    let incident = view.incident.map { ("\($0.id)", SitePath.incident($0.id)) }
    return PageFrame(
      title: "\(view.summary.id): \(view.summary.title)",
      trail: [incident].compactMap(\.self) + [("\(view.summary.id)", .postmortem(view.summary.id))],
      kind: "postmortem", context: context
    ).html {
      head.html
      Tag.div(.class("document")) {
        PostmortemContents(outline: outline).html
        Tag.div(.class("sections")) {
          if !outline.headFindings.isEmpty {
            Tag.section(.class("part part-head")) {
              Tag.div(.class("part-text")) {
                Tag.h2 { "The text as a whole" }
                Tag.p(.class("section-note")) { "What the reviewer says of the head of the file." }
              }
              findings(outline.headFindings, of: "the text as a whole")
            }
          }
          for part in outline.parts { html(part) }
        }
      }
    }
  }

  private func html(_ part: PostmortemOutline.Part) -> HTML {
    Tag.section(
      .class("part", part.kind.map { "part-\($0.rawValue)" } ?? "part-own", part.isEmpty ? "part-missing" : ""),
      .id(part.id), .labelledBy("\(part.id)-title")
    ) {
      Tag.div(.class("part-text")) {
        Tag.h2(.id("\(part.id)-title")) { part.heading }
        SectionNote(kind: part.kind, document: view.document).html
        if let body = part.body, !part.isEmpty {
          ProseMarkup(markdown: body).html
        } else {
          HeadOfFile(kind: part.kind, frontMatter: view.document.frontMatter).html ?? gap(part)
        }
      }
      if !part.findings.isEmpty { findings(part.findings, of: part.heading) }
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
