import Chronology
import Documents

extension ReadingDocument {
  /// Reads a document of the reading library.
  ///
  /// Never fails: what cannot be read stands among its ``problems``, each with its line.
  package init(parsing text: String) {
    let isTooLong = text.utf8.count > ReadingLimits.bytesMax
    var reader = ReadingReader(document: PostmortemDocument(parsing: isTooLong ? "" : text))
    if isTooLong {
      reader.object(
        1, "the document has \(text.utf8.count) bytes, more than \(ReadingLimits.bytesMax)", "A reading is short.")
    }
    self = reader.read()
  }
}

/// Puts a reading together from its front matter and its parts.
struct ReadingReader {
  let document: PostmortemDocument
  var problems: [ReadingProblem] = []

  init(document: PostmortemDocument) { self.document = document }

  mutating func read() -> ReadingDocument {
    let head = document.frontMatter
    for problem in head.problems { object(problem.line, problem.message, problem.hint) }
    let name = value("reading") ?? ""
    if !Self.isName(name) {
      object(line("reading"), "'reading' is '\(name)'", "Name it as its file: lower case, digits and hyphens.")
    }
    let date = value("date") ?? ""
    if !Self.isDate(date) {
      object(line("date"), "'date' is '\(date)'", "Write a day, a month or a year: 2017-01-31, 2017-01, 2017.")
    }
    let minutes = Int(value("minutes") ?? "") ?? 0
    if !(1...60).contains(minutes) {
      object(line("minutes"), "'minutes' is not between 1 and 60", "Write how long it takes to read.")
    }
    checkSections()
    let (guards, lines) = adoptable()
    return ReadingDocument(
      document: document, name: name, title: value("title") ?? "", organisation: value("organisation") ?? "",
      date: date, severity: head["severity"], kinds: kinds(), technologies: technologies(), minutes: minutes,
      summary: summary(), guards: guards, lines: lines, questions: questions(), sources: sources(), problems: problems)
  }

  mutating func object(_ line: Int, _ message: String, _ hint: String) {
    problems.append(ReadingProblem(line: line, message: message, hint: hint))
  }

  private func line(_ key: String) -> Int { document.frontMatter.entry(key)?.line ?? 1 }

  /// The value of a key that must be there.
  private mutating func value(_ key: String) -> String? {
    if let value = document.frontMatter[key] { return value }
    object(line(key), "the front matter has no '\(key)'", "Write it between the two lines of dashes.")
    return nil
  }

  private mutating func kinds() -> [ReadingKind] {
    let written = document.frontMatter.entry("kinds")?.values ?? []
    if written.isEmpty { object(line("kinds"), "no kind is named", "Write 'kinds: [release, recovery]'.") }
    return written.compactMap { word in
      if let kind = ReadingKind(rawValue: word) { return kind }
      let all = ReadingKind.allCases.map(\.rawValue).joined(separator: ", ")
      object(line("kinds"), "'\(word)' is no kind", "Choose among: \(all).")
      return nil
    }
  }

  private mutating func technologies() -> [String] {
    let written = document.frontMatter.entry("technologies")?.values ?? []
    if written.isEmpty {
      object(line("technologies"), "no technology is named", "Name what a team must run to meet the same.")
    }
    return written
  }

  private mutating func checkSections() {
    for kind in SectionKind.allCases where document.section(kind) == nil {
      object(1, "the section '\(kind.heading)' is missing", "All ten sections are there, what is not known said so.")
    }
    for part in ReadingPart.allCases where part.line(in: document) == nil {
      object(1, "the part '\(part.rawValue)' is missing", "Give it a heading of the second level.")
    }
  }

  private func summary() -> String {
    guard let index = document.sections.firstIndex(where: { $0.kind == .summary }) else { return "" }
    return document.blocks(inSection: index).filter { $0.kind == .paragraph }.map(Self.plain).joined(separator: "\n\n")
  }

  private mutating func questions() -> [String] {
    let found = ReadingPart.questions.blocks(of: document).filter { $0.isItem && $0.listDepth == 1 }.map(Self.plain)
    if found.count != ReadingLimits.questions {
      object(
        ReadingPart.questions.line(in: document) ?? 1,
        "there are \(found.count) questions for a reading circle, not \(ReadingLimits.questions)",
        "Ask \(ReadingLimits.questions).")
    }
    return found
  }

  private mutating func sources() -> [ReadingSource] {
    let found = ReadingPart.sources.blocks(of: document).filter(\.isItem).map { block in
      let text = Self.plain(block)
      let linked = block.prose.objects.first { $0.text.hasPrefix("https://") || $0.text.hasPrefix("http://") }?.text
      let start = text.firstRange(of: "https://")?.lowerBound ?? text.firstRange(of: "http://")?.lowerBound
      return ReadingSource(
        text: text, address: linked ?? start.map { String(text[$0...].prefix { !$0.isWhitespace && $0 != ">" }) })
    }
    if found.isEmpty {
      object(ReadingPart.sources.line(in: document) ?? 1, "no source is named", "Say where the facts come from.")
    }
    return found
  }

  /// The words of a block on one line.
  static func plain(_ block: DocumentBlock) -> String {
    block.prose.lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func isName(_ text: String) -> Bool {
    (1...ReadingLimits.nameScalarsMax).contains(text.utf8.count) && text.first != "-"
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  private static func isDate(_ text: String) -> Bool {
    if let day = CivilDate(text) { return day.exists }
    guard let found = text.wholeMatch(of: /(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?/) else { return false }
    return !found.output.0.isEmpty
  }
}
