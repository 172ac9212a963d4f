import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday component`: what customers know, and how it does.
struct ComponentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "component",
    abstract: "Keep the components of the status page, and say how they do.",
    discussion: """
        mayday component add checkout "Checkout" --group Shop
        mayday component set checkout degraded
        mayday components
      """,
    subcommands: [List.self, Add.self, Remove.self, Set.self, Page.self], defaultSubcommand: List.self,
    aliases: ["components"])

  /// `mayday component list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List them with how they do.", usage: "mayday component list [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ComponentsAnswer> = try await client.ask(.listComponents)
      try ComponentCommand.show(answer, with: client)
    }
  }

  /// `mayday component add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a component, or word it anew.",
      usage: "mayday component add <id> <name> [--group …] [options]")

    @Argument(help: "Its identifier, which never changes: lower-case letters, digits, -.")
    var id: String

    @Argument(help: "Its name, as customers know it.")
    var name: String

    @Option(help: "The group under which it stands.")
    var group: String?

    @Option(help: "What it is for, in a sentence.")
    var description: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await ComponentCommand.replace(with: options) { list in
        let old = list.components.first { $0.id == id }
        let component = ComponentDefinition(
          id: id, name: name, description: description ?? old?.description ?? "", group: group ?? old?.group ?? "")
        if let index = list.components.firstIndex(where: { $0.id == id }) {
          list.components[index] = component
        } else {
          list.components.append(component)
        }
      }
    }
  }

  /// `mayday component remove`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a component off the list; what was recorded of it stays.",
      usage: "mayday component remove <id> [options]")

    @Argument(help: "Its identifier.")
    var id: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await ComponentCommand.replace(with: options) { list in
        guard list.components.contains(where: { $0.id == id }) else {
          throw CommandFailure("'\(id)' is not a component", hint: "List them: mayday components")
        }
        list.components.removeAll { $0.id == id }
      }
    }
  }

  /// `mayday component set`.
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Say how a component does.",
      usage: "mayday component set <id> <condition> [options]",
      discussion:
        "An update can set it too, at the moment when it goes out: mayday update new --component checkout=degraded")

    @Argument(help: "Its identifier.")
    var id: String

    @Argument(help: "How it does.")
    var condition: ComponentCondition

    @Option(
      name: [.customShort("i"), .customLong("incident")],
      help: ArgumentHelp("The incident that it belongs to.", valueName: "INC-7"))
    var incident: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let incident = try incident.map { try IncidentName.read($0, option: "--incident") }
      let answer: Answered<ComponentsAnswer> = try await client.ask(
        .setComponentCondition, path: ["component": id],
        body: .members(["condition": .string(condition.rawValue), "incident": incident.map { .string($0) }]))
      try ComponentCommand.show(answer, with: client)
    }
  }

  /// `mayday component page`.
  struct Page: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "page", abstract: "Say what the status page is called and where it stands.",
      usage: "mayday component page [--name …] [--url …] [options]")

    @Option(help: "Its name.")
    var name: String?

    @Option(help: "Where it stands for the public: https://status.example.org")
    var url: String?

    @Option(help: "Where readers can write to.")
    var contact: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await ComponentCommand.replace(with: options) { list in
        if let name { list.settings.name = name }
        if let url { list.settings.url = url }
        if let contact { list.settings.contact = contact }
      }
    }
  }

  /// Reads the list, changes it, and sets it as a whole, held against the version that was read.
  private static func replace(
    with options: ClientArguments, _ change: (inout ComponentList) throws -> Void
  ) async throws {
    let client = try await options.open(mayBegin: true)
    let before: Answered<ComponentsAnswer> = try await client.ask(.listComponents)
    var list = ComponentList(
      settings: before.value.settings,
      components: before.value.components.map {
        ComponentDefinition(id: $0.id, name: $0.name, description: $0.description, group: $0.group)
      })
    try change(&list)
    let answer: Answered<ComponentsAnswer> = try await client.ask(
      .replaceComponents, body: WireCoding.json(of: list), ifMatch: before.tag)
    try show(answer, with: client)
  }

  private static func show(_ answer: Answered<ComponentsAnswer>, with client: CommandClient) throws {
    try client.show(answer) {
      ComponentsText(components: $0, zone: client.zone, now: client.now).render(for: client.terminal)
    }
  }
}

extension ComponentCondition: ExpressibleByArgument {}
