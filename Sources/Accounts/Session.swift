package import Chronology

/// One browser that is signed in, as its owner sees it listed.
package struct SessionSummary: Hashable, Sendable {
  /// Names it in lists and in `Caller.origin`; opens nothing.
  package var id: String
  package var created: Instant
  /// To the minute.
  package var lastSeen: Instant
  /// When it ends if nothing is asked of it any more.
  package var expires: Instant
  /// Where it was begun.
  package var address: String
  package var agent: String

  package init(id: String, created: Instant, lastSeen: Instant, expires: Instant, address: String, agent: String) {
    self.id = id
    self.created = created
    self.lastSeen = lastSeen
    self.expires = expires
    self.address = address
    self.agent = agent
  }
}

/// A session at the one moment at which its secret is known.
package struct SessionGrant: Hashable, Sendable {
  /// For the cookie; letters, digits, `-` and `_`.
  package var secret: String
  package var csrfToken: String
  package var caller: Caller
  package var id: String
  /// When it ends however much it is used: the cookie's end.
  package var endsAtLatest: Instant

  package init(secret: String, csrfToken: String, caller: Caller, id: String, endsAtLatest: Instant) {
    self.secret = secret
    self.csrfToken = csrfToken
    self.caller = caller
    self.id = id
    self.endsAtLatest = endsAtLatest
  }
}

/// Who stands behind a cookie, with today's role.
package struct SessionState: Hashable, Sendable {
  package var caller: Caller
  /// What every form of this session must bring along; the same for the whole session.
  package var csrfToken: String
  package var id: String
  package var expires: Instant

  package init(caller: Caller, csrfToken: String, id: String, expires: Instant) {
    self.caller = caller
    self.csrfToken = csrfToken
    self.id = id
    self.expires = expires
  }

  /// Whether a form brought this session's token, in a time that does not tell how nearly.
  package func accepts(csrfToken sent: String) -> Bool {
    AccessSecret.areEqual(sent, csrfToken)
  }
}
