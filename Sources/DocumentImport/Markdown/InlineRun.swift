/// A stretch of text of one look, as it will stand in Markdown.
struct InlineRun {
  enum Content: Hashable {
    /// As people read it; escaped when written.
    case text(String)
    /// Markdown that is written as it is: an image, the mark of a footnote.
    case verbatim(String)
    case lineBreak
  }

  struct Look: Hashable {
    var isBold = false
    var isItalic = false
    var isStruck = false
    var isCode = false
    /// Where it leads.
    var target: String?
  }

  var content: Content
  var look: Look
}

/// Writes runs as Markdown that a reader of it takes for the same words.
struct InlineMarkdown {
  /// Whether it stands in the cell of a table.
  var isCell = false
  /// Whether emphasis is left out, as in headings.
  var isPlain = false

  /// The lines of a paragraph; empty when there is nothing to read in it.
  func lines(of runs: [InlineRun]) -> [String] {
    var lines: [[InlineRun]] = [[]]
    for run in Self.tidied(runs) {
      if run.content == .lineBreak { lines.append([]) } else { lines[lines.count - 1].append(run) }
    }
    let isLinked = runs.contains { $0.look.target != nil || $0.content.isVerbatim }
    return lines.map { line(Self.trimmed($0), isLinked: isLinked) }
  }

  /// Joins runs of one look and white space, within runs and across them.
  private static func tidied(_ runs: [InlineRun]) -> [InlineRun] {
    var result: [InlineRun] = []
    var isAfterSpace = true
    for run in runs {
      guard case .text(let text) = run.content else {
        isAfterSpace = run.content == .lineBreak
        result.append(run)
        continue
      }
      var tidy = ""
      for character in text {
        let isSpace = character.isWhitespace || character == "\u{200B}" || character == "\u{FEFF}"
        if isSpace {
          if !isAfterSpace, character != "\u{200B}", character != "\u{FEFF}" {
            tidy.append(" ")
            isAfterSpace = true
          }
        } else {
          tidy.append(isControl(character) ? "·" : character)
          isAfterSpace = false
        }
      }
      if tidy.isEmpty { continue }
      if let last = result.last, last.look == run.look, case .text(let before) = last.content {
        result[result.count - 1].content = .text(before + tidy)
      } else {
        result.append(InlineRun(content: .text(tidy), look: run.look))
      }
    }
    return result
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private static func trimmed(_ runs: [InlineRun]) -> [InlineRun] {
    var runs = runs
    while let first = runs.first, case .text(let text) = first.content {
      let rest = text.drop { $0 == " " }
      runs[0].content = .text(String(rest))
      guard rest.isEmpty else { break }
      runs.removeFirst()
    }
    while let last = runs.last, case .text(let text) = last.content {
      let rest = text.hasSuffix(" ") ? text.dropLast() : text[...]
      runs[runs.count - 1].content = .text(String(rest))
      guard rest.isEmpty else { break }
      runs.removeLast()
    }
    return runs
  }

  // MARK: Marks

  private enum Mark: CaseIterable {
    case link, struck, bold, italic

    func value(of look: InlineRun.Look) -> String? {
      switch self {
      case .link: look.target
      case .struck: look.isStruck ? "~~" : nil
      case .bold: look.isBold ? "**" : nil
      case .italic: look.isItalic ? "*" : nil
      }
    }
  }

  private func line(_ runs: [InlineRun], isLinked: Bool) -> String {
    var text = ""
    write(runs[...], Mark.allCases[...], isLinked, into: &text)
    return text
  }

  /// Writes runs, a mark around each longest stretch that has it, outer marks first.
  private func write(
    _ runs: ArraySlice<InlineRun>, _ marks: ArraySlice<Mark>, _ isLinked: Bool, into text: inout String
  ) {
    guard let mark = marks.first else {
      for run in runs { text += written(run, isStart: text.isEmpty, isLinked) }
      return
    }
    var rest = runs
    while let first = rest.first {
      let value = isPlain && mark != .link ? nil : mark.value(of: first.look)
      let stretch = rest.prefix { (isPlain && mark != .link ? nil : mark.value(of: $0.look)) == value }
      rest = rest[stretch.endIndex...]
      guard let value else {
        write(stretch, marks.dropFirst(), isLinked, into: &text)
        continue
      }
      var (lead, inner, tail) = Self.split(Array(stretch))
      if lead && !text.isEmpty { text += " " }
      if !inner.isEmpty {
        if mark == .link {
          writeLink(inner, value, isLinked, into: &text)
        } else {
          var marked = ""
          write(inner[...], marks.dropFirst(), isLinked, into: &marked)
          let next = tail ? " " : rest.first.flatMap(Self.firstCharacter) ?? " "
          let isOpen = Self.opens(marked.first ?? " ", behind: text.last ?? " ")
          text += isOpen && Self.opens(marked.last ?? " ", behind: next) ? value + marked + value : marked
        }
      } else {
        tail = tail && !lead
      }
      if tail { text += " " }
    }
  }

  /// White space stands outside of marks.
  private static func split(_ runs: [InlineRun]) -> (lead: Bool, inner: [InlineRun], tail: Bool) {
    let inner = trimmed(runs)
    var lead = false
    var tail = false
    if case .text(let text)? = runs.first?.content { lead = text.hasPrefix(" ") }
    if case .text(let text)? = runs.last?.content { tail = text.hasSuffix(" ") }
    return (lead, inner, tail)
  }

  private static func firstCharacter(_ run: InlineRun) -> Character? {
    switch run.content {
    case .text(let text): text.first
    case .verbatim(let text): text.first
    case .lineBreak: " "
    }
  }

  /// Whether a mark between the two would be taken for one (CommonMark, section 6.2, seen from either side).
  private static func opens(_ inside: Character, behind outside: Character) -> Bool {
    if inside.isWhitespace { return false }
    if inside.isLetter || inside.isNumber { return true }
    return !(outside.isLetter || outside.isNumber)
  }

  private func writeLink(_ runs: [InlineRun], _ target: String, _ isLinked: Bool, into text: inout String) {
    let words = runs.map { if case .text(let text) = $0.content { text } else { "" } }.joined()
    if words == target, !target.contains(where: { " <>|\\".contains($0) }), target.contains("://") {
      text += "<\(target)>"
      return
    }
    var label = ""
    write(runs[...], Mark.allCases.dropFirst(), isLinked, into: &label)
    if text.hasSuffix("!") { text = text.dropLast() + "\\!" }
    text += label.isEmpty ? "" : "[\(label)](\(LinkTarget.written(target)))"
  }

  private func written(_ run: InlineRun, isStart: Bool, _ isLinked: Bool) -> String {
    switch run.content {
    case .verbatim(let text): text
    case .lineBreak: " "
    case .text(let text) where run.look.isCode: code(text)
    case .text(let text): MarkdownEscaping.escaped(text, isStart: isStart, isCell: isCell, isLinked: isLinked)
    }
  }

  /// A code span, with as many marks as its text needs (CommonMark, section 6.1).
  private func code(_ text: String) -> String {
    let trimmed = text.drop { $0 == " " }
    let lead = trimmed.count < text.count ? " " : ""
    let core = String(trimmed.reversed().drop { $0 == " " }.reversed())
    guard !core.isEmpty else { return " " }
    let tail = core.count < trimmed.count ? " " : ""
    let marks = String(repeating: "`", count: MarkdownEscaping.longestRun(of: "`", in: core) + 1)
    let room = core.hasPrefix("`") || core.hasSuffix("`") ? " " : ""
    let body = isCell ? core.replacing("|", with: "\\|") : core
    return lead + marks + room + body + room + marks + tail
  }
}

extension InlineRun.Content {
  var isVerbatim: Bool { if case .verbatim = self { true } else { false } }
}
