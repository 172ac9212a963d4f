internal import Accounts
internal import Incidents
import Schemas
internal import WireSchemas

extension Operations {
  static let team: [Operation] = [
    list(
      .listNearMisses, .nearMisses, "/near-misses", "List near misses, newest first", of: NearMissAnswer.schema),
    add(
      .reportNearMiss, .nearMisses, "/near-misses", "Report what nearly went wrong",
      [
        .required("what", WireSchema.text.noted("What nearly happened.")),
        .optional("stoppedBy", WireSchema.textOrEmpty.noted("What stopped it.")),
        .optional("idea", WireSchema.textOrEmpty.noted("What would stop it for certain.")),
      ], answer: NearMissAnswer.schema,
      example: [
        "what": "The wrong database was about to be dropped", "stoppedBy": "A colleague looked at the prompt",
        "idea": "Ask for the name of the database",
      ]),
    read(.readNearMiss, .nearMisses, "/near-misses/{nearmiss}", "Read a near miss", answer: NearMissAnswer.schema),
    read(.readPolicy, .policy, "/policy", "Read the policy", answer: PolicyAnswer.schema),
    Operation(
      id: .replacePolicy, topic: .policy, method: .put, path: "/api/v1/policy", summary: "Agree on a policy anew",
      permission: .configure, query: [], content: .json(PolicyAnswer.policySchema), answer: PolicyAnswer.schema,
      status: 200, version: .required, example: WireCoding.json(of: Policy.standard), refusals: [.nothingNew]),
    write(
      .addRoles, .policy, .post, "/policy/roles", "Add roles to the policy, with the cards that Mayday has for them",
      [.required("roles", PolicyAnswer.wantedRoles)], answer: PolicyAnswer.schema, permission: .configure,
      example: ["roles": [["id": "support"], ["id": "logistics", "duty": "Keeps lorries and stores informed."]]],
      refusals: [.nothingNew, .limitReached]),
  ]

  private static let oneMaintenance = "/maintenances/{maintenance}"
  private static let maintenanceExample: JSONValue = [
    "title": "New database servers", "text": "Orders can be placed; the history is not shown meanwhile.",
    "from": "2026-03-05T22:00:00Z", "until": "2026-03-05T23:00:00Z", "components": ["orders"],
  ]

  static let status: [Operation] = [
    read(
      .listComponents, .status, "/components", "List the components and how they do",
      answer: ComponentsAnswer.schema),
    Operation(
      id: .replaceComponents, topic: .status, method: .put, path: "/api/v1/components",
      summary: "Set the list of components and what the status page says of itself", permission: .configure, query: [],
      content: .json(ComponentsAnswer.body), answer: ComponentsAnswer.schema, status: 200, version: .required,
      example: [
        "settings": ["name": "Example Shop", "url": "https://status.example.org"],
        "components": [["id": "checkout", "name": "Checkout", "group": "Shop"]],
      ], refusals: [.nothingNew]),
    write(
      .setComponentCondition, .status, .put, "/components/{component}/condition", "Set how a component does",
      [
        .required("condition", .choice(of: ComponentCondition.self)),
        .optional("incident", WireSchema.incidentName.noted("The incident that it belongs to.")),
      ], answer: ComponentsAnswer.schema, example: ["condition": "degraded"],
      refusals: [.nothingNew, .privateIncident, .wrongState]),
    list(
      .listMaintenances, .status, "/maintenances", "List maintenances, the latest first",
      query: [Parameter("open", .flag, "Only those that are not over (true), or that are (false).")],
      of: MaintenanceAnswer.schema),
    add(
      .scheduleMaintenance, .status, "/maintenances", "Announce a maintenance", MaintenanceAnswer.body.properties,
      answer: MaintenanceAnswer.schema, example: maintenanceExample),
    read(.readMaintenance, .status, oneMaintenance, "Read a maintenance", answer: MaintenanceAnswer.schema),
    write(
      .rescheduleMaintenance, .status, .put, oneMaintenance, "Plan a maintenance anew",
      MaintenanceAnswer.body.properties, answer: MaintenanceAnswer.schema, example: maintenanceExample,
      refusals: [.wrongState, .nothingNew]),
    write(
      .progressMaintenance, .status, .post, oneMaintenance + "/progress", "Say how far a maintenance is",
      [.required("state", .choice(of: MaintenanceState.self)), .optional("note", WireSchema.textOrEmpty)],
      answer: MaintenanceAnswer.schema, example: ["state": "in-progress", "note": "We have begun."],
      refusals: [.wrongState, .nothingNew]),
    read(
      .readStatusReport, .status, "/status-report", "Read what the status page tells the public",
      answer: .anything),
  ]

  static let record: [Operation] = [
    list(
      .search, .record, "/search", "Search the titles of incidents and what users felt",
      query: [Parameter("q", .line(200), isRequired: true, "Words; all of them must be found.")],
      of: SearchHitAnswer.schema),
    list(
      .listEvents, .record, "/events",
      "List what changed in incidents, or in one postmortem, oldest first; `next` is always there, and leads on to what comes later",
      query: [
        Parameter("postmortem", PostmortemSchemas.postmortemName, "What changed in this postmortem, and nothing else.")
      ], of: EventAnswer.schema),
    read(.readMe, .record, "/me", "Read who you are to Mayday, and what you may", answer: MeAnswer.schema),
  ]
}
