package import Findings
package import Postmortems
package import TextComparing

/// A text as it would leave for an audience, with all that was done to it.
package struct PreparedText: Sendable {
  package var audience: PublicationAudience
  package var markdown: String
  /// In order of the source; their places are places of the source, also for what was moved.
  package var findings: [Finding]
  /// Words that stand for others now.
  package var replaced: [Replacement]
  /// What is in the source and not in the text.
  package var dropped: [DroppedPart]
  /// The source against the text, word by word.
  package var comparison: [Passage]

  package init(
    audience: PublicationAudience, markdown: String, findings: [Finding], replaced: [Replacement],
    dropped: [DroppedPart], comparison: [Passage]
  ) {
    self.audience = audience
    self.markdown = markdown
    self.findings = findings
    self.replaced = replaced
    self.dropped = dropped
    self.comparison = comparison
  }

  /// Whether nothing at error holds the text back.
  package var mayLeave: Bool { !findings.contains { $0.severity == .error } }
}

/// Words of the source and what stands for them.
package struct Replacement: Hashable, Sendable {
  package var original: String
  package var replacement: String
  /// Line of the source, from 1; nil for words of the opening text.
  package var line: Int?

  package init(original: String, replacement: String, line: Int?) {
    self.original = original
    self.replacement = replacement
    self.line = line
  }
}

/// A part of the source that the text does not have.
package struct DroppedPart: Hashable, Sendable {
  package enum Reason: String, Codable, Sendable {
    /// Marked for other audiences.
    case audienceMark = "audience-mark"
    /// A section this audience does not get.
    case section
    case frontMatter = "front-matter"
    case comment
    /// Columns, rows and references that lead to evidence.
    case evidence
    /// Rows of the timeline that tell how the work went on inside.
    case timelineRow = "timeline-row"
    /// Rows that say only that a measure of ours is not known.
    case unmeasured
    /// Owners, days and checks of actions, and actions that were declined.
    case actionDetail = "action-detail"
    /// The target of a link; its words stay.
    case link
  }

  package var reason: Reason
  /// The heading of the section, or the first words of the part.
  package var title: String
  /// Lines of the source, from 1.
  package var lines: ClosedRange<Int>

  package init(reason: Reason, title: String, lines: ClosedRange<Int>) {
    self.reason = reason
    self.title = title
    self.lines = lines
  }
}
