import ArgumentParser
import CommandKit
import Interchange
import Plans
import Schemas
import TerminalPages

/// Form in which the auditor's checklist is told.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument {
  case text, markdown, json, csv
}

/// `mayday readiness audit`: what the record shows an auditor.
struct ReadinessAudit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show what the record proves to an auditor, and what is missing (ISO/IEC 27001:2022, A.5.24 to A.5.30).",
    usage: "mayday readiness audit [--from <day>] [--until <day>] [options]",
    discussion: """
      In our own words; the standard is read beside it. Incidents that you may not know of are not counted. What was \
      recorded is held against its chain of hashes by: mayday record verify

        mayday readiness audit
        mayday readiness audit --from 2026-01-01 --format markdown > audit.md

      Exit status: 1 where something is missing.
      """)

  @Option(help: ArgumentHelp("Incidents of this day or later (default: a year back).", valueName: "2026-01-01"))
  var from: String?

  @Option(help: ArgumentHelp("Incidents of this day or before (default: today).", valueName: "2026-12-31"))
  var until: String?

  @Option(name: .customLong("format"), help: "Form of the result.")
  var form: AuditFormat = .text

  @OptionGroup(title: "Where and how") var options: PlaceArguments

  func run() async throws {
    let days = try DayRange.read(from: from, until: until)
    let client = try await options.open(mayBegin: true)
    let answer: Answered<AuditChecklist> = try await client.ask(
      .readAudit, query: ["from": days.from, "until": days.until])
    switch form {
    case .text: try Output.write(AuditText(checklist: answer.value).render(for: client.terminal), to: nil)
    case .markdown: try Output.writeRaw(answer.value.markdown)
    case .json: try Output.write(answer.json.indented, to: nil)
    case .csv: try Output.writeRaw(answer.value.csv)
    }
    if answer.value.count(.missing) > 0 { throw ExitStatus.findings }
  }
}
