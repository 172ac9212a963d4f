import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// Which of the plans that an incident follows a command is about.
struct FollowedArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Number of the plan, where it follows several.", valueName: "number"))
  var plan: Int?

  @OptionGroup var incident: IncidentArguments

  /// The path of the incident with the number of the plan: the one it follows, where it is the only one.
  func path(with client: CommandClient) async throws -> [String: String] {
    var path = try await incident.path(with: client)
    if let plan {
      path["followed"] = "\(plan)"
      return path
    }
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(.listIncidentPlans, path: path)
    let running = answer.value.items.filter { $0.dropped == nil }
    guard let only = running.first else {
      throw CommandFailure("it follows no plan", hint: "Follow one: mayday plan follow NAME")
    }
    guard running.count == 1 else {
      let names = running.map { "\($0.number) (\($0.plan))" }.joined(separator: ", ")
      throw CommandFailure("it follows several plans: \(names)", hint: "Say which: --plan 1")
    }
    path["followed"] = "\(only.number)"
    return path
  }

  static func show(_ answer: Answered<IncidentPlansAnswer>, _ client: CommandClient, all: Bool = false) throws {
    try client.show(answer) {
      IncidentPlansText(plans: $0, zone: client.zone, now: client.now, showsAll: all).render(for: client.terminal)
    }
  }
}

/// `mayday plan follow`.
struct FollowPlan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow a plan in an incident: its steps become the list to tick.",
    usage: "mayday plan follow <name> [options]")

  @Argument(help: "Name of the plan.")
  var name: String

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(
      .followPlan, path: try await incident.path(with: client), body: .object(["plan": .string(name)]))
    try FollowedArguments.show(answer, client)
  }
}

/// `mayday plan next`.
struct NextSteps: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Show the steps that can be done now, or which plan may fit.",
    usage: "mayday plan next [--all] [options]")

  @Flag(help: "All steps, those that are through too.")
  var all = false

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(
      .listIncidentPlans, path: try await incident.path(with: client))
    try FollowedArguments.show(answer, client, all: all)
  }
}

/// `mayday plan tick`.
struct TickStep: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Say that a step is through, with what you saw.",
    usage: "mayday plan tick <step> [<words> ...] [--instead|--skip|--open] [options]",
    discussion: """
        mayday plan tick 3 "same fingerprint from all three hosts"
        mayday plan tick 4 --instead "called the three customers by phone"
      """)

  @Argument(help: "Number of the step, as the plan has it.")
  var step: String

  @Argument(help: "What you saw; quotes may be left out.")
  var words: [String] = []

  @Flag(help: "Something else was done; the words say what.")
  var instead = false

  @Flag(help: "It is left out; the words say why.")
  var skip = false

  @Flag(name: .customLong("open"), help: "It is open again.")
  var isOpen = false

  @OptionGroup var followed: FollowedArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    guard [instead, skip, isOpen].count(where: { $0 }) <= 1 else {
      throw ValidationError("Give one of --instead, --skip and --open.")
    }
  }

  func run() async throws {
    let client = try await options.open()
    var path = try await followed.path(with: client)
    path["step"] = step
    let state: StepTicked.State = instead ? .replaced : skip ? .skipped : isOpen ? .open : .done
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(
      .tickStep, path: path,
      body: .object(["state": .string(state.rawValue), "words": .string(words.joined(separator: " "))]))
    try FollowedArguments.show(answer, client)
  }
}

/// `mayday plan end`.
struct EndPlan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Follow a plan no longer: it does not fit.",
    usage: "mayday plan end --reason <words> [options]")

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason: String

  @OptionGroup var followed: FollowedArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(
      .dropPlan, path: try await followed.path(with: client), body: .object(["reason": .string(reason)]))
    try FollowedArguments.show(answer, client)
  }
}
