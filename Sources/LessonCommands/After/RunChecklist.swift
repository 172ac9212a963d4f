import ArgumentParser
import CommandKit
import Desk
import Foundation
import Guards
import Interchange
import Postmortems
import RecordViews
import Schemas
import TerminalPages

/// `mayday checklist run`, or `mayday checklist PROCESS`.
struct RunChecklist: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Go through a checklist: asked at the terminal, or answered beforehand.",
    usage: "mayday checklist <process> [--subject …] [--answer 2=no] [options]",
    discussion: """
      Lines that a guard checks are checked: by the guard of that name in mayday.yaml, else by the record's own. The rest
      is asked, unless it is answered by --answer or --answers. It stops at the first line that is not good; what was
      answered is recorded: who, when, and with what answer. A guard that could not run ends it, and nothing is recorded.

      Exit status: 0 every line is good, 1 a line stopped it, 2 wrong use or failure, 3 a line could not be checked.
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
        hint: "Answer with --answer \(ChecklistAnswers.example(open[0])), or a file: --answers FILE.")
    }
    let interview = ChecklistInterview(
      zone: client.zone, terminal: Terminal(columns: client.terminal.columns, usesColour: false),
      ask: Prompt.line, say: Output.say)
    let pass = try await Self.goThrough(
      lines, known, interview, try ChecklistChecks(file: guardFile, client: client))
    if let unchecked = pass.unchecked {
      var said = TextLines(Terminal(columns: 80, usesColour: false))
      said.add(unchecked)
      Output.say("\n" + said.text)
      throw ExitStatus.unknown
    }
    let run: Answered<ChecklistRunAnswer> = try await client.ask(
      .runChecklist, path: ["process": process],
      body: [
        "subject": .string(subject), "answers": .array(pass.answers),
        "writtenVersion": .integer(checklist.value.writtenVersion),
      ])
    try client.show(run) { ChecklistRunText(run: $0, notReached: pass.notReached).render(for: client.terminal) }
    guard run.value.isGood else { throw ExitStatus.findings }
  }

  /// What going through the lines came to.
  private struct Pass {
    var answers: [JSONValue] = []
    var notReached: [Int] = []
    /// Why a line could not be checked, and what to do.
    var unchecked: String?
  }

  /// Line by line up to the first that is not good.
  private static func goThrough(
    _ lines: [ChecklistAnswer.Line], _ known: [Int: String], _ interview: ChecklistInterview, _ checks: ChecklistChecks
  ) async throws -> Pass {
    var pass = Pass()
    var isGood = true
    for (index, line) in lines.enumerated() {
      let position = "\(index + 1)/\(lines.count)"
      guard isGood, pass.unchecked == nil else {
        pass.notReached.append(line.number)
        interview.tellNotReached(line, position)
        continue
      }
      guard line.expects == .check else {
        let answer = try interview.answer(to: line, position, given: known[line.number])
        isGood = ChecklistWord.isGood(answer, for: line.expects) ?? false
        pass.answers.append(["line": .integer(Int64(line.number)), "answer": .string(answer)])
        continue
      }
      let seen = await checks.check(line.check ?? "")
      interview.tell(line, position, answer: seen.summary, isGood: seen.isGood)
      if let held = seen.isGood {
        isGood = held
        pass.answers.append(
          ["line": .integer(Int64(line.number)), "answer": .string(seen.summary), "isGood": .bool(held)])
      } else {
        pass.unchecked =
          "Line \(line.number) could not be checked, so this says neither go nor stop, and nothing is recorded.\n"
          + seen.advice
      }
    }
    return pass
  }
}

/// Answers that were given beforehand, by the number of their line.
enum ChecklistAnswers {
  /// Reads `{"2": "no"}`.
  static func read(_ text: String, from file: String) throws -> [Int: String] {
    let hint = "Write an object with the answers by number: {\"1\": \"yes\", \"2\": \"no\"}"
    guard let json = try? Schemas.JSONText.parse(Array(text.utf8)), let members = json.object else {
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

  /// An answer that stands for any: `2=yes`, `4=done`, `5="…"`.
  static func example(_ line: ChecklistAnswer.Line) -> String {
    switch line.expects {
    case .yes, .no: "\(line.number)=\(line.expects.rawValue)"
    case .done, .check: "\(line.number)=done"
    case .words: "\(line.number)=\"…\""
    }
  }

  /// Throws where a line is answered that is not there, that a guard answers, or in words that say neither yes nor no.
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
      let answer = answers[number] ?? ""
      guard ChecklistWord.isGood(answer, for: line.expects) != nil else {
        throw CommandFailure(
          "line \(number) is answered by '\(TerminalText.harmless(answer.prefix(60)))', which is neither yes nor no",
          hint: line.expects == .done ? "Answer done, or not done." : "Answer yes or no.")
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

  /// What a guard showed; ``isGood`` is nil where it could not be checked.
  struct Seen {
    var summary: String
    var isGood: Bool?
    /// What to do where it could not be checked.
    var advice = ""
  }

  /// Runs the guard of that name: the one of the file, else the record's own.
  func check(_ name: String) async -> Seen {
    if let definition = guards[name] { return Self.seen(await runner.run(definition), name) }
    do {
      let answer: Answered<GuardAnswer> = try await client.ask(.readGuard, path: ["guard": name])
      guard answer.value.retired == nil else { return Self.unknown("the guard '\(name)' was stopped", Self.other) }
      let declaration = GuardDeclaration(name: name, title: answer.value.title, definition: answer.value.definition)
      guard let definition = try GuardDefinitionText.read(declaration) else { return Self.notFound(name) }
      return Self.seen(await runner.run(definition, origin: .record), name)
    } catch {
      if let problem = error as? Problem, problem.kind == .notFound { return Self.notFound(name) }
      let words = (error as? Problem).map { CommandFailure($0).fact } ?? "\(error)"
      let fact = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "it failed"
      return Self.unknown("the guard '\(name)' could not be read: \(TerminalText.harmless(fact))", "Try it again.")
    }
  }

  private static let other =
    "Name another one with mayday checklist edit, or take the line out: mayday checklist retire."

  private static func notFound(_ name: String) -> Seen {
    unknown(
      "no guard '\(name)' in \(GuardFile.nameUsual) here, nor one that the record defines",
      "Go through it where \(GuardFile.nameUsual) is, or name the file with --guards.")
  }

  private static func unknown(_ fact: String, _ advice: String) -> Seen {
    Seen(summary: "could not be checked: \(fact)", isGood: nil, advice: advice)
  }

  private static func seen(_ result: GuardResult, _ name: String) -> Seen {
    switch result.outcome {
    case .held: Seen(summary: result.summary, isGood: true)
    case .broken: Seen(summary: result.summary, isGood: false)
    case .unknown: unknown(result.summary, "Find out why, then go through it again: mayday guard run \(name)")
    }
  }
}
