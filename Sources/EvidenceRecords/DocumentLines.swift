import Foundation

/// Finds the lines of a JSON document on which its records stand, in one pass over its bytes.
struct DocumentLines {
  private let data: Data
  private var at: Data.Index
  private var line = 1

  init(_ text: RecordText) {
    data = text.data
    at = text.data.startIndex
  }

  /// The line of the next `"value"` at or after the one found before, which is not found again where it `isPassed`; nil
  /// when there is none.
  mutating func line(of value: String, isPassed: Bool = false) -> Int? {
    guard let place = data.range(of: Data("\"\(value)\"".utf8), in: at..<data.endIndex) else { return nil }
    line += data[at..<place.lowerBound].count { $0 == 10 }
    at = isPassed ? place.upperBound : place.lowerBound
    return line
  }
}
