import ArgumentParser
import CommandKit
import Foundation
import TerminalPages
import TimelineBuilding
import WebPages

/// `mayday timeline`: what happened, from the evidence alone.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show what happened, in order, each line with its evidence.",
    usage: "mayday timeline <evidence> ... [--around <time>] [options]",
    discussion: """
      Reads logs, repositories, deployment records, alerts, chat exports and packet captures, and shows the moments \
      that matter, when it began, and the changes worth examining.

        mayday timeline evidence/
        mayday timeline evidence/ --around 2012-08-01T09:30 --zone America/New_York
        mayday timeline evidence/ --format html -o timeline.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json, html
  }

  @OptionGroup var input: EvidenceArguments
  @OptionGroup var window: WindowArguments

  @Option(help: "Form of the result.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file in place of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Show every moment, not only the forty that tell the story.")
  var all = false

  func run() throws {
    let display = try window.displayZone()
    let options = try window.timelineOptions()
    let report = try input.understoodReport(window: options)
    let shownMax = all ? Int.max : TimelineReport.shownMomentsMax
    let text: String
    switch format {
    case .text:
      let terminal = output == nil ? Terminal.standardOutput() : Terminal(columns: 80, usesColour: false)
      text = TimelineText(report: report, zone: display, shownMax: shownMax).render(for: terminal)
    case .markdown: text = TimelineMarkdown(report: report, zone: display, shownMax: shownMax).render()
    case .json: text = try JSONText.encode(report)
    case .html:
      text = TimelineFile.html(report, zoneLabel: display.label) { display.offsetSeconds(at: $0) }
    }
    try Output.write(text, to: output)
  }
}
