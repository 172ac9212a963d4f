internal import Incidents
package import Schemas

/// Schemas of what drills answer; the values are those of the room Drills, which knows no wire.
package enum DrillSchemas {
  private typealias Parts = PostmortemSchemas
  private static let text = WireSchema.anyText
  private static let texts = Schema.list(of: text, max: 10_000)
  private static let seconds = WireSchema.count
  private static let findings = Schema.list(of: WireSchema.finding, max: 10_000)
  package static let kind = Schema.choice([
    "alert", "customer", "journalist", "colleague", "supplier", "management", "authority", "failure", "evidence",
  ])
  package static let observation = Schema.choice(["note", "surprise", "expectation", "idea", "missing-step"])
  package static let judgement = Schema.choice(["met", "partly", "not"])
  private static let state = Schema.choice(["planned", "running", "paused", "ended", "cancelled"])

  package static let person = Schema.object(
    [
      .required("name", WireSchema.person),
      .required("part", .choice(["facilitator", "responder", "observer"])),
    ], name: "DrillPerson")

  private static let scenario = Schema.object(
    [
      .required("name", Parts.slug), .required("title", text), .optional("plan", text),
      .optional("minutes", WireSchema.count), .required("injectCount", WireSchema.count),
      .required("expectationCount", WireSchema.count),
      .required("isOurs", .flag.noted("Whether it stands in the record; else it ships with Mayday.")),
      .optional("lastPlayed", Parts.date), .required("errorCount", WireSchema.count),
      .required("warningCount", WireSchema.count),
    ], name: "Scenario")
  package static let scenarioList = Schema.object(
    [.required("items", .list(of: scenario, max: 10_000))], name: "ScenarioList")
  package static let scenarioWhole = Schema.object(
    [
      .required("scenario", scenario), .required("text", WireSchema.anyDocument), .required("findings", findings),
      .required("version", WireSchema.version), .optional("retired", text),
    ], name: "ScenarioWhole")
  package static let scenarioCheck = Schema.object(
    [.required("title", text), .required("injectCount", WireSchema.count), .required("findings", findings)],
    name: "ScenarioCheck")
  package static let suggestions = Schema.object(
    [
      .required(
        "items",
        .list(
          of: .object(
            [
              .required("plan", text), .required("planTitle", text), .required("why", text),
              .optional("scenario", text),
              .optional("incident", Parts.number),
            ], name: "DrillSuggestion"), max: 10_000))
    ], name: "DrillSuggestionList")

  private static let listing = Schema.object(
    [
      .required("number", Parts.number), .required("state", state), .optional("day", Parts.date),
      .required("speed", WireSchema.count), .required("people", .list(of: person, max: 100)),
      .required("isPractice", .flag), .optional("incident", Parts.number), .optional("postmortem", Parts.number),
      .optional("started", .instant), .optional("ended", .instant),
      .optional("title", text.noted("Absent, as scenario and plan are, for those who may not know yet.")),
      .optional("scenario", text), .optional("plan", text),
    ], name: "DrillListing")
  package static let list = Schema.object([.required("items", .list(of: listing, max: 1_000_000))], name: "DrillList")

  private static let files = Schema.list(
    of: .object(
      [
        .required("name", text), .required("bytes", WireSchema.count),
        .optional("evidence", Parts.number.noted("Its number among the evidence of the drill's incident.")),
        .optional("refused", text.noted("Why it could not be brought in there; only for whoever leads.")),
      ], name: "DrillMessageFile"), max: 100)
  package static let file = Schema.object(
    [
      .required("drill", Parts.number), .required("name", text), .required("bytes", WireSchema.count),
      .required("text", WireSchema.anyDocument), .optional("incident", Parts.number),
      .optional("evidence", Parts.number.noted("Its number among the evidence of that incident.")),
    ], name: "DrillFile")
  private static let messages = Schema.list(
    of: .object(
      [
        .required("inject", text), .optional("kind", kind), .required("from", text), .required("text", text),
        .required("files", files), .optional("cameSeconds", seconds), .optional("came", .instant),
        .optional("dueSeconds", seconds),
        .optional("skipped", text), .required("isAdded", .flag),
      ], name: "DrillMessage"), max: 1000)
  package static let whole = Schema.object(
    [
      .required("drill", listing), .required("version", WireSchema.version), .required("mayLead", .flag),
      .required("knowsAnswer", .flag), .optional("seconds", seconds.noted("Of drill time, now.")),
      .optional("minutes", WireSchema.count), .required("isTimeUp", .flag), .required("isByClock", .flag),
      .optional("nextRelease", .instant),
      .optional("starts", .instant.noted("When its story begins, where its files tell of a certain day.")),
      .required("situation", text), .required("messages", messages),
      .required("upcoming", messages), .optional("answer", text.noted("What really happens.")),
      .required(
        "expectations",
        .list(
          of: .object([
            .required("place", WireSchema.count), .required("text", text), .optional("withinSeconds", seconds),
            .required("isForFacilitator", .flag), .optional("judgement", judgement), .required("words", text),
          ]), max: 1000)),
      .required(
        "notes",
        .list(
          of: .object([
            .required("kind", observation), .required("words", text), .required("at", .instant), .required("by", text),
          ]), max: 1000)), .optional("cancelReason", text),
    ], name: "Drill")

  package static let outcome = Schema.object(
    [
      .required("drill", Parts.number), .required("isOver", .flag), .required("speed", WireSchema.count),
      .optional("lengthSeconds", seconds), .required("summary", text), .optional("plan", text),
      .required("isPlanFollowed", .flag),
      .required(
        "spans",
        .list(
          of: .object([.required("name", text), .optional("seconds", seconds), .required("words", text)]), max: 20)),
      .optional(
        "idea",
        .object([.required("entry", WireSchema.version), .required("text", text), .required("seconds", seconds)])),
      .required(
        "expectations",
        .list(
          of: .object([
            .required("place", WireSchema.count), .required("text", text),
            .optional("measure", text.noted("By what it is told whether it was met: first-word, step-3, facilitator.")),
            .optional("withinSeconds", seconds), .optional("seconds", seconds), .required("happened", text),
            .optional("judgement", judgement),
            .required("isJudged", .flag), .required("words", text),
          ]), max: 1000)),
      .required(
        "steps",
        .list(
          of: .object([
            .required("number", text), .required("task", text), .optional("result", text),
            .optional("withinSeconds", seconds), .optional("state", .choice(of: StepTicked.State.self)),
            .required("words", text), .optional("seconds", seconds), .optional("tookSeconds", seconds),
            .optional("lateSeconds", seconds), .required("aheadOf", texts),
          ]), max: 10_000)),
      .required(
        "promises",
        .list(
          of: .object([
            .required("audience", text), .required("isFirst", .flag), .required("dueSeconds", seconds),
            .optional("seconds", seconds), .required("came", text), .optional("isKept", .flag),
          ]), max: 10_000)), .required("surprises", texts), .required("missingSteps", texts), .required("notes", texts),
      .required("injectsReleased", WireSchema.count), .required("injectsDelayed", WireSchema.count),
      .required("injectsSkipped", WireSchema.count), .required("injectsAdded", WireSchema.count),
    ], name: "DrillOutcome")

  package static let planChanges = Schema.object(
    [
      .required("plan", text),
      .required(
        "changes",
        .list(
          of: .object([
            .required("number", Parts.number), .required("kind", .choice(["time", "fallback", "addition"])),
            .required("step", text), .required("reason", text), .required("before", text), .required("after", text),
            .required("toFill", text),
          ]), max: 10_000)), .required("unplaced", texts), .required("planVersion", WireSchema.version),
    ], name: "PlanChanges")
}
