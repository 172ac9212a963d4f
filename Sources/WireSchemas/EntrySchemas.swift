internal import Incidents
package import Schemas

/// Schemas of those parts of an incident that go over the wire as the domain has them.
package enum EntrySchemas {
  package static let entry = Schema.object(
    [
      .required("version", WireSchema.version.noted("Names it within the incident.")),
      .required("kind", .choice(of: IncidentEntry.Kind.self)),
      .required("at", .instant.noted("When what it speaks of happened.")),
      .required("written", .instant.noted("When it was written down.")), .required("by", WireSchema.anyText),
      .required("text", WireSchema.anyText),
      .required(
        "former",
        .list(
          of: .object([
            .required("text", WireSchema.anyText), .required("at", .instant), .required("reason", WireSchema.anyText),
            .required("by", WireSchema.anyText), .required("corrected", .instant),
          ]), max: 50_000
        ).noted("How it read before each correction, oldest first.")),
      .optional("subject", WireSchema.version), .optional("reference", WireSchema.anyText),
    ], name: "Entry")

  package static let task = Schema.object(
    [
      .required("number", WireSchema.count), .required("text", WireSchema.anyText),
      .optional("owner", WireSchema.anyText),
      .required("order", .integer(-9_007_199_254_740_991...9_007_199_254_740_991)),
      .required("state", .choice(of: TaskState.self)), .optional("result", WireSchema.anyText),
      .required("added", .instant), .optional("ended", .instant),
    ], name: "Task")

  package static let holding = Schema.object(
    [
      .required("role", WireSchema.anyText), .required("person", WireSchema.anyText), .required("from", .instant),
      .optional("until", .instant), .optional("note", WireSchema.anyText),
    ], name: "RoleHolding")

  package static let suspect = Schema.object(
    [
      .required("suspect", WireSchema.anyText), .required("title", WireSchema.anyText),
      .required("standing", .choice(of: SuspectStanding.self)), .required("reason", WireSchema.anyText),
    ], name: "SuspectJudgement")
}
