package import Postmortems
package import Schemas
import WireSchemas

/// What a change to a postmortem came to: the same for every operation that changes one.
package struct PostmortemChangeAnswer: Codable, Hashable, Sendable {
  /// The postmortem as it stands after the change.
  package var postmortem: PostmortemSummaryAnswer
  /// Of the postmortem after the change.
  package var version: Int64
  /// Of the part that was added, changed or taken out; absent where the change is about none.
  package var number: Int?
  /// The section that was written.
  package var section: SectionAnswer?
  package var line: TimelineLine?
  package var factor: Factor?
  package var assumption: Assumption?
  package var luck: Luck?
  package var comment: PostmortemComment?
  package var action: PostmortemAction?
  package var publication: PublicationAnswer?
  /// Whether the document that was to begin it was there already, and came to a new version; absent for all else.
  package var isNewVersion: Bool?
  /// What of the document that began it was not read as parts; absent where all was.
  package var notes: [String]?

  package init(postmortem: PostmortemSummaryAnswer, version: Int64, number: Int? = nil) {
    self.postmortem = postmortem
    self.version = version
    self.number = number
  }

  private typealias Parts = PostmortemPartSchemas

  package static let schema = Schema.object(
    [
      .required("postmortem", PostmortemSummaryAnswer.schema), .required("version", WireSchema.version),
      .optional("number", WireSchema.count), .optional("section", SectionAnswer.schema),
      .optional("line", Parts.line), .optional("factor", Parts.factor), .optional("assumption", Parts.assumption),
      .optional("luck", Parts.luck), .optional("comment", Parts.comment), .optional("action", Parts.action),
      .optional("publication", PublicationAnswer.schema),
      .optional("isNewVersion", Schema.flag.noted("The text to begin from was there already: its next version.")),
      .optional("notes", .list(of: WireSchema.anyText, max: 10_000)),
    ], name: "PostmortemChange")
}
