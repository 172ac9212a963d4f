import CommandKit
import Drills
import Incidents
import Interchange
import Schemas
import TerminalPages

/// What a line that begins with / does.
extension DrillPlay {
  /// The path of the drill's incident.
  private func incident() throws -> [String: String] {
    guard let number = whole?.drill.incident else {
      throw CommandFailure("nothing is declared yet", hint: "Declare it: /declare what seems to be wrong")
    }
    return ["incident": "INC-\(number)"]
  }

  /// Kept until something is declared, so that no word is lost.
  mutating func note(_ text: String) async throws {
    guard whole?.drill.incident != nil else {
      waiting.append(text)
      return Output.say("Kept. Nothing is declared yet: /declare what seems to be wrong")
    }
    let line = SaidLine(text)
    if let question = line.question { throw CommandFailure("nothing was said", hint: question) }
    switch line {
    case .note(let text):
      let _: Answered<ChangeAnswer> = try await client.ask(
        .writeNote, path: try incident(), body: .object(["text": .string(text)]))
    case .decision(let what): try await write(.recordDecision, ["what": .string(what)], "Decided: \(what)")
    case .task(let task, _): try await write(.addTask, ["text": .string(task)], "To be done: \(task)")
    case .update:
      throw CommandFailure(
        "an update is written in full before it goes out, and nothing was noted",
        hint: "In another terminal: mayday update new -i INC-\(whole?.drill.incident ?? 0) --to customers")
    }
  }

  mutating func declare(_ title: String) async throws {
    guard !title.isEmpty else {
      throw CommandFailure("nothing says what is wrong", hint: "/declare what seems to be wrong")
    }
    let answer: Answered<DrillWhole> = try await client.ask(
      .declareInDrill, path: path, body: .object(["title": .string(title)]))
    whole?.drill.incident = answer.value.drill.incident
    Output.say("Declared, marked as a drill: INC-\(answer.value.drill.incident ?? 0)")
    for text in waiting { try await note(text) }
    waiting = []
  }

  func lead() async throws {
    let me: Answered<MeAnswer> = try await client.ask(.readMe)
    var path = try incident()
    path["role"] = RoleDefinition.commander
    let _: Answered<ChangeAnswer> = try await client.ask(
      .assignRole, path: path, body: .object(["person": .string(me.value.account)]))
    Output.say("\(me.value.account) leads.")
  }

  func write(_ operation: OperationID, _ body: JSONValue, _ words: String) async throws {
    let _: Answered<ChangeAnswer> = try await client.ask(operation, path: try incident(), body: body)
    Output.say(words)
  }

  func followPlan(_ name: String) async throws {
    let path = try incident()
    guard !name.isEmpty else { return try await showSteps() }
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(
      .followPlan, path: path, body: .object(["plan": .string(name)]))
    try show(answer.value)
  }

  func showSteps() async throws {
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(.listIncidentPlans, path: try incident())
    try show(answer.value)
  }

  private func show(_ plans: IncidentPlansAnswer) throws {
    let text = IncidentPlansText(plans: plans, zone: client.zone, now: client.at(ClientArguments.clock()).now)
    try Output.write(
      text.render(for: client.terminal).replacing("mayday plan follow", with: "/plan"), to: nil)
  }

  func tick(_ word: String, _ rest: String) async throws {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard let step = parts.first else { throw CommandFailure("no step is named", hint: "/\(word) 3 what you saw") }
    var path = try incident()
    let plans: Answered<IncidentPlansAnswer> = try await client.ask(.listIncidentPlans, path: path)
    guard let plan = plans.value.items.last(where: { $0.dropped == nil }) else {
      throw CommandFailure("no plan is followed", hint: "/plan lists those that may fit.")
    }
    path["followed"] = "\(plan.number)"
    path["step"] = step
    let state: StepTicked.State = word == "tick" ? .done : word == "instead" ? .replaced : .skipped
    let answer: Answered<IncidentPlansAnswer> = try await client.ask(
      .tickStep, path: path,
      body: .object(["state": .string(state.rawValue), "words": .string(parts.count > 1 ? parts[1] : "")]))
    try show(answer.value)
  }

  func showFile(_ name: String) async throws {
    guard !name.isEmpty else { throw CommandFailure("no file is named", hint: "/file and a name that a message has") }
    var lines = TextLines(client.terminal)
    try await add(name, to: &lines)
    try Output.write(lines.text, to: nil)
  }

  func observe(_ body: JSONValue) async throws {
    let _: Answered<DrillWhole> = try await client.ask(.observeDrill, path: path, body: body)
    Output.say("Written down.")
  }

  // MARK: Leading

  func actAsLeader(_ word: String, _ rest: String) async throws {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    var inject = path
    inject["inject"] = parts.first ?? ""
    let words = parts.count > 1 ? parts[1] : ""
    switch word {
    case "next": try showUpcoming()
    case "release": try await ask(.releaseInject, inject, .object([:]))
    case "delay": try await ask(.delayInject, inject, .object(["seconds": .integer((Int64(words) ?? 5) * 60)]))
    case "skip": try await ask(.skipInject, inject, .object(["reason": .string(words)]))
    case "add": try await ask(.addInject, path, .object(["kind": "colleague", "from": "", "text": .string(rest)]))
    case "met", "partly", "not":
      guard let place = parts.first.flatMap({ Int64($0) }) else {
        throw CommandFailure("no expectation is named", hint: "/\(word) 2 what was seen")
      }
      try await observe([
        "kind": "expectation", "expectation": .integer(place), "judgement": .string(word), "words": .string(words),
      ])
    default: throw CommandFailure("'/\(word)' is nothing that can be done here", hint: "/help lists what can.")
    }
  }

  private func ask(_ operation: OperationID, _ path: [String: String], _ body: JSONValue) async throws {
    let _: Answered<DrillWhole> = try await client.ask(operation, path: path, body: body)
  }

  private func showUpcoming() throws {
    var lines = TextLines(client.terminal)
    for message in whole?.upcoming.filter({ $0.skipped == nil }).prefix(3) ?? [] {
      let at = message.dueSeconds.map { "at \($0 / 60) min" } ?? "by hand"
      lines.add(message.inject, "\(at)  \(message.from): \(message.text)", columns: 4)
    }
    if lines.lines.isEmpty { lines.add("Nothing more comes, as far as you may know.") }
    try Output.write(lines.text, to: nil)
  }
}
