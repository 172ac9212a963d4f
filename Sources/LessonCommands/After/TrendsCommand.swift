package import ArgumentParser
import CommandKit
import Interchange
import Learning
import Schemas
import TerminalPages

/// Form in which trends are told.
enum TrendFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv, svg
}

/// `mayday trends`.
package struct TrendsCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Show how incidents and actions develop: times, factors, early signs, actions that were hit.",
    usage: "mayday trends [--from <day>] [--until <day>] [options]",
    discussion: """
      Drills and others' postmortems are left out. Nothing here ranks people or teams.

        mayday trends --from 2026-01-01
        mayday trends --format csv > trends.csv
        mayday trends --format svg --plot time-to-mitigate > plot.svg
      """)

  @Option(help: ArgumentHelp("Only what began on this day or later.", valueName: "2026-03-31"))
  var from: String?

  @Option(help: ArgumentHelp("Only what began on this day or before.", valueName: "2026-03-31"))
  var until: String?

  @Option(help: ArgumentHelp("Only what touched this component.", valueName: "id"))
  var component: String?

  @Option(name: [.customLong("sev"), .customLong("severity")], help: "Only what was of this severity.")
  var severity: Int?

  @Option(
    help: ArgumentHelp(
      "Which plot, for svg: time-to-detect, time-to-first-word, time-to-mitigate, time-to-resolve (default).",
      valueName: "span"))
  var plot: String?

  @Option(name: .customLong("format"), help: "Form of the result.")
  var form: TrendFormat = .text

  @OptionGroup(title: "Where and how") var options: PlaceArguments

  package init() {}

  package func validate() throws {
    guard plot == nil || form == .svg else { throw ValidationError("--plot is for --format svg.") }
  }

  package func run() async throws {
    let days = try DayRange.read(from: from, until: until)
    let client = try await options.open()
    let query = [
      "from": days.from, "until": days.until, "component": component, "severity": severity.map(String.init),
    ]
    let answer: Answered<TrendReport> = try await client.ask(.readTrends, query: query)
    switch form {
    case .text:
      let hits: Answered<ListAnswer<ActionHit>> = try await client.ask(.listHits, query: query)
      try Output.write(
        TrendsText(report: answer.value, hits: hits.value.items, zone: client.zone).render(for: client.terminal),
        to: nil)
    case .json: try Output.write(answer.json.indented, to: nil)
    case .csv: try Output.writeRaw(answer.value.csv)
    case .svg:
      let plot = plot ?? "time-to-resolve"
      guard let span = answer.value.spans.first(where: { $0.span == plot }) else {
        throw CommandFailure(
          "--plot: there is no plot '\(TerminalText.harmless(plot))'",
          hint: "There are: \(answer.value.spans.map(\.span).joined(separator: ", ")).")
      }
      try Output.writeRaw(TrendSVG(TrendPlot(span)).text())
    }
  }
}
