import Chronology
import Documents
import Incidents
import Postmortems

/// The front matter of an assembled document: our keys with what is known now, all others as and where they were.
struct AssembledHead {
  let postmortem: Postmortem
  let incident: Incident?
  let policy: Policy
  let clock: DraftClock

  static let titleKey = "title"

  /// The text with its front matter brought up to date, and its title where that was written anew.
  func applied(to text: String) -> String {
    let document = PostmortemDocument(parsing: text)
    let lines = LineTable(text)
    let count = document.frontMatter.lineCount
    let rest = lines.text(in: lines.start(ofLine: count + 1)..<lines.bytes.count)
    let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    let head = head(of: document, lines).replacing("\n", with: lineEnd)
    return "---\(lineEnd)\(head)---\(lineEnd)" + (count == 0 ? lineEnd : "") + retitled(rest, document)
  }

  // MARK: Keys

  private func head(of document: PostmortemDocument, _ lines: LineTable) -> String {
    let frontMatter = document.frontMatter
    let raw = (0..<max(0, frontMatter.lineCount - 2)).map {
      String(decoding: lines.bytes(ofLine: $0 + 2), as: UTF8.self)
    }
    var wanted = values(document)
    // What is no YAML, or has several keys in a line, is kept as remarks, so that our keys can stand.
    let isOnePerLine = Set(frontMatter.entries.map(\.line)).count == frontMatter.entries.count
    guard frontMatter.problems.isEmpty, isOnePerLine else {
      return wanted.map { PostmortemWriter.line($0.key, $0.value) }.joined() + raw.map { "# \($0)\n" }.joined()
    }
    var result = ""
    let starts = frontMatter.entries.map { $0.line - 2 } + [raw.count]
    result += raw[..<min(starts[0], raw.count)].map { $0 + "\n" }.joined()
    for (index, entry) in frontMatter.entries.enumerated() {
      let block = raw[starts[index]..<max(starts[index], starts[index + 1])]
      if let place = wanted.firstIndex(where: { $0.key == entry.key.lowercased() }) {
        let new = wanted.remove(at: place)
        if isSaid(new.value, by: entry) {
          result += block.map { $0 + "\n" }.joined()
        } else {
          result += PostmortemWriter.line(entry.key, new.value)
          result += block.dropFirst().filter { $0.hasPrefix("#") || $0.isEmpty }.map { $0 + "\n" }.joined()
        }
      } else {
        result += block.map { $0 + "\n" }.joined()
      }
    }
    return result + wanted.filter { !isEmpty($0.value) }.map { PostmortemWriter.line($0.key, $0.value) }.joined()
  }

  private func isEmpty(_ value: PostmortemWriter.FrontMatterValue) -> Bool { value == .text("") || value == .list([]) }

  private func isSaid(_ value: PostmortemWriter.FrontMatterValue, by entry: FrontMatter.Entry) -> Bool {
    switch value {
    case .list(let values): return entry.values == values
    case .text(let text):
      if text.isEmpty { return entry.values.isEmpty }
      if entry.values == [text] { return true }
      guard entry.values.count == 1, let new = Instant(rfc3339: text) else { return false }
      return Instant(rfc3339: entry.value) == new
    }
  }

  /// Our keys in their order; what is not ours to say is left out.
  private func values(_ document: PostmortemDocument) -> [(key: String, value: PostmortemWriter.FrontMatterValue)] {
    let details = postmortem.details
    var all: [(key: String, value: PostmortemWriter.FrontMatterValue)] = []
    if postmortem.hasOwnDetails {
      all = [
        (Self.titleKey, .text(details.title)), ("owner", .text(details.owner ?? "")),
        ("authors", .list(details.authors)), ("participants", .list(details.participants)),
        ("facilitator", .text(details.facilitator ?? "")),
      ]
    }
    let facts = incident?.facts ?? postmortem.facts
    if let level = facts?.severity { all.append(("severity", .text(policy.severityName(level)))) }
    all.append(("status", .text(postmortem.stage.rawValue)))
    for (key, instant) in [("started", facts?.started), ("ended", facts?.ended), ("detected", facts?.detected)] {
      if let instant { all.append((key, .text(instant.rfc3339(offsetSeconds: offset(instant))))) }
    }
    // Times in the words are in the zone that they were written in.
    if document.frontMatterZone == nil { all.append(("zone", .text(clock.zoneLabel))) }
    if let number = postmortem.incident { all.append(("incident", .text("INC-\(number)"))) }
    if postmortem.number > 0 { all.append(("postmortem", .text("PM-\(postmortem.number)"))) }
    if postmortem.revision > 1 || document.frontMatter.entry("revision") != nil {
      all.append(("revision", .text(String(postmortem.revision))))
    }
    return all
  }

  private func offset(_ instant: Instant) -> Int {
    let own = clock.offsetSeconds(instant)
    return own % 60 == 0 ? own : 0
  }

  // MARK: The title below

  /// The first heading follows the title where it said the same before.
  private func retitled(_ rest: String, _ document: PostmortemDocument) -> String {
    let title = postmortem.details.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard postmortem.hasOwnDetails,
      let section = document.sections.first(where: { $0.kind == .titleAndOwnership && $0.level == 1 }),
      section.heading == document.title, section.heading != title
    else { return rest }
    let before = section.bytes.lowerBound
    let bytes = Array(document.text.utf8)
    let headLine = bytes[before...].prefix { $0 != 10 && $0 != 13 }
    guard headLine.first == UInt8(ascii: "#") else { return rest }
    let restStart = bytes.count - rest.utf8.count
    guard before >= restStart else { return rest }
    let new = bytes[restStart..<before] + Array("# \(MarkdownText.inline(title))".utf8) + bytes[headLine.endIndex...]
    return String(decoding: new, as: UTF8.self)
  }
}
