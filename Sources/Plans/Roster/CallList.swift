package import Chronology
package import Incidents

/// Who is asked to take a role today, whoever is asked first standing first.
package struct CallList: Codable, Hashable, Sendable {
  /// People who are named for one role: whoever calls more than these needs another plan.
  package static let askedMax = 10

  /// Somebody who can be asked.
  package struct Asked: Codable, Hashable, Sendable {
    package var name: String
    package var place: RosterPerson.Place
    /// Empty for those who may not see how to reach people.
    package var contacts: [RosterPerson.Contact]

    package init(name: String, place: RosterPerson.Place, contacts: [RosterPerson.Contact] = []) {
      self.name = name
      self.place = place
      self.contacts = contacts
    }
  }

  /// What the roster says of one role.
  package struct Call: Codable, Hashable, Sendable {
    /// Identifier of the role.
    package var role: String
    /// At most ``askedMax``.
    package var asked: [Asked]
    /// Those who fill the role and cannot be called today.
    package var away: [String]

    package init(role: String, asked: [Asked] = [], away: [String] = []) {
      self.role = role
      self.asked = asked
      self.away = away
    }
  }

  package private(set) var calls: [Call] = []
  /// Everybody who is on the roster and has not left.
  package private(set) var people: [String] = []

  /// Nobody is known.
  package init() {}

  package init(_ roster: Roster, roles: [RoleDefinition], on day: CivilDate) {
    people = roster.here.map(\.person.name)
    calls = roles.compactMap { role in
      let fillers = roster.fillers(of: role.id)
      guard !fillers.isEmpty else { return nil }
      return Call(
        role: role.id,
        asked: fillers.filter { !$0.person.isAway(on: day) }.prefix(Self.askedMax).map { member in
          Asked(
            name: member.person.name, place: member.person.place(in: role.id) ?? .learning,
            contacts: member.person.contacts)
        }, away: fillers.filter { $0.person.isAway(on: day) }.map(\.person.name))
    }
  }

  /// A role that nobody on the roster fills is a call that asks nobody.
  package func call(for role: String) -> Call { calls.first { $0.role == role } ?? Call(role: role) }

  /// Names to offer for a role: those who fill it, then everybody else.
  package func names(for role: String) -> [String] {
    let asked = call(for: role).asked.map(\.name)
    return asked + people.filter { !asked.contains($0) }
  }
}

extension CallList.Call {
  /// Who is asked, in a line: `Kim first, then Lea; Zoe is away today`; nil where nobody fills the role.
  package var words: String? {
    let able = asked.filter { $0.place != .learning }.map(\.name)
    let learning = asked.filter { $0.place == .learning }.map(\.name)
    var parts: [String] = []
    if let first = able.first {
      parts.append(([first + " first"] + able.dropFirst().map { "then " + $0 }).joined(separator: ", "))
    }
    if !learning.isEmpty { parts.append("\(learning.joined(separator: ", ")) still learning") }
    if !away.isEmpty { parts.append("\(away.joined(separator: ", ")) away today") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

/// What a step of a plan names, as it stands in an incident: who has the role, else who could take it.
package struct StepPerson: Codable, Hashable, Sendable {
  /// As the plan writes it.
  package var named: String
  /// Identifier of the role; nil where the plan names somebody, or a role that the policy does not have.
  package var role: String?
  /// Who has the role now.
  package var holder: String?
  /// Who could take it; empty where somebody has it.
  package var asked: [CallList.Asked]

  package init(_ named: String, in incident: Incident, policy: Policy, calls: CallList) {
    self.named = named
    let definition = policy.definition(called: named)
    role = definition?.id
    holder = definition.flatMap { incident.holder(of: $0.id) }
    asked = holder == nil ? definition.map { calls.call(for: $0.id).asked } ?? [] : []
  }

  /// `communications: Ben has it`, `communications: nobody yet; Kim, then Lea`.
  package var words: String {
    guard role != nil else { return named }
    if let holder { return "\(named): \(holder)" }
    return asked.isEmpty
      ? "\(named): nobody yet" : "\(named): nobody yet; \(asked.map(\.name).joined(separator: ", then "))"
  }
}
