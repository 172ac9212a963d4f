import ArgumentParser
import CommandKit
import Drills
import Interchange
import TerminalPages

/// `mayday drill file`.
struct FileOfDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Print a file that came with a message of a drill.",
    usage: "mayday drill file <name> [--drill <number>] [options]",
    discussion: """
      Once the drill's incident is declared the file is among its evidence as well: 'mayday evidence list', \
      'mayday moment list'.

        mayday drill file edge-2.log | grep 'upstream'
      """)

  @Argument(help: "Name of the file, as its message has it.")
  var name: String

  @Option(help: ArgumentHelp("The drill; left out: the one that runs.", valueName: "number"))
  var drill: Int?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    var path = try await DrillNumber.path(drill, client)
    path["file"] = name
    let answer: Answered<DrillFile> = try await client.ask(.readDrillFile, path: path)
    // To a program it goes as it is; a terminal obeys nothing in it.
    try client.show(answer) { Terminal.isOutputTerminal ? TerminalText.harmlessLines($0.text) : $0.text }
  }
}
