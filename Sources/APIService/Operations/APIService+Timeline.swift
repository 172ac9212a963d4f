import Chronology
import Desk
import Incidents
import Interchange
import RecordViews
import Schemas

extension APIService {
  func listEntries(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    var entries = view.incident.entriesInOrder
    if let kind = call.request.query["kind"]?.string { entries.removeAll { $0.kind.rawValue != kind } }
    if call.request.query["order"]?.string == "newest" { entries.reverse() }
    return call.outcome(try call.page(entries) { String($0.version) }, tag: tag(view))
  }

  func correctEntry(_ call: Call) async throws -> Outcome {
    let entry = Int64(try call.number("entry"))
    var outcome = try await perform(
      .correct(
        EntryCorrection(
          entry: entry, text: call.request.text("text"), at: call.request.instant("at"),
          reason: call.request.text("reason") ?? "")), call)
    // The corrected entry itself: a correction makes no line of its own.
    if let view = try await desk.incident(try call.incident, for: call.caller),
      var change = try? WireCoding.decode(ChangeAnswer.self, from: outcome.answer.body)
    {
      change.entry = view.incident.entries.first { $0.version == entry }
      outcome.answer.body = WireCoding.bytes(of: change)
    }
    return outcome
  }

  func writeNote(_ call: Call) async throws -> Outcome {
    try await perform(
      .note(NoteWritten(text: call.request.text("text") ?? ""), at: call.request.instant("at")), call)
  }

  func recordDecision(_ call: Call) async throws -> Outcome {
    let request = call.request
    let record = DecisionRecord(
      what: request.text("what") ?? "", why: request.text("why") ?? "", options: request.texts("options") ?? [],
      known: request.text("known") ?? "", by: request.text("by") ?? "")
    return try await perform(.decide(record, at: request.instant("at")), call)
  }

  func recordDissent(_ call: Call) async throws -> Outcome {
    try await perform(
      .dissent(
        DissentRecord(
          decision: Int64(try call.number("entry")), text: call.request.text("text") ?? "",
          by: call.request.text("by") ?? "")), call)
  }

  func addTask(_ call: Call) async throws -> Outcome {
    let request = call.request
    return try await perform(
      .addTask(
        TaskRequest(text: request.text("text") ?? "", owner: request.text("owner"), order: request.integer("order"))),
      call, about: .task)
  }

  func changeTask(_ call: Call) async throws -> Outcome {
    let request = call.request
    return try await perform(
      .changeTask(
        TaskChanged(
          task: try call.number("task"), text: request.text("text"),
          owner: request.body["owner"] == .null ? "" : request.text("owner"), order: request.integer("order"),
          state: request.word("state"), result: request.text("result"))), call, about: .task)
  }
}
