package import Chronology
internal import Incidents
package import Postmortems
package import Schemas
internal import WireSchemas

/// A guard with what it saw.
package struct GuardAnswer: Codable, Hashable, Sendable {
  package struct Result: Codable, Hashable, Sendable {
    package var standing: GuardStanding
    package var summary: String
    package var detail: String
    package var place: String
    package var at: Instant
    package var by: String

    package init(_ result: GuardRecord.Result) {
      standing = result.content.standing
      summary = result.content.summary
      detail = result.content.detail
      place = result.content.place
      at = result.at
      by = result.by
    }
  }

  package var name: String
  package var title: String
  /// What it protects against; absent where it says none, or the reader may not know of it.
  package var incident: String?
  package var action: String?
  package var definition: String?
  package var everyMinutes: Int?
  /// Absent: never checked.
  package var standing: GuardStanding?
  package var standingSince: Instant?
  /// How often it went from something else to broken.
  package var brokenCount: Int
  /// The newest first; in lists the newest alone.
  package var results: [Result]
  /// Why nobody is to run it any more; absent: it is in force.
  package var retired: String?
  package var version: Int64

  package init(_ record: GuardRecord, resultsMax: Int = .max) {
    name = record.declaration.name
    title = record.declaration.title
    incident = record.declaration.incident.map(WireName.incident)
    action = record.declaration.action?.description
    definition = record.declaration.definition
    everyMinutes = record.declaration.everyMinutes
    standing = record.standing
    standingSince = record.standingSince
    brokenCount = record.brokenCount
    results = record.results.prefix(resultsMax).map(Result.init)
    retired = record.retired
    version = record.version
  }

  package static let schema = Schema.object(
    [
      .required("name", WireSchema.anyText), .required("title", WireSchema.anyText),
      .optional("incident", WireSchema.anyText), .optional("action", WireSchema.anyText),
      .optional("definition", WireSchema.anyText), .optional("everyMinutes", WireSchema.count),
      .optional("standing", .choice(of: GuardStanding.self).noted("Absent: never checked.")),
      .optional("standingSince", .instant), .required("brokenCount", WireSchema.count),
      .required(
        "results",
        .list(
          of: .object([
            .required("standing", .choice(of: GuardStanding.self)), .required("summary", WireSchema.anyText),
            .required("detail", WireSchema.anyText), .required("place", WireSchema.anyText),
            .required("at", .instant), .required("by", WireSchema.anyText),
          ]), max: PostmortemLimits.guardReportsKept
        ).noted("The newest first; in lists the newest alone.")),
      .optional("retired", WireSchema.anyText), .required("version", WireSchema.version),
    ], name: "Guard")

  /// A page with all guards.
  package static let listSchema = Schema.object(
    [.required("items", .list(of: schema, max: 100_000))], name: "GuardList")
}

/// What became of a guard's report.
package struct GuardReportAnswer: Codable, Hashable, Sendable {
  package var guardRecord: GuardAnswer
  /// False where the same result was recorded shortly before.
  package var isRecorded: Bool
  /// The action that it opened again: `PM-3-A2`.
  package var reopened: String?

  package init(_ guardRecord: GuardAnswer, isRecorded: Bool, reopened: ActionID?) {
    self.guardRecord = guardRecord
    self.isRecorded = isRecorded
    self.reopened = reopened?.description
  }

  package static let schema = Schema.object(
    [
      .required("guardRecord", GuardAnswer.schema),
      .required("isRecorded", .flag.noted("False: the same result was recorded shortly before.")),
      .optional("reopened", WireSchema.anyText.noted("The action that it opened again.")),
    ], name: "GuardReportAnswer")
}
