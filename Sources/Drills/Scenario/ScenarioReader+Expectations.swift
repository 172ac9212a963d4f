import Documents
import Findings
import Plans

extension ScenarioReader {
  private enum Column: Hashable { case within, text, measure }

  mutating func readExpectations(_ blocks: [DocumentBlock]) {
    var columns: TableColumns<Column>?
    for block in blocks where block.quoteDepth == 0 {
      switch block.kind {
      case .row(isHeader: true):
        columns = TableColumns(
          header: block.cells,
          roles: [
            .within: ["within", "time", "by when", "by"], .text: ["what one sees", "what", "expectation", "result"],
            .measure: ["measured by", "measure", "how", "by what"],
          ], words: [(.measure, ["measured", "measure"]), (.text, ["sees", "what"]), (.within, ["within"])])
      case .row(isHeader: false):
        if let columns { readRow(block, columns) }
      default: break
      }
      if scenario.expectations.count > DrillLimits.expectationsMax {
        scenario.expectations.removeLast()
        object(
          "too-many-expectations", Self.point(block.lines.lowerBound, 1),
          "expectations go on behind the \(DrillLimits.expectationsMax)th, and no more are read",
          "Keep what a good response cannot do without.")
        return
      }
    }
  }

  private mutating func readRow(_ block: DocumentBlock, _ columns: TableColumns<Column>) {
    guard block.cells.contains(where: { !$0.isEmpty }) else { return }
    let source = sourceCells(block)
    func text(_ column: Column) -> String { columns.index[column].map(source.text) ?? "" }
    let span = block.cells.first { !$0.isEmpty }?.span ?? Self.point(block.lines.lowerBound, 1)
    let within = text(.within)
    let seconds = PlanDuration.seconds(within)
    if seconds == nil {
      object(
        "expectation-time", span,
        within.isEmpty ? "an expectation has no time" : "an expectation has the time '\(within)', which is no duration",
        "Write it as 15 min, counted from the start.")
    }
    scenario.expectations.append(
      Expectation(
        withinSeconds: seconds, text: text(.text), measure: Expectation.Measure(text(.measure)),
        measureText: text(.measure), span: span))
  }
}
