import Accounts
package import ArgumentParser
import CommandKit
import Desk
import EvidenceReading
import Foundation
import HTTPService
import Interchange
import Journal
import LessonCommands
import ReadinessCommands
import RecordViews
import RemoteClient
import SafetySurveys

/// The command line of Mayday.
package struct MaydayCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mayday",
    abstract: "Get through a bad day, tell people the truth on time, and learn from it.",
    discussion: """
      The first minute:

        mayday declare "Payments fail at checkout" --sev 2 --lead
        mayday note "Provider says all is well on their side"
        mayday update new --to customers
        mayday status

      Commands work on a record of this machine, or on a server: export MAYDAY_URL and MAYDAY_TOKEN. Exit status: 0 \
      clean, 1 findings or a late word, 2 wrong use or failure. Results go to standard output, everything else to \
      standard error.
      """,
    version: Version.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Before",
        subcommands: [
          ReadinessCommand.self, PlanCommand.self, DrillCommand.self, PeopleCommand.self, ReadCommand.self,
          SurveyCommand.self,
          PolicyCommand.self, ComponentCommand.self, MaintenanceCommand.self, AccountCommand.self, TokenCommand.self,
          ServeCommand.self,
        ]),
      CommandGroup(
        name: "During",
        subcommands: [
          DeclareCommand.self, StatusCommand.self, LeadCommand.self, RoleCommand.self, NoteCommand.self,
          DecideCommand.self, DissentCommand.self, TaskCommand.self, StateCommand.self, InstantCommand.self,
          ReviseCommand.self, CorrectCommand.self, EvidenceCommand.self, MomentCommand.self, SuspectCommand.self,
          UpdateCommand.self, MergeCommand.self, AccessCommand.self,
        ]),
      CommandGroup(
        name: "After",
        subcommands: [
          PostmortemsCommand.self,
          IncidentsCommand.self, SearchCommand.self, NearMissCommand.self, TimelineCommand.self, SourcesCommand.self,
          DraftCommand.self, ReviewCommand.self, RulesCommand.self, RephraseCommand.self, ActionsCommand.self,
          ActionCommand.self, GuardCommand.self,
          ChecklistCommand.self, ImportCommand.self, LibraryCommand.self, TrendsCommand.self, RecordCommand.self,
        ]),
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
    case is CommandFailure, is EvidenceError, is DeskError, is ViewsError, is JournalError, is ServerError,
      is AccountError, is RemoteError, is SurveyError:
      Output.say(ErrorText("mayday: error: \(error)").wrapped)
    case let problem as Problem: Output.say(ErrorText("mayday: error: \(CommandFailure(problem))").wrapped)
    default:
      // Help and version are errors to the parser, and results to the person.
      if exitCode(for: error).isSuccess { exit(withError: error) }
      Output.say(ErrorText(fullMessage(for: error)).wrapped)
    }
    Foundation.exit(ExitStatus.failure.rawValue)
  }
}
