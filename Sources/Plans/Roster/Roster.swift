package import Chronology
package import Incidents

/// Who can be called, as its events add up.
package struct Roster: Codable, Hashable, Sendable {
  /// More than a company of the size that keeps one list.
  package static let peopleMax = 500

  package struct Member: Codable, Hashable, Sendable {
    package var number: Int
    package var person: RosterPerson
    /// When the entry was last written.
    package var written: Instant
    /// Of the event that brought the entry as it is: others' entries may change beside it.
    package var version: Int64
    /// Whether they have left; what they did stays on the record.
    package var hasLeft = false
  }

  package private(set) var version: Int64 = 0
  /// In the order in which they came.
  package private(set) var members: [Member] = []

  package init() {}

  /// Those who are still here.
  package var here: [Member] { members.filter { !$0.hasLeft } }

  package func member(_ number: Int) -> Member? { members.first { $0.number == number } }

  /// Who can fill a role, whoever is asked first standing first.
  package func fillers(of role: String, on day: CivilDate? = nil) -> [Member] {
    here.filter { member in
      guard member.person.place(in: role) != nil else { return false }
      return day.map { !member.person.isAway(on: $0) } ?? true
    }.sorted { left, right in
      let (one, two) = (left.person.place(in: role), right.person.place(in: role))
      return one == two ? left.number < right.number : (one ?? .learning) < (two ?? .learning)
    }
  }

  package mutating func apply(_ event: RosterEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .written(let number, let person):
      if let index = members.firstIndex(where: { $0.number == number }) {
        members[index].person = person
        members[index].written = stamp.recorded
        members[index].version = stamp.version
        members[index].hasLeft = false
      } else {
        members.append(Member(number: number, person: person, written: stamp.recorded, version: stamp.version))
      }
    case .left(let number):
      guard let index = members.firstIndex(where: { $0.number == number }) else { return }
      // Ways to reach somebody who has left are nobody's business any more.
      members[index].hasLeft = true
      members[index].version = stamp.version
      members[index].person.contacts = []
      members[index].person.absences = []
    }
  }

  /// Counts an event whose content is not known or was erased.
  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }

  /// For those who may not see how to reach people.
  package var withoutContacts: Roster {
    var copy = self
    for index in copy.members.indices { copy.members[index].person.contacts = [] }
    return copy
  }

  package var nextNumber: Int { (members.map(\.number).max() ?? 0) + 1 }
}

/// What happened to the list of people; its stream is `roster`.
package enum RosterEvent: Hashable, Sendable {
  case written(number: Int, RosterPerson)
  case left(number: Int)

  private struct Written: Codable {
    var number: Int
    var person: RosterPerson
  }

  private struct Left: Codable { var number: Int }

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("roster-written", 1):
      let content = try document.decoded(Written.self)
      self = .written(number: content.number, content.person)
    case ("roster-left", 1): self = .left(number: try document.decoded(Left.self).number)
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .written(let number, let person): try .init("roster-written", Written(number: number, person: person))
    case .left(let number): try .init("roster-left", Left(number: number))
    }
  }
}
