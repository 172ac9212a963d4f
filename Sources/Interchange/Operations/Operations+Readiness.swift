internal import Accounts
internal import Incidents
internal import Plans
import Schemas
internal import WireSchemas

extension Operations {
  private static let onePlan = "/plans/{plan}"
  private static let followed = "/incidents/{incident}/plans"
  private static let planExample: JSONValue = [
    "text":
      "# The queue is full\n\n## Steps\n| # | do | who | until one sees |\n|-|-|-|-|\n| 1 | Stop the import | operations | 'paused' on its page |\n",
    "note": "Steps from the drill of May.",
  ]
  private static let planText: [Schema.Property] = [
    .required("text", WireSchema.anyDocument.noted("Markdown with front matter.")),
    .optional("note", .lines(IncidentLimits.reasonScalarsMax, min: 0).noted("What changed, in a line.")),
    .optional("origin", .line(200).noted("Where it came from: a file, a drill.")),
  ]
  private static let personExample: JSONValue = [
    "name": "Ines Roth", "roles": [["role": "operations", "place": "first"]],
    "contacts": [["kind": "telephone", "value": "+49 30 1234"]],
    "absences": [["from": "2026-12-24", "to": "2027-01-02"]],
  ]
  private static let person: [Schema.Property] = [
    .required("name", WireSchema.person), .optional("roles", PersonAnswer.roles),
    .optional("contacts", PersonAnswer.contactsSent),
    .optional("absences", PersonAnswer.absences.noted("Days on which they cannot be called, both included.")),
  ]

  static let readiness: [Operation] = [
    read(
      .readReadiness, .readiness, "/readiness", "Read how ready the team is, and what comes next",
      answer: ReadinessAnswer.schema),
    read(
      .readAudit, .readiness, "/readiness/audit", "Read what the record shows an auditor, and what is missing",
      query: [
        Parameter("from", PersonAnswer.day, "Only what began on this day or later; left out: a year before the last."),
        Parameter("until", PersonAnswer.day, "Only what began on this day or before; left out: today."),
      ], answer: AuditChecklist.schema),
    read(.listPlans, .plans, "/plans", "List plans, the greatest risk first", answer: PlanEntryAnswer.listSchema),
    read(.readPlan, .plans, onePlan, "Read a plan with what the check finds in it", answer: PlanAnswer.schema),
    read(
      .readPlanVersion, .plans, onePlan + "/versions/{version}", "Read a plan's text as it was saved once",
      answer: PlanVersionAnswer.schema),
    write(
      .writePlan, .plans, .put, onePlan, "Write a plan, or write it anew", planText, answer: PlanAnswer.schema,
      example: planExample, refusals: [.nothingNew, .limitReached, .staleVersion]),
    write(
      .checkPlan, .plans, .post, "/plan-check", "Check a plan's text without saving it", planText,
      answer: PlanCheckAnswer.schema, version: .none, permission: .read, example: planExample),
    write(
      .retirePlan, .plans, .post, onePlan + "/retirement", "Keep a plan no longer",
      [.required("reason", WireSchema.reason)], answer: PlanAnswer.schema, version: .none,
      example: ["reason": "The service it was for is gone."], refusals: [.nothingNew]),
    read(.listPeople, .readiness, "/roster", "List who can be called", answer: PersonAnswer.listSchema),
    add(
      .addPerson, .readiness, "/roster", "Add somebody who can be called", person, answer: PersonAnswer.schema,
      example: personExample, refusals: [.limitReached]),
    write(
      .writePerson, .readiness, .put, "/roster/{person}", "Write somebody's entry anew", person,
      answer: PersonAnswer.schema, example: personExample, refusals: [.nothingNew, .staleVersion]),
    write(
      .removePerson, .readiness, .post, "/roster/{person}/departure", "Say that somebody is no longer here", [],
      answer: PersonAnswer.schema, example: [:], refusals: [.nothingNew, .staleVersion]),
    read(
      .listIncidentPlans, .timeline, followed, "List the plans of an incident, and those that may fit it",
      answer: IncidentPlansAnswer.schema),
    add(
      .followPlan, .timeline, followed, "Follow a plan: its steps become the list to tick",
      [.required("plan", PostmortemSchemas.slug)], answer: IncidentPlansAnswer.schema,
      example: ["plan": "wrong-certificate"], refusals: [.wrongState, .limitReached]),
    write(
      .tickStep, .timeline, .post, followed + "/{followed}/steps/{step}",
      "Say what became of a step: done with what was seen, replaced, left out",
      [
        .required("state", .choice(of: StepTicked.State.self)),
        .optional("words", WireSchema.textOrEmpty.noted("What one saw; what was done instead; why it was left out.")),
      ], answer: IncidentPlansAnswer.schema, version: .none,
      example: ["state": "done", "words": "CN=shop.example.org, until 1 March 2027, same on all three hosts"],
      refusals: [.nothingNew, .wrongState]),
    write(
      .dropPlan, .timeline, .post, followed + "/{followed}/end", "Follow a plan no longer",
      [.required("reason", WireSchema.reason)], answer: IncidentPlansAnswer.schema, version: .none,
      example: ["reason": "It was not the certificate."], refusals: [.nothingNew]),
  ]
}
