/// What the columns of a table hold, by the names in its header.
package struct TableColumns<Role: Hashable> {
  package private(set) var index: [Role: Int] = [:]
  /// Columns whose names mean nothing here, in order.
  package private(set) var unknown: [Int] = []

  /// The first column of a role wins, a whole name before one that only holds a telling word.
  package init(header: [Prose], roles: [Role: Set<String>], words: [(role: Role, words: Set<String>)] = []) {
    let names = header.map { Self.name($0.text) }
    var taken: Set<Int> = []
    for (column, name) in names.enumerated() {
      guard let role = roles.first(where: { $0.value.contains(name) })?.key, index[role] == nil else { continue }
      index[role] = column
      taken.insert(column)
    }
    for (column, name) in names.enumerated() where !taken.contains(column) {
      let parts = Set(name.split(separator: " ").map(String.init))
      guard let role = words.first(where: { !$0.words.isDisjoint(with: parts) })?.role, index[role] == nil else {
        unknown.append(column)
        continue
      }
      index[role] = column
    }
  }

  /// The cell of a role; nil where the table has no such column or the row is short.
  package func cell(_ role: Role, of cells: [Prose]) -> Prose? {
    guard let column = index[role], column < cells.count else { return nil }
    return cells[column]
  }

  /// Lower-case letters and single spaces; what stands in brackets is left out: `Time (UTC)` is `time`.
  package static func name(_ text: String) -> String {
    let head = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    let letters = head.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    return String(letters).split(separator: " ").joined(separator: " ")
  }
}
