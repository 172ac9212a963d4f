import Documents

extension PlanReader {
  /// Quotations below a line of their own: the words that are held ready, each with whom they are for.
  mutating func readWords(_ blocks: [DocumentBlock]) {
    var title = ""
    var quoted: ClosedRange<Int>?
    for block in blocks {
      if block.quoteDepth > 0 {
        quoted = (quoted?.lowerBound ?? block.lines.lowerBound)...block.lines.upperBound
        continue
      }
      hold(quoted, title)
      quoted = nil
      switch block.kind {
      case .paragraph, .heading: title = block.prose.text
      default: title = ""
      }
    }
    hold(quoted, title)
  }

  private mutating func hold(_ lines: ClosedRange<Int>?, _ title: String) {
    guard let lines, !title.isEmpty, plan.words.count < PlanLimits.wordsMax else { return }
    let text = document.source(ofLines: lines).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let rest = line.drop { $0 == " " }
      guard rest.first == ">" else { return rest }
      return rest.dropFirst().first == " " ? rest.dropFirst(2) : rest.dropFirst()
    }.joined(separator: "\n")
    plan.words.append(PreparedWords(title: title, text: text))
  }

  /// The text of a part as it is written, its heading left out.
  func source(of blocks: [DocumentBlock]) -> String {
    let body = blocks.drop { $0.isHeading }
    guard let first = body.first, let last = body.last else { return "" }
    return document.source(ofLines: first.lines.lowerBound...max(first.lines.lowerBound, last.lines.upperBound))
  }
}
