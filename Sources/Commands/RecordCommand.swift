import ArgumentParser
import CommandKit
import Composition
import Foundation
import Journal
import TerminalPages

/// `mayday record`: care for the record.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Look after the record.",
    subcommands: [Verify.self])

  /// `mayday record verify`: whether every event is as it was written.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check that every event is as it was written, from the first to the last.",
      discussion: "Exit status: 0 all is as it was written, 1 something is not, 2 the record cannot be read.")

    @OptionGroup var record: RecordArguments

    func run() async throws {
      let path = record.path()
      guard FileManager.default.fileExists(atPath: path) else {
        throw CommandFailure("there is no record at '\(path)'", hint: "Name it with --record FILE.")
      }
      let report = try await DeskOpening.verify(record: path)
      guard let damage = report.damage else {
        let erased = report.erasedCount == 0 ? "" : " \(report.erasedCount) of them erased, with a tombstone."
        return try Output.write(
          "\(TerminalText.grouped(report.eventCount)) events, as they were written. Newest: \(report.head.hash).\(erased)",
          to: nil)
      }
      try Output.write(
        "\(TerminalText.grouped(report.eventCount)) events as they were written; then damage.\n\(damage)", to: nil)
      throw ExitStatus.findings
    }
  }
}
