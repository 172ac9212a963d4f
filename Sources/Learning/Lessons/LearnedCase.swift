package import Chronology
internal import Incidents
internal import Postmortems

/// All that is known of one case: an incident, its postmortem, the patterns of its evidence.
package struct LearnedCase: Sendable {
  package var incident: MeasuredIncident?
  package var lesson: Lesson?
  /// Of the postmortem.
  package var words: WordCounts
  package var patterns: [EvidencePattern]
  /// When the evidence saw it begin.
  package var onset: Instant?

  package init(
    incident: MeasuredIncident? = nil, lesson: Lesson? = nil, words: WordCounts = WordCounts(),
    patterns: [EvidencePattern] = [], onset: Instant? = nil
  ) {
    self.incident = incident
    self.lesson = lesson
    self.words = words
    self.patterns = patterns
    self.onset = onset
  }

  package var isEmpty: Bool { incident == nil && lesson == nil }
  package var title: String { lesson?.title ?? incident?.title ?? "" }
  package var began: Instant? { incident?.began ?? onset ?? lesson?.facts?.started }
  /// The day on which it happened, also where the hour is not known.
  package var day: CivilDate? { began?.clock().date ?? lesson?.facts?.day }
  package var severity: Int? { incident?.severity ?? lesson?.facts?.severity }
  package var components: [String] { incident?.components ?? [] }
  package var isOurs: Bool { lesson?.isOurs ?? true }
  package var isDrill: Bool { incident?.isDrill ?? false }
  package var impact: String? { incident?.impact ?? lesson?.facts?.impact }

  package var traits: Traits {
    var all = words
    if let incident {
      all.add(incident.title, weight: lesson == nil ? 3 : 1)
      if let impact = incident.impact { all.add(impact, weight: 1.5) }
    }
    return Traits(
      words: all, patterns: patterns, components: Set(components), kinds: Set(lesson?.factors.map(\.kind) ?? []))
  }

  /// What it came down to, in one line.
  private var outcome: String? {
    let first = lesson?.factors.first { $0.kind == .trigger } ?? lesson?.factors.first
    return (first?.text ?? impact).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What is told of it where it is like another.
  package func likeness(_ match: LikenessIndex.Match) -> Likeness {
    Likeness(
      incident: incident?.name, postmortem: lesson?.name, title: title, at: began,
      day: began == nil ? day : nil, outcome: outcome, isOurs: isOurs,
      score: match.score, isStrong: match.isStrong, reasons: match.reasons, patterns: match.patterns,
      words: match.words)
  }
}
