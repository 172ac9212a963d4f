import Accounts
import Desk
import Incidents
import Interchange
import RecordViews

extension APIService {
  /// What a change was about beside its incident.
  enum Subject {
    case nothing
    case task
    case update
    case evidence
  }

  /// Lets the desk do something to the incident of the path.
  func perform(_ command: IncidentCommand, _ call: Call, about subject: Subject = .nothing) async throws -> Outcome {
    let receipt = try await desk.perform(command, on: try call.incident, by: call.caller, terms: call.terms)
    return try await changed(call, receipt, about: subject)
  }

  func changed(_ call: Call, _ receipt: WriteReceipt, about subject: Subject = .nothing) async throws -> Outcome {
    guard let id = receipt.incident else { throw call.notFound }
    let view = try await viewAfterWriting(id, call, isReplay: receipt.isReplay)
    let incident = view.incident
    var change = ChangeAnswer(
      incident: IncidentSummaryAnswer(view.summary, policy: view.policy, now: view.now), version: receipt.version,
      entry: incident.entries.first { $0.version == receipt.version })
    var location = Operations[.readIncident].path(["incident": id.description])
    switch subject {
    case .nothing: break
    case .task: change.task = incident.tasks.first { $0.number == receipt.number }
    case .update:
      change.update = incident.updates.first { $0.number == receipt.number }.map { UpdateAnswer($0) }
      if let update = change.update {
        location = Operations[.readUpdate].path(["incident": id.description, "update": String(update.number)])
      }
    case .evidence:
      change.evidence = incident.evidence.first { $0.content.evidence == receipt.number }.map(EvidenceAnswer.init)
      location = Operations[.listEvidence].path(["incident": id.description])
    }
    if call.request.operation.id == .declareIncident {
      change.entry = incident.entries.first { $0.kind == .declared }
      location = Operations[.readIncident].path(["incident": id.description])
    }
    return Outcome(
      call, change, tag: change.update?.version ?? receipt.version,
      location: call.request.operation.status == 201 ? location : nil, isReplay: receipt.isReplay)
  }

  /// The incident that was just changed.
  ///
  /// Its writer hears what they did, also where they have closed it to themselves by it; later it is not there for them.
  private func viewAfterWriting(_ id: IncidentID, _ call: Call, isReplay: Bool) async throws -> IncidentView {
    if let view = try await desk.incident(id, for: call.caller) { return view }
    guard !isReplay, let view = try await desk.incident(id, for: .local(call.caller.account)) else {
      throw call.notFound
    }
    return view
  }

  /// The incident of the path, as of the moment that was asked for.
  func view(_ call: Call) async throws -> IncidentView {
    guard let view = try await desk.incident(try call.incident, for: call.caller, asOf: call.request.asOf) else {
      throw call.notFound
    }
    return view
  }

  /// The entity tag of an incident's reading; what is told as of a moment has none.
  func tag(_ view: IncidentView) -> Int64? { view.asOf == nil ? view.incident.version : nil }
}
