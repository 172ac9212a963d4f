import ArgumentParser
import CommandKit
import Drills
import Interchange
import Schemas
import TerminalPages

/// A message of a drill that somebody leads.
struct InjectArguments: ParsableArguments {
  @Argument(help: "Number of the message, as 'mayday drill show' lists it.")
  var inject: String

  @Option(help: ArgumentHelp("The drill; left out: the one that runs.", valueName: "number"))
  var drill: Int?

  func path(with client: CommandClient) async throws -> [String: String] {
    var path = try await DrillNumber.path(drill, client)
    path["inject"] = inject
    return path
  }
}

/// The path of a drill that is named by an option, or of the one that runs.
enum DrillNumber {
  static func path(_ number: Int?, _ client: CommandClient) async throws -> [String: String] {
    var arguments = DrillArguments()
    arguments.number = number
    return try await arguments.path(with: client)
  }

  static func show(_ answer: Answered<DrillWhole>, _ client: CommandClient, _ words: String) throws {
    try client.showLine(answer) { whole in
      let next = whole.upcoming.first { $0.skipped == nil }
      let rest = next.map { " Next: \($0.inject)\($0.dueSeconds.map { " at \($0 / 60) min" } ?? ", by hand")." } ?? ""
      return "\(words)\(rest)"
    }
  }
}

/// `mayday drill release`.
struct ReleaseInject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Let a message come now.", usage: "mayday drill release <message> [options]")

  @OptionGroup var inject: InjectArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<DrillWhole> = try await client.ask(.releaseInject, path: try await inject.path(with: client))
    try DrillNumber.show(answer, client, "\(inject.inject) came.")
  }
}

/// `mayday drill delay`.
struct DelayInject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delay", abstract: "Let a message come later.",
    usage: "mayday drill delay <message> <minutes> [options]")

  @OptionGroup var inject: InjectArguments

  @Argument(help: "Minutes of drill time.")
  var minutes: Int

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    guard (1...1440).contains(minutes) else {
      throw CommandFailure(
        "\(minutes) minutes are outside of 1 to 1440", hint: "Say by how many minutes of drill time.")
    }
    let answer: Answered<DrillWhole> = try await client.ask(
      .delayInject, path: try await inject.path(with: client),
      body: .object(["seconds": .integer(Int64(minutes) * 60)]))
    try DrillNumber.show(answer, client, "\(inject.inject) comes \(minutes) min later.")
  }
}

/// `mayday drill skip`.
struct SkipInject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Leave a message out.",
    usage: "mayday drill skip <message> --reason <words> [options]")

  @OptionGroup var inject: InjectArguments

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason: String

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<DrillWhole> = try await client.ask(
      .skipInject, path: try await inject.path(with: client), body: .object(["reason": .string(reason)]))
    try DrillNumber.show(answer, client, "\(inject.inject) is left out.")
  }
}

extension InjectKind: ExpressibleByArgument {}
extension DrillObservation.Judgement: ExpressibleByArgument {}

/// `mayday drill add`.
struct AddInject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Let something come that the scenario does not have.",
    usage: "mayday drill add <words> ... [--from <name>] [--kind <kind>] [options]")

  @Argument(help: "What comes; quotes may be left out.")
  var words: [String]

  @Option(help: ArgumentHelp("Who or what it comes from.", valueName: "name"))
  var from: String = ""

  @Option(help: "What kind of thing it is.")
  var kind: InjectKind = .colleague

  @Option(help: ArgumentHelp("Minute of drill time; left out: now.", valueName: "minute"))
  var at: Int?

  @Option(help: ArgumentHelp("The drill; left out: the one that runs.", valueName: "number"))
  var drill: Int?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<DrillWhole> = try await client.ask(
      .addInject, path: try await DrillNumber.path(drill, client),
      body: .members([
        "kind": .string(kind.rawValue), "from": .string(from), "text": .string(words.joined(separator: " ")),
        "atSeconds": at.map { .integer(Int64($0) * 60) },
      ]))
    try DrillNumber.show(answer, client, "Added.")
  }
}

/// `mayday drill judge`.
struct JudgeDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Say how far an expectation was met.",
    usage: "mayday drill judge <expectation> <met|partly|not> [<words> ...] [options]")

  @Argument(help: "Its place, as 'mayday drill show' lists it.")
  var expectation: Int

  @Argument(help: "Whether it was met.")
  var judgement: DrillObservation.Judgement

  @Argument(help: "What was seen; quotes may be left out.")
  var words: [String] = []

  @Option(help: ArgumentHelp("The drill; left out: the one that runs, else the newest.", valueName: "number"))
  var drill: Int?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<DrillWhole> = try await client.ask(
      .observeDrill, path: try await DrillNumber.path(drill, client),
      body: .object([
        "kind": "expectation", "words": .string(words.joined(separator: " ")),
        "expectation": .integer(Int64(expectation)), "judgement": .string(judgement.rawValue),
      ]))
    try client.showLine(answer) { whole in
      let left = whole.expectations.count { $0.isForFacilitator && $0.judgement == nil }
      return "Written down." + (left == 0 ? "" : " \(left) still to be judged.")
    }
  }
}

/// `mayday drill note`.
struct NoteDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write down what was seen, what surprised, what the plan lacks.",
    usage: "mayday drill note <words> ... [--surprise|--missing] [options]")

  @Argument(help: "What was seen; quotes may be left out.")
  var words: [String]

  @Flag(help: "Nobody had expected it.")
  var surprise = false

  @Flag(help: "It was needed, and the plan does not have it.")
  var missing = false

  @Option(help: ArgumentHelp("The drill; left out: the one that runs, else the newest.", valueName: "number"))
  var drill: Int?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if surprise, missing { throw ValidationError("Give one of --surprise and --missing.") }
  }

  func run() async throws {
    let client = try await options.open()
    let kind: DrillObservation.Kind = surprise ? .surprise : missing ? .missingStep : .note
    let answer: Answered<DrillWhole> = try await client.ask(
      .observeDrill, path: try await DrillNumber.path(drill, client),
      body: .object(["kind": .string(kind.rawValue), "words": .string(words.joined(separator: " "))]))
    try client.showLine(answer) { _ in "Written down." }
  }
}
