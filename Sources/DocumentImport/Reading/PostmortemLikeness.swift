package import Documents

/// How much a document looks like a postmortem, by its content and structure.
package struct PostmortemLikeness: Sendable {
  /// Of the ten sections, those that say something; title and ownership does not count.
  package let found: [SectionKind]
  /// Why it is taken for something else; nil when it is taken for a postmortem.
  package let reason: String?

  /// `path` is where it is from: names of files often begin with the day.
  package init(_ document: PostmortemDocument, path: String = "") {
    let kinds = Set(document.sections.compactMap(\.kind)).subtracting([.titleAndOwnership])
    let said = kinds.filter { kind in
      document.sections.contains { $0.kind == kind && !Self.isBlank($0.body) }
    }
    found = SectionKind.allCases.filter { said.contains($0) }
    reason = Self.reason(document, path: path, kinds: kinds, said: said)
  }

  private static func reason(
    _ document: PostmortemDocument, path: String, kinds: Set<SectionKind>, said: Set<SectionKind>
  ) -> String? {
    let empty = kinds.count - said.count
    if kinds.count >= 3, empty * 2 >= kinds.count {
      return "a template: \(empty) of its \(kinds.count) sections are empty or hold placeholders"
    }
    if let links = listOfLinks(document) { return links }
    let signs = LikenessSigns(document, path: path, said: said)
    if signs.tellsOfTrouble, signs.points >= pointsMin { return nil }
    if let word = signs.foreignWord { return "its title says '\(word)'" }
    if let genre = signs.genre { return "\(genre), by its headings" }
    let words = said.isEmpty ? "none of the ten sections" : "only \(said.count) of the ten sections"
    if !signs.tellsOfTrouble { return "\(words), and it tells of nothing that went wrong" }
    if !signs.isDated { return "\(words), and no date on which something went wrong" }
    return "\(words), and it tells too little of what happened"
  }

  private static let pointsMin = 5

  /// Why a document is a list of links; nil when it is none: most of its words stand elsewhere, or say more than a label.
  private static func listOfLinks(_ document: PostmortemDocument) -> String? {
    var lines = 0
    var linked = 0
    var listed = 0
    var all = 0
    for block in document.blocks where !block.isHeading {
      let words = block.proses.reduce(0) { $0 + $1.text.split(separator: " ").count }
      all += words
      guard block.isItem || block.kind == .row(isHeader: false) else { continue }
      lines += 1
      listed += words
      if block.proses.contains(where: { $0.objects.contains { $0.kind != .code } }) { linked += 1 }
    }
    guard lines >= 5, linked * 5 > lines * 3, listed * 2 > all else { return nil }
    // What tells at length is no list, whatever it links to.
    guard listed < linked * 25, all < 500 else { return nil }
    return "a list of links: \(linked) of \(lines) lines"
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
