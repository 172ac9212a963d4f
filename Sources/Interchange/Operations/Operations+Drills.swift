internal import Accounts
internal import Incidents
internal import Plans
import Schemas
internal import WireSchemas

extension Operations {
  private static let scenario = "/scenarios/{scenario}"
  private static let drill = "/drills/{drill}"
  private static let inject = drill + "/injects/{inject}"
  private static let scenarioText: [Schema.Property] = [
    .required("text", WireSchema.anyDocument.noted("Markdown with front matter.")),
    .optional("note", .lines(IncidentLimits.reasonScalarsMax, min: 0).noted("What changed, in a line.")),
    .optional("origin", .line(200).noted("Where it came from: a file, an incident.")),
  ]
  private static let scenarioExample: JSONValue = [
    "text":
      "---\nplan: wrong-certificate\nminutes: 20\n---\n# Monday\n\n## Situation\nIt is Monday.\n\n## Injects\n| # | at | kind | from | text |\n|-|-|-|-|-|\n| 1 | 0 min | alert | monitoring | Handshakes fail |\n"
  ]
  private static let planned: [Schema.Property] = [
    .required("scenario", PostmortemSchemas.slug.noted("Name of the scenario; it is taken over as it is now.")),
    .optional("day", PostmortemSchemas.date.noted("On which it is played.")),
    .optional(
      "people",
      .list(of: DrillSchemas.person, max: 100).noted("Left out: whoever plans it practises alone, by the clock.")),
    .optional("speed", Schema.integer(1...60).noted("Seconds of drill time in one second; 1 where it is not said.")),
    .optional("isByClock", .flag.noted("False: whoever leads releases each message by hand.")),
  ]
  private static let plannedExample: JSONValue = [
    "scenario": "sunday-certificate", "day": "2036-02-12", "speed": 4,
    "people": [["name": "kim", "part": "facilitator"], ["name": "rob", "part": "responder"]],
  ]

  private static let scenarios: [Operation] = [
    read(.listScenarios, .drills, "/scenarios", "List scenarios to play", answer: DrillSchemas.scenarioList),
    read(
      .readScenario, .drills, scenario, "Read a scenario: whoever does knows the answer",
      answer: DrillSchemas.scenarioWhole),
    write(
      .writeScenario, .drills, .put, scenario, "Write a scenario, or write it anew", scenarioText,
      answer: DrillSchemas.scenarioWhole, example: scenarioExample,
      refusals: [.nothingNew, .limitReached, .staleVersion]),
    write(
      .checkScenario, .drills, .post, "/scenario-check", "Check a scenario's text without saving it", scenarioText,
      answer: DrillSchemas.scenarioCheck, version: .none, permission: .read, example: scenarioExample),
    write(
      .retireScenario, .drills, .post, scenario + "/retirement", "Keep a scenario no longer",
      [.required("reason", WireSchema.reason)], answer: DrillSchemas.scenarioWhole, version: .none,
      example: ["reason": "Everybody knows it by heart."], refusals: [.nothingNew]),
    write(
      .makeScenario, .drills, .post, "/scenario-drafts",
      "Make a scenario of an incident that is over; nothing is saved",
      [
        .required("incident", WireSchema.incidentName),
        .optional("plan", PostmortemSchemas.slug.noted("That it rehearses; left out: the one that was followed.")),
      ], answer: .object([.required("text", WireSchema.anyDocument)], name: "ScenarioDraft"), version: .none,
      permission: .read, example: ["incident": "INC-1"], refusals: [.notFound, .wrongState]),
    read(
      .suggestDrills, .drills, "/drill-suggestions", "List what to rehearse next, with the reasons",
      answer: DrillSchemas.suggestions),
  ]

  private static let playing: [Operation] = [
    read(.listDrills, .drills, "/drills", "List drills, newest first", answer: DrillSchemas.list),
    add(
      .planDrill, .drills, "/drills", "Plan a drill", planned, answer: DrillSchemas.whole, example: plannedExample,
      refusals: [.notFound, .limitReached]),
    read(.readDrill, .drills, drill, "Read a drill, as far as one may know of it", answer: DrillSchemas.whole),
    write(
      .replanDrill, .drills, .put, drill, "Plan a drill anew that has not begun", planned, answer: DrillSchemas.whole,
      example: plannedExample, refusals: [.notFound, .wrongState, .limitReached]),
    write(
      .moveDrill, .drills, .post, drill + "/state", "Start a drill, halt it, let it go on, end it, or cancel it",
      [
        .required("state", .choice(["running", "paused", "ended", "cancelled"])),
        .optional("reason", .lines(IncidentLimits.reasonScalarsMax, min: 0).noted("Needed to cancel it.")),
      ], answer: DrillSchemas.whole, version: .none, example: ["state": "running"], refusals: [.wrongState]),
    write(
      .declareInDrill, .drills, .post, drill + "/incident", "Declare the incident on whose screens a drill is played",
      [
        .required("title", .line(IncidentLimits.titleScalarsMax).noted("What seems to be wrong, in a line.")),
        .optional("severity", WireSchema.level), .optional("impact", WireSchema.textOrEmpty),
        .optional("components", .list(of: WireSchema.identifier, max: IncidentLimits.componentsMax)),
        .optional("commander", WireSchema.person),
      ], answer: DrillSchemas.whole, status: 201, version: .none, example: ["title": "Nobody can log in"],
      refusals: [.wrongState]),
    write(
      .addInject, .drills, .post, drill + "/injects", "Let something come that the scenario does not have",
      [
        .required("kind", DrillSchemas.kind), .optional("from", .line(IncidentLimits.titleScalarsMax, min: 0)),
        .required("text", .lines(5000)),
        .optional("atSeconds", Schema.integer(0...86_400).noted("Of drill time; left out: at once.")),
      ], answer: DrillSchemas.whole, status: 201, version: .none,
      example: ["kind": "customer", "from": "A shop in Lyon", "text": "Is it you or us?"],
      refusals: [.wrongState, .limitReached]),
    write(
      .releaseInject, .drills, .post, inject + "/release", "Let a message come now", [], answer: DrillSchemas.whole,
      version: .none, example: [:], refusals: [.nothingNew, .wrongState]),
    write(
      .delayInject, .drills, .post, inject + "/delay", "Let a message come later",
      [.required("seconds", Schema.integer(1...86_400).noted("Of drill time."))], answer: DrillSchemas.whole,
      version: .none, example: ["seconds": 300], refusals: [.wrongState]),
    write(
      .skipInject, .drills, .post, inject + "/omission", "Leave a message out",
      [.required("reason", WireSchema.reason)], answer: DrillSchemas.whole, version: .none,
      example: ["reason": "They found it already."], refusals: [.wrongState]),
    write(
      .observeDrill, .drills, .post, drill + "/observations",
      "Write down what was seen: a note, a surprise, a step that was missed, how far an expectation was met",
      [
        .required("kind", DrillSchemas.observation), .optional("words", WireSchema.textOrEmpty),
        .optional("expectation", Schema.integer(1...1000).noted("Its place in the scenario.")),
        .optional("judgement", DrillSchemas.judgement),
        .optional("entry", WireSchema.version.noted("Of the incident: the one that first held the right idea.")),
      ], answer: DrillSchemas.whole, status: 201, version: .none,
      example: ["kind": "surprise", "words": "The pager rang at the wrong desk."],
      refusals: [.wrongState, .limitReached]),
  ]

  private static let afterwards: [Operation] = [
    read(
      .readDrillFile, .drills, drill + "/files/{file}", "Read a file of evidence that came with a message of a drill",
      answer: DrillSchemas.file),
    read(
      .readOutcome, .drills, drill + "/outcome", "Read what was expected of a drill and what happened",
      answer: DrillSchemas.outcome, refusals: [.wrongState]),
    read(
      .listPlanChanges, .drills, drill + "/plan-changes", "List what a drill suggests to change in its plan",
      answer: DrillSchemas.planChanges, refusals: [.wrongState]),
    write(
      .acceptPlanChanges, .drills, .post, drill + "/plan-changes", "Take some of the changes over into the plan",
      [
        .required("changes", .list(of: PostmortemSchemas.number, max: 1000, min: 1)),
        .optional("planVersion", WireSchema.version.noted("Of the plan that was looked at.")),
      ], answer: PlanAnswer.schema, version: .none, example: ["changes": [1, 3]],
      refusals: [.notFound, .wrongState, .staleVersion]),
    write(
      .startDrillPostmortem, .drills, .post, drill + "/postmortem", "Begin the postmortem of a drill that is over", [],
      answer: DrillSchemas.whole, status: 201, version: .none, example: [:], refusals: [.wrongState]),
  ]

  static let drills: [Operation] = scenarios + playing + afterwards
}
