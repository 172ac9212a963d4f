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
  /// The card of whoever has it, for somebody who never did it: what they do, what they leave to others, what comes first.
  package var duty: String

  package init(id: String, name: String, duty: String) {
    self.id = id
    self.name = name
    self.duty = duty
  }

  /// The first sentence of the card, for where there is room for one.
  package var gist: String {
    guard let end = duty.firstRange(of: ". ") else { return duty }
    return String(duty[..<end.lowerBound]) + "."
  }
}
