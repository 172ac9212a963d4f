internal import Accounts
import Schemas
internal import WireSchemas

extension Operations {
  private static let handle = Schema.line(100)
  private static let number = Schema.number(1...7)
  private static let bound = Schema.choice(["or-less", "or-more"])
  private static let mean = Schema.object(
    [.required("item", .integer(0...7)), .required("value", number), .optional("bound", bound)], name: "SafetyMean")
  private static let result = Schema.object(
    [.required("answered", WireSchema.count), .required("mean", mean)]
      + [.required("low", number), .required("high", number), .required("items", .list(of: mean, max: 7, min: 7))],
    name: "SafetyResult")
  private static let round = Schema.object(
    [
      .required("id", WireSchema.count), .required("team", .line(80)), .required("firstDay", PostmortemSchemas.date),
      .required("lastDay", PostmortemSchemas.date), .required("state", .choice(["waiting", "open", "closed"])),
      .required("invited", .list(of: handle, max: 500)),
      .required("drawn", WireSchema.count.noted("How many have drawn their ticket.")),
      .required("modulus", .line(1024, min: 0).noted("Of the key that signs tickets, in hexadecimal.")),
      .optional("result", result), .optional("withheld", .choice(["too-few", "forged"])),
      .required("isInvited", .flag), .required("hasDrawn", .flag),
    ], name: "SafetyRound")
  private static let asked = Schema.object([
    .required("team", .line(80)), .required("rounds", .list(of: round, max: 1000)),
  ])
  private static let quarter = Schema.object([
    .required("quarter", .line(10)), .required("nearMisses", WireSchema.count),
  ])
  private static let report = Schema.object(
    [.required("teams", .list(of: asked, max: 1000)), .required("quarters", .list(of: quarter, max: 8))],
    name: "SafetyReport")

  private static let rephrased = Schema.object(
    [
      .required("text", WireSchema.anyText.noted("As it was sent.")),
      .required(
        "findings",
        .list(
          of: .object(
            [
              .required("kind", .line(40).noted("`mayday rules` explains it.")),
              .required("passage", WireSchema.anyText.noted("The words that close the conversation.")),
              .required("column", WireSchema.count.noted("Unicode scalars of the sentence, from 1.")),
              .required("endColumn", WireSchema.count.noted("Exclusive.")), .required("reason", WireSchema.anyText),
              .required(
                "wordings", .list(of: WireSchema.anyText, max: 2, min: 1).noted("What opens it, the best first.")),
            ], name: "RephraseFinding"), max: 3
        ).noted("The strongest first; empty where nothing closes the conversation.")),
    ], name: "RephrasedSentence")

  /// Answering is not among them: it names nobody, and has an address that knows no caller.
  static let safety: [Operation] = [
    read(
      .listSafetyRounds, .safety, "/safety/rounds", "List the rounds of the survey with their results", answer: report),
    write(
      .openSafetyRound, .safety, .post, "/safety/rounds", "Open a round of the survey",
      [
        .required("team", .line(80)), .required("people", .list(of: handle, max: 500).noted("Handles, five or more.")),
        .optional("firstDay", PostmortemSchemas.date.noted("Today where it is not said.")),
        .optional("lastDay", PostmortemSchemas.date.noted("Two weeks after the first where it is not said.")),
      ], answer: round, status: 201, version: .none, permission: .configure,
      example: ["team": "Checkout", "people": ["ann", "ben", "cem", "dua", "eva"]], refusals: [.wrongState]),
    write(
      .closeSafetyRound, .safety, .post, "/safety/rounds/{round}/close", "Close a round of the survey", [],
      answer: round, version: .none, permission: .configure, example: [:], refusals: [.wrongState]),
    write(
      .drawSafetyTicket, .safety, .post, "/safety/rounds/{round}/ticket",
      "Have a blinded ticket signed (RFC 9474, RSABSSA-SHA384-PSS-Deterministic)",
      [.required("blinded", .line(400).noted("Base64."))],
      answer: .object(
        [.required("signature", .line(400).noted("Base64; of what was blinded."))], name: "SafetySignature"),
      version: .none, permission: .read, example: ["blinded": "AAAA"], refusals: [.wrongState]),
    write(
      .rephrase, .safety, .post, "/rephrase",
      "See what in a sentence closes a conversation, and what would open it; nothing is kept",
      [
        .required(
          "text", .lines(2000).noted("One sentence or a few that somebody is about to say, in English."))
      ],
      answer: .object([.required("sentences", .list(of: rephrased, max: 40))], name: "Rephrased"), version: .none,
      permission: .read, example: ["text": "Who approved this change?"]),
  ]
}
