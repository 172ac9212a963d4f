internal import Accounts
internal import Incidents
internal import Postmortems
import Schemas
internal import WireSchemas

extension Operations {
  private typealias Parts = PostmortemSchemas
  private static let oneAction = "/postmortems/{postmortem}/actions/{action}"
  private static let actionExample: JSONValue = [
    "text": "The deploy job compares the build of all hosts and stops at a difference", "kind": "prevent",
    "term": "immediate", "owner": "kim", "due": "2026-03-08", "factors": [1],
    "verification": "A deploy with one host left out stops.",
  ]

  static let actions: [Operation] = [
    list(
      .listActions, .actions, "/actions", "List actions, the most pressing first",
      query: [
        Parameter("state", .choice(of: ActionState.self), "Only those in this state."),
        Parameter("open", .flag, "Only those that are not verified or declined (true), or that are (false)."),
        Parameter("overdue", .flag, "Only those whose day has passed."),
        Parameter("owner", WireSchema.person, "Only those of this owner."),
        Parameter("kind", .choice(of: ActionKind.self), "Only those of this kind."),
        Parameter("incident", WireSchema.incidentName, "Only those that came of this incident."),
        Parameter("postmortem", Parts.postmortemName, "Only those of this postmortem."),
      ], of: ActionAnswer.schema),
    change(
      .proposeAction, .actions, .post, "/postmortems/{postmortem}/actions", "Propose an action", Parts.action,
      actionExample, [.limitReached, .wrongState], answer: ActionChangeAnswer.schema),
    change(
      .changeAction, .actions, .put, oneAction, "Write an action anew", Parts.action, actionExample,
      [.nothingNew, .wrongState, .staleVersion], version: .optional, answer: ActionChangeAnswer.schema),
    change(
      .stepAction, .actions, .post, oneAction + "/steps",
      "Accept, decline, finish, verify an action, or open it again",
      [
        .required("state", .choice(of: ActionState.self)),
        .optional("note", WireSchema.textOrEmpty.noted("Why; what was done; how it was verified.")),
      ], ["state": "done", "note": "In the deploy job since build 512."], [.wrongState, .nothingNew],
      answer: ActionChangeAnswer.schema),
    change(
      .adoptActions, .actions, .post, "/postmortems/{postmortem}/actions/adoption",
      "Follow up the actions that the text names", [], [:], [.nothingNew, .limitReached],
      answer: ActionAdoptionAnswer.schema),
  ]

  private static let standing = Schema.choice(of: GuardStanding.self)

  static let guards: [Operation] = [
    read(.listGuards, .guards, "/guards", "List guards, broken ones first", answer: GuardAnswer.listSchema),
    read(.readGuard, .guards, "/guards/{guard}", "Read a guard with its results", answer: GuardAnswer.schema),
    change(
      .declareGuard, .guards, .put, "/guards/{guard}", "Declare a guard, or change it",
      [
        .required("title", .line(IncidentLimits.titleScalarsMax).noted("What must stay true.")),
        .optional("incident", WireSchema.incidentName.noted("What it protects against.")),
        .optional("action", Parts.actionName),
        .optional(
          "definition",
          .lines(4000, min: 0).noted("A request or a query in the words of mayday.yaml; never a command.")),
        .optional("everyMinutes", .integer(1...44_640).orNull.noted("How often the server checks it.")),
      ],
      [
        "title": "The shop answers within two seconds", "action": "PM-1-A2", "everyMinutes": 15,
        "definition": "http: https://shop.example.org/health\nexpect:\n  status: 200\n",
      ], [.nothingNew, .limitReached], permission: .configure, answer: GuardAnswer.schema),
    change(
      .reportGuard, .guards, .post, "/guards/{guard}/reports", "Report what a guard saw",
      [
        .required("standing", standing), .required("summary", .line(1000)),
        .optional("detail", .lines(PostmortemLimits.guardDetailScalarsMax, min: 0)),
        .optional("place", .line(200, min: 0)), .optional("title", .line(IncidentLimits.titleScalarsMax)),
        .optional("incident", WireSchema.incidentName), .optional("action", Parts.actionName),
      ], ["standing": "broken", "summary": "7 of 8 hosts run 649bdfb; srv8 runs 2003", "place": "ci"],
      [.wrongState, .limitReached], answer: GuardReportAnswer.schema),
    change(
      .retireGuard, .guards, .post, "/guards/{guard}/retirement", "Stop a guard",
      [.required("reason", WireSchema.reason)], ["reason": "The servers it watched are gone."], [.wrongState],
      permission: .configure, answer: GuardAnswer.schema),
  ]

  private static let oneChecklist = "/checklists/{process}"
  private static let lineExample: JSONValue = ["text": "Every host reports the same build", "incident": "INC-1"]

  static let checklists: [Operation] = [
    read(.listChecklists, .checklists, "/checklists", "List checklists", answer: ChecklistAnswer.listSchema),
    read(
      .readChecklist, .checklists, oneChecklist, "Read a checklist with how its lines did",
      answer: ChecklistAnswer.schema),
    change(
      .writeChecklist, .checklists, .put, oneChecklist, "Write a checklist anew",
      [
        .required("title", .line(IncidentLimits.titleScalarsMax)),
        .required(
          "lines",
          .list(of: .object(Parts.checklistLine, name: "ChecklistLine"), max: PostmortemLimits.checklistLinesMax)),
      ], ["title": "Deploy", "lines": [lineExample]], [.nothingNew], version: .optional,
      answer: ChecklistAnswer.schema),
    change(
      .addChecklistLine, .checklists, .post, oneChecklist + "/lines", "Put a line into a checklist",
      Parts.checklistLine.filter { $0.name != "number" }, lineExample, [.limitReached], answer: ChecklistAnswer.schema),
    change(
      .retireChecklistLine, .checklists, .post, oneChecklist + "/lines/{line}/retirement",
      "Take a line out of a checklist; its record stays", [], [:], [], answer: ChecklistAnswer.schema),
    change(
      .runChecklist, .checklists, .post, oneChecklist + "/runs", "Record that a checklist was gone through",
      [
        .optional("subject", .line(200, min: 0).noted("What for: a release, a day.")),
        .optional(
          "writtenVersion",
          WireSchema.version.noted("Of the lines that were asked; refused where they were written anew since.")),
        .required(
          "answers",
          .list(
            of: .object([
              .required("line", Parts.number), .required("answer", .lines(2000, min: 0)),
              .optional("isGood", .flag.noted("What a guard found; for other lines the answer says it.")),
            ]), max: PostmortemLimits.checklistLinesMax)),
      ], ["subject": "release 649bdfb", "answers": [["line": 1, "answer": "yes"]]], [.staleVersion],
      answer: ChecklistRunAnswer.schema),
  ]

  private static let from = Parameter("from", Parts.date, "Only what happened on this day or later.")
  private static let until = Parameter("until", Parts.date, "Only what happened on this day or before.")
  private static let component = Parameter("component", WireSchema.identifier, "Only what touched this component.")
  private static let severity = Parameter("severity", WireSchema.level, "Only what was of this level.")

  static let library: [Operation] = [
    list(
      .searchLibrary, .library, "/library", "Search postmortems, ours and others'",
      query: [
        Parameter("q", .line(200, min: 0), "Words; all of them must be found."), component, severity, from, until,
        Parameter("cause", .choice(of: Factor.Kind.self), "Only those with a factor of this kind."),
        Parameter("kind", .choice(of: ActionKind.self), "Only those with an action of this kind."),
        Parameter("ours", .flag, "Only ours (true), or only others' (false)."),
      ], of: LibrarySchemas.hit),
    change(
      .addToLibrary, .library, .post, "/library", "Put somebody else's postmortem into the library",
      [
        .optional("title", .line(IncidentLimits.titleScalarsMax)), .required("text", .lines(4 << 20)),
        .optional("source", .line(1000, min: 0).noted("Where it is from.")),
        .optional("notes", .list(of: .line(1000), max: 200).noted("What was not understood in reading it.")),
      ], ["title": "The eighth server", "text": "# The eighth server\n", "source": "https://example.org/pm.html"],
      [.nothingNew], answer: LibraryAddedAnswer.schema),
    read(
      .likeIncident, .library, "/incidents/{incident}/like", "List what an incident looks like, and why",
      answer: LibrarySchemas.likenesses),
    read(
      .likePostmortem, .library, "/postmortems/{postmortem}/like", "List what a postmortem looks like, and why",
      answer: LibrarySchemas.likenesses),
    read(
      .readTrends, .library, "/trends", "Read how incidents and actions develop",
      query: [from, until, component, severity], answer: LibrarySchemas.trends),
    read(
      .listHits, .library, "/trends/hits", "List incidents that hit an open, declined or unverified action",
      query: [from, until, component, severity], answer: LibrarySchemas.hits),
  ]

  private static func change(
    _ id: OperationID, _ topic: Operation.Topic, _ method: HTTPVerb, _ path: String, _ summary: String,
    _ properties: [Schema.Property], _ example: JSONValue, _ refusals: [ProblemKind],
    version: Operation.VersionRule = .none, permission: Permission = .respond, answer: Schema = .anything
  ) -> Operation {
    write(
      id, topic, method, path, summary, properties, answer: answer, version: version, permission: permission,
      example: example, refusals: refusals)
  }
}
