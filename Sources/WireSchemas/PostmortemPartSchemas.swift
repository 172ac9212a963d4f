internal import Documents
internal import Postmortems
package import Schemas

/// Schemas of those parts of a postmortem that go over the wire as the domain has them.
package enum PostmortemPartSchemas {
  private static let texts = Schema.list(of: WireSchema.anyText, max: 10_000)
  private static let numbers = Schema.list(of: WireSchema.count, max: 10_000)

  package static let details = Schema.object(
    [
      .required("title", WireSchema.anyText), .optional("owner", WireSchema.anyText), .required("authors", texts),
      .required("participants", texts), .optional("facilitator", WireSchema.anyText),
    ], name: "PostmortemDetails")

  package static let account = Schema.object(
    [
      .required("person", WireSchema.anyText), .optional("asked", .instant), .optional("given", .instant),
      .required("isDeclined", .flag),
      .optional(
        "statement",
        .object([
          .required("saw", WireSchema.anyText), .required("expected", WireSchema.anyText),
          .required("surprised", WireSchema.anyText), .required("sense", WireSchema.anyText),
          .optional("at", .instant),
        ]).noted("Absent until it is told, and for all but its person until the accounts are open.")),
    ], name: "Account")

  package static let line = Schema.object(
    [
      .required("number", WireSchema.count), .optional("at", .instant), .optional("until", .instant),
      .required("basis", .choice(of: TimelineLine.Basis.self)), .required("text", WireSchema.anyText),
      .required("origin", .choice(of: TimelineLine.Origin.self)), .optional("originID", WireSchema.anyText),
      .required("references", texts), .optional("group", WireSchema.anyText),
    ], name: "TimelineLine")

  package static let factor = Schema.object(
    [
      .required("number", WireSchema.count), .required("text", WireSchema.anyText),
      .required("kind", .choice(of: Factor.Kind.self)), .optional("parent", WireSchema.count),
      .required("sureness", .choice(of: Factor.Sureness.self)), .required("evidence", texts),
      .required(
        "catches",
        .list(
          of: .object([
            .required("means", .choice(of: Factor.Catch.Means.self)), .required("answer", WireSchema.anyText),
          ]), max: 100)),
      .required("hits", .list(of: PostmortemSchemas.actionName, max: 10_000)),
    ], name: "Factor")

  package static let assumption = Schema.object(
    [
      .required("number", WireSchema.count), .required("believed", WireSchema.anyText),
      .required("shown", WireSchema.anyText), .required("now", WireSchema.anyText), .required("evidence", texts),
    ], name: "Assumption")

  package static let luck = Schema.object(
    [.required("number", WireSchema.count), .required("text", WireSchema.anyText)], name: "Luck")

  package static let comment = Schema.object(
    [
      .required(
        "content",
        .object([
          .required("number", WireSchema.count),
          .required(
            "anchor",
            .object([
              .required("section", WireSchema.anyText), .required("quote", WireSchema.anyText),
              .required("prefix", WireSchema.anyText), .required("suffix", WireSchema.anyText),
              .required("offset", WireSchema.version),
            ])),
          .required("text", WireSchema.anyText), .optional("replyTo", WireSchema.count),
        ])),
      .required("by", WireSchema.anyText), .required("at", .instant), .required("isSettled", .flag),
    ], name: "Comment")

  package static let verdict = Schema.object(
    [
      .required("person", WireSchema.anyText),
      .required(
        "content", .object([.required("isApproved", .flag), .required("note", WireSchema.anyText)])),
      .required("at", .instant), .required("revision", WireSchema.count),
    ], name: "Verdict")

  package static let action = Schema.object(
    [
      .required("number", WireSchema.count),
      .required(
        "content",
        .object([
          .required("text", WireSchema.anyText), .required("kind", .choice(of: ActionKind.self)),
          .required("term", .choice(of: ActionTerm.self)), .optional("owner", WireSchema.anyText),
          .optional("due", PostmortemSchemas.date), .required("factors", numbers),
          .required("verification", WireSchema.anyText),
        ])),
      .required("state", .choice(of: ActionState.self)),
      .required(
        "steps",
        .list(
          of: .object([
            .required("state", .choice(of: ActionState.self)), .required("at", .instant),
            .required("by", WireSchema.anyText), .required("note", WireSchema.anyText),
            .optional("check", WireSchema.anyText),
          ]), max: 50_000)),
    ], name: "PostmortemAction")
}
