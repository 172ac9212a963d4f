package import Chronology

/// What an update tells people, field by field, so that nothing they need is left out.
///
/// Texts are Markdown of a line or a few; empty text is a field that nobody has filled.
package struct UpdateText: Codable, Hashable, Sendable {
  /// What does not work, as those who use it see it.
  package var broken: String
  /// Who is affected, and how many.
  package var affected: String
  /// Since when; nil when it is not known.
  package var since: Instant?
  package var doing: String
  /// What people can do meanwhile; "nothing" is an answer too.
  package var meanwhile: String
  /// When the next word comes at the latest; nil when no further word is promised.
  package var nextBy: Instant?
  package var apology: String
  /// Whatever else needs saying.
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

extension UpdateText {
  /// Whether both tell readers the same: a form knows whole seconds, so a part of one makes no other text.
  package func reads(as other: UpdateText) -> Bool {
    inWholeSeconds == other.inWholeSeconds
  }

  private var inWholeSeconds: UpdateText {
    func whole(_ instant: Instant) -> Instant { Instant(seconds: instant.nanoseconds / 1_000_000_000) }
    var text = self
    text.since = since.map(whole)
    text.nextBy = nextBy.map(whole)
    return text
  }
}
