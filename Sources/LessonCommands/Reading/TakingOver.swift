import ArgumentParser
import Chronology
import CommandKit
import Interchange
import Reading
import Schemas
import TerminalPages

/// What is taken over from a reading.
struct TakingOver: ParsableArguments {
  @Option(help: ArgumentHelp("Put this guard into mayday.yaml.", valueName: "name"))
  var adoptGuard: String?

  @Option(
    help: ArgumentHelp("The file for the guard (default: mayday.yaml).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @Option(help: ArgumentHelp("Put this line into the checklist of its process.", valueName: "n"))
  var adoptLine: Int?

  @Option(help: ArgumentHelp("Into the checklist of another process.", valueName: "deploy"))
  var process: String?

  func adopt(_ number: Int, of reading: ReadingDocument, with client: CommandClient) async throws {
    guard let line = reading.line(number) else {
      let all = reading.lines.map { "\($0.number)  \($0.process): \($0.text)" }
      throw CommandFailure(
        "--adopt-line: the reading '\(reading.name)' has no line \(number)",
        hint: (["Its lines:"] + all).joined(separator: "\n  "))
    }
    let answer: Answered<ChecklistAnswer> = try await client.ask(
      .adoptReadingLine, path: ["reading": reading.name, "line": "\(number)"],
      body: .members(["process": process.map { .string($0) }]))
    try client.showLine(answer) { checklist in
      let added = checklist.lines.last { $0.reading == reading.name && $0.text == line.text }
      return "Line \(added?.number ?? checklist.lines.count) of the checklist '\(checklist.process)': \(line.text)"
    }
  }
}

/// That a reading was read together.
struct CircleArguments: ParsableArguments {
  @Flag(help: "Mark it as read.")
  var mark = false

  @Option(help: ArgumentHelp("What the circle noted.", valueName: "words"))
  var note: String?

  @Option(help: ArgumentHelp("On which day (default: today).", valueName: "2026-03-31"))
  var day: String?

  func mark(_ reading: ReadingDocument, with client: CommandClient) async throws {
    let today = client.zone.date(client.now)
    if let day, CivilDate(day) == nil {
      throw CommandFailure(
        "--day: '\(TerminalText.harmless(day.prefix(60)))' is not a day", hint: "Write it as 2026-03-31.")
    }
    let answer: Answered<ReadingWhole> = try await client.ask(
      .markReading, path: ["reading": reading.name],
      body: .members(["day": .string(day ?? today), "note": note.map { .string($0) }]))
    try client.showLine(answer) { whole in
      let times = whole.listing.circleCount
      return "\(reading.name) is marked as read on \(day ?? today)" + (times > 1 ? ", \(times) times in all." : ".")
    }
  }
}
