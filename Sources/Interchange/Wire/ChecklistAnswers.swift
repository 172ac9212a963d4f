package import Chronology
internal import Incidents
package import Postmortems
package import Schemas
internal import WireSchemas

/// A checklist with how its lines did, and its newest runs.
package struct ChecklistAnswer: Codable, Hashable, Sendable {
  package struct Line: Codable, Hashable, Sendable {
    package var number: Int
    package var text: String
    package var expects: ChecklistLine.Expectation
    /// The guard that must hold, where a check is expected.
    package var check: String?
    /// What put it there; absent where it says none, or the reader may not know of it.
    package var incident: String?
    package var action: String?
    /// The reading of the library that it was taken from.
    package var reading: String?
    package var since: Instant?
    package var askedCount: Int
    /// How often it stopped something.
    package var caughtCount: Int
    package var lastCaught: Instant?
    /// Asked often, and never caught anything.
    package var asksToBeRetired: Bool

    package init(_ line: ChecklistLine, _ record: Checklist.LineRecord?) {
      number = line.number
      text = line.text
      expects = line.expects
      check = line.check
      incident = line.incident.map(WireName.incident)
      action = line.action?.description
      reading = line.reading
      since = record?.since
      askedCount = record?.askedCount ?? 0
      caughtCount = record?.caughtCount ?? 0
      lastCaught = record?.lastCaught
      asksToBeRetired = record?.asksToBeRetired ?? false
    }
  }

  package var process: String
  package var title: String
  /// In the order in which they are asked.
  package var lines: [Line]
  package var runCount: Int
  /// The newest first; in lists the newest alone.
  package var runs: [ChecklistRunAnswer]
  package var version: Int64
  /// Of the lines as they are: a run names it, so that no answer goes to another question.
  package var writtenVersion: Int64

  package init(_ checklist: Checklist, runsMax: Int = .max) {
    process = checklist.content.process
    title = checklist.content.title
    lines = checklist.content.lines.map { Line($0, checklist.records[$0.number]) }
    runCount = checklist.runCount
    runs = checklist.runs.prefix(runsMax).map { ChecklistRunAnswer($0, process: checklist.content.process) }
    version = checklist.version
    writtenVersion = checklist.writtenVersion
  }

  package static let schema = Schema.object(
    [
      .required("process", WireSchema.anyText), .required("title", WireSchema.anyText),
      .required(
        "lines",
        .list(
          of: .object([
            .required("number", WireSchema.count), .required("text", WireSchema.anyText),
            .required("expects", .choice(of: ChecklistLine.Expectation.self)),
            .optional("check", WireSchema.anyText), .optional("incident", WireSchema.anyText),
            .optional("action", WireSchema.anyText), .optional("reading", WireSchema.anyText),
            .optional("since", .instant),
            .required("askedCount", WireSchema.count), .required("caughtCount", WireSchema.count),
            .optional("lastCaught", .instant),
            .required("asksToBeRetired", .flag.noted("Asked often, and never caught anything.")),
          ]), max: 10_000)),
      .required("runCount", WireSchema.count),
      .required(
        "runs",
        .list(of: ChecklistRunAnswer.schema, max: PostmortemLimits.checklistRunsShown)
          .noted("The newest first; in lists the newest alone.")),
      .required("version", WireSchema.version),
      .required("writtenVersion", WireSchema.version.noted("Of the lines as they are.")),
    ], name: "Checklist")

  /// A page with all checklists.
  package static let listSchema = Schema.object(
    [.required("items", .list(of: schema, max: 100_000))], name: "ChecklistList")
}

/// One time that a checklist was gone through.
package struct ChecklistRunAnswer: Codable, Hashable, Sendable {
  package var process: String
  package var subject: String
  /// False: a line stopped it.
  package var isGood: Bool
  package var answers: [ChecklistRun.Answer]
  /// Numbers of the lines that stopped it.
  package var stoppedBy: [Int]
  package var at: Instant
  package var by: String
  /// Of the checklist after it; names the run.
  package var version: Int64

  package init(_ run: Checklist.Run, process: String) {
    self.process = process
    subject = run.content.subject
    isGood = run.content.isGood
    answers = run.content.answers
    stoppedBy = run.content.answers.filter { !$0.isGood }.map(\.line)
    at = run.at
    by = run.by
    version = run.version
  }

  package static let schema = Schema.object(
    [
      .required("process", WireSchema.anyText), .required("subject", WireSchema.anyText),
      .required("isGood", .flag.noted("False: a line stopped it.")),
      .required(
        "answers",
        .list(
          of: .object([
            .required("line", WireSchema.count), .required("text", WireSchema.anyText),
            .required("answer", WireSchema.anyText), .required("isGood", .flag),
          ]), max: 10_000)),
      .required("stoppedBy", .list(of: WireSchema.count, max: 10_000)), .required("at", .instant),
      .required("by", WireSchema.anyText), .required("version", WireSchema.version),
    ], name: "ChecklistRun")
}
