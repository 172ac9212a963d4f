import ArgumentParser
import CommandKit
import Dispatch
import Foundation
import Guards
import TerminalPages

/// `mayday guard run`.
struct RunGuards: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run guards; all of the file, or those named.",
    usage: "mayday guard run [<names> ...] [--file <file>] [--report] [options]",
    discussion: """
      Exit status: 0 all hold, 1 one is broken, 3 none is broken and one could not be checked; 2 also where --report \
      failed.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit

    /// Takes `people` too, which is what text was called.
    init?(argument: String) { self.init(rawValue: argument == "people" ? "text" : argument) }
  }

  @OptionGroup var source: GuardFileArguments

  @Argument(help: "Names of guards; all where none is given.")
  var names: [String] = []

  @Option(help: "Form of the result.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the result to a file; what does not hold is still said.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Reporting") var reporting: GuardReportingArguments

  func run() async throws {
    let guards = try source.guards(named: names)
    let report = await Self.run(guards, in: source.folder)
    try Output.write(text(report, for: .standardOutput()), to: output)
    // With the result in a file, whoever reads the log of a build should see why it is red.
    if isInFile, report.exitStatus != 0 {
      Output.say(GuardsText(report: report).render(for: Terminal(columns: 80, usesColour: false)))
    }
    if reporting.report {
      do {
        try await reporting.send(report.results)
      } catch let failure as CommandFailure where report.exitStatus != 0 {
        // What the guards showed is the more important news.
        Output.say("mayday: error: \(failure)")
      }
    }
    guard report.exitStatus == 0 else { throw ExitStatus(rawValue: report.exitStatus) ?? .failure }
  }

  private var isInFile: Bool { output != nil && output != "-" }

  private func text(_ report: GuardRunReport, for terminal: Terminal) throws -> String {
    switch format {
    case .text:
      return GuardsText(report: report)
        .render(for: isInFile ? Terminal(columns: 80, usesColour: false) : terminal)
    case .json: return try JSONText.encode(report)
    case .junit: return report.junit
    }
  }

  /// Runs guards; an interrupt ends what they started before it ends this command.
  private static func run(_ guards: [GuardDefinition], in folder: String) async -> GuardRunReport {
    let work = Task { await GuardRunner(folder: folder).run(guards) }
    let signals = [SIGINT, SIGTERM].map { number in
      // The default action would come first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { work.cancel() }
      source.resume()
      return source
    }
    let report = await work.value
    for source in signals { source.cancel() }
    return report
  }
}
