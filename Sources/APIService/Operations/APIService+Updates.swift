import Desk
import Findings
import Incidents
import Interchange
import RecordViews
import Schemas

extension APIService {
  func listUpdates(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    return call.outcome(PageAnswer(items: view.incident.updates.map { UpdateAnswer($0) }), tag: tag(view))
  }

  func readUpdate(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    let update = try update(call, view)
    return Outcome(call, UpdateAnswer(update), tag: view.asOf == nil ? update.version : nil)
  }

  func draftUpdate(_ call: Call) async throws -> Outcome {
    try await perform(.draftUpdate(UpdateDraft(update: 0, body: call.request.body)), call, about: .update)
  }

  func reviseUpdate(_ call: Call) async throws -> Outcome {
    try await performOnUpdate(
      .draftUpdate(UpdateDraft(update: try call.number("update"), body: call.request.body)), call)
  }

  func approveUpdate(_ call: Call) async throws -> Outcome {
    let approval = UpdateApproval(
      update: try call.number("update"), seenVersion: Int64(call.request.integer("seenVersion") ?? 0),
      draft: try await draftAlong(call))
    return try await performOnUpdate(.approveUpdate(approval), call)
  }

  func publishUpdate(_ call: Call) async throws -> Outcome {
    let release = UpdateRelease(
      update: try call.number("update"), draft: try await draftAlong(call),
      seenVersion: call.request.integer("seenVersion").map(Int64.init),
      releaseReason: call.request.text("releaseReason"))
    return try await performOnUpdate(.publishUpdate(release), call)
  }

  func correctUpdate(_ call: Call) async throws -> Outcome {
    let correction = UpdateCorrected(
      update: try call.number("update"), text: UpdateText(call.request.body["text"]),
      reason: call.request.text("reason") ?? "")
    return try await performOnUpdate(.correctUpdate(correction), call)
  }

  func withdrawUpdate(_ call: Call) async throws -> Outcome {
    let withdrawal = UpdateWithdrawn(
      update: try call.number("update"), reason: call.request.text("reason") ?? "")
    return try await performOnUpdate(.withdrawUpdate(withdrawal), call)
  }

  func previewUpdate(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    let update = try update(call, view)
    let findings = view.findings[update.number] ?? []
    let rule = view.policy.protocolFor(update.audience, severity: view.incident.facts.severity)
    let preview = PreviewAnswer(
      update: UpdateAnswer(update), places: update.audience.places(isDrill: view.incident.isDrill),
      markdown: update.text.markdown, findings: findings,
      held: Set(findings.filter { $0.severity == .error }.map(\.rule)).sorted(),
      needsApproval: rule?.approval == .secondPerson && update.approvedBy == nil,
      headline: update.audience != .customers
        ? nil : update.published == nil ? view.incident.facts.title : view.incident.publicTitle)
    return Outcome(call, preview, tag: update.version)
  }

  func listPromises(_ call: Call) async throws -> Outcome {
    let owed = Set(IncidentState.allCases.filter { $0.isRunning || $0 == .resolved || $0 == .learning })
    let listing = try await desk.incidents(IncidentQuery(states: owed, limit: PageSchema.limitMax), for: call.caller)
    var words: [DueWordAnswer] = []
    for summary in listing.items where summary.nextWord != nil {
      guard let view = try await desk.incident(summary.id, for: call.caller) else { continue }
      let incident = IncidentSummaryAnswer(view.summary, policy: view.policy, now: view.now)
      words += view.promises.map { DueWordAnswer(incident: incident, promise: PromiseAnswer($0, now: view.now)) }
    }
    return call.outcome(PageAnswer(items: words.sorted { $0.promise.due < $1.promise.due }))
  }

  /// The text that comes along with an approval or a publication; nil where none does.
  private func draftAlong(_ call: Call) async throws -> UpdateDraft? {
    guard call.request.body["text"] != nil else { return nil }
    let kept = try update(call, try await view(call))
    return UpdateDraft(update: kept.number, body: call.request.body, kept: kept)
  }

  private func update(_ call: Call, _ view: IncidentView) throws -> IncidentUpdate {
    let number = try call.number("update")
    guard let update = view.incident.updates.first(where: { $0.number == number }) else { throw call.notFound }
    return update
  }

  /// An entity tag of an update is of its text: what happens to the incident beside it does not make it stale.
  ///
  /// Between the look and the write nothing else may happen, so the incident's own version guards the write.
  private func performOnUpdate(_ command: IncidentCommand, _ call: Call) async throws -> Outcome {
    guard let seen = call.request.ifMatch?.version else { return try await perform(command, call, about: .update) }
    for _ in 0..<3 {
      let view = try await view(call)
      let update = try update(call, view)
      guard update.version == seen else {
        if let receipt = try await replay(command, call) { return try await changed(call, receipt, about: .update) }
        throw Problem.stale(seen, update.version, place: "\(view.summary.id) update \(update.number)")
      }
      do {
        let receipt = try await desk.perform(
          command, on: try call.incident, by: call.caller, terms: call.terms(expecting: view.incident.version))
        return try await changed(call, receipt, about: .update)
      } catch let error as DeskError {
        guard case .staleVersion = error.code else { throw error }
      }
    }
    throw Problem(.busy, "others kept changing the same incident", hint: "try again in a second")
  }

  /// What the key was answered with before; nil where it is new.
  ///
  /// No incident is at version 0: the desk either knows the key, or does nothing.
  private func replay(_ command: IncidentCommand, _ call: Call) async throws -> WriteReceipt? {
    guard call.request.idempotencyKey != nil else { return nil }
    do {
      return try await desk.perform(
        command, on: try call.incident, by: call.caller, terms: call.terms(expecting: 0))
    } catch let error as DeskError {
      guard case .staleVersion = error.code else { throw error }
      return nil
    }
  }
}
