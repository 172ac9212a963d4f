package import ArgumentParser
import CommandKit
import Guards
import Interchange
import Reading
import Schemas
import TerminalPages

/// `mayday read`: public incidents to read together, and what can be taken over from them.
package struct ReadCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read public incidents together, and take over what might have caught them.",
    usage: """
      mayday read [--kind …] [--technology …] [--unread] [options]
      mayday read <gitlab-2017> [--questions | --sources] [options]
      mayday read <gitlab-2017> --adopt-guard <name> [--file <mayday.yaml>]
      mayday read <gitlab-2017> --adopt-line <n> [--process …] [options]
      mayday read <gitlab-2017> --mark [--note …] [--day …] [options]
      """,
    discussion: """
      Thirty incidents in our own words, from public sources. What to read next comes first, with the reasons: by what \
      hit you and what your components run on. To list, to read and to adopt a guard needs no record.

        mayday read
        mayday read gitlab-2017 --questions
        mayday read gitlab-2017 --adopt-guard newest-backup-is-real
        mayday read gitlab-2017 --mark --note "We restore one on Tuesday."
      """)

  @Argument(help: ArgumentHelp("The reading; without it, all are listed.", valueName: "gitlab-2017"))
  var name: String?

  @OptionGroup(title: "Which") var filters: ReadingFilters

  @Flag(help: "Only the questions for a reading circle.")
  var questions = false

  @Flag(help: "Only where the facts come from.")
  var sources = false

  @OptionGroup(title: "Taking over") var taking: TakingOver

  @OptionGroup(title: "Read together") var circle: CircleArguments

  @OptionGroup(title: "Where and how") var options: ClientArguments

  package init() {}

  package func validate() throws {
    let asked = [questions, sources, taking.adoptGuard != nil, taking.adoptLine != nil, circle.mark].count { $0 }
    guard asked <= 1 else { throw ValidationError("Ask for one thing at a time.") }
    if name == nil, asked > 0 { throw ValidationError("Name the reading: mayday read gitlab-2017 …") }
    if name != nil, !filters.isEmpty { throw ValidationError("--kind, --technology and --unread are for the list.") }
    if taking.file != nil, taking.adoptGuard == nil { throw ValidationError("--file goes with --adopt-guard.") }
    if taking.process != nil, taking.adoptLine == nil { throw ValidationError("--process goes with --adopt-line.") }
    if circle.note != nil || circle.day != nil, !circle.mark {
      throw ValidationError("--note and --day go with --mark.")
    }
  }

  package func run() async throws {
    let source = ReadingSourceClient(options: options)
    guard let typed = name else { return try await filters.show(with: source) }
    let reading = try Self.reading(typed)
    if let item = taking.adoptGuard {
      try GuardAdopting(reading: reading, name: item, file: taking.file ?? GuardFile.nameUsual)
        .run(format: options.format)
    } else if let line = taking.adoptLine {
      try await taking.adopt(line, of: reading, with: try await options.open())
    } else if circle.mark {
      try await circle.mark(reading, with: try await options.open())
    } else {
      let part: ReadingDocumentText.Part = questions ? .questions : sources ? .sources : .all
      try await source.show(reading, part)
    }
  }

  private static func reading(_ typed: String) throws -> ReadingDocument {
    let name = typed.lowercased().hasSuffix(".md") ? String(typed.dropLast(3)) : typed
    if let reading = ReadingShelf.named(name.lowercased()) { return reading }
    let names = ReadingShelf.all.map(\.name)
    let beginning = names.filter { $0.hasPrefix(name.lowercased()) }.prefix(4)
    let near = beginning.isEmpty ? [Nearest.word(to: name, among: names)].compactMap(\.self) : Array(beginning)
    throw CommandFailure(
      "there is no reading '\(TerminalText.harmless(typed.prefix(60)))'",
      hint: near.isEmpty
        ? "Those that there are: mayday read"
        : "Did you mean: " + near.map { "mayday read \($0)" }.joined(separator: ", "))
  }
}

/// Which readings are listed.
struct ReadingFilters: ParsableArguments {
  @Option(help: ArgumentHelp("Only those of this kind of failure: database, release.", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("Only those that name it: PostgreSQL, DNS.", valueName: "name"))
  var technology: String?

  @Flag(help: "Only those that were not marked as read.")
  var unread = false

  var isEmpty: Bool { kind == nil && technology == nil && !unread }

  func validate() throws {
    guard let kind, ReadingKind(rawValue: kind.lowercased().replacing("-", with: " ")) == nil else { return }
    let all = ReadingKind.allCases.map { $0.rawValue.replacing(" ", with: "-") }.joined(separator: ", ")
    throw ValidationError("--kind: '\(TerminalText.harmless(kind.prefix(60)))' is no kind. There are: \(all).")
  }

  func show(with source: ReadingSourceClient) async throws {
    let query = ReadingQuery(kind: kind, technology: technology, isUnread: unread ? true : nil)
    let found = try await source.list(query)
    let answer = ReadingShelfAnswer(next: isEmpty ? found.next : nil, readings: found.readings)
    switch source.options.format {
    case .json: try Output.write(WireCoding.json(of: answer).indented, to: nil)
    case .text:
      try Output.write(
        ReadingShelfText(
          readings: found.readings, next: found.next, isNarrow: !isEmpty, knowsTeam: found.isOfRecord
        ).render(for: .standardOutput()), to: nil)
    }
  }
}

/// The list as JSON.
private struct ReadingShelfAnswer: Encodable {
  let schemaVersion = 1
  let next: [NextReadListing]?
  let readings: [ReadingListing]
}
