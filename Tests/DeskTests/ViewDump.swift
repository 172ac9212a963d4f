import Foundation
import GRDB

/// Views as lines, to be compared.
enum ViewDump {
  /// Every row of every table, but for how the index of words lies in its pages: that hangs on when it was written.
  static func lines(_ path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in
      var lines: [String] = []
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      for table in tables where !table.hasPrefix("found_") {
        let columns = try db.columns(in: table).map(\.name)
        let order: String = columns.map { "\"" + $0 + "\"" }.joined(separator: ", ")
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(order)") {
          lines.append("\(table): " + columns.map { Self.shown(row, $0) }.joined(separator: " "))
        }
      }
      return lines
    }
  }

  private static func shown(_ row: Row, _ column: String) -> String {
    let value: DatabaseValue = row[column]
    guard case .blob(let data) = value.storage else { return "\(column)=\(value)" }
    return "\(column)=" + String(decoding: data, as: UTF8.self)
  }
}
