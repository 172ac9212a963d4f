/// A part that somebody plays in an incident.
package struct RoleDefinition: Codable, Hashable, Sendable {
  /// Leads the incident; there is always one in a policy.
  package static let commander = "commander"
  package static let communications = "communications"
  package static let operations = "operations"
  package static let scribe = "scribe"

  /// Lower-case letters, digits and `-`.
  package var id: String
  package var name: String
  /// What whoever has it does, in a sentence, for somebody who never did it.
  package var duty: String

  package init(id: String, name: String, duty: String) {
    self.id = id
    self.name = name
    self.duty = duty
  }
}
