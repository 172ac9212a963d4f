import ArgumentParser
import Authoring
import CommandKit
import Foundation
import TerminalPages
import TimelineBuilding

/// `mayday draft`: a postmortem of ten sections, filled from evidence.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Write a postmortem from evidence: what it shows is filled in, the rest asks the right question.",
    usage: "mayday draft <evidence> ... [-o <file>] [options]",
    discussion: """
        mayday draft evidence/ -o postmortem.md
        mayday review postmortem.md              shows which questions are left
      """)

  @OptionGroup var input: EvidenceArguments
  @OptionGroup var window: WindowArguments

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file in place of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file when it is there already.")
  var force = false

  func run() throws {
    let display = try window.displayZone()
    let options = try window.timelineOptions()
    // A postmortem that somebody has worked on must not vanish under a new draft.
    if let output, output != "-", !force, FileManager.default.fileExists(atPath: output) {
      throw CommandFailure("'\(output)' is there already", hint: "Name another file, or replace it with --force.")
    }
    let report = try input.understoodReport(window: options)
    let draft = PostmortemDraft(report: report, zoneLabel: display.label) { display.offsetSeconds(at: $0) }
    try Output.write(draft.markdown(), to: output)
    if let output, output != "-" {
      Output.say("Wrote '\(output)'. The questions in it: mayday review \(output)")
    }
  }
}
