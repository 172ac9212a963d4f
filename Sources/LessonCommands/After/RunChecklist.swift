import ArgumentParser
import CommandKit
import Desk
import Foundation
import Guards
import Interchange
import Postmortems
import TerminalPages

/// `mayday checklist run`, or `mayday checklist PROCESS`.
struct RunChecklist: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Go through a checklist: asked at the terminal, or answered beforehand.",
    usage: "mayday checklist <process> [--subject …] [--answer 2=no] [options]",
    discussion: """
      Lines that a guard checks are checked: by the guard of that name in mayday.yaml, else by the record's own. The rest
      is asked, unless it is answered by --answer or --answers. All is recorded: who, when, and with what answer.

      Exit status: 0 every line is good, 1 a line stopped it, 2 wrong use or failure.
      """)

  @Argument(help: "The process: deploy.")
  var process: String

  @Option(help: "What for: a release, a day.")
  var subject: String = ""

  @Option(
    name: .customLong("answer"), parsing: .singleValue,
    help: ArgumentHelp("The answer to a line; several times.", valueName: "2=no"))
  var given: [String] = []

  @Option(
    help: ArgumentHelp(
      "A JSON file with the answers by number: {\"2\": \"no\"}; - for standard input.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var answers: String?

  @Option(
    name: .customLong("guards"),
    help: ArgumentHelp("The file that declares the guards.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var guardFile: String?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    var known = try answers.map { try ChecklistAnswers.read(DocumentFile.read($0), from: $0) } ?? [:]
    for text in given { try ChecklistAnswers.add(text, to: &known) }
    let client = try await options.open()
    let checklist: Answered<ChecklistAnswer> = try await client.ask(.readChecklist, path: ["process": process])
    let lines = checklist.value.lines
    try ChecklistAnswers.check(known, fit: lines, of: process)
    let canAsk = answers != "-" && Terminal.isConversation
    let open = lines.filter { $0.expects != .check && known[$0.number] == nil }
    guard canAsk || open.isEmpty else {
      let list = open.map { "\($0.number). \(TerminalText.harmless($0.text))" }.joined(separator: "\n  ")
      throw CommandFailure(
        "nobody can be asked here, and \(open.count == 1 ? "a line has" : "\(open.count) lines have") no answer:\n  \(list)",
        hint: "Answer with --answer \(open[0].number)=yes, or a file: --answers FILE.")
    }
    let checks = try ChecklistChecks(file: guardFile, client: client)
    let interview = ChecklistInterview(
      zone: client.zone, terminal: Terminal(columns: client.terminal.columns, usesColour: false),
      ask: Prompt.line, say: Output.say)
    var attempt: [JSONValue] = []
    for (index, line) in lines.enumerated() {
      let position = "\(index + 1)/\(lines.count)"
      if line.expects == .check {
        let seen = await checks.check(line.check ?? "")
        interview.tell(line, position, answer: seen.summary, isGood: seen.isGood)
        attempt.append(
          ["line": .integer(Int64(line.number)), "answer": .string(seen.summary), "isGood": .bool(seen.isGood)])
      } else {
        let answer = try interview.answer(to: line, position, given: known[line.number])
        attempt.append(["line": .integer(Int64(line.number)), "answer": .string(answer)])
      }
    }
    let run: Answered<ChecklistRunAnswer> = try await client.ask(
      .runChecklist, path: ["process": process],
      body: [
        "subject": .string(subject), "answers": .array(attempt),
        "writtenVersion": .integer(checklist.value.writtenVersion),
      ])
    try client.show(run) { ChecklistRunText(run: $0).render(for: client.terminal) }
    guard run.value.isGood else { throw ExitStatus.findings }
  }
}

/// Answers that were given beforehand, by the number of their line.
enum ChecklistAnswers {
  /// Reads `{"2": "no"}`.
  static func read(_ text: String, from file: String) throws -> [Int: String] {
    let hint = "Write an object with the answers by number: {\"1\": \"yes\", \"2\": \"no\"}"
    guard let json = try? Interchange.JSONText.parse(Array(text.utf8)), let members = json.object else {
      throw CommandFailure("'\(file)' holds no answers", hint: hint)
    }
    var answers: [Int: String] = [:]
    for (name, value) in members {
      guard let number = Int(name), number > 0, let answer = value.string ?? value.bool.map({ $0 ? "yes" : "no" })
      else { throw CommandFailure("'\(file)': '\(TerminalText.harmless(name))' is not answered by a text", hint: hint) }
      answers[number] = answer
    }
    return answers
  }

  /// Reads `2=no`.
  static func add(_ text: String, to answers: inout [Int: String]) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0 else {
      throw CommandFailure(
        "--answer: '\(TerminalText.harmless(text))' is not a number with its answer", hint: "Write it as 2=no.")
    }
    answers[number] = String(parts[1])
  }

  /// Throws where a line is answered that is not there, or that a guard answers.
  static func check(_ answers: [Int: String], fit lines: [ChecklistAnswer.Line], of process: String) throws {
    for number in answers.keys.sorted() {
      guard let line = lines.first(where: { $0.number == number }) else {
        throw CommandFailure(
          "the checklist '\(process)' has no line \(number)",
          hint: "Its lines: \(lines.map { String($0.number) }.joined(separator: ", "))")
      }
      guard line.expects != .check else {
        throw CommandFailure(
          "line \(number) is answered by the guard '\(line.check ?? "")', not by a word",
          hint: "Leave the answer out: the guard is run.")
      }
    }
  }
}

/// Runs the guards that lines of a checklist name.
struct ChecklistChecks {
  private let guards: [String: GuardDefinition]
  private let runner: GuardRunner
  private let client: CommandClient

  /// `file` must be there where it is named; ``GuardFile/nameUsual`` is read where it is.
  init(file: String?, client: CommandClient) throws {
    self.client = client
    let path = file ?? GuardFile.nameUsual
    guard file != nil || FileManager.default.fileExists(atPath: path) else {
      guards = [:]
      runner = GuardRunner()
      return
    }
    let source = try GuardFileArguments.parse(["--file", path])
    let known = try source.read()
    guards = Dictionary(known.guards.map { ($0.name, $0) }) { first, _ in first }
    runner = GuardRunner(folder: source.folder, reach: known.reach)
  }

  /// What the guard shows; what cannot be checked is not good.
  func check(_ name: String) async -> (summary: String, isGood: Bool) {
    if let definition = guards[name] { return Self.seen(await runner.run(definition)) }
    do {
      let answer: Answered<GuardAnswer> = try await client.ask(.readGuard, path: ["guard": name])
      let declaration = GuardDeclaration(
        name: name, title: answer.value.title, definition: answer.value.definition)
      if answer.value.retired == nil, let definition = try GuardDefinitionText.read(declaration) {
        return Self.seen(await runner.run(definition, origin: .record))
      }
    } catch {
      // What keeps the record's guard from being read keeps it from holding; the file is where it is looked for first.
    }
    return (
      "could not be checked: no guard '\(name)' in \(GuardFile.nameUsual) here, nor one that the record defines", false
    )
  }

  private static func seen(_ result: GuardResult) -> (summary: String, isGood: Bool) {
    switch result.outcome {
    case .held: (result.summary, true)
    case .broken: (result.summary, false)
    case .unknown: ("could not be checked: \(result.summary)", false)
    }
  }
}
