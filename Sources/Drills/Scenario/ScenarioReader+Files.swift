import Documents
import Findings

extension ScenarioReader {
  /// Reads files: a heading with the name, below it one fenced block with the content; prose around it is the author's.
  mutating func readFiles(_ blocks: [DocumentBlock]) {
    var heading: DocumentBlock?
    var codes: [DocumentBlock] = []
    for block in blocks.dropFirst() where block.quoteDepth == 0 && block.listDepth == 0 {
      if block.isHeading {
        if let heading { take(heading, codes) }
        (heading, codes) = (block, [])
      } else if block.kind == .code {
        if heading == nil {
          object(
            "file-block", Self.point(block.lines.lowerBound, 1), "a block among the files has no name",
            "Put a heading with the name of the file above it: ### edge-2.log")
        }
        codes.append(block)
      }
    }
    if let heading { take(heading, codes) }
  }

  private mutating func take(_ heading: DocumentBlock, _ codes: [DocumentBlock]) {
    let name = Self.name(ofHeading: line(heading.lines.lowerBound))
    let span = Self.point(heading.lines.lowerBound, 1)
    guard ScenarioFile.isName(name) else {
      return object(
        "file-name", span, "'\(name.prefix(80))' is no name of a file",
        "Up to \(DrillLimits.fileNameBytesMax) bytes of letters, digits and ._-+@=#, a letter or a digit first: edge-2.log"
      )
    }
    guard headed.insert(name).inserted else {
      return object("file-twice", span, "there is a second file '\(name)'", "Give each a name of its own.")
    }
    guard scenario.files.count < DrillLimits.filesMax else {
      return object(
        "too-many-files", span, "files go on behind the \(DrillLimits.filesMax)th, and no more are read",
        "Keep those in which there is something to find.")
    }
    guard let code = codes.first, codes.count == 1 else {
      return object(
        "file-block", span,
        codes.isEmpty ? "nothing stands below the name '\(name)'" : "\(codes.count) blocks stand below '\(name)'",
        "One block below the heading is the file: its lines between ``` and ```.")
    }
    guard let text = content(of: code) else {
      return object(
        "file-block", Self.point(code.lines.lowerBound, 1), "the block of '\(name)' is not closed, or stands indented",
        "Begin and end it with ``` at the beginning of a line.")
    }
    guard !text.isEmpty else {
      return object("file-block", span, "the file '\(name)' is empty", "Put its lines between ``` and ```.")
    }
    guard text.utf8.count <= DrillLimits.fileBytesMax else {
      return object(
        "file-too-large", span,
        "'\(name)' has \(text.utf8.count) bytes, and \(DrillLimits.fileBytesMax) are possible",
        "Keep the minutes around what there is to find.")
    }
    scenario.files.append(ScenarioFile(name: name, text: text, span: span))
  }

  /// What a heading says, to the letter: a name with `_` in it is no emphasis.
  private static func name(ofHeading line: String) -> String {
    var text = line.drop { $0 == " " }.drop { $0 == "#" }
    func trim() {
      text = text.drop { $0.isWhitespace || $0 == "`" }
      while let last = text.last, last.isWhitespace || last == "`" { text.removeLast() }
    }
    trim()
    let closed = text.reversed().drop { $0 == "#" }
    // Hashes at the end close the heading where a blank stands before them (CommonMark, section 4.2).
    if closed.count < text.count, closed.first?.isWhitespace == true { text = text.prefix(closed.count) }
    trim()
    return String(text)
  }

  /// The lines between the fences; nil where the block has none at the beginning of its lines, or none at its end.
  ///
  /// Of a block that is indented the reader of Markdown takes blanks away, and it would not be the file any more.
  private func content(of block: DocumentBlock) -> String? {
    let (first, last) = (block.lines.lowerBound, block.lines.upperBound)
    let opening = line(first)
    guard last > first, let mark = opening.first, mark == "`" || mark == "~" else { return nil }
    let length = opening.prefix { $0 == mark }.count
    let closing = line(last).drop { $0 == " " }
    let fence = closing.prefix { $0 == mark }
    guard fence.count >= length, closing.dropFirst(fence.count).allSatisfy(\.isWhitespace) else { return nil }
    return last > first + 1 ? document.source(ofLines: first + 1...last - 1) : ""
  }

  private func line(_ number: Int) -> String { String(decoding: lines.bytes(ofLine: number), as: UTF8.self) }

  /// Holds the names that injects give against the files that there are.
  mutating func relateFiles() {
    for inject in scenario.injects {
      for name in inject.files where !headed.contains(name) {
        let all = scenario.files.map(\.name).joined(separator: ", ")
        object(
          "file-missing", inject.span, "inject \(inject.number) names the file '\(name)', which is not there",
          all.isEmpty
            ? "Below a heading 'Files', put a heading '\(name.prefix(80))' and its lines between ``` and ```."
            : "There are: \(all)")
      }
    }
    let named = Set(scenario.injects.flatMap(\.files))
    for file in scenario.files where !named.contains(file.name) {
      object(
        "file-unnamed", file.span, "no inject names the file '\(file.name)'",
        "Name it in the column 'file' of the inject that it comes with.")
    }
  }
}
