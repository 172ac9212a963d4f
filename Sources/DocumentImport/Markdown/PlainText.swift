/// Plain text as Markdown that shows the same text, line by line.
enum PlainText {
  static func markdown(of text: String) -> String {
    var blocks: [[String]] = []
    var chunk: [String] = []
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\t", with: "    ")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in lines + [""] {
      if line.contains(where: { !$0.isWhitespace }) {
        chunk.append(line)
      } else if !chunk.isEmpty {
        blocks.append(block(chunk))
        chunk = []
      }
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Lines whose room at the start means something stay as they are; others are a paragraph with its breaks.
  private static func block(_ lines: [String]) -> [String] {
    let isSetOut = lines.contains { $0.hasPrefix("  ") || $0.dropFirst().contains("   ") }
    if isSetOut, lines.count > 1 { return FencedCode.lines(lines.joined(separator: "\n"), language: "") }
    var runs: [InlineRun] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { runs.append(InlineRun(content: .lineBreak, look: .init())) }
      runs.append(InlineRun(content: .text(line), look: .init()))
    }
    let written = InlineMarkdown().lines(of: runs).filter { !$0.isEmpty }
    return written.dropLast().map { $0 + "  " } + written.suffix(1)
  }
}
