import Chronology
import Documents
import PageKit

/// One line above a section that says what it amounts to: how many actions are open, how long the timeline is.
struct SectionNote: Sendable {
  let kind: SectionKind?
  let document: PostmortemDocument

  var html: HTML? {
    let text: String? =
      switch kind {
      case .actions: actions
      case .timeline: timeline
      default: nil
      }
    return text.map { text in Tag.p(.class("section-sum")) { text } }
  }

  private var actions: String? {
    let all = document.actions
    guard !all.isEmpty else { return nil }
    let open = all.filter { !$0.isDone }
    var parts = ["\(Wording.count(all.count, "action")): \(all.count - open.count) done, \(open.count) open"]
    let ownerless = open.count { $0.owner == nil }
    if ownerless > 0 { parts.append("\(ownerless) without an owner") }
    let dateless = open.count { $0.due == nil }
    if dateless > 0 { parts.append("\(dateless) without a date") }
    return parts.joined(separator: "; ")
  }

  private var timeline: String? {
    let rows = document.timelineRows
    guard !rows.isEmpty else { return nil }
    let instants = rows.compactMap(\.instant)
    var text = Wording.count(rows.count, "entry", "entries")
    if let first = instants.min(), let last = instants.max(), last > first {
      text += " over \(Wording.duration(seconds: last.seconds(since: first)))"
    }
    let unclear = rows.count - instants.count
    if unclear > 0 { text += "; \(unclear) without a full date, time and zone" }
    return text
  }
}

/// What the head of the file says in place of a section that is missing or empty.
struct HeadOfFile: Sendable {
  let kind: SectionKind?
  let frontMatter: FrontMatter

  var html: HTML? {
    let present = keys.compactMap { key, label in frontMatter[key].map { (label, $0) } }
    guard !present.isEmpty else { return nil }
    var facts = Facts()
    for (label, value) in present { facts.add(label, value) }
    return Tag.div(.class("head-of-file")) {
      facts.html
      Tag.p(.class("section-note")) { "From the head of the file." }
    }
  }

  private var keys: [(key: String, label: String)] {
    switch kind {
    case .dateAndTime: [("started", "Began"), ("detected", "Noticed"), ("ended", "Ended"), ("zone", "Zone")]
    case .participants: [("authors", "Authors"), ("participants", "Participants")]
    case .status: [("status", "Status")]
    default: []
    }
  }
}
