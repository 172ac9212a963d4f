internal import Documents
internal import Incidents
internal import Postmortems
import Schemas
internal import WireSchemas

extension Operations {
  private static let every = "/postmortems"
  private static let one = "/postmortems/{postmortem}"
  private typealias Parts = PostmortemSchemas

  static let postmortems: [Operation] = [
    list(
      .listPostmortems, .postmortems, every, "List postmortems, newest first",
      query: [
        Parameter("stage", .choice(of: PostmortemStage.self), "Only those of this stage."),
        Parameter("origin", .choice(of: PostmortemOrigin.self), "Only those that came to be in this way."),
      ], of: PostmortemSummaryAnswer.schema),
    add(
      .startPostmortem, .postmortems, every, "Begin a postmortem, from an incident or from a text",
      [
        .optional("incident", WireSchema.incidentName.noted("All that its record and evidence hold is filled in.")),
        .optional("title", .line(IncidentLimits.titleScalarsMax)),
        .optional(
          "text",
          .lines(4 << 20, min: 0).noted(
            "A document in Markdown. Parts that are understood become parts; one that was there comes to a new version."
          )),
        .optional("source", .line(1000, min: 0).noted("Where the document is from: a file or a page.")),
        .optional("facilitator", WireSchema.person),
      ], answer: PostmortemChangeAnswer.schema, example: ["incident": "INC-12", "facilitator": "lee"],
      refusals: [.wrongState, .nothingNew, .limitReached]),
    read(
      .readPostmortem, .postmortems, one, "Read a postmortem with its parts",
      answer: PostmortemAnswer.schema),
    read(
      .readPostmortemText, .postmortems, one + "/text", "Read the whole document as Markdown",
      query: [Parameter("version", WireSchema.version, "As it was at this version.")],
      answer: PostmortemTextAnswer.schema),
    read(
      .listPostmortemVersions, .postmortems, one + "/versions", "List how the document came to be, newest first",
      answer: PostmortemVersionAnswer.list),
    read(
      .comparePostmortem, .postmortems, one + "/comparison", "Compare two versions word by word",
      query: [
        Parameter("from", WireSchema.version, isRequired: true, "The earlier version."),
        Parameter("to", WireSchema.version, "The later one; left out: now."),
      ], answer: ComparisonAnswer.schema),
    change(
      .writeSection, .put, one + "/sections/{section}", "Write a section",
      [
        .required("markdown", Parts.markdown),
        .required(
          "seenVersion", WireSchema.version.noted("Version of the words that you began with; 0 where there were none.")),
      ], ["markdown": "Paying by card failed for 41 minutes.", "seenVersion": 3],
      [.staleVersion, .wrongState, .nothingNew]),
    change(
      .previewSection, .post, one + "/sections/{section}/preview",
      "See how a section would look, and what the reviewer says",
      [.required("markdown", Parts.markdown)], ["markdown": "Paying by card failed."], [],
      answer: SectionPreviewAnswer.schema),
    change(
      .writeDetails, .put, one + "/details", "Say what stands at the head",
      [
        .optional("title", .line(IncidentLimits.titleScalarsMax)), .optional("owner", .line(80, min: 0)),
        .optional("authors", Parts.people), .optional("participants", Parts.people),
        .optional("facilitator", .line(80, min: 0)),
      ], ["owner": "kim", "participants": ["lee", "sam"]], [.wrongState, .nothingNew]),
    change(
      .askAccounts, .post, one + "/accounts", "Ask participants what they saw", [.required("people", Parts.people)],
      ["people": ["lee", "sam"]], [.nothingNew, .wrongState]),
    change(
      .giveAccount, .put, one + "/accounts/mine", "Tell what you saw, or that you would rather not",
      [
        .optional("saw", Parts.partOrEmpty), .optional("expected", Parts.partOrEmpty),
        .optional("surprised", Parts.partOrEmpty),
        .optional("sense", Parts.partOrEmpty.noted("Why what you did made sense then.")),
        .optional("at", .instant.orNull), .optional("isDeclined", .flag),
      ],
      [
        "saw": "Seven of eight servers answered with the new build.", "expected": "All eight.",
        "surprised": "The check counted answers, not builds.", "sense": "The check had been green for a year.",
      ], [.wrongState, .nothingNew]),
    change(
      .openAccounts, .post, one + "/accounts/opening", "Open the accounts to all readers",
      [.optional("reason", WireSchema.reason.noted("Needed before all are in."))], ["reason": "Sam is on leave."],
      [.wrongState, .nothingNew]),
    change(
      .writeComment, .post, one + "/comments", "Say something about a passage",
      [
        .required("section", Parts.section), .optional("quote", .lines(2000, min: 0).noted("Empty: the section.")),
        .optional("prefix", .lines(64, min: 0)), .optional("suffix", .lines(64, min: 0)),
        .optional("offset", WireSchema.count), .required("text", Parts.part),
        .optional("replyTo", Parts.number.orNull),
      ], ["section": "impact", "quote": "some orders", "text": "How many, and how do we know?"], [.limitReached]),
    change(
      .settleComment, .put, one + "/comments/{comment}/settled", "Settle a conversation, or take it up again",
      [.required("isSettled", .flag)], ["isSettled": true], [.nothingNew, .wrongState]),
    change(
      .nameReviewers, .put, one + "/reviewers", "Name those who are asked to review",
      [.required("people", Parts.people)], ["people": ["ana"]], [.nothingNew, .wrongState]),
    change(
      .giveVerdict, .post, one + "/verdicts", "Say as a reviewer what you think of it",
      [.required("isApproved", .flag), .optional("note", WireSchema.textOrEmpty)], ["isApproved": true],
      [.wrongState, .nothingNew]),
    change(
      .changeStage, .post, one + "/stage", "Ask for review, make it final, or open it again",
      [
        .required("stage", .choice(of: PostmortemStage.self)), .optional("note", WireSchema.textOrEmpty),
        .optional("reason", WireSchema.reason.noted("Why gates that are shut are passed.")),
      ], ["stage": "in-review"], [.wrongState, .nothingNew, .heldByReview]),
  ]

  static let postmortemParts: [Operation] = [
    read(
      .listLineCandidates, .postmortems, one + "/line-candidates",
      "List what could stand in the timeline and does not yet, in order of time",
      answer: .object([
        .required("items", .list(of: PostmortemPartSchemas.line.noted("`originID` is what takes it."), max: 100_000))
      ])),
    change(
      .takeLines, .post, one + "/lines/taken", "Take lines into the timeline from evidence, record and accounts",
      [
        .optional("moments", .list(of: .line(200), max: 500)),
        .optional("entries", .list(of: WireSchema.version, max: 500)), .optional("accounts", Parts.people),
      ], ["moments": ["3f2a90c1"], "entries": [4, 7]], [.nothingNew, .limitReached, .wrongState]),
    change(
      .addLine, .post, one + "/lines", "Put a line into the timeline", Parts.line,
      ["at": "2026-03-01T13:45:00Z", "basis": "said", "text": "The deploy reached seven of eight hosts."],
      [.limitReached, .wrongState]),
    change(
      .changeLine, .put, one + "/lines/{line}", "Write a line of the timeline anew", Parts.line,
      ["at": "2026-03-01T13:45:00Z", "text": "The deploy reached seven of eight hosts."], [.nothingNew, .wrongState]),
    change(
      .removeLine, .post, one + "/lines/{line}/removal", "Take a line out of the timeline", [], [:],
      [.nothingNew, .wrongState]),
    change(
      .removeLines, .post, one + "/lines/removals", "Take several lines out of the timeline",
      [.required("numbers", .list(of: Parts.number, max: PostmortemLimits.linesMax))], ["numbers": [3, 2]],
      [.nothingNew, .wrongState]),
    change(
      .arrangeLines, .put, one + "/lines", "Put lines of the same instant in order",
      [.required("numbers", .list(of: Parts.number, max: PostmortemLimits.linesMax))], ["numbers": [3, 2]],
      [.nothingNew, .wrongState]),
    change(
      .explainGap, .put, one + "/lines/{line}/gap", "Say what is known of the time after a line",
      [.required("text", Parts.partOrEmpty)], ["text": "Nothing happened that anybody noticed."],
      [.nothingNew, .wrongState]),
    change(
      .addFactor, .post, one + "/factors", "Add a contributing factor", Parts.factor,
      ["text": "The eighth server kept the old build", "kind": "condition", "sureness": "shown"],
      [.limitReached, .wrongState]),
    change(
      .changeFactor, .put, one + "/factors/{factor}", "Write a factor anew", Parts.factor,
      ["text": "The eighth server kept the old build", "kind": "condition", "sureness": "shown"],
      [.nothingNew, .wrongState]),
    change(.removeFactor, .post, one + "/factors/{factor}/removal", "Take a factor out", [], [:], [.wrongState]),
    change(
      .addAssumption, .post, one + "/assumptions", "Add what we believed and what the day showed", Parts.assumption,
      ["believed": "A green deploy job means that every host runs the build", "shown": "It counts answers"],
      [.limitReached, .wrongState]),
    change(
      .changeAssumption, .put, one + "/assumptions/{assumption}", "Write an assumption anew", Parts.assumption,
      ["believed": "A green deploy job means that every host runs the build", "now": "It says nothing of builds"],
      [.nothingNew, .wrongState]),
    change(
      .removeAssumption, .post, one + "/assumptions/{assumption}/removal", "Take an assumption out", [], [:],
      [.wrongState]),
    change(
      .addLuck, .post, one + "/luck", "Say where we were lucky", [.required("text", Parts.part)],
      ["text": "It was a quiet hour."], [.limitReached, .wrongState]),
    change(
      .changeLuck, .put, one + "/luck/{luck}", "Say anew where we were lucky", [.required("text", Parts.part)],
      ["text": "It was a quiet hour."], [.nothingNew, .wrongState]),
    change(.removeLuck, .post, one + "/luck/{luck}/removal", "Take a piece of luck out", [], [:], [.wrongState]),
    read(
      .readPublication, .postmortems, one + "/publications/{audience}", "Read what is out for an audience",
      answer: PublicationAnswer.schema),
    read(
      .preparePublication, .postmortems, one + "/publications/{audience}/preview",
      "See what would go out to an audience, and what would be left out or replaced",
      query: [
        Parameter("opening", .lines(WireLimits.openingMax, min: 0), "Words to put first."),
        Parameter("isMasked", .flag, "Whether secrets and personal data go out as a mask."),
      ],
      answer: PreparedPublicationAnswer.schema),
    change(
      .publishPostmortem, .post, one + "/publications/{audience}", "Publish a final postmortem to an audience",
      [
        .optional("opening", .lines(WireLimits.openingMax, min: 0).noted("Words to put first: what, for whom, sorry.")),
        .optional("isOnStatusPage", .flag.noted("For the public alone.")), .optional("seenVersion", WireSchema.version),
        .optional("reason", WireSchema.reason.noted("Why findings are passed; never those of secrets.")),
        .optional("isMasked", .flag.noted("Secrets and personal data go out as a mask, as the preview shows them.")),
      ], ["opening": "We are sorry."],
      [.wrongState, .heldByReview, .privateIncident, .staleVersion, .alreadyPublished]),
    change(
      .withdrawPostmortem, .post, one + "/publications/{audience}/withdrawal", "Take a publication back everywhere",
      [.required("reason", WireSchema.reason)], ["reason": "It named a customer."], [.notPublished]),
  ]

  private static func change(
    _ id: OperationID, _ method: HTTPVerb, _ path: String, _ summary: String, _ properties: [Schema.Property],
    _ example: JSONValue, _ refusals: [ProblemKind], answer: Schema = PostmortemChangeAnswer.schema
  ) -> Operation {
    // What replaces a part may name the version that was seen. A section names that of its own words.
    let replaces = method == .put && id != .writeSection && id != .giveAccount
    return write(
      id, .postmortems, method, path, summary, properties, answer: answer, version: replaces ? .optional : .none,
      example: example, refusals: refusals + (replaces ? [.staleVersion] : []))
  }
}

/// Bounds of requests that no domain names.
enum WireLimits {
  /// Scalars of the words that are put before a published postmortem.
  static let openingMax = 2000
}
