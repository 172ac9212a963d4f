/// What the columns of a table hold, by the names in its header.
struct TableColumns<Role: Hashable> {
  private(set) var index: [Role: Int] = [:]
  /// Columns whose names mean nothing here, in order.
  private(set) var unknown: [Int] = []

  /// The first column of a role wins.
  init(header: [Prose], roles: [Role: Set<String>]) {
    for (column, cell) in header.enumerated() {
      let name = Self.name(cell.text)
      let role = roles.first { $0.value.contains(name) }?.key
      if let role, index[role] == nil { index[role] = column } else { unknown.append(column) }
    }
  }

  /// The cell of a role; nil where the table has no such column or the row is short.
  func cell(_ role: Role, of cells: [Prose]) -> Prose? {
    guard let column = index[role], column < cells.count else { return nil }
    return cells[column]
  }

  /// Lower-case letters and single spaces; what stands in brackets is left out: `Time (UTC)` is `time`.
  static func name(_ text: String) -> String {
    let head = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    let letters = head.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    return String(letters).split(separator: " ").joined(separator: " ")
  }
}
