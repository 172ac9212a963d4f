package import Documents

/// How much a document looks like a postmortem, by its content and structure.
package struct PostmortemLikeness: Sendable {
  /// Of the ten sections, those that say something; title and ownership does not count.
  package let found: [SectionKind]
  /// Why it is taken for something else; nil when it is taken for a postmortem.
  package let reason: String?

  package init(_ document: PostmortemDocument) {
    let kinds = Set(document.sections.compactMap(\.kind)).subtracting([.titleAndOwnership])
    let said = kinds.filter { kind in
      document.sections.contains { $0.kind == kind && !Self.isBlank($0.body) }
    }
    found = SectionKind.allCases.filter { said.contains($0) }
    reason = Self.reason(document, kinds: kinds, said: said)
  }

  private static func reason(_ document: PostmortemDocument, kinds: Set<SectionKind>, said: Set<SectionKind>) -> String?
  {
    let empty = kinds.count - said.count
    if kinds.count >= 3, empty * 2 >= kinds.count {
      return "a template: \(empty) of its \(kinds.count) sections are empty or hold placeholders"
    }
    let links = linkShare(document)
    if links.lines >= 5, links.share > 0.6, said.intersection(strong).count < 2 {
      return "a list of links: \(links.linked) of \(links.lines) lines"
    }
    let telling = said.intersection(strong)
    let isNamed = names(document)
    if telling.count >= 2 && (isNamed || said.count >= 3 || isDated(document)) { return nil }
    if telling.count == 1, isNamed || said.count >= 3 && isDated(document) { return nil }
    if isNamed, isDated(document), document.blocks.count >= 4 { return nil }
    let words = said.isEmpty ? "none of the ten sections" : "only \(said.count) of the ten sections"
    return "\(words), and nothing that names an incident with its time"
  }

  /// Sections that hardly anything but a postmortem has.
  private static let strong: Set<SectionKind> = [.impact, .rootCause, .timeline, .actions, .lessons]

  /// Whether title or headings speak of an incident.
  private static func names(_ document: PostmortemDocument) -> Bool {
    let words = [
      "incident", "outage", "postmortem", "post-mortem", "post mortem", "downtime", "disruption", "disclosure",
      "retrospective", "root cause", "failure", "degraded", "vulnerability", "compromise", "unavailable", "breach",
      "rca",
    ]
    let titles = ([document.title ?? ""] + document.sections.prefix(3).map(\.heading)).joined(separator: " ")
      .lowercased()
    let isForeign = ["contributing", "readme", "template", "how to", "guide", "policy", "process", "code of conduct"]
      .contains { titles.contains($0) }
    if isForeign { return false }
    if words.contains(where: { titles.contains($0) }) { return true }
    let text = document.text.prefix(2000).lowercased()
    return words.dropFirst().contains { text.contains($0) } || text.contains("an incident")
      || text.contains("the incident")
  }

  /// Whether a full date stands in it.
  private static func isDated(_ document: PostmortemDocument) -> Bool {
    if document.frontMatter["date"] != nil { return true }
    for block in document.blocks {
      for prose in block.proses where TimeScanner.mentions(in: prose).contains(where: { $0.isDated }) { return true }
    }
    return false
  }

  private static func linkShare(_ document: PostmortemDocument) -> (lines: Int, linked: Int, share: Double) {
    var lines = 0
    var linked = 0
    for block in document.blocks where block.isItem || !block.cells.isEmpty {
      lines += 1
      if block.proses.contains(where: { !$0.objects.isEmpty && $0.objects.contains { $0.kind != .code } }) {
        linked += 1
      }
    }
    return (lines, linked, lines == 0 ? 0 : Double(linked) / Double(lines))
  }

  /// Whether a body holds nothing, or nothing but what a template asks to be replaced.
  private static func isBlank(_ body: String) -> Bool {
    var text = body[...]
    var plain = ""
    // Comments are instructions.
    while let start = text.firstRange(of: "<!--") {
      plain += text[..<start.lowerBound]
      text = text[start.upperBound...].firstRange(of: "-->").map { text[$0.upperBound...] } ?? ""
    }
    plain += text
    let lines = plain.split(separator: "\n").map { $0.filter { !$0.isWhitespace } }.filter { line in
      line.contains { $0.isLetter || $0.isNumber }
    }
    guard !lines.isEmpty else { return true }
    let asked = lines.count { isPlaceholder($0) }
    return asked * 2 > lines.count || asked > 0 && lines.count <= 2
  }

  private static func isPlaceholder(_ line: String) -> Bool {
    let lower = line.lowercased()
    if ["yyyy-mm-dd", "yyyy/mm/dd", "hh:mm", "tbd", "todo", "{{", "loremipsum", "xx:xx", "[insert", "describethe"]
      .contains(
        where: { lower.contains($0) })
    {
      return true
    }
    let bare = lower.drop { !$0.isLetter && !"<[{".contains($0) }
    // `<what happened>` or `[what happened]` alone on a line.
    return bare.first == "<" && bare.hasSuffix(">") && !bare.hasPrefix("<http") && !bare.hasPrefix("<br")
      || bare.first == "[" && bare.hasSuffix("]")
  }
}
