package import Chronology

/// Something earlier that looks like what is asked about: a candidate with reasons, never a verdict.
package struct Likeness: Codable, Hashable, Sendable {
  /// `INC-12`; nil where only a document tells of it.
  package var incident: String?
  /// `PM-7`; nil where none was written.
  package var postmortem: String?
  package var title: String
  /// When it began, where that is known.
  package var at: Instant?
  /// The day on which it happened, where no instant is known.
  package var day: CivilDate?
  /// What it came down to: its first factor, or what users felt; nil where nothing says so.
  package var outcome: String?
  /// Whether it is ours.
  package var isOurs: Bool
  /// 0 to 1; good for an order, not for a probability.
  package var score: Double
  /// Whether it is alike enough to be told without being asked.
  package var isStrong: Bool
  /// Each checkable: `shares 3 patterns of its evidence, first '…'`, `the words certificate, expired, edge`.
  package var reasons: [String]
  /// Patterns of evidence that both have, as they read in the other one; the heaviest first.
  package var patterns: [String]
  /// Words that both have, the most telling first.
  package var words: [String]

  package init(
    incident: String?, postmortem: String?, title: String, at: Instant?, day: CivilDate? = nil, outcome: String?,
    isOurs: Bool, score: Double, isStrong: Bool, reasons: [String], patterns: [String], words: [String]
  ) {
    self.incident = incident
    self.postmortem = postmortem
    self.title = title
    self.at = at
    self.day = day
    self.outcome = outcome
    self.isOurs = isOurs
    self.score = score
    self.isStrong = isStrong
    self.reasons = reasons
    self.patterns = patterns
    self.words = words
  }

  /// `INC-12`, else `PM-7`.
  package var name: String { incident ?? postmortem ?? "" }
}
