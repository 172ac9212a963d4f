import ArgumentParser
import Chronology
import CommandKit
import Documents
import Interchange
import Postmortems
import Schemas
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem ask`.
  struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ask", abstract: "Ask participants what they saw.",
      usage: "mayday postmortem ask <PM-1> <name> ... [options]", discussion: "  mayday postmortem ask PM-1 lee sam")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "Who saw it happen.")
    var people: [String]

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      await client.remark(on: people)
      try await client.change(
        .askAccounts, path: try postmortem.path, body: ["people": .array(people.map { .string($0) })]
      ) {
        "Asked. They tell it with: mayday postmortem account \($0.postmortem.id)"
      }
    }
  }

  /// `mayday postmortem account`.
  struct Account: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "account", abstract: "Tell what you saw; yours alone until all accounts are opened.",
      usage: """
        mayday postmortem account <PM-1>
          [--saw … --expected … --surprised … --sense …] [options]
        """,
      discussion: """
        Without words it asks, one question after the other.

          mayday postmortem account PM-1
          mayday postmortem account PM-1 --decline
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "What you saw.") var saw: String?
    @Option(help: "What you expected.") var expected: String?
    @Option(help: "What surprised you.") var surprised: String?
    @Option(help: "Why what you did made sense then.") var sense: String?
    @Option(help: ArgumentHelp("When the first of it happened: 03:12.", valueName: "time")) var at: String?
    @Flag(help: "You would rather not tell.") var decline = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard !decline || [saw, expected, surprised, sense, at].allSatisfy({ $0 == nil }) else {
        throw ValidationError("--decline and an account contradict each other.")
      }
    }

    func run() async throws {
      let client = try await options.open()
      let path = try postmortem.path
      guard !decline else {
        return try await client.change(.giveAccount, path: path, body: ["isDeclined": true]) { _ in
          "Noted. You can still tell it until the accounts are opened."
        }
      }
      // Before anything is asked: what cannot be told must not be typed for nothing.
      let at = try client.instant(at, option: "--at")
      var answers: [AccountQuestion: String] = [:]
      answers[.saw] = saw
      answers[.expected] = expected
      answers[.surprised] = surprised
      answers[.sense] = sense
      guard answers.isEmpty else { return try await Self.send(answers, at, path, client) }
      guard Terminal.isConversation else {
        throw CommandFailure("it is not said what you saw", hint: "Say it with --saw \"…\".")
      }
      try await checkAsked(path, client)
      do {
        for question in AccountQuestion.allCases { answers[question] = try Prompt.line(question.words + " ") }
        try await Self.send(answers, at, path, client)
      } catch {
        throw Self.kept(answers, of: path["postmortem"] ?? "", error)
      }
    }

    private static func send(
      _ answers: [AccountQuestion: String], _ at: Instant?, _ path: [String: String], _ client: CommandClient
    ) async throws {
      var body: [String: JSONValue?] = ["at": at.map { .instant($0) }]
      for question in AccountQuestion.allCases { body[question.rawValue] = .string(answers[question] ?? "") }
      try await client.change(.giveAccount, path: path, body: .members(body)) { _ in
        "Kept. You alone can read it until the accounts are opened."
      }
    }

    /// Throws what would be said after four answers.
    private func checkAsked(_ path: [String: String], _ client: CommandClient) async throws {
      let me: Answered<MeAnswer> = try await client.ask(.readMe)
      let known = try await client.known(path)
      let person = me.value.account
      guard known.accountsOpened == nil else {
        throw CommandFailure(
          "the accounts of \(known.summary.id) are open, and stay as they were told",
          hint: "Add what you know: mayday postmortem comment \(known.summary.id) timeline \"…\"")
      }
      guard known.accounts.contains(where: { $0.person == person }) || known.details.participants.contains(person)
      else {
        throw CommandFailure(
          "\(TerminalText.harmless(person)) is not among those who were asked what they saw",
          hint: "Whoever leads it asks: mayday postmortem ask \(known.summary.id) \(TerminalText.harmless(person))")
      }
    }

    /// Answers that could not be given are not lost.
    private static func kept(_ answers: [AccountQuestion: String], of id: String, _ error: any Error) -> any Error {
      let told = AccountQuestion.allCases.filter { answers[$0]?.isEmpty == false }
      guard !told.isEmpty else { return error }
      let text = told.map { "## \($0.words)\n\n\(answers[$0] ?? "")\n" }.joined(separator: "\n")
      let failure =
        (error as? Problem).map { CommandFailure($0) } ?? error as? CommandFailure ?? CommandFailure("\(error)")
      let path = EditorSession.keep(text, name: "account-\(id).md")
      let place = path.map { "What you told is in '\($0)'." } ?? "What you told:\n\(text)"
      return CommandFailure(failure.fact, hint: [failure.hint, place].compactMap(\.self).joined(separator: "\n  "))
    }
  }

  /// `mayday postmortem open`.
  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "Open the accounts to all who may read the postmortem.",
      usage: "mayday postmortem open <PM-1> [--reason …] [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "Why, before all are in.")
    var reason: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .openAccounts, path: try postmortem.path, body: .members(["reason": reason.map { .string($0) }])
      ) { "The accounts of \($0.postmortem.id) are open." }
    }
  }

  /// `mayday postmortem comment`.
  struct Comment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comment", abstract: "Say something about a section, or about words in it.",
      usage: """
        mayday postmortem comment <PM-1> <section> <words> ... [--quote …]
          [--reply-to <n>] [options]
        """,
      discussion: "  mayday postmortem comment PM-1 impact --quote \"some orders\" How many?")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "The section.")
    var section: SectionKind

    @Argument(help: "What you say; quotes may be left out.")
    var words: [String]

    @Option(help: "The words that it is about.")
    var quote: String?

    @Option(help: ArgumentHelp("The comment that it answers.", valueName: "n"))
    var replyTo: Int?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      if let quote, !quote.isEmpty {
        try SectionQuote(section, in: try await client.known(try postmortem.path)).check(quote)
      }
      try await client.change(
        .writeComment, path: try postmortem.path,
        body: .members([
          "section": .string(section.rawValue), "text": .string(words.joined(separator: " ")),
          "quote": quote.map { .string($0) }, "replyTo": replyTo.map { .integer(Int64($0)) },
        ])
      ) { "Comment \($0.number ?? 0) on \(section.heading)." }
    }
  }
}
