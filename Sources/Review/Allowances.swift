import Documents
import Findings

/// Comments by which an author lets a finding pass: `<!-- mayday: allow blame because the quote is the point -->`.
///
/// One holds for the block that begins on the next line. Without `because` and a reason it holds for nothing: the next
/// reader should know why.
struct Allowances {
  private struct Allowance {
    var rules: Set<String>
    var lines: ClosedRange<Int>
  }

  private var allowances: [Allowance] = []

  init(_ document: PostmortemDocument) {
    guard document.text.contains("mayday: allow") else { return }
    let lines = LineTable(document.text)
    for line in 1...lines.count {
      let text = String(decoding: lines.bytes(ofLine: line), as: UTF8.self)
      guard let rules = Self.rules(in: text) else { continue }
      let next = document.blocks.first { $0.lines.lowerBound == line + 1 && $0.kind != .html }
      allowances.append(Allowance(rules: rules, lines: (line + 1)...max(line + 1, next?.lines.upperBound ?? line + 1)))
    }
  }

  func cover(_ finding: Finding) -> Bool {
    allowances.contains { $0.rules.contains(finding.rule) && $0.lines.contains(finding.span.line) }
  }

  private static func rules(in line: String) -> Set<String>? {
    guard let open = line.range(of: "mayday: allow "), line.contains("<!--") else { return nil }
    let words = line[open.upperBound...].split { $0 == " " || $0 == "," }
    guard let because = words.firstIndex(of: "because"), because > 0, because + 1 < words.count,
      words[because + 1] != "-->"
    else { return nil }
    return Set(words[..<because].map(String.init))
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
