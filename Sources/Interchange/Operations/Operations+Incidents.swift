internal import Incidents
import Schemas
internal import WireSchemas

extension Operations {
  private static let instants = Schema.object(
    InstantName.allCases.map { .optional($0.rawValue, .instant) })
  private static let seen = Schema.object([
    .optional("title", WireSchema.anyText), .optional("severity", WireSchema.level),
    .optional("impact", WireSchema.anyText), .optional("components", components), .optional("isDrill", .flag),
  ]).noted(
    "What stood there when you looked. A field that says the same is left alone; one that was changed since is refused."
  )
  private static let components = Schema.list(of: WireSchema.identifier, max: IncidentLimits.componentsMax)

  static let incidents: [Operation] = [
    add(
      .declareIncident, .incidents, "/incidents", "Declare an incident",
      [
        .required(
          "title",
          .line(IncidentLimits.titleScalarsMax).noted(
            "What is wrong, in a line; customers read it as the headline with the first word to them.")),
        .optional("severity", WireSchema.level.noted("Level; left out: as the policy says, in doubt the higher.")),
        .optional("impact", WireSchema.textOrEmpty.noted("What users feel.")),
        .optional("components", components), .optional("isPrivate", .flag),
        .optional("isDrill", .flag.noted("Keeps it out of statistics and of every public surface.")),
        .optional("commander", WireSchema.person.noted("Who leads from now on.")),
        .optional("state", .choice(of: IncidentState.self).noted("One that is over records a past incident.")),
        .optional("instants", instants.noted("Named instants that are known already.")),
      ],
      example: [
        "title": "Payments fail at checkout", "severity": 2, "impact": "About one order in three cannot be paid.",
        "commander": "kim", "instants": ["impact-started": "2026-03-01T13:45:00Z"],
      ], refusals: [.wrongState]),
    list(
      .listIncidents, .incidents, "/incidents", "List incidents, newest first",
      query: [
        Parameter("state", .choice(of: IncidentState.self), "Only those in this state."),
        Parameter("severity", WireSchema.level, "Only those of this level."),
        Parameter("component", WireSchema.identifier, "Only those that touch this component."),
        Parameter("open", .flag, "Only those that run (true), or that are over (false)."),
        Parameter("drill", .flag, "Only drills (true), or none of them (false)."), asOf,
      ], of: IncidentSummaryAnswer.schema),
    read(
      .readIncident, .incidents, "/incidents/{incident}", "Read an incident", query: [asOf],
      answer: IncidentAnswer.schema),
    write(
      .reviseIncident, .incidents, .patch, "/incidents/{incident}",
      "Say anew what an incident is about, how severe it is, or that it is a drill",
      [
        .optional(
          "title",
          .line(IncidentLimits.titleScalarsMax).noted("Customers read it as the headline with the next word to them.")),
        .optional("severity", WireSchema.level), .optional("impact", WireSchema.textOrEmpty),
        .optional("components", components), .optional("isDrill", .flag), .optional("seen", seen),
        .optional("reason", WireSchema.reason.noted("Needed for a lower severity, and for the mark of a drill.")),
      ], example: ["severity": 1, "reason": "Every order fails now."], refusals: [.nothingNew]),
    write(
      .changeAccess, .incidents, .post, "/incidents/{incident}/access", "Say who may know of an incident",
      [
        .optional("isPrivate", .flag),
        .optional("added", .list(of: WireSchema.person, max: IncidentLimits.membersMax)),
        .optional("removed", .list(of: WireSchema.person, max: IncidentLimits.membersMax)),
        .optional("reason", WireSchema.reason),
      ], example: ["isPrivate": true, "added": ["lee"], "reason": "Personal data may be concerned."],
      refusals: [.nothingNew]),
    write(
      .changeState, .incidents, .post, "/incidents/{incident}/state", "Move an incident on to another state",
      [
        .required("state", .choice(of: IncidentState.self)),
        .optional("reason", WireSchema.reason.noted("Needed to decline, to cancel and to open again.")),
        .optional("into", WireSchema.incidentName.noted("The incident that it is part of, where the state is merged.")),
      ], example: ["state": "mitigated"], refusals: [.wrongState, .nothingNew, .privateIncident]),
    write(
      .stateInstant, .incidents, .put, "/incidents/{incident}/instants/{instant}", "State or correct a named instant",
      [
        .required("at", .instant.orNull.noted("Null: it is not known after all.")),
        .optional("reason", WireSchema.reason.noted("Needed where the instant was known.")),
      ], example: ["at": "2026-03-01T13:45:00Z", "reason": "The first failed payment in the log."],
      refusals: [.nothingNew]),
    read(
      .listRoles, .incidents, "/incidents/{incident}/roles", "List who has and had which role",
      query: [Parameter("at", .instant, "Who had it at this instant."), asOf],
      answer: PageSchema.of(RoleAnswer.schema)),
    write(
      .assignRole, .incidents, .put, "/incidents/{incident}/roles/{role}", "Give a role to somebody",
      [
        .required("person", WireSchema.person.orNull.noted("Null: nobody has it from now on.")),
        .optional("note", WireSchema.reason.noted("What the next one should know.")),
        .optional(
          "seen",
          .line(IncidentLimits.nameScalarsMax, min: 0).noted(
            "Who had it when you looked, empty for nobody: somebody else by now is a refusal.")),
      ], example: ["person": "lee", "note": "The rollback is half done."], refusals: [.nothingNew]),
  ]

  static let timeline: [Operation] = [
    list(
      .listEntries, .timeline, "/incidents/{incident}/entries", "List the timeline",
      query: [
        Parameter("kind", .choice(of: IncidentEntry.Kind.self), "Only entries of this kind."),
        Parameter("order", .choice(["oldest", "newest"]), "Which come first; the oldest where it is not said."), asOf,
      ], of: EntrySchemas.entry),
    write(
      .correctEntry, .timeline, .post, "/incidents/{incident}/entries/{entry}/correction",
      "Correct an entry that a person wrote; both stay to be read",
      [
        .optional("text", WireSchema.text), .optional("at", .instant.noted("When it happened.")),
        .required("reason", WireSchema.reason),
      ], version: .none, example: ["text": "app03 was restarted, not app02.", "reason": "Wrong host."],
      refusals: [.nothingNew, .notCorrectable]),
    add(
      .writeNote, .timeline, "/incidents/{incident}/notes", "Write down what was seen, said or done",
      [
        .required("text", WireSchema.text.noted("Markdown.")),
        .optional("at", .instant.noted("When it happened; left out: now.")),
      ], example: ["text": "Error rate falls since the rollback.", "at": "2026-03-01T14:02:00Z"]),
    add(
      .recordDecision, .timeline, "/incidents/{incident}/decisions", "Record a decision with what was known",
      [
        .required("what", WireSchema.text), .optional("why", WireSchema.textOrEmpty),
        .optional(
          "options", .list(of: WireSchema.text, max: IncidentLimits.optionsMax).noted("What else was weighed.")),
        .optional("known", WireSchema.textOrEmpty.noted("What was known when it was decided.")),
        .optional("by", WireSchema.person.noted("Left out: whoever writes this.")), .optional("at", .instant),
      ],
      example: [
        "what": "Roll checkout back to the release of Monday", "why": "Fastest way to working payments.",
        "options": ["Turn the express lane off", "Wait for the fix"], "known": "Failures began with the release.",
      ]),
    add(
      .recordDissent, .timeline, "/incidents/{incident}/decisions/{entry}/dissent",
      "Record that somebody sees a decision differently",
      [.required("text", WireSchema.text), .optional("by", WireSchema.person)],
      example: ["text": "The flag alone would do, and keeps the new receipts."]),
    add(
      .addTask, .timeline, "/incidents/{incident}/tasks", "Add something to do",
      [
        .required("text", WireSchema.text), .optional("owner", WireSchema.person),
        .optional("order", .integer(-1_000_000...1_000_000).noted("Lower comes first; left out: last.")),
      ], example: ["text": "Count the orders that were charged twice", "owner": "sam"], refusals: [.limitReached]),
    write(
      .changeTask, .timeline, .patch, "/incidents/{incident}/tasks/{task}", "Change a task, or say that it is done",
      [
        .optional("text", WireSchema.text),
        .optional("owner", .line(IncidentLimits.nameScalarsMax, min: 0).orNull.noted("Null or empty: nobody.")),
        .optional("order", .integer(-1_000_000...1_000_000)), .optional("state", .choice(of: TaskState.self)),
        .optional("result", WireSchema.textOrEmpty.noted("What came of it.")),
      ], version: .none, example: ["state": "done", "result": "214 orders, list is in the evidence."],
      refusals: [.nothingNew]),
  ]
}
