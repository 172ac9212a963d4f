import Desk
import Incidents
import Interchange
import Postmortems
import RecordViews
import Schemas

extension APIService {
  /// Checklists and their runs.
  func handleChecklists(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .listChecklists:
      let all = try await desk.checklists(for: call.caller)
      return Outcome(call, PageAnswer(items: all.map { ChecklistAnswer($0, runsMax: 1) }))
    case .readChecklist: return try await checklistOutcome(call)
    case .writeChecklist: return try await writeChecklist(call)
    case .addChecklistLine:
      let receipt = try await desk.addChecklistLine(
        ChecklistLine(call.request.body), to: process(call), by: call.caller, terms: call.terms)
      return try await checklistOutcome(call, isReplay: receipt.isReplay)
    case .retireChecklistLine:
      let receipt = try await desk.retireChecklistLine(
        try call.number("line"), of: process(call), by: call.caller, terms: call.terms)
      return try await checklistOutcome(call, isReplay: receipt.isReplay)
    case .runChecklist: return try await runChecklist(call)
    default: throw call.notFound
    }
  }

  private func process(_ call: Call) -> String { call.request.path["process"] ?? "" }

  private func writeChecklist(_ call: Call) async throws -> Outcome {
    let content = ChecklistContent(
      process: process(call), title: call.request.text("title") ?? "",
      lines: call.request.body["lines"]?.array?.map { ChecklistLine($0) } ?? [])
    let receipt = try await desk.writeChecklist(content, by: call.caller, terms: call.terms)
    return try await checklistOutcome(call, isReplay: receipt.isReplay)
  }

  private func runChecklist(_ call: Call) async throws -> Outcome {
    let given = call.request.body["answers"]?.array ?? []
    let attempt = ChecklistAttempt(
      subject: call.request.text("subject") ?? "",
      answers: given.map { answer in
        ChecklistAttempt.Given(
          line: answer["line"]?.integer.map(Int.init) ?? 0, answer: answer["answer"]?.string ?? "",
          isGood: answer["isGood"]?.bool)
      }, writtenVersion: call.request.body["writtenVersion"]?.integer)
    let receipt = try await desk.runChecklist(process(call), attempt, by: call.caller, terms: call.terms)
    let checklist = try await desk.checklist(process(call), for: call.caller)
    guard let run = checklist?.runs.first(where: { $0.version == receipt.version }) else { throw call.notFound }
    return Outcome(call, ChecklistRunAnswer(run, process: process(call)), isReplay: receipt.isReplay)
  }

  private func checklistOutcome(_ call: Call, isReplay: Bool = false) async throws -> Outcome {
    guard let checklist = try await desk.checklist(process(call), for: call.caller) else { throw call.notFound }
    return Outcome(call, ChecklistAnswer(checklist), tag: checklist.version, isReplay: isReplay)
  }
}

extension ChecklistLine {
  /// From a body; a line without a number is a new one, and an empty name is none.
  fileprivate init(_ json: JSONValue) {
    func name(_ key: String) -> String? { json[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      number: json["number"]?.integer.map(Int.init) ?? 0, text: json["text"]?.string ?? "",
      expects: json["expects"]?.string.flatMap(Expectation.init(rawValue:)) ?? (name("check") == nil ? .done : .check),
      check: name("check"), incident: name("incident").flatMap { IncidentID($0)?.number },
      action: name("action").flatMap { ActionID($0) }, reading: name("reading"))
  }
}
