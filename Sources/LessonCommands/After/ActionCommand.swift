package import ArgumentParser
import Chronology
import CommandKit
import Interchange
import Postmortems
import Schemas
import TerminalPages

/// `mayday action`: one action, from its proposal to its proof.
package struct ActionCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "Propose an action, and say how far it is.",
    discussion: """
        mayday action add PM-1 "The deploy job compares all hosts"
          --owner kim --immediate
        mayday action done PM-1-A1 "In the deploy job since build 512"
        mayday action verify PM-1-A1 "A deploy with one host left out stops"
      """,
    subcommands: [
      Add.self, Change.self, Accept.self, Decline.self, Done.self, Verify.self, Reopen.self, Adopt.self,
    ])

  package init() {}

  /// `mayday action add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Propose an action of a postmortem.",
      usage: "mayday action add <PM-3> <words> ... [options]",
      discussion: "Where no day is given, it is due by the policy: so many days after the incident's resolution.")

    @Argument(help: ArgumentHelp("The postmortem.", valueName: "PM-3"))
    var postmortem: String

    @Argument(help: "What is to be done; quotes may be left out.")
    var words: [String]

    @OptionGroup var content: ActionArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      await client.remark(on: [content.owner].compactMap(\.self))
      let path = ["postmortem": try ActionName.postmortem(postmortem)]
      let answer: Answered<ActionChangeAnswer> = try await client.ask(
        .proposeAction, path: path,
        body: try content.body(text: words.joined(separator: " "), before: nil))
      try ActionCommand.show(answer, with: client)
    }
  }

  /// `mayday action change`.
  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Write an action anew; what is left out stays.",
      usage: "mayday action change <PM-3-A2> [--text …] [--owner …] [options]")

    @Argument(help: ArgumentHelp("The action.", valueName: "PM-3-A2"))
    var action: String

    @Option(help: "What is to be done.")
    var text: String?

    @OptionGroup var content: ActionArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let id = try ActionName.read(action)
      let before = try await ActionCommand.known(id, client)
      await client.remark(on: [content.owner].compactMap(\.self))
      let answer: Answered<ActionChangeAnswer> = try await client.ask(
        .changeAction, path: ActionCommand.path(id),
        body: try content.body(text: text ?? before.text, before: before))
      try ActionCommand.show(answer, with: client)
    }
  }

  /// `mayday action accept`.
  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Accept an action.",
      usage: "mayday action accept <PM-3-A2> [<words> ...] [options]")
    @OptionGroup var step: StepArguments

    func run() async throws {
      try await step.perform(.accepted) { id, state in
        guard state == .done || state == .verified else { return nil }
        return CommandFailure(
          "\(id) is \(state.rawValue)", hint: "To open it again: mayday action reopen \(id) \"what was found\"")
      }
    }
  }

  /// `mayday action decline`.
  struct Decline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decline", abstract: "Decline an action, and say why.",
      usage: "mayday action decline <PM-3-A2> <words> ... [options]")
    @OptionGroup var step: StepArguments
    func run() async throws { try await step.perform(.declined) }
  }

  /// `mayday action done`.
  struct Done: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "done", abstract: "Say that an action is done.",
      usage: "mayday action done <PM-3-A2> [<words> ...] [options]")
    @OptionGroup var step: StepArguments
    func run() async throws { try await step.perform(.done) }
  }

  /// `mayday action verify`.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Say how it was seen that an action does what it was for.",
      usage: "mayday action verify <PM-3-A2> <words> ... [options]")
    @OptionGroup var step: StepArguments
    func run() async throws { try await step.perform(.verified) }
  }

  /// `mayday action reopen`.
  struct Reopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen", abstract: "Open an action again, and say what was found.",
      usage: "mayday action reopen <PM-3-A2> <words> ... [options]")
    @OptionGroup var step: StepArguments

    func run() async throws {
      try await step.perform(.accepted) { id, state in
        guard state == .proposed else { return nil }
        return CommandFailure(
          "\(id) is proposed, and was never closed", hint: "To accept it: mayday action accept \(id)")
      }
    }
  }

  /// `mayday action adopt`.
  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt", abstract: "Follow up the actions that the text of a postmortem names.",
      usage: "mayday action adopt <PM-3> [options]")

    @Argument(help: ArgumentHelp("The postmortem.", valueName: "PM-3"))
    var postmortem: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ActionAdoptionAnswer> = try await client.ask(
        .adoptActions, path: ["postmortem": try ActionName.postmortem(postmortem)])
      try client.show(answer) {
        ActionsText(actions: $0.actions, today: CivilDate(client.now)).render(for: client.terminal)
      }
    }
  }

  /// The action as it is now; throws ``CommandFailure`` where there is none.
  static func known(_ id: ActionID, _ client: CommandClient) async throws -> ActionAnswer {
    let known: [ActionAnswer] = try await client.all(
      .listActions, query: ["postmortem": WireName.postmortem(id.postmortem)])
    guard let action = known.first(where: { $0.number == id.action }) else {
      throw CommandFailure(
        "there is no \(id)",
        hint: "Those that there are: mayday actions --all --postmortem \(WireName.postmortem(id.postmortem))")
    }
    return action
  }

  static func path(_ id: ActionID) -> [String: String] {
    ["postmortem": WireName.postmortem(id.postmortem), "action": String(id.action)]
  }

  static func show(_ answer: Answered<ActionChangeAnswer>, with client: CommandClient) throws {
    try client.show(answer) {
      ActionsText(actions: [$0.action], today: CivilDate(client.now)).render(for: client.terminal)
    }
  }
}

/// What an action is, beside its words.
struct ActionArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Who does it; '' for nobody.", valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp("The day on which it is due; '' for none yet.", valueName: "2026-03-08"))
  var due: String?

  @Option(help: "What it is for.")
  var kind: ActionKind?

  @Flag(name: .customLong("immediate"), help: "It comes before what is long-term.")
  var immediate = false

  @Flag(name: .customLong("long-term"), help: "It comes after what is immediate.")
  var longTerm = false

  @Option(
    name: .customLong("factor"), parsing: .singleValue,
    help: ArgumentHelp("A factor that it answers; several times.", valueName: "F2"))
  var factors: [String] = []

  @Option(help: "How anybody can see that it works.")
  var verification: String?

  func validate() throws {
    if immediate, longTerm { throw ValidationError("--immediate and --long-term contradict each other.") }
    for factor in factors where Self.number(of: factor) == nil {
      throw ValidationError("--factor: '\(TerminalText.harmless(factor))' is not a factor. Write it as F2.")
    }
  }

  private static func number(of factor: String) -> Int? {
    let digits = factor.first.map { "Ff".contains($0) } == true ? factor.dropFirst() : factor[...]
    return Int(digits).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Nil where nothing is said of it, null where there is none yet.
  private func day() throws -> JSONValue? {
    guard let due else { return nil }
    if due.isEmpty { return .null }
    guard let day = CivilDate(due) else {
      throw CommandFailure(
        "--due: '\(TerminalText.harmless(due))' is not a day", hint: "Write it as 2026-03-08, or '' for none yet.")
    }
    return .string(day.description)
  }

  func body(text: String, before: ActionAnswer?) throws -> JSONValue {
    let day = try day() ?? before?.due.map { .string($0.description) }
    let numbers = factors.compactMap(Self.number)
    let term: ActionTerm = immediate ? .immediate : longTerm ? .longTerm : before?.term ?? .longTerm
    return .members([
      "text": .string(text), "kind": .string((kind ?? before?.kind ?? .prevent).rawValue),
      "term": .string(term.rawValue), "owner": (owner ?? before?.owner).map { .string($0) },
      "due": day,
      "factors": .array((factors.isEmpty ? before?.factors ?? [] : numbers).map { .integer(Int64($0)) }),
      "verification": .string(verification ?? before?.verification ?? ""),
    ])
  }
}

/// Which action comes to another state, and what is said of it.
struct StepArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The action.", valueName: "PM-3-A2"))
  var action: String

  @Argument(help: ArgumentHelp("Why; what was done; how it was seen.", valueName: "words"))
  var words: [String] = []

  @OptionGroup(title: "Where and how") var options: ClientArguments

  /// `refusal` says why an action in the state that it is in does not come to the new one by this command.
  func perform(
    _ state: ActionState, refusal: (ActionID, ActionState) -> CommandFailure? = { _, _ in nil }
  ) async throws {
    let client = try await options.open()
    let id = try ActionName.read(action)
    if let failure = refusal(id, try await ActionCommand.known(id, client).state) { throw failure }
    let answer: Answered<ActionChangeAnswer> = try await client.ask(
      .stepAction, path: ActionCommand.path(id),
      body: .members(["state": .string(state.rawValue), "note": .string(words.joined(separator: " "))]))
    try ActionCommand.show(answer, with: client)
  }
}
