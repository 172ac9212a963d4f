package import Documents

/// What the columns of a table of steps hold.
package struct StepColumns {
  package enum Role: Hashable { case number, task, who, result, within, after, fallback }

  private static let names: [Role: Set<String>] = [
    .number: ["", "no", "nr", "step", "number", "id", "order"],
    .task: ["do", "what", "what to do", "task", "action", "description", "instruction", "todo", "step description"],
    .who: ["who", "role", "responsible", "owner", "by", "by whom", "person", "assignee", "who does it", "team"],
    .result: [
      "until one sees", "result", "expected result", "expected", "outcome", "expected outcome", "done when", "until",
      "what one sees", "verify", "verification", "success criteria",
    ],
    .within: ["within", "time", "how long", "duration", "max time", "time limit", "may take", "deadline", "minutes"],
    .after: ["after", "depends on", "needs", "requires", "dependencies", "wait for", "predecessor", "predecessors"],
    .fallback: ["if it fails", "fallback", "on failure", "else", "if not", "otherwise", "plan b", "what if it fails"],
  ]

  private let columns: TableColumns<Role>
  /// Unit that the header gives to bare numbers of the time column: `Minutes`.
  let bareUnit: String?

  package init(header: [Prose]) {
    columns = TableColumns(
      header: header, roles: Self.names,
      words: [
        (.result, ["result", "outcome", "sees"]), (.who, ["who", "responsible", "role"]), (.fallback, ["fails"]),
        (.within, ["within", "time", "minutes"]), (.after, ["after", "depends"]), (.task, ["do", "task", "action"]),
      ])
    let names = header.map { $0.text.lowercased() }
    bareUnit = names.contains { $0.contains("min") && !$0.contains("admin") } ? "min" : nil
  }

  package func has(_ role: Role) -> Bool { columns.index[role] != nil }

  /// Place of a column in its table; nil where the table has none.
  package func index(_ role: Role) -> Int? { columns.index[role] }

  func cell(_ role: Role, of cells: [Prose]) -> Prose? { columns.cell(role, of: cells) }
}
