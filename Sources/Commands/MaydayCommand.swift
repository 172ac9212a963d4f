package import ArgumentParser
import Desk
import EvidenceReading
import Foundation
import HTTPService
import Journal

/// The command line of Mayday.
package struct MaydayCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mayday",
    abstract: "From a bad day's evidence to a timeline, a postmortem and lessons that hold.",
    discussion: """
      Exit status: 0 clean, 1 findings, 2 wrong use or failure. Results go to standard output, everything else to
      standard error.
      """,
    version: Version.current,
    subcommands: [
      TimelineCommand.self, SourcesCommand.self, DraftCommand.self, ReviewCommand.self, RulesCommand.self,
      ImportCommand.self, ServeCommand.self, RecordCommand.self,
    ])

  package init() {}

  /// Parses the command line, runs the command and ends the process with its status.
  package static func runAndExit() async -> Never {
    do {
      var command = try await asyncParseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      Foundation.exit(ExitStatus.clean.rawValue)
    } catch let status as ExitStatus {
      Foundation.exit(status.rawValue)
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case let failure as CommandFailure: Output.say("mayday: error: \(failure)")
    case let failure as EvidenceError: Output.say("mayday: error: \(failure)")
    case let failure as DeskError: Output.say("mayday: error: \(failure)")
    case let failure as JournalError: Output.say("mayday: error: \(failure)")
    case let failure as ServerError: Output.say("mayday: error: \(failure)")
    default:
      // Help and version are errors to the parser, and results to the person.
      if exitCode(for: error).isSuccess { exit(withError: error) }
      Output.say(fullMessage(for: error))
    }
    Foundation.exit(ExitStatus.failure.rawValue)
  }
}

/// How a command ends.
enum ExitStatus: Int32, Error {
  case clean = 0
  case findings = 1
  case failure = 2
}

/// What `mayday --version` prints.
enum Version {
  static let current = "0.1.0"
}
