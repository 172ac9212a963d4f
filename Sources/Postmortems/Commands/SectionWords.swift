import Documents
import Incidents

/// Holds the words of a section to what can stand below its heading.
struct SectionWords {
  /// As it is without them.
  let document: PostmortemDocument
  let kind: SectionKind

  /// The words with plain line ends, without blank lines around them.
  ///
  /// Throws where they are too long, would begin or swallow another section or the parts below them, or would not be
  /// read back as they are.
  func checked(_ markdown: String) throws(IncidentRefusal) -> String {
    let text = Self.plain(markdown)
    // Held to its bounds without what stands around it, and kept with it: four blanks may begin a piece of code.
    _ = try TextCheck.optional(text, "markdown", max: PostmortemLimits.sectionScalarsMax)
    if let open = OpenBlock(in: text) { throw open.refusal("markdown") }
    try checkMarks(text)
    let after = document.replacingBody(of: kind, with: text)
    try checkHeadings(after, lineCount: text.count { $0 == "\n" } + 1)
    try checkIsReadBack(text, in: after)
    return text
  }

  /// The marks of parts are written with the parts; among words they would pass for some.
  private func checkMarks(_ text: String) throws(IncidentRefusal) {
    guard text.contains("parts") else { return }
    let lines = LineTable("\n" + text)
    for block in PostmortemDocument(parsing: "\n" + text).blocks where block.kind == .html {
      let line = String(decoding: lines.bytes(ofLine: block.lines.lowerBound), as: UTF8.self)
      guard PartMark.isMark(line) else { continue }
      throw IncidentRefusal(
        .invalidText, place: "markdown",
        message: "line \(block.lines.lowerBound - 1), '\(SectionWords.plain(line).prefix(60))', is a mark for parts",
        hint: "take it out: the timeline, causes, actions and luck are written below the words from their own pages")
    }
  }

  /// What stands before the section may be open itself: a document that was brought in is as it is.
  private func checkIsReadBack(_ text: String, in after: PostmortemDocument) throws(IncidentRefusal) {
    // Words behind a bold label may be indented with it.
    let isInLabel = after.section(kind)?.level == 0
    func bare(_ words: String) -> String {
      isInLabel ? words.split(whereSeparator: \.isWhitespace).joined(separator: " ") : words
    }
    guard bare(Postmortem.words(of: kind, in: after)) != bare(text) else { return }
    throw IncidentRefusal(
      .invalidText, place: "markdown", message: "below the words that stand before it, it would not be a section",
      hint: "close the block of code or the comment that is open further up in the document")
  }

  static func plain(_ markdown: String) -> String {
    var lines = markdown.split(omittingEmptySubsequences: false) { $0.isNewline }
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    guard let last = lines.last else { return "" }
    lines[lines.count - 1] = last[...(last.lastIndex { !$0.isWhitespace } ?? last.startIndex)]
    return lines.joined(separator: "\n")
  }

  private struct Name: Equatable {
    var kind: SectionKind?
    var heading: String
  }

  private func checkHeadings(_ after: PostmortemDocument, lineCount: Int) throws(IncidentRefusal) {
    let before = document.sections.map { Name(kind: $0.kind, heading: $0.heading) }
    var now = after.sections.map { Name(kind: $0.kind, heading: $0.heading) }
    if document.section(kind) == nil, let own = now.firstIndex(where: { $0.kind == kind }) { now.remove(at: own) }
    guard now != before else { return }
    guard now.count >= before.count, let place = foreign(in: after, lineCount: lineCount) else {
      throw IncidentRefusal(
        .invalidText, place: "markdown", message: "the sections behind it would become part of it",
        hint: "close the block of code or the comment that is open at its end")
    }
    throw IncidentRefusal(
      .invalidText, place: "markdown",
      message: "line \(place.line), '\(place.heading.prefix(60))', would begin another section",
      hint: place.isDeep
        ? "call it something else: a section goes by that name"
        : kind == .titleAndOwnership
          ? "headings go into the other sections; bold words do here" : "write the heading with ### or deeper")
  }

  /// The first heading among the words that begins a section, by its line in the words.
  private func foreign(
    in after: PostmortemDocument, lineCount: Int
  ) -> (line: Int, heading: String, isDeep: Bool)? {
    guard let old = document.section(kind).map(\.line) ?? after.sections.first(where: { $0.kind == kind })?.line,
      let own = after.sections.firstIndex(where: { $0.line == old }), own + 1 < after.sections.count
    else { return nil }
    let section = after.sections[own]
    let body = section.body.split(omittingEmptySubsequences: false) { $0.isNewline }
    let blanks = body.prefix { $0.allSatisfy(\.isWhitespace) }.count
    // Of a body that is nothing but blank lines, the last one is the start of the line behind it.
    let start = section.bodyLine + (blanks == body.count ? max(0, blanks - 1) : blanks)
    let next = after.sections[own + 1]
    guard next.line >= start, next.line < start + lineCount else { return nil }
    return (next.line - start + 1, next.heading, next.level > section.level && next.kind != nil)
  }
}
