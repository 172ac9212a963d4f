import ArgumentParser
import CommandKit
import Incidents
import Interchange
import TerminalPages

/// `mayday update`: what people are told, from the first draft to the last correction.
struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Tell people: write, review, approve, publish, correct.",
    discussion: """
      An update is a draft until it is published; the reviewer reads it meanwhile.

        mayday update new --to customers         asks field by field
        mayday update review                     what the reviewer says
        mayday update show                       exactly as it goes out
        mayday update publish                    shows what goes where, then asks
      """,
    subcommands: [
      List.self, NewUpdate.self, EditUpdate.self, ReviewUpdate.self, ShowUpdate.self, ApproveUpdate.self,
      PublishUpdate.self, CorrectUpdate.self, WithdrawUpdate.self,
    ], defaultSubcommand: List.self)

  /// `mayday update list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the updates of the incident.", usage: "mayday update list [options]")

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PageAnswer<UpdateAnswer>> = try await client.ask(
        .listUpdates, path: try await incident.path(with: client))
      try client.show(answer) { page in
        var lines = TextLines(client.terminal)
        UpdateLines(updates: page.items, zone: client.zone, now: client.now).add(to: &lines)
        if page.items.isEmpty { lines.add("No update yet: mayday update new --to customers") }
        return lines.text
      }
    }
  }
}

/// Which update a command is about.
struct UpdateArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Number of the update; left out: the only one that fits.", valueName: "number"))
  var number: Int?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  /// The update, and the path of its operations.
  ///
  /// Where no number is given, the only one in one of the standings; where there is none, the newest of the others.
  func find(
    _ client: CommandClient, in standings: Set<UpdateAnswer.Standing>,
    orNewestOf others: Set<UpdateAnswer.Standing> = []
  ) async throws -> (path: [String: String], update: UpdateAnswer) {
    var path = try await incident.path(with: client)
    let page: Answered<PageAnswer<UpdateAnswer>> = try await client.ask(.listUpdates, path: path)
    let known = page.value.items
    var fitting = known.filter { update in
      number.map { $0 == update.number } ?? standings.contains(update.standing)
    }
    if fitting.isEmpty, number == nil { fitting = known.filter { others.contains($0.standing) }.suffix(1) }
    guard let update = fitting.last else {
      if let number {
        throw CommandFailure(
          "\(path["incident", default: ""]) has no update \(number)",
          hint: known.isEmpty
            ? "None was written yet: mayday update new --to customers" : "List them: mayday update list")
      }
      throw CommandFailure(
        "\(path["incident", default: ""]) has no update that this could be about",
        hint: "Name its number (mayday update list), or write one: mayday update new --to customers")
    }
    guard fitting.count == 1 else {
      throw CommandFailure(
        "\(fitting.count) updates fit: \(fitting.map { String($0.number) }.joined(separator: ", "))",
        hint: "Say which one: its number stands in 'mayday update list'.")
    }
    path["update"] = String(update.number)
    return (path, update)
  }
}
