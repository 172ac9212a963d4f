package import Chronology
package import Findings
package import Schemas
import WireSchemas

/// The whole document as Markdown.
package struct PostmortemTextAnswer: Codable, Hashable, Sendable {
  /// `PM-3`.
  package var id: String
  package var version: Int64
  package var markdown: String

  package init(id: String, version: Int64, markdown: String) {
    self.id = id
    self.version = version
    self.markdown = markdown
  }

  package static let schema = Schema.object(
    [
      .required("id", PostmortemSchemas.postmortemName), .required("version", WireSchema.version),
      .required("markdown", WireSchema.anyDocument),
    ], name: "PostmortemText")
}

/// One change of a postmortem's words or parts.
package struct PostmortemVersionAnswer: Codable, Hashable, Sendable {
  package var version: Int64
  package var at: Instant
  package var by: String
  /// What changed, in a few words.
  package var what: String
  /// Whether the words of the document changed.
  package var isText: Bool

  package init(version: Int64, at: Instant, by: String, what: String, isText: Bool) {
    self.version = version
    self.at = at
    self.by = by
    self.what = what
    self.isText = isText
  }

  static let list = PageSchema.of(
    .object(
      [
        .required("version", WireSchema.version), .required("at", .instant), .required("by", WireSchema.anyText),
        .required("what", WireSchema.anyText), .required("isText", .flag),
      ], name: "PostmortemVersion"), max: 50_000)
}

/// What changed between two versions, word by word.
package struct ComparisonAnswer: Codable, Hashable, Sendable {
  package var from: Int64
  package var to: Int64
  package var passages: [PassageAnswer]

  package init(from: Int64, to: Int64, passages: [PassageAnswer]) {
    self.from = from
    self.to = to
    self.passages = passages
  }

  package static let schema = Schema.object(
    [
      .required("from", WireSchema.version), .required("to", WireSchema.version),
      .required("passages", PassageAnswer.list),
    ], name: "Comparison")
}

/// How words would look as a section, and what the reviewer says of them.
package struct SectionPreviewAnswer: Codable, Hashable, Sendable {
  package var html: String
  /// By the lines of the words.
  package var findings: [Finding]

  package init(html: String, findings: [Finding]) {
    self.html = html
    self.findings = findings
  }

  package static let schema = Schema.object(
    [
      .required("html", WireSchema.anyDocument),
      .required("findings", .list(of: WireSchema.finding, max: 50_000)),
    ], name: "SectionPreview")
}
