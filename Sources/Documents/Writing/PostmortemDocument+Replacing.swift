extension PostmortemDocument {
  /// The document with the body of one section replaced; every byte outside that body stays as it is.
  ///
  /// Blank lines around the body are kept, `markdown` itself is trimmed of them. A section that is missing is added in
  /// its canonical place, before the first section that comes later in the order of ``SectionKind``, else at the end.
  /// Headings in `markdown` become sections of the result like any others.
  package func replacingBody(of kind: SectionKind, with markdown: String) -> PostmortemDocument {
    let body = withLineEnds(Self.trimmed(markdown))
    guard let section = section(kind) else { return adding(kind, body) }
    if section.level == 0 { return replacing(section.bodyBytes, with: labelBody(body, in: section)) }
    let blanks = Self.blankEnds(of: section.body)
    let isLast = section.bytes.upperBound == text.utf8.count
    var lead = blanks.lead.isEmpty ? lineEnd : String(blanks.lead)
    if section.body.isEmpty, !endsWithLineEnd(at: section.bodyBytes.lowerBound) { lead = lineEnd + lineEnd }
    var trail = String(blanks.trail)
    if trail.isEmpty { trail = isLast ? lineEnd : lineEnd + lineEnd }
    return replacing(section.bodyBytes, with: body.isEmpty ? lead : lead + body + trail)
  }

  private func adding(_ kind: SectionKind, _ body: String) -> PostmortemDocument {
    let order = SectionKind.allCases
    let place = order.firstIndex(of: kind) ?? order.endIndex
    let later = Set(order[place...].dropFirst())
    let levels = sections.compactMap { $0.kind != nil && $0.kind != .titleAndOwnership ? $0.level : nil }
    let level = kind == .titleAndOwnership ? 1 : max(2, levels.filter { $0 > 0 }.min() ?? 2)
    let heading = kind == .titleAndOwnership ? title ?? kind.heading : kind.heading
    let text =
      String(repeating: "#", count: level) + " " + heading + lineEnd + lineEnd + (body.isEmpty ? "" : body + lineEnd)
    // Sections that stand inside another are passed over: what is added would be cut into that other one.
    let next = sections.first { section in
      section.level > 0 && section.level <= level && section.kind.map(later.contains) ?? false
    }
    guard let next else {
      let end = self.text.utf8.count
      let gap = end == 0 || isBlankLine(before: end) ? "" : endsWithLineEnd(at: end) ? lineEnd : lineEnd + lineEnd
      return replacing(end..<end, with: gap + text)
    }
    let at = next.bytes.lowerBound
    return replacing(at..<at, with: (isBlankLine(before: at) ? "" : lineEnd) + text + lineEnd)
  }

  /// Lines of a body that stands inside a list item keep its indentation.
  private func labelBody(_ body: String, in section: PostmortemSection) -> String {
    let isInline = section.bodyLine == section.line
    let old = section.body
    let isItem =
      text.utf8.dropFirst(section.bytes.lowerBound).first { $0 != 32 }.map { [45, 42, 43].contains($0) } ?? false
    let indentation = isItem ? "  " : ""
    let lines = body.split(separator: lineEnd, omittingEmptySubsequences: false)
    let text = lines.enumerated().map {
      $0.offset == 0 && isInline || $0.element.isEmpty ? String($0.element) : indentation + $0.element
    }
    let blanks = Self.blankEnds(of: old)
    let trail = blanks.trail.isEmpty ? lineEnd + lineEnd : String(blanks.trail)
    return (isInline ? " " : String(blanks.lead)) + text.joined(separator: lineEnd) + trail
  }

  private func replacing(_ range: Range<Int>, with new: String) -> PostmortemDocument {
    let bytes = Array(text.utf8)
    let result = bytes[..<range.lowerBound] + Array(new.utf8) + bytes[range.upperBound...]
    return PostmortemDocument(parsing: String(decoding: result, as: UTF8.self))
  }

  // MARK: Line ends

  private var lineEnd: String {
    text.utf8.first { $0 == 10 || $0 == 13 } == 13 && text.contains("\r\n") ? "\r\n" : "\n"
  }

  private func withLineEnds(_ markdown: String) -> String {
    lineEnd == "\n"
      ? markdown
      : markdown.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.joined(separator: lineEnd)
  }

  private func endsWithLineEnd(at offset: Int) -> Bool {
    offset == 0 || text.utf8.dropFirst(offset - 1).first.map { $0 == 10 || $0 == 13 } ?? true
  }

  private func isBlankLine(before offset: Int) -> Bool {
    offset == 0 || PostmortemDocument.endsBlank(text.utf8.prefix(offset))
  }

  private static func endsBlank(_ bytes: Substring.UTF8View) -> Bool {
    var lineEnds = 0
    for byte in bytes.reversed() {
      if byte == 10 { lineEnds += 1 } else if byte != 13, byte != 32, byte != 9 { break }
    }
    return lineEnds >= 2
  }

  private static func trimmed(_ markdown: String) -> String {
    let blanks = blankEnds(of: markdown)
    return String(markdown.dropFirst(blanks.lead.count).dropLast(blanks.trail.count))
  }

  /// The blank lines at the start and the white space at the end; all of a blank text is its start.
  private static func blankEnds(of body: String) -> (lead: Substring, trail: Substring) {
    guard let first = body.firstIndex(where: { !$0.isWhitespace }),
      let last = body.lastIndex(where: { !$0.isWhitespace })
    else { return (body[...], "") }
    let lineStart = body[..<first].lastIndex(where: \.isNewline).map { body.index(after: $0) } ?? body.startIndex
    return (body[..<lineStart], body[body.index(after: last)...])
  }
}
