/// Why evidence cannot be read at all.
///
/// What is wrong with a part of it stands in the notes of its source.
package struct EvidenceError: Error, CustomStringConvertible, Sendable {
  package enum Code: String, Sendable {
    case missingPath
    case nothingFound
    case tooManyFiles
  }

  package var code: Code
  /// The path as it was given.
  package var place: String
  package var expected: String
  package var hint: String

  package init(code: Code, place: String, expected: String, hint: String) {
    self.code = code
    self.place = place
    self.expected = expected
    self.hint = hint
  }

  package var description: String { "'\(place)': \(expected); \(hint)" }
}
