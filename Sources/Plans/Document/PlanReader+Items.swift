import Documents
import Findings

extension PlanReader {
  private enum Label { case who, result, within, after, fallback }

  private static let labels: [(Label, Set<String>)] = [
    (.who, ["who", "role", "responsible", "owner", "by"]),
    (.result, ["result", "expected result", "expected", "until", "until one sees", "done when", "outcome", "verify"]),
    (.within, ["within", "time", "how long", "may take", "duration"]),
    (.after, ["after", "needs", "depends on", "order"]),
    (.fallback, ["if it fails", "if this fails", "fallback", "otherwise", "if not", "on failure"]),
  ]

  /// A step written as an item, what belongs to it in labelled lines or items below it.
  mutating func readItem(_ block: DocumentBlock, below: [DocumentBlock]) {
    let lines = block.prose.lines
    guard let first = lines.first, !first.isEmpty else { return }
    var step = PlanStep(
      number: "\(plan.steps.count + 1)", task: "", responsible: [], result: nil, withinSeconds: nil, after: [],
      fallback: nil, links: ([block.prose] + below.map(\.prose)).flatMap(Self.links), span: block.prose.span)
    var task: [String] = []
    for line in lines where !read(line, at: block.prose.span, into: &step) { task.append(line) }
    for part in below {
      for line in part.prose.lines where !read(line, at: part.prose.span, into: &step) {
        if !part.isItem { task.append(line) }
      }
    }
    step.task = task.joined(separator: " ")
    plan.steps.append(step)
  }

  /// Whether the line is a labelled one and was taken.
  private mutating func read(_ line: String, at span: TextSpan, into step: inout PlanStep) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let name = TableColumns<Int>.name(String(line[..<colon]))
    guard let label = Self.labels.first(where: { $0.1.contains(name) })?.0 else { return false }
    let value = String(line[line.index(after: colon)...].drop { $0.isWhitespace || $0 == "*" })
    guard let value = Self.filled(value) else { return true }
    switch label {
    case .who: step.responsible = Self.people(value)
    case .result: step.result = value
    case .within: readWithin(value, bareUnit: nil, span: span, into: &step)
    case .after: readAfter(value, span: span, into: &step)
    case .fallback: step.fallback = value
    }
    return true
  }

  /// `If step 3 fails: turn the feature off.` below the steps.
  mutating func readFallbackSentences(_ parts: [(part: Part, blocks: [DocumentBlock])]) {
    for block in parts.flatMap(\.blocks) where !block.isHeading && block.cells.isEmpty {
      for line in block.prose.lines {
        let lower = line.lowercased()
        guard lower.hasPrefix("if step"), let colon = line.firstIndex(of: ":") else { continue }
        let head = String(line[..<colon])
        guard head.lowercased().contains("fail") || head.lowercased().contains("does not"),
          let number = Self.number(head),
          let index = plan.steps.firstIndex(where: { $0.number == number }), plan.steps[index].fallback == nil
        else { continue }
        plan.steps[index].fallback = String(line[line.index(after: colon)...].drop { $0.isWhitespace })
      }
    }
  }
}
