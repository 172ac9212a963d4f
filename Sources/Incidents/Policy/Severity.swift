/// How bad an incident is, and what that asks of the team; a team's own words and colours.
package struct Severity: Codable, Hashable, Sendable {
  /// 1 is the worst; also its order.
  package var level: Int
  /// Short: `SEV1`.
  package var name: String
  /// By what one tells that an incident is of it, in a sentence.
  package var meaning: String
  /// `#rrggbb`; never the only sign.
  package var colour: String
  /// Identifiers of the roles that it asks for until they are filled.
  package var roles: [String]
  package var needsPostmortem: Bool
  /// Nil: the standard.
  package var actionDueDays: ActionDueDays?

  package init(
    level: Int, name: String, meaning: String, colour: String, roles: [String], needsPostmortem: Bool,
    actionDueDays: ActionDueDays? = nil
  ) {
    self.level = level
    self.name = name
    self.meaning = meaning
    self.colour = colour
    self.roles = roles
    self.needsPostmortem = needsPostmortem
    self.actionDueDays = actionDueDays
  }
}
