internal import Chronology
internal import Foundation
internal import GRDB
internal import Journal

/// Reads the columns of one row as what they should be.
///
/// Only the exact text that Mayday writes is read: an instant in another spelling is damage, even where it means the same.
struct ColumnReader {
  private let row: Row

  /// The first column is the position, which errors name.
  init(_ row: Row) { self.row = row }

  func isNull(_ column: Int) -> Bool { value(column).isNull }

  func number(_ column: Int) throws(JournalError) -> Int64 {
    guard case .int64(let number) = value(column).storage else { throw damage(column, "a number") }
    return number
  }

  func text(_ column: Int) throws(JournalError) -> String {
    guard case .string(let text) = value(column).storage else { throw damage(column, "text") }
    return text
  }

  func bytes(_ column: Int) throws(JournalError) -> [UInt8] {
    guard case .blob(let data) = value(column).storage else { throw damage(column, "bytes") }
    return Array(data)
  }

  func instant(_ column: Int) throws(JournalError) -> Instant {
    let text = try text(column)
    guard let instant = Instant(rfc3339: text), instant.rfc3339 == text else {
      throw damage(column, "an instant as RFC 3339 in UTC")
    }
    return instant
  }

  func hash(_ column: Int) throws(JournalError) -> ContentHash {
    guard let hash = ContentHash(bytes: try bytes(column)) else {
      throw damage(column, "a hash of \(ContentHash.byteCount) bytes")
    }
    return hash
  }

  func kind(_ column: Int) throws(JournalError) -> EventKind {
    guard let kind = EventKind(parsing: try text(column)) else { throw damage(column, "a kind such as 'name/1'") }
    return kind
  }

  private func value(_ column: Int) -> DatabaseValue { row[column] }

  private func damage(_ column: Int, _ expected: String) -> JournalError {
    let position = Int64.fromDatabaseValue(value(0)).map(String.init) ?? "?"
    let name = Array(row.columnNames)[column]
    return JournalError(
      .damaged, place: "event \(position)", message: "its field '\(name)' is not \(expected)",
      hint: "'mayday record verify' says what to do")
  }
}
