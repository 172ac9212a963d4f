import ArgumentParser
import CommandKit
import Interchange
import Learning
import Postmortems
import TerminalPages

extension Factor.Kind: ExpressibleByArgument {}

/// Which postmortems are shown.
struct LibraryFilters: ParsableArguments {
  @Option(help: ArgumentHelp("Only those that touched this component.", valueName: "id"))
  var component: String?

  @Option(name: [.customLong("sev"), .customLong("severity")], help: "Only those of this severity.")
  var severity: Int?

  @Option(help: ArgumentHelp("Only what happened on this day or later.", valueName: "2026-03-31"))
  var from: String?

  @Option(help: ArgumentHelp("Only what happened on this day or before.", valueName: "2026-03-31"))
  var until: String?

  @Option(help: "Only those with a factor of this kind.")
  var cause: Factor.Kind?

  @Option(help: "Only those with an action of this kind.")
  var action: ActionKind?

  @Flag(help: "Only ours.")
  var ours = false

  @Flag(help: "Only others'.")
  var others = false

  @Option(help: "How many at most.")
  var limit: Int = 20

  func validate() throws {
    if ours, others { throw ValidationError("--ours and --others contradict each other.") }
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
  }

  func show(words: String, with client: CommandClient) async throws {
    let days = try DayRange.read(from: from, until: until)
    let found: (items: [LibraryHit], hasMore: Bool) = try await client.first(
      limit, .searchLibrary,
      query: [
        "q": words.isEmpty ? nil : words, "component": component, "severity": severity.map(String.init),
        "from": days.from, "until": days.until, "cause": cause?.rawValue, "kind": action?.rawValue,
        "ours": ours ? "true" : others ? "false" : nil,
      ])
    try client.show(found.items) {
      LibraryText(hits: found.items, hasMore: found.hasMore, words: words, zone: client.zone)
        .render(for: client.terminal)
    }
  }
}

/// `mayday library search`.
struct SearchLibrary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search postmortems: all words must be found, the last one as a beginning.",
    usage: "mayday library search <words> ... [options]",
    discussion: """
        mayday library search expired cert
        mayday library search '"connection pool" exhausted' --ours --cause trigger
      """)

  @Argument(help: "Words; a phrase in double quotes.")
  var words: [String]

  @OptionGroup(title: "Which") var filters: LibraryFilters

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    try await filters.show(words: words.joined(separator: " "), with: try await options.open())
  }
}

/// `mayday library list`.
struct ListLibrary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List postmortems, newest first.", usage: "mayday library list [options]")

  @OptionGroup(title: "Which") var filters: LibraryFilters

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    try await filters.show(words: "", with: try await options.open())
  }
}

/// `mayday library like`.
struct LikeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "like", abstract: "Show what an incident or a postmortem looks like, and why.",
    usage: "mayday library like <INC-7 or PM-3> [options]",
    discussion: "Shared patterns of evidence come first, then words. Candidates, not verdicts.")

  @Argument(help: ArgumentHelp("The incident or the postmortem.", valueName: "INC-7"))
  var name: String

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<ListAnswer<Likeness>>
    let shown: String
    if let number = WireName.number(name, prefix: "PM") {
      shown = WireName.postmortem(number)
      answer = try await client.ask(.likePostmortem, path: ["postmortem": shown])
    } else {
      guard let incident = try? IncidentName.read(name, option: nil) else {
        throw CommandFailure(
          "'\(TerminalText.harmless(name.prefix(60)))' is neither an incident nor a postmortem",
          hint: "Write INC-7 or PM-3.")
      }
      shown = incident
      answer = try await client.ask(.likeIncident, path: ["incident": shown])
    }
    try client.show(answer) {
      LikenessText(name: shown, found: $0.items, zone: client.zone).render(for: client.terminal)
    }
  }
}
