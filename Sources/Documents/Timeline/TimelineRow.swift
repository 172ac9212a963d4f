package import Chronology
package import Findings

/// One line of a timeline section.
package struct TimelineRow: Sendable, Hashable {
  /// Date, time and zone as written.
  package var when: String
  /// What was read from it.
  package var mention: TimeMention
  /// The day it belongs to: its own, or that of what stands above it.
  package var day: CivilDate?
  /// Nil unless day, time and zone are all known, be it from the heading, the section or the front matter.
  package var instant: Instant?
  /// What happened, without markup.
  package var text: String
  /// Code, links and the contents of an evidence column, as written.
  package var evidence: [String]
  /// From 1.
  package var line: Int
  /// Where ``when`` stands.
  package var span: TextSpan
  /// Index of its section in the document.
  package var section: Int
}
