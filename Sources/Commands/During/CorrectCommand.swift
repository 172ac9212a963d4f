import ArgumentParser
import CommandKit
import Interchange
import Schemas

/// `mayday correct`: what an entry says was wrong; both stay to be read.
struct CorrectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct an entry that a person wrote; both stay to be read.",
    usage: "mayday correct [INC-7] <number> [<text>] --reason … [options]",
    discussion: """
      'mayday status INC-7' shows the number of each entry. What the system recorded stays as it is.

        mayday correct 12 "app03 was restarted, not app02" --reason "wrong host"
        mayday correct INC-7 12 --at 03:08 --reason "by the log"
      """)

  @Argument(help: ArgumentHelp("The incident where it is not the running one, and the entry.", valueName: "INC-7] [12"))
  var first: String

  @Argument(help: ArgumentHelp("What it should say.", valueName: "text"))
  var rest: [String] = []

  @Option(help: "Why it is corrected.")
  var reason: String

  @Option(help: ArgumentHelp("When it happened, where that was wrong.", valueName: "time"))
  var at: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    var words = [first] + rest
    var path: [String: String] = [:]
    if WireName.number(first, prefix: "INC") != nil {
      path["incident"] = try IncidentName.read(words.removeFirst(), option: "the incident")
    } else {
      path = try await incident.path(with: client)
    }
    guard let entry = words.first.flatMap({ Int($0.drop { $0 == "#" }) }) else {
      throw CommandFailure(
        "it is not said which entry is meant",
        hint: "mayday correct 12 \"…\" --reason \"…\" (its number: mayday status)")
    }
    path["entry"] = String(entry)
    let text = words.dropFirst().joined(separator: " ")
    let at = try client.instant(at, option: "--at")
    let change: Answered<ChangeAnswer> = try await client.ask(
      .correctEntry, path: path,
      body: .members([
        "text": text.isEmpty ? nil : .string(text), "at": at.map { .instant($0) }, "reason": .string(reason),
      ]))
    try client.showLine(change) { "\($0.incident.id) #\(entry) is corrected; what it said before stays beside it." }
  }
}
