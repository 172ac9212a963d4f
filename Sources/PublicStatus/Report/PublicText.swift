package import Chronology

/// What an update tells people, field by field.
///
/// Texts are Markdown of a line or a few; empty text is a field that nobody has filled.
package struct PublicText: Codable, Hashable, Sendable {
  /// What does not work, as those who use it see it.
  package var broken: String
  /// Who is affected, and how many.
  package var affected: String
  /// Since when; nil when it is not known.
  package var since: Instant?
  package var doing: String
  /// What people can do meanwhile.
  package var meanwhile: String
  /// When the next word comes at the latest; nil when no further word is promised.
  package var nextBy: Instant?
  package var apology: String
  /// Whatever else needs saying; also the whole of a text that has no fields.
  package var more: String

  package init(
    broken: String = "", affected: String = "", since: Instant? = nil, doing: String = "", meanwhile: String = "",
    nextBy: Instant? = nil, apology: String = "", more: String = ""
  ) {
    self.broken = broken
    self.affected = affected
    self.since = since
    self.doing = doing
    self.meanwhile = meanwhile
    self.nextBy = nextBy
    self.apology = apology
    self.more = more
  }
}

/// That an update was changed after it was published, and what it said before.
package struct PublicCorrection: Codable, Hashable, Sendable {
  package var instant: Instant
  package var former: PublicText
  package var reason: String

  package init(instant: Instant, former: PublicText, reason: String) {
    self.instant = instant
    self.former = former
    self.reason = reason
  }
}

/// That an update no longer holds as a whole; it stays to be seen, struck.
package struct PublicWithdrawal: Codable, Hashable, Sendable {
  package var instant: Instant
  package var reason: String

  package init(instant: Instant, reason: String) {
    self.instant = instant
    self.reason = reason
  }
}
