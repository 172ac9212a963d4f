import Chronology
import Documents
import Findings
package import Incidents
package import Plans

extension PlanProposal {
  /// What a drill suggests to change in the plan that was played.
  ///
  /// Steps that were replaced give fallbacks, steps that took longer give times, and what was done or missed beside the
  /// plan gives rows. Times are taken over only from drills on the clock of the wall: faster ones do not measure people.
  ///
  /// - Parameters:
  ///   - comparison: of the drill, with this plan.
  ///   - plan: the one that was played, as it is now.
  ///   - incident: its finished tasks are what was done beside the plan; nil: none.
  package init(_ comparison: DrillComparison, plan: Plan, incident: Incident?) {
    var proposing = PlanProposing(comparison: comparison, plan: plan)
    proposing.proposeSteps()
    proposing.proposeAdditions(incident)
    self.init(plan: plan.name, text: plan.text, changes: proposing.changes, unplaced: proposing.unplaced)
  }
}

/// Finds places in a plan for what a drill showed.
struct PlanProposing {
  private let comparison: DrillComparison
  private let plan: Plan
  private(set) var changes: [PlanChange] = []
  private(set) var unplaced: [String] = []

  init(comparison: DrillComparison, plan: Plan) {
    self.comparison = comparison
    self.plan = plan
  }

  private var drill: String { "drill \(comparison.drill)" }

  // MARK: Places

  /// The row of a step and the columns of its table; nil where the step is the item of a list.
  private func row(of number: String) -> (block: DocumentBlock, columns: StepColumns)? {
    guard let step = plan.step(number) else { return nil }
    let blocks = plan.document.blocks
    guard let block = blocks.first(where: { $0.kind == .row(isHeader: false) && $0.lines.contains(step.span.line) }),
      let header = blocks.first(where: { $0.kind == .row(isHeader: true) && $0.table == block.table })
    else { return nil }
    return (block, StepColumns(header: header.cells))
  }

  private func cells(_ block: DocumentBlock) -> SourceCells {
    let line = plan.document.source(ofLines: block.lines.lowerBound...block.lines.lowerBound)
    return SourceCells(line: String(line.split(whereSeparator: \.isNewline).first ?? ""))
  }

  private mutating func add(
    _ kind: PlanChange.Kind, step: String, reason: String, before: String, after: String, toFill: String = "",
    line: Int, column: Int?, row: String? = nil
  ) {
    changes.append(
      PlanChange(
        number: changes.count + 1, kind: kind, step: step, reason: reason, before: before, after: after,
        toFill: toFill, line: line, column: column, row: row))
  }

  // MARK: Steps

  mutating func proposeSteps() {
    for step in comparison.steps {
      if step.state == .replaced { proposeFallback(step) }
      if step.lateSeconds != nil { proposeTime(step) }
    }
  }

  private mutating func proposeFallback(_ step: DrillComparison.Step) {
    guard let place = row(of: step.number) else {
      return cannot(step.number, "instead was done: \(step.words)")
    }
    let cells = cells(place.block)
    guard let column = place.columns.index(.fallback), cells.cells.indices.contains(column) else {
      unplaced.append(
        "Step \(step.number): instead was done: \(step.words). The table has no column for what to do when a step fails."
      )
      return
    }
    let before = cells.text(column)
    guard !before.contains(step.words) else { return }
    let isEmpty = plan.step(step.number)?.fallback == nil
    let words = Self.capitalised(step.words)
    let joint = before.last.map { ".;!?".contains($0) } ?? false ? " " : "; "
    add(
      .fallback, step: step.number, reason: "done in its place in \(drill)", before: before,
      after: isEmpty ? words : before + joint + "or: " + step.words, line: place.block.lines.lowerBound, column: column)
  }

  private mutating func proposeTime(_ step: DrillComparison.Step) {
    guard let took = step.tookSeconds, let within = step.withinSeconds else { return }
    let minutes = (took + 59) / 60
    let measured = PlanDuration.words(seconds: took < 60 ? took : minutes * 60)
    guard comparison.speed == 1 else {
      unplaced.append(
        "Step \(step.number): \(measured) of drill time, and the plan says \(PlanDuration.words(seconds: within)). "
          + "The drill ran \(comparison.speed) times faster than the clock, so this is no measure of how long it takes."
      )
      return
    }
    guard let place = row(of: step.number) else { return cannot(step.number, "it took \(measured)") }
    guard let column = place.columns.index(.within), cells(place.block).cells.indices.contains(column) else {
      unplaced.append("Step \(step.number): it took \(measured). The table has no column for times.")
      return
    }
    // A header with the unit keeps bare numbers.
    let before = cells(place.block).text(column)
    let isBare = Int(before) != nil
    add(
      .time, step: step.number,
      reason: "measured in \(drill): \(measured); the plan says \(PlanDuration.words(seconds: within))", before: before,
      after: isBare ? "\(minutes)" : measured, line: place.block.lines.lowerBound, column: column)
  }

  private mutating func cannot(_ step: String, _ what: String) {
    unplaced.append("Step \(step): \(what). It stands in a list and not in a table: change it by hand.")
  }

  // MARK: Rows

  mutating func proposeAdditions(_ incident: Incident?) {
    let known = plan.steps.map { IdeaWords($0.task) }
    var seen: Set<IdeaWords> = []
    for task in incident?.tasks ?? [] where task.state == .done {
      let words = IdeaWords(task.text)
      guard !known.contains(where: { words.isIn($0) || $0.isIn(words) }), seen.insert(words).inserted else { continue }
      let role = task.owner.flatMap { owner in incident?.holdings.last { $0.person == owner }?.role }
      let took = task.ended.map { Int($0.seconds(since: task.added)) }
      addRow(
        task.text, who: role, result: task.result, seconds: comparison.speed == 1 ? took : nil,
        reason: "done in \(drill), and not in the plan")
    }
    for words in comparison.missingSteps {
      let idea = IdeaWords(words)
      guard !known.contains(idea), seen.insert(idea).inserted else { continue }
      addRow(words, who: nil, result: nil, seconds: nil, reason: "missed in \(drill)")
    }
  }

  private mutating func addRow(_ task: String, who: String?, result: String?, seconds: Int?, reason: String) {
    guard let last = plan.steps.last, let place = row(of: last.number) else {
      unplaced.append("New step: \(task) (\(reason)). The steps are no table: add it by hand.")
      return
    }
    let added = changes.count { $0.kind == .addition }
    let highest = plan.steps.compactMap { Int($0.number.prefix(while: \.isNumber)) }.max() ?? plan.steps.count
    let number = "\(highest + 1 + added)"
    var cells = Array(repeating: "", count: max(self.cells(place.block).cells.count, 1))
    func fill(_ role: StepColumns.Role, _ text: String?) {
      guard let column = place.columns.index(role), cells.indices.contains(column), let text else { return }
      cells[column] = SourceCells.cell(text)
    }
    let minutes = seconds.map { max(1, ($0 + 59) / 60) }
    fill(.number, number)
    fill(.task, task)
    fill(.who, who)
    fill(.result, result.flatMap { $0.isEmpty ? nil : $0 })
    fill(.within, minutes.map { "\($0) min" })
    var toFill: [String] = []
    if who == nil { toFill.append("who does it") }
    if result?.isEmpty ?? true { toFill.append("what one sees when it is done") }
    if minutes == nil { toFill.append("how long it may take") }
    add(
      .addition, step: number, reason: reason, before: "", after: task, toFill: toFill.joined(separator: ", "),
      line: place.block.lines.lowerBound, column: nil,
      row: "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined())
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
