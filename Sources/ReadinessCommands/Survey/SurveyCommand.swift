package import ArgumentParser
import Chronology
import CommandKit
import Foundation
import Interchange
import RemoteClient
import SafetySurveys
import Schemas
import TerminalPages

/// `mayday survey`: whether people feel safe to speak.
package struct SurveyCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Ask a team whether it is safe to speak, so that nobody learns who said what.",
    discussion: """
      Seven statements, two minutes. Under five answers nothing is shown and nothing is kept; nobody's answer is written \
      alone. How that is kept, and what it cannot protect from, is on the page /safety/why of the server.

        mayday survey
        mayday survey open --team Checkout --people ann,ben,cem,dua,eva
        mayday survey answer
        mayday survey close 3
      """,
    subcommands: [ShowSurvey.self, OpenSurvey.self, AnswerSurvey.self, CloseSurvey.self],
    defaultSubcommand: ShowSurvey.self)

  package init() {}
}

/// `mayday survey show`.
struct ShowSurvey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show results by team, how they developed, and what helps.",
    usage: "mayday survey [show] [options]")

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<SurveyReport> = try await client.ask(.listSafetyRounds)
    try client.show(answer) { SurveyText(report: $0).render(for: client.terminal) }
  }
}

/// `mayday survey open`.
struct OpenSurvey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a round for a team of five or more.",
    usage: "mayday survey open --team <name> --people <handles> [options]")

  @Option(help: ArgumentHelp("The team's name; the same name in each round.", valueName: "name"))
  var team: String

  @Option(help: ArgumentHelp("Handles of all who are asked, with commas between them.", valueName: "ann,ben"))
  var people: [String]

  @Option(help: ArgumentHelp("First day (default: today).", valueName: "2026-03-31"))
  var from: String?

  @Option(help: ArgumentHelp("Last day (default: two weeks after the first).", valueName: "2026-03-31"))
  var until: String?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  /// Handles, whether they came in one option or in several.
  static func handles(_ people: [String]) -> [String] {
    people.flatMap { $0.split(separator: ",") }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<SurveyRound> = try await client.ask(
      .openSafetyRound,
      body: .members([
        "team": .string(team), "people": .array(Self.handles(people).map { .string($0) }),
        "firstDay": from.map { .string($0) }, "lastDay": until.map { .string($0) },
      ]))
    try client.showLine(answer) { round in
      "Round \(round.id) of '\(round.team)' asks \(round.invited.count) people from \(round.firstDay) to "
        + "\(round.lastDay). They answer on the page /safety, or with: mayday survey answer"
    }
  }
}

/// `mayday survey close`.
struct CloseSurvey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a round before its last day; the means are all that is kept.",
    usage: "mayday survey close <round> [options]")

  @Argument(help: "Number of the round.")
  var round: Int

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let answer: Answered<SurveyRound> = try await client.ask(.closeSafetyRound, path: ["round": String(round)])
    try client.showLine(answer) { round in
      let sum =
        round.result.map { "\($0.answered) of \(round.invited.count) answered, mean \($0.mean.words)." }
        ?? round.withheld?.words ?? ""
      return "Round \(round.id) of '\(round.team)' is closed. \(sum)"
    }
  }
}
