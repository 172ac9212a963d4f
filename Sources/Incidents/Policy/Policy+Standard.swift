extension Policy {
  /// What a team begins with.
  package static let standard = Policy(
    severities: [
      Severity(
        level: 1, name: "SEV1",
        meaning: "Most customers cannot do what they came for, or data, money or people's safety are at risk.",
        colour: "#d9363e",
        roles: [
          RoleDefinition.commander, RoleDefinition.communications, RoleDefinition.operations, RoleDefinition.scribe,
        ], needsPostmortem: true),
      Severity(
        level: 2, name: "SEV2",
        meaning: "An important part fails for many customers, or for all of them now and then.", colour: "#e0752b",
        roles: [RoleDefinition.commander, RoleDefinition.communications, RoleDefinition.operations],
        needsPostmortem: true),
      Severity(
        level: 3, name: "SEV3",
        meaning: "Something fails for a few customers, or there is a way around it.", colour: "#c9a227",
        roles: [RoleDefinition.commander], needsPostmortem: false),
      Severity(
        level: 4, name: "SEV4", meaning: "Nobody outside notices yet; it will matter if it stays.", colour: "#5b8def",
        roles: [RoleDefinition.commander], needsPostmortem: false),
    ],
    levelWhenNotSaid: 2,
    roles: RoleDefinition.standard, protocols: standardProtocols, warnBeforeMinutes: 5)

  private static let standardProtocols: [CommunicationProtocol] = [
    word(1, .internal, RoleDefinition.commander, first: 10, every: 20),
    word(1, .stakeholders, RoleDefinition.communications, first: 30, every: 60),
    word(1, .customers, RoleDefinition.communications, first: 15, every: 20, approval: .secondPerson),
    word(2, .internal, RoleDefinition.commander, first: 15, every: 30),
    word(2, .stakeholders, RoleDefinition.communications, first: 60, every: 120),
    word(2, .customers, RoleDefinition.communications, first: 20, every: 30),
    word(3, .internal, RoleDefinition.commander, first: 60, every: 120),
    word(3, .customers, RoleDefinition.communications, first: 60, every: 120),
  ]

  private static func word(
    _ severity: Int, _ audience: Audience, _ speaker: String, first: Int, every: Int,
    approval: CommunicationProtocol.Approval = .none
  ) -> CommunicationProtocol {
    let isOutside = audience == .customers
    return CommunicationProtocol(
      severity: severity, audience: audience, speaker: speaker, firstWithinMinutes: first, everyMinutes: every,
      approval: approval,
      template: UpdateText(apology: isOutside ? "We are sorry." : ""))
  }
}
