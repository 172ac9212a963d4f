internal import Documents
internal import Postmortems
package import Schemas

/// Schemas of what people write into a postmortem, as requests carry it.
package enum PostmortemSchemas {
  package static let postmortemName = Schema.matching("^[Pp][Mm]-[1-9][0-9]{0,9}$", max: 13)
  package static let actionName = Schema.matching("^[Pp][Mm]-[1-9][0-9]{0,9}-[Aa][1-9][0-9]{0,9}$", max: 24)
  package static let date = Schema.matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", max: 10)
  package static let number = Schema.integer(1...1_000_000)
  package static let section = Schema.choice(of: SectionKind.self)
  /// The name of a guard, or of a process that has a checklist.
  package static let slug = Schema.matching("^[a-z0-9-]{1,60}$", max: 60)
  package static let markdown = Schema.lines(PostmortemLimits.sectionScalarsMax, min: 0)
  package static let part = Schema.lines(PostmortemLimits.partScalarsMax)
  package static let partOrEmpty = Schema.lines(PostmortemLimits.partScalarsMax, min: 0)
  package static let people = Schema.list(of: WireSchema.person, max: PostmortemLimits.peopleMax)
  package static let references = Schema.list(
    of: .line(PostmortemLimits.referenceScalarsMax), max: PostmortemLimits.referencesMax)

  package static let line: [Schema.Property] = [
    .optional("at", .instant.orNull.noted("When it happened; null or left out: not known.")),
    .optional("until", .instant.orNull), .optional("basis", .choice(of: TimelineLine.Basis.self)),
    .required("text", part), .optional("references", references),
    .optional("group", .line(200, min: 0).noted("A heading that it stands under with others; empty: none.")),
  ]

  package static let factor: [Schema.Property] = [
    .required("text", part), .required("kind", .choice(of: Factor.Kind.self)),
    .optional("parent", number.orNull.noted("The factor for which this one answers \"how did that come to be?\"")),
    .optional("sureness", .choice(of: Factor.Sureness.self)), .optional("evidence", references),
    .optional(
      "catches",
      .list(
        of: .object([.required("means", .choice(of: Factor.Catch.Means.self)), .required("answer", partOrEmpty)]),
        max: Factor.Catch.Means.allCases.count
      ).noted("What would have caught it, and why it was not there.")),
    .optional(
      "hits", .list(of: actionName, max: 20).noted("Actions of earlier postmortems that should have prevented it.")),
  ]

  package static let assumption: [Schema.Property] = [
    .required("believed", part), .optional("shown", partOrEmpty), .optional("now", partOrEmpty),
    .optional("evidence", references),
  ]

  package static let action: [Schema.Property] = [
    .required("text", part), .required("kind", .choice(of: ActionKind.self)),
    .required("term", .choice(of: ActionTerm.self)),
    .optional("owner", .line(80, min: 0).orNull.noted("Null or empty: nobody yet.")),
    .optional(
      "due",
      date.orNull.noted(
        "Null: no day yet. Left out of a new action: the days that the policy gives its severity, from the resolution.")
    ),
    .optional("factors", .list(of: number, max: PostmortemLimits.factorsMax)),
    .optional("verification", partOrEmpty.noted("How anybody can see that it works.")),
  ]

  package static let checklistLine: [Schema.Property] = [
    .optional("number", number.noted("Of a line that is there; left out: a new one.")), .required("text", part),
    .optional("expects", .choice(of: ChecklistLine.Expectation.self)),
    .optional("check", slug.noted("Name of the guard, where a check is expected.")),
    .optional("incident", WireSchema.incidentName), .optional("action", actionName),
    .optional("reading", slug.noted("The reading of the library that it was taken from.")),
  ]
}
