import ArgumentParser
import CommandKit
import Drills
import Foundation
import Interchange
import Schemas
import Synchronization
import TerminalPages

/// `mayday drill run`: a drill played in this terminal.
struct RunDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Play a drill in this terminal: alone, or your part of one that is planned.",
    usage: "mayday drill run <scenario|number> [--speed <1-60>] [options]",
    discussion: """
      With a scenario's name you practise alone: the clock brings what comes, and at the end you see what was expected. \
      With a number you take your part in a drill that others are in as well. What you type is noted in the drill's \
      incident; a line that begins with / does something: /help lists it. Real screens work beside it, in another \
      terminal or in the browser.

        mayday drill run sunday-certificate --speed 4
        mayday drill run 3
      """)

  @Argument(help: "Name of a scenario, or number of a drill.")
  var what: String

  @Option(help: ArgumentHelp("Seconds of drill time in one second, when you practise alone.", valueName: "1-60"))
  var speed: Int?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if Int(what) != nil, speed != nil { throw ValidationError("The speed of a planned drill is that of its plan.") }
    if options.format == .json { throw ValidationError("It is for people; 'mayday drill outcome' has JSON.") }
  }

  func run() async throws {
    let client = try await options.open(mayBegin: true)
    var path: [String: String] = ["drill": what]
    if Int(what) == nil {
      let planned: Answered<DrillWhole> = try await client.ask(
        .planDrill, body: .members(["scenario": .string(what), "speed": .integer(Int64(speed ?? 1))]))
      path["drill"] = "\(planned.value.drill.number)"
      let _: Answered<DrillWhole> = try await client.ask(
        .moveDrill, path: path, body: .object(["state": "running"]))
    }
    var play = DrillPlay(client: client, path: path)
    try await play.run(TypedLines())
  }
}

/// Lines of standard input as they are typed, read beside what else goes on.
final class TypedLines: Sendable {
  private struct Typed {
    var lines: [String] = []
    var isOver = false
  }

  private let typed = Mutex(Typed())

  init() {
    let thread = Thread { [self] in
      while let line = readLine() { typed.withLock { $0.lines.append(line) } }
      typed.withLock { $0.isOver = true }
    }
    thread.start()
  }

  /// The oldest line that was not taken yet; nil where none was typed since.
  func next() -> String? { typed.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() } }

  /// Whether nothing more will come.
  var isAtEnd: Bool { typed.withLock { $0.isOver && $0.lines.isEmpty } }
}
