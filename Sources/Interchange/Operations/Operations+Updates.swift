internal import Accounts
internal import Incidents
import Schemas
internal import WireSchemas

extension Operations {
  private static let whole = UpdateTextSchema.body.noted("The whole text: a field that is left out is empty.")
  private static let draft: [Schema.Property] = [
    .required("audience", .choice(of: Audience.self)), .required("state", .choice(of: PublicState.self)),
    .required("text", whole),
    .optional(
      "components",
      .list(of: ComponentConditionAnswer.schema, max: IncidentLimits.componentsMax)
        .noted("What components are set to when it goes out.")),
  ]
  private static let along: [Schema.Property] = [
    .optional("text", whole.noted("What it says in place of what is kept: the whole text.")),
    .optional("audience", .choice(of: Audience.self).noted("With a text; left out: as it is kept.")),
    .optional("state", .choice(of: PublicState.self).noted("With a text; left out: as it is kept.")),
    .optional(
      "components",
      .list(of: ComponentConditionAnswer.schema, max: IncidentLimits.componentsMax)
        .noted("With a text: what components are set to; left out: none is set.")),
  ]
  private static let draftExample: JSONValue = [
    "audience": "customers", "state": "identified",
    "text": [
      "broken": "Paying by card fails.", "affected": "About one order in three.", "since": "2026-03-01T13:45:00Z",
      "doing": "We have found the change that set it off and are taking it back.",
      "meanwhile": "Please do not order again if you are unsure.", "nextBy": "2026-03-01T14:30:00Z",
      "apology": "We are sorry.",
    ],
    "components": [["component": "checkout", "condition": "partial-outage"]],
  ]
  private static let one = "/incidents/{incident}/updates/{update}"

  static let updates: [Operation] = [
    read(
      .listUpdates, .updates, "/incidents/{incident}/updates", "List the updates of an incident", query: [asOf],
      answer: PageSchema.of(UpdateAnswer.schema, max: 10_000)),
    add(
      .draftUpdate, .updates, "/incidents/{incident}/updates", "Begin an update", draft, example: draftExample,
      refusals: [.limitReached]),
    read(.readUpdate, .updates, one, "Read an update", query: [asOf], answer: UpdateAnswer.schema),
    write(
      .reviseUpdate, .updates, .put, one, "Write an update anew while it is a draft", draft, example: draftExample,
      refusals: [.nothingNew, .alreadyPublished]),
    read(
      .previewUpdate, .updates, one + "/preview", "See what would go where, and what the reviewer says",
      answer: PreviewAnswer.schema),
    write(
      .approveUpdate, .updates, .post, one + "/approval", "Approve an update as a second person, as you read it",
      [.required("seenVersion", WireSchema.version.noted("Version of the text that you read."))] + along,
      example: ["seenVersion": 12], refusals: [.nothingNew, .ownApproval, .alreadyPublished, .wrongState]),
    write(
      .publishUpdate, .updates, .post, one + "/publication",
      "Publish an update as it is kept, or write it anew and publish it in one act",
      along + [
        .optional("seenVersion", WireSchema.version.noted("Version of the text that you saw.")),
        .optional(
          "releaseReason", WireSchema.reason.noted("Why it goes out although the reviewer holds it, or unapproved.")),
      ], example: ["seenVersion": 12],
      refusals: [.alreadyPublished, .heldByReview, .needsApproval, .privateIncident, .wrongState]),
    write(
      .correctUpdate, .updates, .post, one + "/correction", "Correct what was published; both stay to be read",
      [.required("text", whole), .required("reason", WireSchema.reason)],
      example: ["text": ["broken": "Paying by card fails for some orders."], "reason": "Not all orders."],
      refusals: [.nothingNew, .notPublished]),
    write(
      .withdrawUpdate, .updates, .post, one + "/withdrawal", "Take back what was published",
      [.required("reason", WireSchema.reason)], example: ["reason": "It was about another incident."],
      refusals: [.notPublished]),
    read(
      .listPromises, .updates, "/promises", "List the words that are due, soonest first",
      answer: PageSchema.of(DueWordAnswer.schema, max: 10_000)),
  ]

  static let evidence: [Operation] = [
    Operation(
      id: .addEvidence, topic: .evidence, method: .post, path: "/api/v1/incidents/{incident}/evidence",
      summary: "Add a file of evidence", permission: .respond,
      query: [
        Parameter("name", .line(255), isRequired: true, "What the file is called; its last part counts.")
      ], content: .upload, answer: ChangeAnswer.schema, status: 201, version: .none, example: nil,
      refusals: [.tooLarge, .unsupportedMedia, .nothingNew]),
    read(
      .listEvidence, .evidence, "/incidents/{incident}/evidence", "List the files of evidence", query: [asOf],
      answer: PageSchema.of(EvidenceAnswer.schema, max: 50_000)),
    list(
      .listMoments, .evidence, "/incidents/{incident}/moments", "List what the evidence shows, in order of time",
      of: MomentAnswer.schema),
    add(
      .pickMoment, .evidence, "/incidents/{incident}/moments", "Take a moment of the evidence into the timeline",
      [.required("moment", .line(200).noted("Its name; its words are the evidence's own."))],
      example: ["moment": "3f2a90c1"], refusals: [.nothingNew]),
    read(
      .listSuspects, .evidence, "/incidents/{incident}/suspects", "List changes worth examining, best first",
      answer: PageSchema.of(SuspectAnswer.schema, max: 10_000)),
    write(
      .judgeSuspect, .evidence, .put, "/incidents/{incident}/suspects/{suspect}", "Say how a suspect stands",
      [.required("standing", .choice(of: SuspectStanding.self)), .required("reason", WireSchema.reason)],
      example: ["standing": "dismissed", "reason": "It reached no host that failed."], refusals: [.nothingNew]),
  ]
}
