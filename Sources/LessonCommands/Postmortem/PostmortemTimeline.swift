import ArgumentParser
import CommandKit
import Interchange
import Postmortems
import Schemas
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem take`.
  struct Take: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "take", abstract: "Take lines into the timeline from evidence, record and accounts.",
      usage: """
        mayday postmortem take <PM-1>
          [--moment … --entry … --account … | --every] [options]
        """,
      discussion: """
        Where nothing is named, it lists what could be taken.

          mayday postmortem take PM-1
          mayday postmortem take PM-1 --entry 4 --moment 3f2a90c1 --account lee
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(
      name: .customLong("moment"), help: ArgumentHelp("A moment of the evidence; several times.", valueName: "id"))
    var moments: [String] = []

    @Option(
      name: .customLong("entry"),
      help: ArgumentHelp("An entry of the incident's record; several times.", valueName: "4"))
    var entries: [Int64] = []

    @Option(
      name: .customLong("account"), help: ArgumentHelp("Whose open account; several times.", valueName: "name"))
    var accounts: [String] = []

    @Flag(help: "All that the list offers.")
    var every = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard !every || moments.isEmpty && entries.isEmpty && accounts.isEmpty else {
        throw ValidationError("--every and names contradict each other.")
      }
    }

    func run() async throws {
      let client = try await options.open()
      let path = try postmortem.path
      var picked = (moments: moments, entries: entries, accounts: accounts)
      if moments.isEmpty, entries.isEmpty, accounts.isEmpty {
        let offered: Answered<PageAnswer<TimelineLine>> = try await client.ask(.listLineCandidates, path: path)
        guard every else {
          return try client.show(offered) {
            LineCandidatesText(
              lines: $0.items, postmortem: path["postmortem"] ?? "", zone: client.zone, now: client.now
            )
            .render(for: client.terminal)
          }
        }
        for line in offered.value.items {
          guard let id = line.originID else { continue }
          switch line.origin {
          case .moment: picked.moments.append(id)
          case .entry: picked.entries += [Int64(id)].compactMap(\.self)
          case .account: picked.accounts.append(id)
          case .written: break
          }
        }
      }
      let count = picked.moments.count + picked.entries.count + picked.accounts.count
      guard count > 0 else { return Output.say("Nothing is there that could be taken.") }
      try await client.change(
        .takeLines, path: path,
        body: [
          "moments": .texts(picked.moments), "entries": .array(picked.entries.map { .integer($0) }),
          "accounts": .texts(picked.accounts),
        ]
      ) { change in
        let one = change.number.map { "L\($0)" } ?? "One line"
        return "\(count == 1 ? "\(one) stands" : "\(count) lines stand") in \(change.postmortem.id)."
      }
    }
  }

  /// `mayday postmortem line`.
  struct Line: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "line", abstract: "Write a line of the timeline, or what is known of a gap.",
      discussion: """
          mayday postmortem line add PM-1 "Two of eight hosts were left out" --at 03:12
          mayday postmortem line change PM-1 L4 --text "The check was green"
          mayday postmortem line gap PM-1 L4 "Nobody was watching yet"
        """, subcommands: [AddLine.self, ChangeLine.self, RemoveLine.self, Gap.self])
  }

  /// `mayday postmortem line add`.
  struct AddLine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put a line into the timeline.",
      usage: "mayday postmortem line add <PM-1> <words> ... [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "What happened; quotes may be left out.")
    var words: [String]

    @OptionGroup var content: LineArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.writePart(
        .addLine, path: try postmortem.path,
        body: try content.body(text: words.joined(separator: " "), before: nil, client), "L", "stands")
    }
  }

  /// `mayday postmortem line change`.
  struct ChangeLine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Write a line anew; what is left out stays.",
      usage: "mayday postmortem line change <PM-1> <L4> [--text …] [options]")

    @OptionGroup var line: PartArguments

    @Option(help: "What happened.")
    var text: String?

    @OptionGroup var content: LineArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(line.part, "L", "line of the timeline")
      let known = try await client.known(try line.postmortem.path).lines.first { String($0.number) == number }
      try await client.writePart(
        .changeLine, path: try line.postmortem.path("line", number),
        body: try content.body(text: text ?? known?.text ?? "", before: known, client), "L", "is written")
    }
  }

  /// `mayday postmortem line remove`.
  struct RemoveLine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a line out of the timeline.",
      usage: "mayday postmortem line remove <PM-1> <L4> [options]")

    @OptionGroup var line: PartArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(line.part, "L", "line of the timeline")
      try await client.writePart(
        .removeLine, path: try line.postmortem.path("line", number), body: [:], "L", "stands no longer")
    }
  }

  /// `mayday postmortem line gap`.
  struct Gap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gap", abstract: "Say what is known of the time after a line.",
      usage: "mayday postmortem line gap <PM-1> <L4> <words> ... [options]")

    @OptionGroup var line: PartArguments

    @Argument(help: "What is known of it; quotes may be left out.")
    var words: [String]

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(line.part, "L", "line of the timeline")
      try await client.writePart(
        .explainGap, path: try line.postmortem.path("line", number),
        body: ["text": .string(words.joined(separator: " "))], "L", "is written, with what followed it,")
    }
  }
}

/// What a line of the timeline is, beside its words.
struct LineArguments: ParsableArguments {
  @Option(help: ArgumentHelp("When it happened: 03:12, 2026-03-01T03:12Z.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("When it ended, where it took a while.", valueName: "time"))
  var until: String?

  @Option(help: "How the time is known.")
  var basis: TimelineLine.Basis?

  @Option(help: ArgumentHelp("A heading that it stands under with others; '' for none.", valueName: "words"))
  var group: String?

  @Option(
    name: .customLong("reference"), help: ArgumentHelp("Where it can be read; several times.", valueName: "words"))
  var references: [String] = []

  func body(text: String, before: TimelineLine?, _ client: CommandClient) throws -> [String: JSONValue?] {
    let at = try client.instant(at, option: "--at") ?? before?.at
    let until = try client.instant(until, option: "--until") ?? before?.until
    return [
      "text": .string(text), "at": at.map { .instant($0) }, "until": until.map { .instant($0) },
      "basis": (basis ?? before?.basis).map { .string($0.rawValue) },
      "group": (group ?? before?.group).map { .string($0) },
      "references": .texts(references.isEmpty ? before?.references ?? [] : references),
    ]
  }
}

extension TimelineLine.Basis: ExpressibleByArgument {}
