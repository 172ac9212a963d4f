internal import Foundation
package import GRDB
package import Learning

/// Words as the full-text search takes them.
package struct LibrarySearch: Hashable, Sendable {
  /// Words and phrases of one search; more are not looked for.
  private static let termsMax = 20
  /// Words of an excerpt.
  private static let excerptWords = 32

  private let expression: String
  /// What is marked in excerpts; nil where it is a single letter, which most words of a text may begin with.
  private let marked: String?
  /// The words alone, without marks.
  package let words: String
  /// The last word, while it is still typed.
  package let beginning: String?

  /// All words must be found, phrases in double quotes word by word; the last word is a beginning while it is still typed.
  ///
  /// Nil where nothing in it can be searched for.
  package init?(_ text: String) {
    var terms: [String] = []
    let isOpenEnded = text.last.map { $0.isLetter || $0.isNumber } ?? false
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if !index.isMultiple(of: 2) {
        terms.append(String(part))
      } else {
        terms += part.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
    terms = terms.map { $0.filter { !$0.unicodeScalars.contains("\0") } }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    terms = Array(terms.prefix(Self.termsMax))
    guard !terms.isEmpty else { return nil }
    words = terms.joined(separator: " ")
    beginning = isOpenEnded ? terms.last : nil
    let quoted = terms.map { "\"\($0)\"" }
    expression = quoted.joined(separator: " AND ") + (isOpenEnded ? "*" : "")
    if isOpenEnded, let last = terms.last, last.utf8.count == 1 {
      marked = quoted.count > 1 ? quoted.dropLast().joined(separator: " AND ") : nil
    } else {
      marked = expression
    }
  }

  /// Numbers of the postmortems that have them.
  package func numbers(_ db: Database) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid", arguments: [expression])
  }

  /// Of these postmortems the words around what was found; none for a single letter that is typed.
  package func excerpts(_ db: Database, of numbers: [Int]) throws -> [Int: Excerpt] {
    guard let marked, let first = numbers.min(), let last = numbers.max() else { return [:] }
    let open = String(Excerpt.open)
    let close = String(Excerpt.close)
    // The plus keeps SQLite from asking the index anew for every number: it is passed once, in their order.
    let sql: SQL = """
      SELECT rowid, snippet(found, 1, \(open), \(close), '…', \(Self.excerptWords)) FROM found
      WHERE found MATCH \(marked) AND +rowid IN \(numbers) AND rowid BETWEEN \(first) AND \(last)
      """
    let rows = try SQLRequest<Row>(literal: sql).fetchAll(db)
    return Dictionary(rows.map { ($0[0] as Int, Excerpt(marked: $0[1] as String)) }) { first, _ in first }
  }
}
