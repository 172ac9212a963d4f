import Documents
import Findings

extension PlanReader {
  /// Words for "nobody", "nothing" and "no time" in a cell.
  private static let empties: Set<String> = ["", "-", "–", "—", "n/a", "na", "none", "tbd", "?", "todo", "…", "..."]

  mutating func readSteps(_ blocks: [DocumentBlock]) {
    var columns: StepColumns?
    var isItemList = false
    for (index, block) in blocks.enumerated() where block.quoteDepth == 0 {
      switch block.kind {
      case .row(isHeader: true): columns = StepColumns(header: block.cells)
      case .row(isHeader: false):
        if let columns, columns.has(.task) { readRow(block, columns) }
      case .item where block.listDepth == 1:
        isItemList = true
        let rest = blocks[(index + 1)...].prefix { !($0.isItem && $0.listDepth == 1) && !$0.isHeading }
        readItem(block, below: rest.filter { $0.listDepth >= 1 })
      default: break
      }
      if plan.steps.count > PlanLimits.stepsMax { return tooManySteps(block) }
    }
    if isItemList || !(columns?.has(.after) ?? true) { orderOneByOne() }
  }

  private mutating func tooManySteps(_ block: DocumentBlock) {
    plan.steps.removeLast(plan.steps.count - PlanLimits.stepsMax)
    object(
      "too-many-steps", Self.point(block.lines.lowerBound, 1),
      "the plan goes on behind step \(PlanLimits.stepsMax), and no more are read",
      "Nobody follows so many under pressure: make it several plans, each for one failure.")
  }

  /// Without a word on order, each step waits for the one above it.
  private mutating func orderOneByOne() {
    for index in plan.steps.indices.dropFirst() where plan.steps[index].after.isEmpty {
      plan.steps[index].after = [plan.steps[index - 1].number]
    }
  }

  private mutating func readRow(_ block: DocumentBlock, _ columns: StepColumns) {
    let cells = block.cells
    let task = columns.cell(.task, of: cells)
    func text(_ role: StepColumns.Role) -> String? { Self.filled(columns.cell(role, of: cells)?.text) }
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    let span = task.flatMap { $0.isEmpty ? nil : $0.span } ?? Self.point(block.lines.lowerBound, 1)
    var step = PlanStep(
      number: Self.number(text(.number)) ?? "\(plan.steps.count + 1)", task: task?.text ?? "",
      responsible: Self.people(text(.who)), result: text(.result), withinSeconds: nil, after: [],
      fallback: text(.fallback), links: cells.flatMap(Self.links), span: span)
    if step.task.isEmpty {
      object(
        "step-no-task", span, "step \(step.number) does not say what to do", "Write what is done, in one sentence.")
    }
    if let within = text(.within), let cell = columns.cell(.within, of: cells) {
      readWithin(within, bareUnit: columns.bareUnit, span: cell.span, into: &step)
    }
    if let after = text(.after), let cell = columns.cell(.after, of: cells) {
      readAfter(after, span: cell.span, into: &step)
    }
    plan.steps.append(step)
  }

  mutating func readWithin(_ text: String, bareUnit: String?, span: TextSpan, into step: inout PlanStep) {
    let isBare = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    step.hasUnreadTime = true
    let words = isBare ? bareUnit.map { "\(text) \($0)" } ?? text : text
    guard let seconds = PlanDuration.seconds(words) else {
      let reason = isBare ? "which has no unit" : "which is no duration"
      object(
        "step-time", span, "step \(step.number) may take '\(text)', \(reason)", "Write it as 5 min or 1 h 30 min.")
      return
    }
    guard (1...PlanLimits.withinSecondsMax).contains(seconds) else {
      object(
        "step-time", span, "step \(step.number) may take '\(text)', outside of one second to 31 days",
        "Give the time that it may take at most, or leave it out.")
      return
    }
    step.withinSeconds = seconds
    step.hasUnreadTime = false
  }

  mutating func readAfter(_ text: String, span: TextSpan, into step: inout PlanStep) {
    let words = text.lowercased().split { ",;&+ \n".contains($0) }.map(String.init)
    let fillers: Set<String> = ["and", "step", "steps", "after", "#", "start", "begin"]
    let numbers = words.compactMap { fillers.contains($0) ? nil : Self.number($0) ?? $0 }
    if numbers.count > PlanLimits.predecessorsMax {
      object(
        "step-order", span,
        "step \(step.number) waits for \(numbers.count) steps, more than \(PlanLimits.predecessorsMax)",
        "Name the last ones only; they wait for the others.")
    }
    step.after = Array(numbers.prefix(PlanLimits.predecessorsMax))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// `3.` and `#3` and `Step 3` are `3`; nil without a digit at its head.
  static func number(_ text: String?) -> String? {
    guard let text else { return nil }
    let bare = text.lowercased().drop { !isDigit($0) }.prefix { character in
      isDigit(character) || ("a"..."z").contains(character) || character == "." || character == "-"
    }
    var result = String(bare)
    while let last = result.last, last == "." || last == "-" { result.removeLast() }
    return result.isEmpty || result.count > 12 ? nil : result
  }

  /// `operations, Ines Roth` names two.
  static func people(_ text: String?) -> [String] {
    guard let text else { return [] }
    let parts = text.replacing(" and ", with: ",").replacing(" or ", with: ",").split { ",;/&+".contains($0) }
    return parts.map { part in
      String(part.drop { $0.isWhitespace || $0 == "@" }.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !empties.contains($0.lowercased()) }
  }

  static func filled(_ text: String?) -> String? {
    guard let text, !empties.contains(text.lowercased()) else { return nil }
    return text
  }

  static func links(_ prose: Prose) -> [PlanLink] {
    prose.objects.compactMap { object in
      switch object.kind {
      case .target, .address: PlanLink(target: object.text, span: prose.span(of: object.index..<(object.index + 1)))
      case .code: nil
      }
    }
  }
}
