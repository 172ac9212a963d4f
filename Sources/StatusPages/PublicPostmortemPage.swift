import Chronology
import Documents
import PageKit
import PublicStatus

/// What happened, why it could, and what changes: a postmortem as everybody may read it.
struct PublicPostmortemPage: Sendable {
  let site: StatusSite
  let postmortem: PublicPostmortem

  var html: String {
    StatusFrame(
      site: site, title: postmortem.title, kind: "item", current: .statusPostmortem(postmortem.id)
    ).html {
      Tag.header(.class("item-head")) {
        Tag.p(.class("marks")) { Tag.span { "What happened, and what we change" } }
        Tag.h1(site.language.map { .set("lang", $0) }) { postmortem.title }
        facts
      }
      Tag.article(.class("item-updates")) { StatusProse(markdown: body, language: site.language).html }
    }
  }

  private var facts: HTML {
    var facts = Facts()
    facts.add("Published", PublicTime(instant: postmortem.published).html)
    if postmortem.updated > postmortem.published {
      facts.add("Last changed", PublicTime(instant: postmortem.updated).html)
    }
    if let incident = site.report.incidents.first(where: { $0.id == postmortem.incident }) {
      facts.add("Incident", Tag.a(.href(site.place.link(.statusItem(incident.id)))) { incident.title })
    }
    return facts.html
  }

  /// The text below its own heading, which the page has already, and without front matter.
  private var body: String {
    let document = PostmortemDocument(parsing: postmortem.markdown)
    var lines = postmortem.markdown.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    lines = lines.dropFirst(document.frontMatter.lineCount)
    if let block = document.blocks.first, block.kind == .heading(level: 1) {
      lines = lines.dropFirst(block.lines.upperBound - document.frontMatter.lineCount)
    }
    return lines.joined(separator: "\n")
  }
}
