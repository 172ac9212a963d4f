package import Incidents
package import Schemas
import WireSchemas

/// What the team has agreed on for the time of an incident.
package struct PolicyAnswer: Codable, Hashable, Sendable {
  package var policy: Policy
  /// Zero: nobody has changed what a team begins with.
  package var version: Int64

  package init(policy: Policy, version: Int64) {
    self.policy = policy
    self.version = version
  }

  package static let schema = Schema.object(
    [.required("policy", policySchema), .required("version", WireSchema.version)], name: "PolicyAnswer")

  /// The policy itself, in answers and as it is set.
  package static let policySchema = Schema.object(
    [
      .required("severities", .list(of: severity, max: IncidentLimits.severitiesMax, min: 1)),
      .required("levelWhenNotSaid", WireSchema.level.noted("In doubt the higher.")),
      .required("roles", .list(of: role, max: IncidentLimits.rolesMax, min: 1)),
      .required("protocols", protocols),
      .required(
        "warnBeforeMinutes",
        .integer(0...Int64(IncidentLimits.protocolMinutesMax)).noted("How long before a promised word to warn.")),
    ], name: "Policy")

  private static let severity = Schema.object(
    [
      .required("level", WireSchema.level.noted("1 is the worst.")), .required("name", WireSchema.person),
      .required("meaning", WireSchema.text), .required("colour", .matching("^#[0-9a-fA-F]{6}$", max: 7)),
      .required("roles", .list(of: WireSchema.identifier, max: IncidentLimits.rolesMax)),
      .required("needsPostmortem", .flag),
      .optional(
        "actionDueDays",
        .object([.required("immediate", .integer(0...3650)), .required("longTerm", .integer(0...3650))])
          .noted("Within how many days of the resolution actions are due.")),
    ], name: "Severity")

  private static let role = Schema.object(
    [
      .required("id", WireSchema.identifier), .required("name", WireSchema.person),
      .required("duty", WireSchema.text),
    ], name: "RoleDefinition")

  static let wantedRoles = Schema.list(
    of: .object([
      .required("id", WireSchema.identifier), .optional("name", WireSchema.person),
      .optional("duty", WireSchema.text.noted("Left out: the card that Mayday has for it.")),
    ]), max: IncidentLimits.rolesMax, min: 1)

  static let protocols = Schema.list(
    of: protocolSchema, max: IncidentLimits.severitiesMax * Audience.allCases.count)

  private static let minutes = Schema.integer(1...Int64(IncidentLimits.protocolMinutesMax))

  private static let protocolSchema = Schema.object(
    [
      .required("severity", WireSchema.level), .required("audience", .choice(of: Audience.self)),
      .required("speaker", WireSchema.identifier),
      .optional("firstWithinMinutes", minutes.noted("Absent: no first word is due.")),
      .optional("everyMinutes", minutes.noted("Absent: only what was promised is due.")),
      .required("approval", .choice(of: CommunicationProtocol.Approval.self)),
      .required("template", UpdateTextSchema.template),
    ], name: "Protocol")
}

extension UpdateTextSchema {
  /// What a new update begins with: every text is there, if only empty.
  static let template = Schema.object(
    ["broken", "affected", "doing", "meanwhile", "apology", "more"].map { .required($0, WireSchema.textOrEmpty) }
      + [.optional("since", .instant), .optional("nextBy", .instant)], name: "UpdateTemplate")
}
