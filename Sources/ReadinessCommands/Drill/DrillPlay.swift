import CommandKit
import Drills
import Foundation
import Interchange
import Schemas
import TerminalPages

/// A drill as it goes on in a terminal: prints what comes, does what is typed.
struct DrillPlay {
  /// How long it waits before it looks again.
  private static let pause = Duration.milliseconds(250)

  let client: CommandClient
  let path: [String: String]
  var whole: DrillWhole?
  /// What was typed before anything was declared.
  var waiting: [String] = []
  private var shown: Set<String> = []
  /// Files of which it was said where they are.
  private var placed: Set<String> = []
  private var state: Drill.State?
  private var isTimeTold = false

  init(client: CommandClient, path: [String: String]) {
    self.client = client
    self.path = path
  }

  mutating func run(_ typed: TypedLines) async throws {
    while true {
      let answer: Answered<DrillWhole> = try await client.ask(.readDrill, path: path)
      whole = answer.value
      try await show(answer.value)
      if [.ended, .cancelled].contains(answer.value.drill.state) { break }
      if let line = typed.next() {
        await act(on: line)
        continue
      }
      if typed.isAtEnd {
        // Without a keyboard somebody who practises is through once the time is up, or at once where it has none; others
        // look on.
        if answer.value.drill.isPractice, answer.value.isTimeUp || answer.value.minutes == nil {
          try await move(to: "ended")
          continue
        }
      }
      try await Task.sleep(for: Self.pause)
    }
    try await showEnd()
  }

  // MARK: What comes

  private mutating func show(_ whole: DrillWhole) async throws {
    var lines = TextLines(client.terminal)
    if state != whole.drill.state {
      tell(whole, from: state, &lines)
      state = whole.drill.state
    }
    for message in whole.messages {
      if shown.insert(message.inject).inserted { try await tell(message, whole, &lines) }
      tellPlaces(message, whole, &lines)
    }
    if whole.isTimeUp, !isTimeTold, whole.drill.state == .running {
      isTimeTold = true
      lines.gap()
      lines.add(whole.mayLead ? "The time that it takes is over. /end when you are through." : "The time is over.")
    }
    if !lines.lines.isEmpty { try Output.write(lines.text, to: nil) }
  }

  /// What came, with the text of its files where they are small.
  private mutating func tell(_ message: DrillWhole.Message, _ whole: DrillWhole, _ lines: inout TextLines) async throws
  {
    let files = DrillFilesText(whole)
    DrillText.add(message, to: &lines)
    files.add(message, to: &lines)
    for file in message.files {
      if file.evidence != nil { placed.insert(file.name) }
      guard file.bytes <= DrillFilesText.shownBytesMax else { continue }
      try await add(file.name, to: &lines)
    }
  }

  /// Says of files that came before when they are in the incident's evidence.
  private mutating func tellPlaces(_ message: DrillWhole.Message, _ whole: DrillWhole, _ lines: inout TextLines) {
    for file in message.files where file.evidence != nil || file.refused != nil {
      guard placed.insert(file.name).inserted else { continue }
      lines.add("\(file.name): \(DrillFilesText(whole).place(of: file))", style: .faint)
    }
  }

  func add(_ file: String, to lines: inout TextLines) async throws {
    guard let whole else { return }
    var place = path
    place["file"] = file
    let answer: Answered<DrillFile> = try await client.ask(.readDrillFile, path: place)
    DrillFilesText(whole).add(answer.value, to: &lines)
  }

  private func tell(_ whole: DrillWhole, from old: Drill.State?, _ lines: inout TextLines) {
    switch whole.drill.state {
    case .planned:
      lines.add("Drill \(whole.drill.number) has not begun.", style: .strong)
      lines.add(whole.mayLead ? "Begin it: /go" : "Wait here: what comes is shown once it begins.")
    case .running where old == .paused: lines.add("It goes on.", style: .strong)
    case .running:
      let speed = whole.drill.speed > 1 ? ", \(whole.drill.speed) times faster than the clock" : ""
      let minutes = whole.minutes.map { ", \($0) min" } ?? ""
      lines.add("DRILL \(whole.drill.number)\(minutes)\(speed). Nothing is broken. /help", style: .strong)
      lines.gap()
      MarkdownLines(whole.situation, keepsMarks: false).add(to: &lines, indent: 0)
    case .paused: lines.add("Halted: the clock stands still.", style: .strong)
    case .ended, .cancelled: break
    }
  }

  private func showEnd() async throws {
    guard let whole else { return }
    var lines = TextLines(client.terminal)
    lines.gap()
    guard whole.drill.state == .ended else {
      lines.add("The drill was cancelled: \(whole.cancelReason ?? "no reason was given")", style: .strong)
      return try Output.write(lines.text, to: nil)
    }
    let outcome: Answered<DrillOutcome> = try await client.ask(.readOutcome, path: path)
    lines.add("The drill is over.", style: .strong)
    lines.gap()
    try Output.write(lines.text, to: nil)
    try Output.write(DrillOutcomeText(outcome.value).render(for: client.terminal), to: nil)
    var after = TextLines(client.terminal)
    if let answer = whole.answer, !answer.isEmpty {
      let text = answer.hasPrefix("**What really happened.**") ? answer.dropFirst(25) : answer[...]
      after.heading("What really happened")
      MarkdownLines(String(text.drop { $0.isWhitespace }), keepsMarks: false).add(to: &after, indent: 0)
    }
    after.heading("Next")
    after.add("mayday drill changes \(whole.drill.number)", unbroken: 2)
    after.add("mayday drill postmortem \(whole.drill.number)", unbroken: 2)
    try Output.write(after.text, to: nil)
  }

  // MARK: What is typed

  /// Does what a line says; a refusal is told, and the drill goes on.
  private mutating func act(on line: String) async {
    do {
      let line = line.trimmingBlanks
      guard !line.isEmpty else { return }
      guard line.hasPrefix("/") else { return try await note(line) }
      let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
      try await act(parts.first ?? "", parts.count > 1 ? parts[1].trimmingBlanks : "")
    } catch let problem as Problem {
      Output.say("\(CommandFailure(problem))")
    } catch {
      Output.say("\(error)")
    }
  }

  private mutating func act(_ word: String, _ rest: String) async throws {
    switch word {
    case "help": Output.say(Self.help(leads: whole?.knowsAnswer == true && whole?.mayLead == true))
    case "declare": try await declare(rest)
    case "lead": try await lead()
    case "decide": try await write(.recordDecision, ["what": .string(rest)], "Decided: \(rest)")
    case "mitigated", "resolved":
      try await write(
        .changeState, .members(["state": .string(word), "reason": rest.isEmpty ? nil : .string(rest)]), word)
    case "plan": try await followPlan(rest)
    case "steps": try await showSteps()
    case "file": try await showFile(rest)
    case "tick", "instead", "leave": try await tick(word, rest)
    case "surprise": try await observe(["kind": "surprise", "words": .string(rest)])
    case "missing": try await observe(["kind": "missing-step", "words": .string(rest)])
    case "go": try await move(to: "running")
    case "halt": try await move(to: "paused")
    case "end": try await move(to: "ended")
    default: try await actAsLeader(word, rest)
    }
  }

  func move(to state: String) async throws {
    let _: Answered<DrillWhole> = try await client.ask(
      .moveDrill, path: path, body: .object(["state": .string(state)]))
  }

  static func help(leads: Bool) -> String {
    let own = """
      words                 noted in the drill's incident
      ! WHAT, @ WHAT        a decision; something to be done
      /declare WHAT         declare the incident: what seems to be wrong
      /lead                 you lead from now on
      /plan [NAME]          follow a plan; without a name: which may fit
      /steps                what can be done now
      /file NAME            a file that came, all of it
      /tick 3 WORDS         step 3 is through, with what you saw
      /instead 3 WORDS      something else was done in its place
      /leave 3 WHY          it is left out
      /decide WHAT          a decision
      /mitigated, /resolved how far it is
      /surprise WORDS       what nobody had expected
      /missing WORDS        what the plan does not have
      /halt, /go, /end      the drill's clock
      Updates to customers: in another terminal, mayday update new --to customers
      """
    let leading = """

      /next                 what comes next
      /release 4            let it come now
      /delay 4 5            5 minutes of drill time later
      /skip 4 WHY           leave it out
      /add WORDS            a colleague says it
      /met 2, /partly 2, /not 2 WORDS   judge an expectation
      """
    return leads ? own + leading : own
  }
}
