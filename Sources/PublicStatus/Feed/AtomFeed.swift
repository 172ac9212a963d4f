import Chronology

/// The updates and postmortems of a status page as an Atom feed (RFC 4287): an entry for each, whose identity never
/// changes.
///
/// A corrected or withdrawn update is the same entry with a newer `updated`, so that readers show it anew.
package struct AtomFeed: Sendable {
  private let report: StatusReport
  private let links: StatusLinks
  private let render: @Sendable (String) -> String

  /// Entries of a feed at most, those that changed last.
  package static let entriesMax = 100

  /// `render` makes safe HTML of Markdown.
  package init(report: StatusReport, links: StatusLinks, render: @escaping @Sendable (String) -> String) {
    self.report = report
    self.links = links
    self.render = render
  }

  /// The whole document in UTF-8.
  package var xml: String {
    var document = XMLText()
    let name = PlainText.line(report.page.name)
    let language = report.page.language.isEmpty ? "en" : report.page.language
    let attributes: [(StaticString, String)] = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]
    document.element("feed", attributes: attributes) { feed in
      feed.element("id", "tag:\(host),2026:status")
      feed.element("title", "\(name): status")
      feed.element("subtitle", "What does not work, since when, and when the next word comes")
      feed.element("updated", report.updated.rfc3339)
      feed.element("link", attributes: [("rel", "self"), ("type", "application/atom+xml"), ("href", links.feed)])
      feed.element("link", attributes: [("rel", "alternate"), ("type", "text/html"), ("href", links.home)])
      feed.element("author") { $0.element("name", name.isEmpty ? "Status" : name) }
      feed.element("generator", "Mayday")
      for entry in entries { write(entry, to: &feed) }
    }
    return document.text
  }

  private struct Entry {
    var id: String
    var title: String
    var link: String
    var published: Instant
    var updated: Instant
    var category: String
    var html: String
  }

  /// What decides whether an entry is shown; the rest of it is made only then.
  private struct Candidate {
    var updated: Instant
    var item: String
    var update: String
    var entry: () -> Entry
  }

  private var entries: [Entry] {
    let incidents = report.incidents.flatMap { incident in
      incident.updates.map { candidate($0, word: $0.state.rawValue, title: incident.title, of: incident.id) }
    }
    let works = report.maintenances.flatMap { work in
      work.updates.map { candidate($0, word: $0.state.word, title: work.title, of: work.id) }
    }
    let lessons = report.postmortems.map { postmortem in
      Candidate(updated: postmortem.updated, item: postmortem.id.text, update: "postmortem") { entry(postmortem) }
    }
    let sorted = (incidents + works + lessons).sorted {
      ($0.updated, $0.item, $0.update) > ($1.updated, $1.item, $1.update)
    }
    return sorted.prefix(Self.entriesMax).map { $0.entry() }
  }

  private func candidate<State>(
    _ update: PublicUpdate<State>, word: String, title: String, of item: PublicID
  ) -> Candidate {
    Candidate(updated: update.updated, item: item.text, update: update.id.text) {
      entry(update, word: word, title: title, of: item)
    }
  }

  private func entry<State>(_ update: PublicUpdate<State>, word: String, title: String, of item: PublicID) -> Entry {
    let day = DayRecord.isoText(update.published.clock().date)
    let mark = update.withdrawn != nil ? "Withdrawn: " : update.corrections.isEmpty ? "" : "Corrected: "
    return Entry(
      // RFC 4151: a tag names who had the host on a day, and then anything that is unique there.
      id: "tag:\(host),\(day):\(item)/\(update.id)", title: "\(mark)\(PlainText.line(title)) (\(word))",
      link: "\(links.item(item))#update-\(update.id)", published: update.published, updated: update.updated,
      category: word, html: html(update, word: word))
  }

  private func entry(_ postmortem: PublicPostmortem) -> Entry {
    let day = DayRecord.isoText(postmortem.published.clock().date)
    return Entry(
      id: "tag:\(host),\(day):postmortem/\(postmortem.id)",
      title: "What happened, and what we change: \(PlainText.line(postmortem.title))",
      link: links.postmortem(postmortem.id), published: postmortem.published, updated: postmortem.updated,
      category: "postmortem", html: render(PlainText.cleaned(postmortem.markdown)))
  }

  private func html<State>(_ update: PublicUpdate<State>, word: String) -> String {
    var html = ""
    if let withdrawn = update.withdrawn {
      html += "<p><strong>Withdrawn \(withdrawn.instant.publicText):</strong> "
      html += "\(XMLText.escaped(withdrawn.reason))</p>\n"
      return html + "<del>\(render(PlainText.cleaned(update.text.markdown)))</del>"
    }
    let text = update.text.markdown
    html += text.isEmpty ? "<p>State: \(word)</p>\n" : render(PlainText.cleaned(text))
    for correction in update.corrections.reversed() {
      html += "<p><strong>Corrected \(correction.instant.publicText):</strong> "
      html += "\(XMLText.escaped(correction.reason)) Before, it said:</p>\n"
      html += "<del>\(render(PlainText.cleaned(correction.former.markdown)))</del>\n"
    }
    return html
  }

  private func write(_ entry: Entry, to feed: inout XMLText) {
    feed.element("entry") { element in
      element.element("id", entry.id)
      element.element("title", entry.title)
      element.element("published", entry.published.rfc3339)
      element.element("updated", entry.updated.rfc3339)
      element.element("link", attributes: [("rel", "alternate"), ("type", "text/html"), ("href", entry.link)])
      element.element("category", attributes: [("term", entry.category)])
      element.element("content", attributes: [("type", "html")], entry.html)
    }
  }

  /// Without an address of the page, a name that belongs to nobody (RFC 2606).
  private var host: String { report.page.host ?? "status.invalid" }
}

extension PublicMaintenanceState {
  /// In words: `in progress`.
  package var word: String { self == .inProgress ? "in progress" : rawValue }
}
