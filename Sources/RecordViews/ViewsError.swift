/// Why the views cannot be used: their file is of another program, or damaged, or does not fit the record.
package struct ViewsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String

  package var description: String { "\(place): \(message); \(hint)" }
}
