package import Documents

/// The persons whom a document names where documents name them: at its head and in its section of participants.
package enum DocumentPeople {
  /// Words of teams and roles, which are no names of persons.
  private static let roleWords: Set<String> = Set(
    """
    account administrator admin agency analyst analysts api app architect assistant board business caller chair change
    chief client clients cloud commander committee communications company contractor coordinator cto ceo customer
    customers data database delivery department deputy desk dev developer developers development devops director
    division duty engineer engineering engineers entry everybody everyone exchange expert facilitator finance firm
    frontend backend group head helpdesk incident infrastructure internal it lead leads leader liaison logistics
    manager management manufacturer marketing member members mobile network nobody noc office officer on-call oncall
    operations operator operators ops order organisation organization owner partner payments people person platform
    president principal product program programme project provider public qa quality release reliability reporter
    research responder responders response review reviewer risk router sales scribe security senior service services
    shift shop site software specialist sponsor squad sre staff stakeholder stakeholders storage supplier support
    system systems tbd team teams technical technician technology test tester third-party trading trainee unknown user
    vendor vice web
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Keys of a front matter behind which persons stand.
  private static let keys = [
    "owner", "owners", "author", "authors", "participants", "facilitator", "reviewers", "reviewer", "responders",
    "commander", "incident-commander", "lead", "scribe", "contributors",
  ]

  /// Whether words that stand in the place of a person are the name of one: no team, no role, nothing longer.
  package static func isPerson(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard (1...4).contains(words.count), text.utf8.count <= PublicationLimits.nameBytesMax else { return false }
    let isName = words.allSatisfy { word in
      let bare = word.drop { $0 == "@" }
      return bare.first?.isLetter == true && bare.allSatisfy { $0.isLetter || $0.isNumber || "-'’._".contains($0) }
        && !roleWords.contains(bare.lowercased())
    }
    // `order intake` is a place; `Kim de Vries` begins and ends as names do.
    guard isName, let first = words.first, let last = words.last else { return false }
    return words.count == 1 || first.first?.isUppercase == true && last.first?.isUppercase == true
  }

  /// Names in the order in which they first stand, each once.
  package static func names(in document: PostmortemDocument) -> [String] {
    var names: [String] = []
    func add(_ text: String, isSure: Bool) {
      let bare = String(text.prefix { !"(<[".contains($0) }).split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      guard isPerson(bare), isSure || bare.contains(" ") || bare.hasPrefix("@") else { return }
      let name = bare.hasPrefix("@") ? String(bare.dropFirst()) : bare
      if !names.contains(where: { $0.lowercased() == name.lowercased() }) { names.append(name) }
    }
    for entry in document.frontMatter.entries where keys.contains(entry.key.lowercased()) {
      for value in entry.values { for piece in pieces(of: value) { add(piece, isSure: true) } }
    }
    for block in document.blocks where document.kind(of: block) == .participants && !block.isHeading {
      if case .row(isHeader: true) = block.kind { continue }
      for line in block.proses.flatMap(\.lines) {
        // `Authors: Kim Lee, Sam Roe`
        let label = line.firstIndex(of: ":")
        let words = label.map { line[line.index(after: $0)...] } ?? line[...]
        for piece in pieces(of: String(words)) { add(piece, isSure: false) }
      }
    }
    return names
  }

  /// What stands between commas, slashes, dashes and `and`.
  private static func pieces(of text: String) -> [String] {
    var all = [text]
    for mark in [",", ";", "/", "&", "·", " and ", " – ", " — ", " - "] {
      all = all.flatMap { $0.components(of: mark) }
    }
    return all
  }
}

extension String {
  fileprivate func components(of mark: String) -> [String] {
    var pieces: [String] = []
    var start = startIndex
    for range in ranges(of: mark) {
      pieces.append(String(self[start..<range.lowerBound]))
      start = range.upperBound
    }
    return pieces + [String(self[start...])]
  }
}
