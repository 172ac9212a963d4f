/// A person and the words that stand for them in public.
package struct PersonRole: Hashable, Codable, Sendable {
  /// Ways in which texts name the person: `Kim Lee`, `kim`, `@kim`.
  package var names: [String]
  /// A phrase with its article: `the incident commander`, `an engineer`.
  package var role: String

  package init(names: [String], role: String) {
    self.names = names
    self.role = role
  }
}
