package import Chronology

/// What is known beside a plan: who there is, what was rehearsed, what a link leads to.
///
/// What nobody looked at is nil and is not judged: a file alone can be checked as well.
package struct PlanContext: Sendable {
  /// Somebody who can fill a role.
  package struct Person: Hashable, Sendable {
    package var name: String
    package var roles: Set<String>
    /// False once they have left.
    package var isHere: Bool
    /// Whether anything says how to reach them.
    package var isReachable: Bool

    package init(name: String, roles: Set<String>, isHere: Bool = true, isReachable: Bool = true) {
      self.name = name
      self.roles = roles
      self.isHere = isHere
      self.isReachable = isReachable
    }
  }

  /// When a plan was last played, and what came of it.
  package struct Rehearsal: Hashable, Sendable {
    package var day: CivilDate
    /// Why the plan did not hold in it; nil where it did.
    package var shortfall: String?

    package init(day: CivilDate, shortfall: String? = nil) {
      self.day = day
      self.shortfall = shortfall
    }
  }

  package var today: CivilDate?
  /// Identifiers and names of the roles that there are, in lower case; nil when nobody said.
  package var roles: Set<String>?
  package var people: [Person]?
  /// The last rehearsal of each plan by name; nil when nobody looked.
  package var rehearsals: [String: Rehearsal]?
  /// Audiences that somebody has to be told, by name.
  package var audiences: [String]
  /// What each address or path that was tried leads to; one that was not tried is not in it.
  package var linkStates: [String: LinkState]
  /// Identifiers and names of components; nil when nobody said.
  package var components: Set<String>?

  /// What a link leads to.
  package enum LinkState: Hashable, Sendable {
    case good
    /// With what was answered: `404`, `no such file`.
    case gone(String)
  }

  package init(
    today: CivilDate? = nil, roles: Set<String>? = nil, people: [Person]? = nil,
    rehearsals: [String: Rehearsal]? = nil, audiences: [String] = ["internal", "stakeholders", "customers"],
    linkStates: [String: LinkState] = [:], components: Set<String>? = nil
  ) {
    self.today = today
    self.roles = roles
    self.people = people
    self.rehearsals = rehearsals
    self.audiences = audiences
    self.linkStates = linkStates
    self.components = components
  }
}
