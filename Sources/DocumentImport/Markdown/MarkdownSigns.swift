/// Tells Markdown from plain text by what only Markdown has.
enum MarkdownSigns {
  static func isMarkdown(_ text: String) -> Bool {
    let lines = text.prefix(256 << 10).split(separator: "\n", maxSplits: 4000, omittingEmptySubsequences: false)
    if lines.first?.trimmingPrefix("\u{FEFF}").prefix(3) == "---" { return true }
    var bullets = 0
    for (index, line) in lines.enumerated() {
      let bare = line.drop { $0 == " " }
      if isHeading(bare) || bare.hasPrefix("```") || bare.hasPrefix("~~~") { return true }
      if index > 0, isUnderline(bare), lines[index - 1].contains(where: \.isLetter) { return true }
      if hasInlineMark(line) { return true }
      if bare.hasPrefix("- ") || bare.hasPrefix("* ") { bullets += 1 }
      if bare.hasPrefix("|"), bare.dropFirst().allSatisfy({ "|:- \r".contains($0) }), bare.count > 2 { return true }
    }
    return bullets >= 2
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    return (1...6).contains(marks) && line.dropFirst(marks).first == " "
  }

  private static func isUnderline(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != "\r" }
    return marks.count >= 3 && (marks.allSatisfy { $0 == "=" } || marks.allSatisfy { $0 == "-" })
  }

  /// `**bold**` or `[words](place)`.
  private static func hasInlineMark(_ line: Substring) -> Bool {
    if let mark = line.firstRange(of: "]("), line[..<mark.lowerBound].contains("["),
      line[mark.upperBound...].contains(")")
    {
      return true
    }
    guard let open = line.firstRange(of: "**") else { return false }
    return line[open.upperBound...].firstRange(of: "**").map { $0.lowerBound > open.upperBound } ?? false
  }
}
