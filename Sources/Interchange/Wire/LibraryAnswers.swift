internal import Postmortems
package import Schemas
internal import WireSchemas

/// That a document came into the library.
package struct LibraryAddedAnswer: Codable, Hashable, Sendable {
  /// `PM-7`.
  package var postmortem: String
  package var title: String
  /// Whether the library had the document, and this is its next version; absent for a new one.
  package var isNewVersion: Bool?

  package init(postmortem: String, title: String, isNewVersion: Bool? = nil) {
    self.postmortem = postmortem
    self.title = title
    self.isNewVersion = isNewVersion
  }

  package static let schema = Schema.object(
    [
      .required("postmortem", PostmortemSchemas.postmortemName), .required("title", WireSchema.anyText),
      .optional("isNewVersion", Schema.flag.noted("The library had the document: this is its next version.")),
    ], name: "LibraryAdded")
}

/// A list that comes whole.
package struct ListAnswer<Item: Codable & Sendable>: Codable, Sendable {
  package var items: [Item]

  package init(items: [Item]) {
    self.items = items
  }
}

/// Schemas of what the library and trends answer; the values are those of the room Learning, which knows no wire.
package enum LibrarySchemas {
  private typealias Parts = PostmortemSchemas
  private static let text = WireSchema.anyText
  private static let seconds = Schema.number(0...1e12)

  static let hit = Schema.object(
    [
      .required("postmortem", Parts.postmortemName), .optional("incident", WireSchema.incidentName),
      .required("title", text), .optional("source", text), .required("isOurs", .flag),
      .required("stage", .choice(of: PostmortemStage.self)), .optional("at", .instant),
      .optional("day", Parts.date), .optional("severity", WireSchema.level),
      .required("components", .list(of: text, max: 1000)),
      .required(
        "excerpt",
        .object([
          .required("parts", .list(of: .object([.required("text", text), .required("isHit", .flag)]), max: 1000))
        ])),
    ], name: "LibraryHit")

  static let likenesses = list(
    .object(
      [
        .optional("incident", WireSchema.incidentName), .optional("postmortem", Parts.postmortemName),
        .required("title", text), .optional("at", .instant), .optional("day", Parts.date), .optional("outcome", text),
        .required("isOurs", .flag),
        .required("score", .number(0...1).noted("Good for an order; no probability.")), .required("isStrong", .flag),
        .required("reasons", .list(of: text, max: 10)), .required("patterns", .list(of: text, max: 100)),
        .required("words", .list(of: text, max: 10)),
      ], name: "Likeness"))

  static let hits = list(
    .object(
      [
        .required("incident", WireSchema.incidentName), .required("incidentTitle", text), .required("began", .instant),
        .required("action", Parts.actionName), .required("actionText", text),
        .required("state", .choice(of: ActionState.self).noted("As it was when the incident began.")),
        .optional("due", Parts.date), .required("wasOverdue", .flag), .required("postmortemTitle", text),
        .optional("earlierIncident", WireSchema.incidentName),
        .required("sureness", .choice(["certain", "worth-examining"])), .required("reasons", .list(of: text, max: 20)),
      ], name: "ActionHit"))

  private static let names = Schema.list(of: WireSchema.incidentName, max: 1_000_000)
  private static let month = Schema.matching("^[0-9]{4}-[0-9]{2}$", max: 7)

  private static let points = Schema.list(
    of: .object(
      [.required("incident", WireSchema.incidentName), .required("at", .instant), .required("seconds", seconds)],
      name: "TrendPoint"), max: 1_000_000)

  private static let distribution = Schema.object(
    [
      .required("points", points), .required("open", points), .required("missing", names),
      .required("invalid", names), .optional("median", seconds), .optional("lowerQuartile", seconds),
      .optional("upperQuartile", seconds),
    ], name: "Distribution")

  private static let span = Schema.object(
    [
      .required("span", text), .required("name", text), .required("whole", distribution),
      .required(
        "months",
        .list(of: .object([.required("month", month), .required("distribution", distribution)]), max: 100_000)),
    ], name: "SpanTrend")

  private static let recurring = Schema.object(
    [
      .required("text", text), .required("kind", .choice(of: Factor.Kind.self)),
      .required("words", .list(of: text, max: 1000)),
      .required(
        "places",
        .list(
          of: .object([
            .required("postmortem", Parts.postmortemName), .optional("incident", WireSchema.incidentName),
            .required("factor", Parts.number), .required("text", text),
          ]), max: 100_000)),
    ], name: "RecurringFactor")

  private static let indicator = Schema.object(
    [
      .required("pattern", text), .optional("service", text),
      .required(
        "sightings",
        .list(
          of: .object([.required("incident", WireSchema.incidentName), .required("leadSeconds", seconds)]),
          max: 100_000)),
      .required("medianLeadSeconds", seconds), .required("otherIncidents", names),
    ], name: "EarlyIndicator")

  static let trends = Schema.object(
    [
      .optional("from", Parts.date), .optional("until", Parts.date), .optional("component", text),
      .optional("severity", WireSchema.level), .required("now", .instant),
      .required("incidentCount", WireSchema.count), .required("drillCount", WireSchema.count),
      .required("undatedCount", WireSchema.count), .required("spans", .list(of: span, max: 10)),
      .required(
        "factorKinds",
        .list(
          of: .object([
            .required("kind", .choice(of: Factor.Kind.self)), .required("factorCount", WireSchema.count),
            .required("postmortemCount", WireSchema.count),
          ]), max: 20)),
      .required("recurring", .list(of: recurring, max: 100)),
      .required(
        "actions",
        .list(
          of: .object([
            .optional("month", month), .required("onTime", WireSchema.count), .required("late", WireSchema.count),
            .required("open", WireSchema.count), .required("overdue", WireSchema.count),
            .required("doneWithoutDay", WireSchema.count), .required("declined", WireSchema.count),
          ]), max: 100_000)),
      .required("indicators", .list(of: indicator, max: 100)),
    ], name: "Trends")

  private static func list(_ item: Schema) -> Schema {
    .object([.required("items", .list(of: item, max: 1000))], name: item.name.map { $0 + "List" })
  }
}
