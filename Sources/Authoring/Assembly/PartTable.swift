/// A table of parts: written with one row a line, read by the names of its columns.
struct PartTable {
  /// Names of the columns; one that no row fills is left out unless it is needed.
  struct Column {
    var name: String
    var isNeeded = true
  }

  /// Cells are Markdown already.
  static func written(_ columns: [Column], _ rows: [[String]]) -> String {
    let kept = columns.indices.filter { index in
      columns[index].isNeeded || rows.contains { !$0[index].isEmpty }
    }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = [line(kept.map { columns[$0].name }), "|" + String(repeating: "---|", count: kept.count)]
    return (head + rows.map { row in line(kept.map { row[$0] }) }).joined(separator: "\n")
  }

  /// One row, by the name of its column in lower case.
  struct Row {
    var cells: [String: String]
    subscript(name: String) -> String { cells[name] ?? "" }
  }

  let rows: [Row]
  /// Names of the columns as they are written.
  let names: [String]

  /// The first table among some lines.
  init(reading lines: [String]) {
    var names: [String] = []
    var rows: [Row] = []
    var isDelimiterDue = false
    for line in lines {
      let bare = line.trimmingSpaces
      guard bare.hasPrefix("|") else {
        if names.isEmpty || bare.isEmpty { continue }
        break
      }
      let cells = Self.cells(of: bare)
      if names.isEmpty {
        names = cells
        isDelimiterDue = true
      } else if isDelimiterDue {
        isDelimiterDue = false
      } else {
        let keys = names.map(Self.key)
        rows.append(Row(cells: Dictionary(zip(keys, cells)) { first, _ in first }))
      }
    }
    self.names = names
    self.rows = rows
  }

  /// `Time (UTC)` is `time`.
  static func key(_ name: String) -> String {
    String(name.lowercased().prefix { $0 != "(" }).trimmingSpaces
  }

  /// Cells stand between pipes that no backslash precedes.
  static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for scalar in line.unicodeScalars.dropFirst() {
      if scalar == "|", before != "\\" {
        cells.append(String(cell).trimmingSpaces)
        cell = String.UnicodeScalarView()
      } else {
        cell.append(scalar)
      }
      before = scalar
    }
    let rest = String(cell).trimmingSpaces
    return rest.isEmpty ? cells : cells + [rest]
  }
}
