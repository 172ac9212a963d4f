/// What is wrong with one field of a body.
package struct FieldProblem: Codable, Hashable, Sendable {
  /// JSON pointer (RFC 6901): `/options/2`; empty for the body itself.
  package var pointer: String
  /// The fact, in one lower-case sentence without a full stop, with both numbers where a limit was passed.
  package var message: String

  package init(pointer: String, message: String) {
    self.pointer = pointer
    self.message = message
  }
}
