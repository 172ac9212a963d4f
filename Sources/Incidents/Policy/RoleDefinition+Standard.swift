extension RoleDefinition {
  /// The roles that a team begins with, each with its card.
  ///
  /// The first four lead an incident; severities ask for them. The others are what plans call upon: in a small company
  /// several of them are one person, and some are somebody outside who has agreed to be called.
  package static let standard: [RoleDefinition] = leading + calledUpon

  private static let leading = [
    RoleDefinition(
      id: commander, name: "Commander",
      duty: """
        Leads: keeps the whole in view, decides, and hands out tasks. Repairs nothing meanwhile and writes no updates; \
        whoever does is not leading. First: say aloud that you lead, what is known, and who does what until when.
        """),
    RoleDefinition(
      id: communications, name: "Communications",
      duty: """
        Speaks to everybody who is not in the room: true, plain words, on time. Promises no repair and guesses no cause. \
        First: say what does not work, for whom and since when, that you are sorry, and when the next word comes.
        """),
    RoleDefinition(
      id: operations, name: "Operations",
      duty: """
        Finds out and repairs, alone or with others, and says what changes before changing it. Makes one change at a \
        time and leaves what people are told to others. First: look at what changed last, and whether it can be undone.
        """),
    RoleDefinition(
      id: scribe, name: "Scribe",
      duty: """
        Writes down what is seen, decided and done, with its time, so that nobody has to remember it. Judges nothing and \
        tidies nothing up. First: note who is here, who leads, and what was seen when.
        """),
  ]

  private static let calledUpon = [
    RoleDefinition(
      id: "support", name: "Support",
      duty: """
        Hears customers and tells the room what they see; gives them the words that were agreed on. Says no more than \
        what is published. First: ask three customers what they tried, what they saw, and when.
        """),
    RoleDefinition(
      id: "security", name: "Security",
      duty: """
        Finds out who got in, how and to what, shuts the way in, and keeps the traces. Deletes and rebuilds nothing before \
        it was copied. First: copy what shows it, then lock the account or the machine.
        """),
    RoleDefinition(
      id: "management", name: "Management",
      duty: """
        Decides what costs money, contracts or reputation, and says who alone speaks outside. Does not lead the repair. \
        First: ask the commander which decision is needed from you, and by when.
        """),
    RoleDefinition(
      id: "legal", name: "Legal",
      duty: """
        Knows the clocks of law and contract, calls counsel, and tells authorities and partners in time; can be somebody \
        outside who has agreed to be called. Holds no warning back that keeps people safe. First: write down the hour at \
        which we became aware, and what is due by when.
        """),
  ]
}

extension Policy {
  /// A role that somebody wants to add; without words of their own it comes with its card.
  package struct WantedRole: Hashable, Sendable {
    package var id: String
    /// Nil: as the card has it, else made from the identifier.
    package var name: String?
    /// Nil: as the card has it.
    package var duty: String?

    package init(id: String, name: String? = nil, duty: String? = nil) {
      self.id = id
      self.name = name
      self.duty = duty
    }
  }

  /// Adds roles behind those that there are; one that is there already is left as it is.
  ///
  /// Throws where nothing is new, a role has neither a card nor a duty, or there would be too many.
  package mutating func add(_ wanted: [WantedRole]) throws(IncidentRefusal) {
    var added: [RoleDefinition] = []
    for role in wanted where self.role(role.id) == nil && !added.contains(where: { $0.id == role.id }) {
      let card = RoleDefinition.standard.first { $0.id == role.id }
      guard let duty = role.duty ?? card?.duty else {
        throw IncidentRefusal(
          .invalidPolicy, place: "roles", message: "there is no card for '\(role.id)'",
          hint: "say in a sentence what whoever has it does")
      }
      let made = role.id.prefix(1).uppercased() + role.id.dropFirst().replacing("-", with: " ")
      added.append(RoleDefinition(id: role.id, name: role.name ?? card?.name ?? made, duty: duty))
    }
    guard !added.isEmpty else { throw .nothingNew("roles") }
    guard roles.count + added.count <= IncidentLimits.rolesMax else {
      throw IncidentRefusal(
        .limitPassed, place: "roles",
        message: "there would be \(roles.count + added.count), and \(IncidentLimits.rolesMax) are possible",
        hint: "let one role do what two were to do")
    }
    roles += added
  }
}
