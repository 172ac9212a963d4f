package import Chronology
package import Documents
package import Findings
package import Postmortems
package import Schemas
import WireSchemas

/// A postmortem as lists show it.
package struct PostmortemSummaryAnswer: Codable, Hashable, Sendable {
  /// `PM-3`.
  package var id: String
  /// `INC-12`; absent without one.
  package var incident: String?
  package var title: String
  package var stage: PostmortemStage
  /// As the document says it, where it was brought in.
  package var status: String
  package var origin: PostmortemOrigin
  package var recorded: Instant
  package var errorCount: Int
  package var warningCount: Int
  package var openActionCount: Int

  package init(
    id: String, incident: String?, title: String, stage: PostmortemStage, status: String, origin: PostmortemOrigin,
    recorded: Instant, errorCount: Int, warningCount: Int, openActionCount: Int
  ) {
    self.id = id
    self.incident = incident
    self.title = title
    self.stage = stage
    self.status = status
    self.origin = origin
    self.recorded = recorded
    self.errorCount = errorCount
    self.warningCount = warningCount
    self.openActionCount = openActionCount
  }

  package static let schema = Schema.object(
    [
      .required("id", PostmortemSchemas.postmortemName), .optional("incident", WireSchema.incidentName),
      .required("title", WireSchema.anyText), .required("stage", .choice(of: PostmortemStage.self)),
      .required("status", WireSchema.anyText), .required("origin", .choice(of: PostmortemOrigin.self)),
      .required("recorded", .instant), .required("errorCount", WireSchema.count),
      .required("warningCount", WireSchema.count), .required("openActionCount", WireSchema.count),
    ], name: "PostmortemSummary")
}

/// The words of one section, without its parts.
package struct SectionAnswer: Codable, Hashable, Sendable {
  package var section: SectionKind
  package var heading: String
  package var markdown: String
  /// Of its words; `seenVersion` names it.
  package var version: Int64
  /// Who wrote it in Mayday; absent for what was brought in.
  package var by: String?
  package var at: Instant?

  package init(
    section: SectionKind, markdown: String, version: Int64, by: String? = nil, at: Instant? = nil
  ) {
    self.section = section
    heading = section.heading
    self.markdown = markdown
    self.version = version
    self.by = by
    self.at = at
  }

  package static let schema = Schema.object(
    [
      .required("section", .choice(of: SectionKind.self)), .required("heading", WireSchema.anyText),
      .required("markdown", WireSchema.anyDocument), .required("version", WireSchema.version),
      .optional("by", WireSchema.anyText), .optional("at", .instant),
    ], name: "Section")
}

/// All that is known of a postmortem; of accounts that are not open the reader's own alone.
package struct PostmortemAnswer: Codable, Hashable, Sendable {
  /// What is known of a stretch of time of which the timeline says nothing.
  package struct Gap: Codable, Hashable, Sendable {
    /// The line before it.
    package var after: Int
    package var text: String

    package init(after: Int, text: String) {
      self.after = after
      self.text = text
    }
  }

  /// What keeps it from being final, a sentence for each thing that is missing.
  package struct Gate: Codable, Hashable, Sendable {
    package var gate: PostmortemGate
    package var reasons: [String]

    package init(gate: PostmortemGate, reasons: [String]) {
      self.gate = gate
      self.reasons = reasons
    }
  }

  package var summary: PostmortemSummaryAnswer
  /// Of its newest event.
  package var version: Int64
  /// Of the newest event that changed any words.
  package var textVersion: Int64
  package var revision: Int
  package var started: Instant?
  package var changed: Instant?
  package var source: String?
  /// What was not understood when it was read.
  package var importNotes: [String]
  package var details: PostmortemDetails
  package var sections: [SectionAnswer]
  package var accounts: [ParticipantAccount]
  package var accountsOpened: Instant?
  package var lines: [TimelineLine]
  package var gaps: [Gap]
  package var factors: [Factor]
  package var assumptions: [Assumption]
  package var luck: [Luck]
  package var comments: [PostmortemComment]
  package var reviewers: [String]
  package var verdicts: [ReviewVerdict]
  package var publications: [PublicationAnswer]
  package var actions: [PostmortemAction]
  /// Gates that are shut now.
  package var gates: [Gate]
  /// Gates that were shut when it became final, with the reason.
  package var passed: [PassedGate]
  /// About the whole document, by its lines.
  package var findings: [Finding]
  /// Numbers of factors that no action answers.
  package var unansweredFactors: [Int]
  /// Numbers of actions that answer no factor.
  package var looseActions: [Int]

  package init(
    summary: PostmortemSummaryAnswer, _ postmortem: Postmortem, gates: [Gate], findings: [Finding]
  ) {
    self.summary = summary
    version = postmortem.version
    textVersion = postmortem.textVersion
    revision = postmortem.revision
    started = postmortem.started
    changed = postmortem.changed
    source = postmortem.source
    importNotes = postmortem.importNotes
    details = postmortem.details
    let document = postmortem.document
    sections = SectionKind.allCases.map { SectionAnswer($0, of: postmortem, document) }
    accounts = postmortem.accounts
    accountsOpened = postmortem.accountsOpened
    lines = postmortem.lines
    gaps = postmortem.gaps.sorted { $0.key < $1.key }.map { Gap(after: $0.key, text: $0.value) }
    factors = postmortem.factors
    assumptions = postmortem.assumptions
    luck = postmortem.lucks
    comments = postmortem.comments
    reviewers = postmortem.reviewers
    verdicts = postmortem.verdicts
    publications = postmortem.publications.map { PublicationAnswer($0) }
    actions = postmortem.actions
    self.gates = gates
    passed = postmortem.passed
    self.findings = findings
    unansweredFactors = postmortem.unansweredFactors.map(\.number)
    looseActions = postmortem.looseActions.map(\.number)
  }

  private typealias Parts = PostmortemPartSchemas

  package static let schema = Schema.object(
    [
      .required("summary", PostmortemSummaryAnswer.schema), .required("version", WireSchema.version),
      .required("textVersion", WireSchema.version), .required("revision", WireSchema.count),
      .optional("started", .instant), .optional("changed", .instant), .optional("source", WireSchema.anyText),
      .required("importNotes", .list(of: WireSchema.anyText, max: 10_000)), .required("details", Parts.details),
      .required("sections", .list(of: SectionAnswer.schema, max: SectionKind.allCases.count)),
      .required("accounts", .list(of: Parts.account, max: 10_000)), .optional("accountsOpened", .instant),
      .required("lines", .list(of: Parts.line, max: 50_000)),
      .required(
        "gaps",
        .list(
          of: .object([.required("after", WireSchema.count), .required("text", WireSchema.anyText)]), max: 50_000)),
      .required("factors", .list(of: Parts.factor, max: 10_000)),
      .required("assumptions", .list(of: Parts.assumption, max: 10_000)),
      .required("luck", .list(of: Parts.luck, max: 10_000)),
      .required("comments", .list(of: Parts.comment, max: 50_000)),
      .required("reviewers", .list(of: WireSchema.anyText, max: 10_000)),
      .required("verdicts", .list(of: Parts.verdict, max: 50_000)),
      .required("publications", .list(of: PublicationAnswer.schema, max: 10_000)),
      .required("actions", .list(of: Parts.action, max: 10_000)),
      .required(
        "gates",
        .list(
          of: .object([
            .required("gate", .choice(of: PostmortemGate.self)),
            .required("reasons", .list(of: WireSchema.anyText, max: 10_000)),
          ]), max: PostmortemGate.allCases.count)),
      .required(
        "passed",
        .list(
          of: .object([
            .required("gate", .choice(of: PostmortemGate.self)), .required("reason", WireSchema.anyText),
          ]), max: 100)),
      .required("findings", .list(of: WireSchema.finding, max: 50_000)),
      .required("unansweredFactors", .list(of: WireSchema.count, max: 10_000)),
      .required("looseActions", .list(of: WireSchema.count, max: 10_000)),
    ], name: "Postmortem")
}

extension SectionAnswer {
  /// `document` is the postmortem's own, read once for all its sections.
  package init(_ section: SectionKind, of postmortem: Postmortem, _ document: PostmortemDocument) {
    let written = postmortem.sections[section.rawValue]
    self.init(
      section: section, markdown: Postmortem.words(of: section, in: document),
      version: postmortem.version(of: section), by: written?.by, at: written?.at)
  }
}
