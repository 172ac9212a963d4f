package import Chronology

/// What somebody tells first-hand; a source, never a subject.
package struct AccountStatement: Codable, Hashable, Sendable {
  package var saw: String
  package var expected: String
  package var surprised: String
  /// Why what they did made sense then.
  package var sense: String
  /// When the first thing happened that they tell of, as far as they know.
  package var at: Instant?

  package init(
    saw: String, expected: String = "", surprised: String = "", sense: String = "", at: Instant? = nil
  ) {
    self.saw = saw
    self.expected = expected
    self.surprised = surprised
    self.sense = sense
    self.at = at
  }
}

/// Participants were asked for their accounts.
package struct AccountsAsked: Codable, Hashable, Sendable {
  package var people: [String]

  package init(people: [String]) { self.people = people }
}

/// Somebody told what they saw, or told it anew; or said that they will not.
package struct AccountGiven: Codable, Hashable, Sendable {
  package var person: String
  /// Nil: they would rather not.
  package var statement: AccountStatement?

  package init(person: String, statement: AccountStatement?) {
    self.person = person
    self.statement = statement
  }
}

/// The accounts were opened to all who may read the postmortem.
package struct AccountsOpened: Codable, Hashable, Sendable {
  /// Why they were opened before all were in; nil where all were.
  package var reason: String?

  package init(reason: String? = nil) { self.reason = reason }
}

/// One participant's account, as far as it is.
package struct ParticipantAccount: Codable, Hashable, Sendable {
  package var person: String
  package var asked: Instant?
  package var given: Instant?
  package var isDeclined = false
  package var statement: AccountStatement?

  package init(person: String) { self.person = person }

  package var isIn: Bool { given != nil || isDeclined }
}
