import ArgumentParser
import Chronology
import CommandKit
import Foundation
import Interchange
import RemoteClient
import SafetySurveys
import Schemas
import TerminalPages

/// `mayday survey answer`.
struct AnswerSurvey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer the seven statements of the round that you are asked in.",
    usage: "mayday survey answer [--round <round>] [options]",
    discussion: """
      Your ticket is made and blinded on this machine; the server signs it without seeing it. The answer is then sent \
      without your token. It needs a server, in whose memory answers wait until none is written alone.
      """)

  @Option(help: "Number of the round, where you are asked in several.")
  var round: Int?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    guard let remote = client.client as? RemoteClient else {
      throw CommandFailure(
        "answering needs a server: in its memory answers wait until none is written alone",
        hint: "Set MAYDAY_URL and MAYDAY_TOKEN, or open the page /safety of the server.")
    }
    let report: Answered<SurveyReport> = try await client.ask(.listSafetyRounds)
    let round = try Self.choose(among: report.value.teams.flatMap(\.rounds), round)
    Output.say(SurveyText.question(round))
    let answers = try Self.ask()
    let ticket = try await draw(round, client)
    let receipt = try await Self.send(answers, ticket, round, remote)
    if client.format == .json {
      try Output.write(receipt.indented, to: nil)
    } else {
      try Output.write(Self.words(receipt), to: nil)
    }
  }

  /// The one round that can be answered, or the one that is named.
  static func choose(among rounds: [SurveyRound], _ number: Int?) throws -> SurveyRound {
    if let number {
      guard let round = rounds.first(where: { $0.id == number }) else {
        throw CommandFailure("there is no round \(number)", hint: "Those that there are: mayday survey")
      }
      guard round.awaitsReader else {
        throw CommandFailure("round \(number) does not wait for you: \(why(round))", hint: "Look at it: mayday survey")
      }
      return round
    }
    let open = rounds.filter(\.awaitsReader)
    guard let first = open.first else {
      throw CommandFailure("no round waits for your answer", hint: "Those that there are: mayday survey")
    }
    guard open.count == 1 else {
      let list = open.map { "--round \($0.id)  \(TerminalText.harmless($0.team))" }
      throw CommandFailure(
        "\(open.count) rounds wait for you, and it is not said which is meant", hint: list.joined(separator: "\n  "))
    }
    return first
  }

  private static func why(_ round: SurveyRound) -> String {
    switch round.state {
    case .closed: "it is over"
    case .waiting: "it begins on \(round.firstDay)"
    case .open: round.isInvited ? "you have drawn your ticket" : "you are not invited"
    }
  }

  private static func ask() throws -> SurveyAnswers {
    var values: [Int] = []
    for item in SurveyItem.all {
      Output.say("")
      Output.say(TerminalText.wrap("\(item.number). \(item.statement)", width: 78).joined(separator: "\n   "))
      while values.count < item.number {
        let typed = try Prompt.line("   1 to 7: ")
        if let value = Int(typed), SurveyAnswers.scale.contains(value) {
          values.append(value)
        } else {
          Output.say("   '\(TerminalText.harmless(typed.prefix(20)))' is not a number from 1 to 7.")
        }
      }
    }
    return try SurveyAnswers(values)
  }

  private func draw(_ round: SurveyRound, _ client: CommandClient) async throws -> SurveyTicket {
    let unsigned = try SurveyPublicKey(hexadecimal: round.modulus).draw()
    let answer: Answered<[String: String]> = try await client.ask(
      .drawSafetyTicket, path: ["round": String(round.id)],
      body: ["blinded": .string(unsigned.blinded.base64EncodedString())])
    guard let signature = Data(base64Encoded: answer.value["signature"] ?? "") else { throw SurveyError.foreignTicket }
    return try unsigned.signed(signature)
  }

  private static func send(
    _ answers: SurveyAnswers, _ ticket: SurveyTicket, _ round: SurveyRound, _ remote: RemoteClient
  ) async throws -> JSONValue {
    let body: JSONValue = [
      "round": .integer(Int64(round.id)), "ticket": .string(ticket.secret.base64EncodedString()),
      "signature": .string(ticket.signature.base64EncodedString()),
      "answers": .array(answers.values.map { .integer(Int64($0)) }),
    ]
    let answer = try await remote.sendAnonymously("/safety/answers", body: body.bytes)
    if let problem = Problem(answer) { throw CommandFailure(problem) }
    return try Schemas.JSONText.parse(answer.body)
  }

  private static func words(_ receipt: JSONValue) -> String {
    receipt["receipt"]?.string == "counted"
      ? "Thank you. Your answer is counted, together with others."
      : "Thank you. Your answer waits in the server's memory until it can be counted without standing\nalone. If the server is started anew before that, it is lost: this terminal keeps nothing."
  }
}
