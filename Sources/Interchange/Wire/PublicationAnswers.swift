package import Chronology
package import Findings
package import Postmortems
package import Schemas
import WireSchemas

/// A publication through its life; its text comes where it was asked for by itself.
package struct PublicationAnswer: Codable, Hashable, Sendable {
  package var audience: PublicationAudience
  package var title: String
  package var markdown: String?
  package var isOut: Bool
  package var isOnStatusPage: Bool
  package var at: Instant
  package var by: String
  package var revision: Int
  package var version: Int64
  /// Rules whose findings were passed, with the reason.
  package var passed: [String]
  package var reason: String?
  package var withdrawn: Instant?
  package var withdrawnReason: String?

  package init(_ publication: Publication, withText: Bool = false) {
    audience = publication.content.audience
    title = publication.content.title
    markdown = withText ? publication.content.markdown : nil
    isOut = publication.isOut
    isOnStatusPage = publication.content.isOnStatusPage
    at = publication.at
    by = publication.by
    revision = publication.revision
    version = publication.version
    passed = publication.content.passed
    reason = publication.content.reason
    withdrawn = publication.withdrawn
    withdrawnReason = publication.withdrawnReason
  }

  package static let schema = Schema.object(
    [
      .required("audience", .choice(of: PublicationAudience.self)), .required("title", WireSchema.anyText),
      .optional("markdown", WireSchema.anyDocument), .required("isOut", .flag), .required("isOnStatusPage", .flag),
      .required("at", .instant), .required("by", WireSchema.anyText), .required("revision", WireSchema.count),
      .required("version", WireSchema.version), .required("passed", .list(of: WireSchema.anyText, max: 1000)),
      .optional("reason", WireSchema.anyText), .optional("withdrawn", .instant),
      .optional("withdrawnReason", WireSchema.anyText),
    ], name: "Publication")
}

/// A stretch of text that both texts have, or one of them.
package struct PassageAnswer: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case same
    /// In the old text only.
    case removed
    /// In the new text only.
    case added
  }

  package var kind: Kind
  package var text: String

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  static let list = Schema.list(
    of: .object(
      [.required("kind", .choice(of: Kind.self)), .required("text", WireSchema.anyDocument)], name: "Passage"),
    max: 1_000_000)
}

/// What would go out to an audience, and what was done to make it so.
package struct PreparedPublicationAnswer: Codable, Hashable, Sendable {
  /// Words of the document and what stands for them.
  package struct Replaced: Codable, Hashable, Sendable {
    package var original: String
    package var replacement: String
    /// Line of the document; absent for words of the opening.
    package var line: Int?

    package init(original: String, replacement: String, line: Int?) {
      self.original = original
      self.replacement = replacement
      self.line = line
    }
  }

  /// A part of the document that the text does not have.
  package struct Dropped: Codable, Hashable, Sendable {
    /// `audience-mark`, `section`, `evidence`.
    package var reason: String
    package var title: String
    package var firstLine: Int
    package var lastLine: Int

    package init(reason: String, title: String, firstLine: Int, lastLine: Int) {
      self.reason = reason
      self.title = title
      self.firstLine = firstLine
      self.lastLine = lastLine
    }
  }

  package var audience: PublicationAudience
  /// Of the postmortem that was prepared; `seenVersion` names it.
  package var version: Int64
  package var markdown: String
  /// Whether nothing holds it back.
  package var mayLeave: Bool
  /// Rules that hold it back and can be passed with a reason.
  package var held: [String]
  /// Rules that hold it back whatever the reason.
  package var barred: [String]
  package var findings: [Finding]
  package var replaced: [Replaced]
  package var dropped: [Dropped]
  /// The document against the text.
  package var comparison: [PassageAnswer]

  package init(
    audience: PublicationAudience, version: Int64, markdown: String, findings: [Finding], replaced: [Replaced],
    dropped: [Dropped], comparison: [PassageAnswer]
  ) {
    self.audience = audience
    self.version = version
    self.markdown = markdown
    self.findings = findings
    self.replaced = replaced
    self.dropped = dropped
    self.comparison = comparison
    let rules = Set(findings.filter { $0.severity == .error }.map(\.rule))
    mayLeave = rules.isEmpty
    held = rules.subtracting(PublicationMade.barredRules).sorted()
    barred = rules.intersection(PublicationMade.barredRules).sorted()
  }

  package static let schema = Schema.object(
    [
      .required("audience", .choice(of: PublicationAudience.self)), .required("version", WireSchema.version),
      .required("markdown", WireSchema.anyDocument), .required("mayLeave", .flag),
      .required("held", .list(of: WireSchema.anyText, max: 100)),
      .required("barred", .list(of: WireSchema.anyText, max: 100)),
      .required("findings", .list(of: WireSchema.finding, max: 50_000)),
      .required(
        "replaced",
        .list(
          of: .object([
            .required("original", WireSchema.anyText), .required("replacement", WireSchema.anyText),
            .optional("line", WireSchema.count),
          ]), max: 1_000_000)),
      .required(
        "dropped",
        .list(
          of: .object([
            .required("reason", WireSchema.anyText), .required("title", WireSchema.anyText),
            .required("firstLine", WireSchema.count), .required("lastLine", WireSchema.count),
          ]), max: 1_000_000)),
      .required("comparison", PassageAnswer.list),
    ], name: "PreparedPublication")
}
