package import Chronology
package import Documents
package import Incidents

/// A postmortem as its events add up.
package struct Postmortem: Codable, Hashable, Sendable {
  /// The newest words of a section that was written in Mayday.
  package struct SectionText: Codable, Hashable, Sendable {
    package var markdown: String
    /// Of the event that wrote it.
    package var version: Int64
    package var by: String
    package var at: Instant
  }

  package let number: Int
  /// Of the newest event.
  package internal(set) var version: Int64 = 0
  /// Number of its incident; nil without one.
  package internal(set) var incident: Int?
  package internal(set) var origin = PostmortemOrigin.document
  package internal(set) var source: String?
  package internal(set) var facts: IncidentFacts?
  package internal(set) var importNotes: [String] = []
  /// SHA-256 of the document as it came; nil where none came, or nobody wrote it down.
  package internal(set) var digest: String?
  package internal(set) var started: Instant?
  package internal(set) var changed: Instant?
  /// The document as it began, or as it was last brought in whole.
  package internal(set) var base = ""
  /// Of the event that brought ``base``; 0 where none is left.
  package internal(set) var baseVersion: Int64 = 0
  /// The sections that were written since, by the raw value of their kind.
  package internal(set) var sections: [String: SectionText] = [:]
  /// Name of the file that it came from, without its folders; empty without one.
  package internal(set) var path = ""
  package internal(set) var details: PostmortemDetails
  /// Whether ``details`` were written in Mayday, and stand before what the document's head says.
  package internal(set) var hasOwnDetails = false
  package internal(set) var stage = PostmortemStage.draft
  package internal(set) var revision = 1
  package internal(set) var staged: Instant?
  /// Gates that were shut when it became final, with the reason for passing.
  package internal(set) var passed: [PassedGate] = []
  /// In the order in which they were asked.
  package internal(set) var accounts: [ParticipantAccount] = []
  /// When they were opened; nil: each sees their own alone.
  package internal(set) var accountsOpened: Instant?
  /// In the order in which they are read; see ``LinesArranged``.
  package internal(set) var lines: [TimelineLine] = []
  package internal(set) var lineNext = 1
  /// By the number of the line before the gap.
  package internal(set) var gaps: [Int: String] = [:]
  /// In the order of their numbers, as are all parts below.
  package internal(set) var factors: [Factor] = []
  package internal(set) var factorNext = 1
  package internal(set) var assumptions: [Assumption] = []
  package internal(set) var assumptionNext = 1
  package internal(set) var lucks: [Luck] = []
  package internal(set) var luckNext = 1
  package internal(set) var comments: [PostmortemComment] = []
  package internal(set) var reviewers: [String] = []
  /// When review was asked for last; what reviewers said before is of another text.
  package internal(set) var reviewAsked: Instant?
  /// Oldest first.
  package internal(set) var verdicts: [ReviewVerdict] = []
  package internal(set) var publications: [Publication] = []
  package internal(set) var actions: [PostmortemAction] = []

  /// A postmortem without events.
  package init(number: Int) {
    self.number = number
    details = PostmortemDetails(title: Incident.erasedFacts.title)
  }
}

extension Postmortem {
  package var title: String { details.title }

  /// The newest event that changed any words; what a whole-text save is held against.
  package var textVersion: Int64 { max(baseVersion, sections.values.map(\.version).max() ?? 0) }

  /// Version of the words of one section.
  package func version(of section: SectionKind) -> Int64 { sections[section.rawValue]?.version ?? baseVersion }

  /// The document without what is kept in parts: the head as it was written, and the words of every section.
  ///
  /// Byte for byte what was brought in, but for the sections that were written since.
  package var document: PostmortemDocument {
    var document = PostmortemDocument(parsing: base)
    let written = sections.compactMap { key, text in SectionKind(rawValue: key).map { (kind: $0, text: text) } }
    for section in written.sorted(by: { $0.text.version < $1.text.version }) {
      document = document.replacingBody(of: section.kind, with: section.text.markdown)
    }
    return document
  }

  package func action(_ number: Int) -> PostmortemAction? { actions.first { $0.number == number } }
  package func factor(_ number: Int) -> Factor? { factors.first { $0.number == number } }

  /// What an audience may read now: the newest publication to it that was not taken back.
  package func publication(to audience: PublicationAudience) -> Publication? {
    publications.last { $0.content.audience == audience }.flatMap { $0.isOut ? $0 : nil }
  }

  /// Factors that no action answers, but for declined ones.
  package var unansweredFactors: [Factor] {
    let answered = Set(actions.filter { $0.state != .declined }.flatMap(\.content.factors))
    return factors.filter { !answered.contains($0.number) }
  }

  /// Actions that answer no factor that is there.
  package var looseActions: [PostmortemAction] {
    let known = Set(factors.map(\.number))
    return actions.filter { $0.state != .declined && known.isDisjoint(with: $0.content.factors) }
  }

  /// The newest verdict of each reviewer since review was asked for last, on this revision.
  package var standingVerdicts: [String: ReviewVerdict] {
    guard let reviewAsked else { return [:] }
    return Dictionary(
      verdicts.filter { $0.revision == revision && $0.at >= reviewAsked }.map { ($0.person, $0) }
    ) { $1 }
  }

  /// Those who were asked for an account and have neither told nor declined it.
  package var missingAccounts: [String] { accounts.filter { !$0.isIn }.map(\.person) }

  /// The accounts that a person may read: all once they are open, else their own.
  package func accounts(for person: String) -> [ParticipantAccount] {
    accountsOpened != nil ? accounts : accounts.filter { $0.person == person }
  }
}
