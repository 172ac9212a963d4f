package import Chronology
package import Findings
package import Incidents
package import Schemas
import WireSchemas

/// A component with the state that it is set to.
package struct ComponentConditionAnswer: Codable, Hashable, Sendable {
  package var component: String
  package var condition: ComponentCondition

  package init(component: String, condition: ComponentCondition) {
    self.component = component
    self.condition = condition
  }

  package static let schema = Schema.object(
    [.required("component", WireSchema.identifier), .required("condition", .choice(of: ComponentCondition.self))],
    name: "ComponentCondition")
}

/// What an update says, in the schemas of bodies and answers.
package enum UpdateTextSchema {
  /// In a body every field may be left out.
  package static let body = Schema.object(
    [
      .optional("broken", WireSchema.textOrEmpty.noted("What does not work, as those who use it see it. Markdown.")),
      .optional("affected", WireSchema.textOrEmpty.noted("Who is affected, and how many.")),
      .optional("since", .instant.orNull.noted("Since when; null or absent when it is not known.")),
      .optional("doing", WireSchema.textOrEmpty.noted("What we are doing.")),
      .optional("meanwhile", WireSchema.textOrEmpty.noted("What people can do meanwhile.")),
      .optional("nextBy", .instant.orNull.noted("When the next word comes at the latest.")),
      .optional("apology", WireSchema.textOrEmpty.noted("That we are sorry.")),
      .optional("more", WireSchema.textOrEmpty.noted("Whatever else needs saying.")),
    ], name: "UpdateTextBody")

  package static let answer = Schema.object(
    [
      .required("broken", WireSchema.anyText), .required("affected", WireSchema.anyText), .optional("since", .instant),
      .required("doing", WireSchema.anyText), .required("meanwhile", WireSchema.anyText),
      .optional("nextBy", .instant), .required("apology", WireSchema.anyText), .required("more", WireSchema.anyText),
    ], name: "UpdateText")
}

/// An update through its life.
package struct UpdateAnswer: Codable, Hashable, Sendable {
  package enum Standing: String, Codable, CaseIterable, Hashable, Sendable {
    case draft
    case published
    case withdrawn
  }

  /// What it said before a correction.
  package struct Former: Codable, Hashable, Sendable {
    package var text: UpdateText
    package var reason: String
    package var corrected: Instant
    package var by: String
  }

  package var number: Int
  package var audience: Audience
  package var state: PublicState
  package var standing: Standing
  package var text: UpdateText
  package var components: [ComponentConditionAnswer]
  package var author: String
  package var drafted: Instant
  /// Of its present text; its entity tag is made of it, and `seenVersion` names it.
  package var version: Int64
  package var approvedBy: String?
  package var published: Instant?
  package var publishedBy: String?
  /// Rules of the reviewer by which it was held, where it went out all the same.
  package var held: [String]
  package var releaseReason: String?
  /// Oldest first.
  package var former: [Former]
  package var withdrawn: Instant?
  package var withdrawnReason: String?

  package init(_ update: IncidentUpdate) {
    number = update.number
    audience = update.audience
    state = update.state
    standing = update.withdrawn != nil ? .withdrawn : update.published != nil ? .published : .draft
    text = update.text
    components = update.components.sorted { $0.key < $1.key }.map {
      ComponentConditionAnswer(component: $0.key, condition: $0.value)
    }
    author = update.author
    drafted = update.drafted
    version = update.version
    approvedBy = update.approvedBy
    published = update.published
    publishedBy = update.publishedBy
    held = update.held
    releaseReason = update.releaseReason
    former = update.former.map { Former(text: $0.text, reason: $0.reason, corrected: $0.corrected, by: $0.by) }
    withdrawn = update.withdrawn
    withdrawnReason = update.withdrawnReason
  }

  package static let schema = Schema.object(
    [
      .required("number", WireSchema.count), .required("audience", .choice(of: Audience.self)),
      .required("state", .choice(of: PublicState.self)), .required("standing", .choice(of: Standing.self)),
      .required("text", UpdateTextSchema.answer),
      .required("components", .list(of: ComponentConditionAnswer.schema, max: 1000)),
      .required("author", WireSchema.anyText), .required("drafted", .instant),
      .required("version", WireSchema.version), .optional("approvedBy", WireSchema.anyText),
      .optional("published", .instant), .optional("publishedBy", WireSchema.anyText),
      .required("held", .list(of: WireSchema.anyText, max: 100)), .optional("releaseReason", WireSchema.anyText),
      .required(
        "former",
        .list(
          of: .object([
            .required("text", UpdateTextSchema.answer), .required("reason", WireSchema.anyText),
            .required("corrected", .instant), .required("by", WireSchema.anyText),
          ]), max: 50_000)),
      .optional("withdrawn", .instant), .optional("withdrawnReason", WireSchema.anyText),
    ], name: "Update")
}

/// Exactly what goes where when an update is published, and what stands in its way.
package struct PreviewAnswer: Codable, Hashable, Sendable {
  package var update: UpdateAnswer
  /// Each place in words: `the status page`, `the Atom feed`.
  package var places: [String]
  /// The text as it will stand there, as Markdown.
  package var markdown: String
  package var findings: [Finding]
  /// Rules by which the reviewer holds it back.
  package var held: [String]
  package var needsApproval: Bool
  /// What customers read it under; nil for everybody else.
  package var headline: String?

  package init(
    update: UpdateAnswer, places: [String], markdown: String, findings: [Finding], held: [String], needsApproval: Bool,
    headline: String? = nil
  ) {
    self.update = update
    self.places = places
    self.markdown = markdown
    self.findings = findings
    self.held = held
    self.needsApproval = needsApproval
    self.headline = headline
  }

  package static let schema = Schema.object(
    [
      .required("update", UpdateAnswer.schema), .required("places", .list(of: WireSchema.anyText, max: 20)),
      .required("markdown", WireSchema.anyText), .required("findings", .list(of: WireSchema.finding, max: 1000)),
      .required("held", .list(of: WireSchema.anyText, max: 100)), .required("needsApproval", .flag),
      .optional("headline", WireSchema.anyText.noted("What customers read it under.")),
    ], name: "Preview")
}
