/// Why a journal did not do what it was asked.
package struct JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// Somebody else appended first: read the stream again and decide anew.
    case wrongExpectedVersion(expected: ExpectedVersion, actual: StreamVersion)
    case invalidName
    case limitPassed(limit: Int, actual: Int)
    /// Nothing to append, or one stream named twice.
    case malformedAppend
    case noSuchPayload
    /// It was erased before, or says what was erased.
    case notErasable
    case notFound
    case notARecord
    case newerSchema
    case readOnly
    /// Other writers held the record for longer than the timeout.
    case busy
    /// What is stored cannot be read as it was written.
    case damaged
    case storage
  }

  package let code: Code
  /// The stream, event or file.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String?

  package init(_ code: Code, place: String, message: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package var description: String {
    "\(place): \(message)" + (hint.map { "; \($0)" } ?? "")
  }
}
