import Documents

/// The sentence that says what users felt, for places where there is room for one.
enum FirstSentence {
  /// Shorter ones are fragments: the next sentence is taken along.
  private static let scalarsMin = 25
  /// Longer ones are cut.
  private static let scalarsMax = 400
  private static let abbreviations: Set<String> = ["e.g", "i.e", "approx", "vs", "ca", "no", "dr", "mr", "ms", "st"]

  /// From the impact section, else from the summary; nil when neither says anything.
  ///
  /// An impact section that begins with a table has its words below it, where they explain rather than sum up: then the
  /// summary comes first.
  static func impact(of document: PostmortemDocument) -> String? {
    let opening = document.blocks.first { document.kind(of: $0) == .impact && !$0.isHeading }
    let beginsWithTable = if case .row = opening?.kind { true } else { false }
    for kind in beginsWithTable ? [SectionKind.summary, .impact] : [.impact, .summary] {
      for block in document.blocks where document.kind(of: block) == kind {
        if let sentence = sentence(of: block) { return sentence }
      }
    }
    return nil
  }

  private static func sentence(of block: DocumentBlock) -> String? {
    // Quotations are questions to the author in a draft, or other people's words.
    guard block.quoteDepth == 0, block.kind == .paragraph || block.isItem else { return nil }
    guard let text = words(of: block.prose), text.contains(" "), !isPlaceholder(text) else { return nil }
    let sentence = first(of: text)
    // A question is one that is left to answer; a colon announces a list that is not there.
    guard !sentence.hasSuffix("?"), !sentence.hasSuffix(":") else { return nil }
    return sentence.shortened(to: scalarsMax)
  }

  /// All words, or those behind a label such as `Customer impact:`; nil behind any other label.
  private static func words(of prose: Prose) -> String? {
    guard let line = DocumentLabels.lines(of: prose).first, let entry = DocumentLabels.entry(line),
      entry.label.split(separator: " ").count <= 3
    else { return prose.text }
    let isOurs = ["impact", "summary"].contains { entry.label.contains($0) }
    return isOurs ? entry.values.first : nil
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    let upper = text.uppercased()
    return ["TODO", "TBD", "FIXME", "XXX"].contains { upper.hasPrefix($0) }
      || text.hasPrefix("[") && text.hasSuffix("]") || text.hasPrefix("<") && text.hasSuffix(">")
      || text.hasPrefix("{") && text.hasSuffix("}")
  }

  private static func first(of text: String) -> String {
    let characters = Array(text)
    for index in characters.indices where ".!?".contains(characters[index]) {
      guard index + 2 < characters.count, index >= scalarsMin, characters[index + 1] == " " else { continue }
      let next = characters[index + 2]
      let word = String(characters[..<index]).split(separator: " ").last.map { $0.lowercased() } ?? ""
      if !next.isLowercase, !abbreviations.contains(word) { return String(characters[...index]) }
    }
    return text
  }
}

extension String {
  /// At most `max` scalars, cut between words, with an ellipsis where something was left out.
  package func shortened(to max: Int) -> String {
    guard unicodeScalars.count > max else { return self }
    let head = String(String.UnicodeScalarView(unicodeScalars.prefix(max)))
    guard let space = head.lastIndex(where: \.isWhitespace) else { return head + "…" }
    return head[..<space] + "…"
  }
}
