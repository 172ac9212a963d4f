internal import Postmortems
package import Schemas

/// Schemas of what the reading library answers; the values are those of the room Reading, which knows no wire.
package enum ReadingSchemas {
  private typealias Parts = PostmortemSchemas
  private static let text = WireSchema.anyText
  private static let texts = Schema.list(of: text, max: 1000)

  private static let facts: [Schema.Property] = [
    .required("name", Parts.slug), .required("title", text), .required("organisation", text),
    .required("date", text.noted("A day, a month or a year.")), .optional("severity", text),
    .required("kinds", texts), .required("technologies", texts),
    .required("minutes", WireSchema.count.noted("To read it.")),
    .optional("lastRead", Parts.date.noted("Absent: nobody marked it as read.")),
    .required("circleCount", WireSchema.count),
  ]

  package static let list = Schema.object(
    [.required("items", .list(of: .object(facts, name: "Reading"), max: 10_000))], name: "ReadingList")

  package static let nextList = Schema.object(
    [
      .required(
        "items",
        .list(
          of: .object(
            [
              .required("reading", .object(facts, name: "Reading")),
              .required("reasons", texts.noted("Empty where nothing of yours points to it.")),
            ], name: "NextRead"), max: 100))
    ], name: "NextReadList")

  package static let whole = Schema.object(
    facts + [
      .required("text", WireSchema.anyDocument.noted("The document, as Markdown.")), .required("summary", text),
      .required(
        "guards",
        .list(
          of: .object([
            .required("name", Parts.slug), .required("title", text),
            .required("yaml", text.noted("An item of the list 'guards' of mayday.yaml.")),
          ]), max: 100)),
      .required(
        "lines",
        .list(
          of: .object([
            .required("number", WireSchema.count), .required("process", Parts.slug), .required("text", text),
            .required("expects", .choice(of: ChecklistLine.Expectation.self)),
            .optional("checklist", Parts.slug.noted("The process whose checklist has it already.")),
          ]), max: 100)),
      .required("questions", texts),
      .required(
        "sources", .list(of: .object([.required("text", text), .optional("address", text)]), max: 1000)),
      .required(
        "circles",
        .list(
          of: .object([
            .required("day", Parts.date), .optional("note", text), .required("by", text), .required("at", .instant),
          ]), max: 1000
        ).noted("Who read it together, the newest first.")),
    ], name: "ReadingText")
}
