package import Incidents

/// How a postmortem came to be.
package enum PostmortemOrigin: String, Codable, CaseIterable, Hashable, Sendable {
  /// Made from an incident of the record.
  case incident
  /// Made from files of evidence, without an incident.
  case evidence
  /// A document of our own that was brought in.
  case document
  /// Somebody else's, to be read.
  case library

  /// Whether it is about something that happened to us; only those count in statistics.
  package var isOurs: Bool { self != .library }
}

/// A postmortem was begun.
package struct PostmortemStart: Codable, Hashable, Sendable {
  /// Number of its incident; nil without one.
  package var incident: Int?
  package var origin: PostmortemOrigin
  package var title: String
  /// The whole document as Markdown, front matter included, without what was read as parts.
  package var text: String
  /// Where a document came from: a file, a page, a repository with its commit.
  package var source: String?
  /// What a document says of its incident, where the record has none.
  package var facts: IncidentFacts?
  /// What was not understood when it was read, a sentence each.
  package var notes: [String]
  /// SHA-256 of the document as it came, in lower-case hexadecimal; nil where none came.
  package var sha256: String?

  package init(
    incident: Int?, origin: PostmortemOrigin, title: String, text: String, source: String? = nil,
    facts: IncidentFacts? = nil, notes: [String] = [], sha256: String? = nil
  ) {
    self.incident = incident
    self.origin = origin
    self.title = title
    self.text = text
    self.source = source
    self.facts = facts
    self.notes = notes
    self.sha256 = sha256
  }
}

/// A section was written anew.
package struct SectionWritten: Codable, Hashable, Sendable {
  /// A `SectionKind` of Documents, by its raw value.
  package var section: String
  /// Markdown below the heading; no heading of the level of sections stands in it.
  package var markdown: String

  package init(section: String, markdown: String) {
    self.section = section
    self.markdown = markdown
  }
}

/// What stands at the head of a postmortem.
package struct PostmortemDetails: Codable, Hashable, Sendable {
  package var title: String
  /// Who answers for the document until it is final.
  package var owner: String?
  package var authors: [String]
  /// First-hand sources.
  package var participants: [String]
  /// Who leads the conversation, and may open the accounts.
  package var facilitator: String?

  package init(
    title: String, owner: String? = nil, authors: [String] = [], participants: [String] = [],
    facilitator: String? = nil
  ) {
    self.title = title
    self.owner = owner
    self.authors = authors
    self.participants = participants
    self.facilitator = facilitator
  }
}
