import Desk
import Incidents
import Interchange
import Postmortems
import RecordViews

extension APIService {
  /// Guards and what they saw.
  func handleGuards(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .listGuards:
      let all = try await desk.guards(for: call.caller)
      return Outcome(call, PageAnswer(items: all.map { GuardAnswer($0, resultsMax: 1) }))
    case .readGuard: return try await guardOutcome(call)
    case .declareGuard: return try await declareGuard(call)
    case .reportGuard: return try await reportGuard(call)
    case .retireGuard:
      let receipt = try await desk.retireGuard(
        name(call), reason: call.request.text("reason") ?? "", by: call.caller, terms: call.terms)
      return try await guardOutcome(call, isReplay: receipt.isReplay)
    default: throw call.notFound
    }
  }

  private func name(_ call: Call) -> String { call.request.path["guard"] ?? "" }

  private func declareGuard(_ call: Call) async throws -> Outcome {
    let request = call.request
    let declaration = GuardDeclaration(
      name: name(call), title: request.text("title") ?? "", incident: call.incidentOfBody,
      action: call.actionOfBody, definition: request.text("definition"), everyMinutes: request.integer("everyMinutes"))
    let receipt = try await desk.declareGuard(declaration, by: call.caller, terms: call.terms)
    return try await guardOutcome(call, isReplay: receipt.isReplay)
  }

  private func reportGuard(_ call: Call) async throws -> Outcome {
    let request = call.request
    let report = GuardReport(
      standing: request.word("standing") ?? .unknown, summary: request.text("summary") ?? "",
      detail: request.text("detail") ?? "", place: request.text("place") ?? "")
    let told = request.text("title").map { title in
      GuardDeclaration(name: name(call), title: title, incident: call.incidentOfBody, action: call.actionOfBody)
    }
    let taken = try await desk.reportGuard(name(call), report, knownAs: told, by: call.caller, terms: call.terms)
    guard let record = try await desk.guardRecord(name(call), for: call.caller) else { throw call.notFound }
    return Outcome(
      call,
      GuardReportAnswer(
        GuardAnswer(record, resultsMax: 1), isRecorded: taken.isRecorded, reopened: taken.reopened),
      isReplay: taken.receipt.isReplay)
  }

  private func guardOutcome(_ call: Call, isReplay: Bool = false) async throws -> Outcome {
    guard let record = try await desk.guardRecord(name(call), for: call.caller) else { throw call.notFound }
    return Outcome(call, GuardAnswer(record), tag: record.version, isReplay: isReplay)
  }
}

extension Call {
  /// Number of the incident that the body names.
  var incidentOfBody: Int? { request.text("incident").flatMap { IncidentID($0)?.number } }

  /// The action that the body names.
  var actionOfBody: ActionID? { request.text("action").flatMap { ActionID($0) } }
}
