package import Chronology
package import Incidents

/// Somebody who can be called when it comes, and for what.
package struct RosterPerson: Codable, Hashable, Sendable {
  /// How well somebody fills a role: who is asked first, who is next.
  package enum Place: String, Codable, CaseIterable, Comparable, Hashable, Sendable {
    case first
    case next
    /// Has not done it yet; can be asked when there is nobody else, beside somebody who has.
    case learning

    package static func < (left: Place, right: Place) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  package struct RolePlace: Codable, Hashable, Sendable {
    /// Identifier of the role.
    package var role: String
    package var place: Place

    package init(role: String, place: Place) {
      self.role = role
      self.place = place
    }
  }

  /// A way to reach somebody.
  package struct Contact: Codable, Hashable, Sendable {
    /// What it is: `telephone`, `mail`, `chat`.
    package var kind: String
    package var value: String

    package init(kind: String, value: String) {
      self.kind = kind
      self.value = value
    }

    package static let telephone = "telephone"
    package static let mail = "mail"

    /// What a way is where nobody said: most of them are telephones.
    package static func kind(of value: String) -> String { value.contains("@") ? mail : telephone }
  }

  /// Days on which somebody cannot be called, both included.
  package struct Absence: Codable, Hashable, Sendable {
    package var from: CivilDate
    package var to: CivilDate

    package init(from: CivilDate, to: CivilDate) {
      self.from = from
      self.to = to
    }

    package func covers(_ day: CivilDate) -> Bool { from <= day && day <= to }
  }

  package var name: String
  package var roles: [RolePlace]
  package var contacts: [Contact]
  package var absences: [Absence]

  package init(name: String, roles: [RolePlace] = [], contacts: [Contact] = [], absences: [Absence] = []) {
    self.name = name
    self.roles = roles
    self.contacts = contacts
    self.absences = absences
  }

  package func place(in role: String) -> Place? { roles.first { $0.role == role }?.place }

  package func isAway(on day: CivilDate) -> Bool { absences.contains { $0.covers(day) } }
}

extension RosterPerson {
  private static let rolesMax = IncidentLimits.rolesMax
  private static let contactsMax = 10
  private static let absencesMax = 50

  /// The person as they may be recorded: texts in bounds, roles that there are, days in order.
  package func checked(roles known: Set<String>) throws(IncidentRefusal) -> RosterPerson {
    var person = self
    person.name = try TextCheck.line(name, "name", max: IncidentLimits.nameScalarsMax)
    try Self.hold(roles.count, to: Self.rolesMax, "roles")
    try Self.hold(contacts.count, to: Self.contactsMax, "contacts")
    try Self.hold(absences.count, to: Self.absencesMax, "absences")
    for entry in roles where !known.contains(entry.role) {
      throw IncidentRefusal(
        .unknownRole, place: "roles", message: "there is no role '\(entry.role)'",
        hint: "use one of: \(known.sorted().joined(separator: ", "))")
    }
    if Set(roles.map(\.role)).count != roles.count {
      throw IncidentRefusal(
        .invalidText, place: "roles", message: "a role stands there twice", hint: "keep one of them")
    }
    for index in contacts.indices {
      let value = try TextCheck.line(contacts[index].value, "contacts/\(index)/value", max: 200)
      let kind = contacts[index].kind.isEmpty ? Contact.kind(of: value) : contacts[index].kind
      person.contacts[index] = Contact(
        kind: try TextCheck.line(kind, "contacts/\(index)/kind", max: 40), value: value)
    }
    for (index, absence) in absences.enumerated() where absence.to < absence.from {
      throw IncidentRefusal(
        .invalidInstant, place: "absences/\(index)/to",
        message: "\(absence.to) is before \(absence.from), when it begins", hint: "give the first day first")
    }
    person.absences.sort { $0.from < $1.from }
    return person
  }

  private static func hold(_ count: Int, to max: Int, _ place: String) throws(IncidentRefusal) {
    guard count > max else { return }
    throw IncidentRefusal(
      .limitPassed, place: place, message: "there are \(count), and \(max) are possible", hint: "leave some out")
  }
}
