import Chronology
import Desk
import Incidents
import Interchange
import RecordViews
import Schemas

extension APIService {
  func declareIncident(_ call: Call) async throws -> Outcome {
    let request = call.request
    var instants: [InstantName: Instant] = [:]
    for name in InstantName.allCases {
      instants[name] = request.body["instants"]?[name.rawValue]?.string.flatMap { Instant(rfc3339: $0) }
    }
    let declaration = Declaration(
      title: request.text("title") ?? "", severity: request.integer("severity"), impact: request.text("impact") ?? "",
      components: request.texts("components") ?? [], isPrivate: request.flag("isPrivate") ?? false,
      isDrill: request.flag("isDrill") ?? false, commander: request.text("commander"), state: request.word("state"),
      instants: instants)
    let receipt = try await desk.declare(declaration, by: call.caller, terms: call.terms)
    return try await changed(call, receipt)
  }

  func listIncidents(_ call: Call) async throws -> Outcome {
    let query = call.request.query
    let before = try call.request.cursor().map { cursor throws(Problem) in
      guard let id = IncidentID(cursor.key) else { throw PageCursor.foreign }
      return id
    }
    let listing = try await desk.incidents(
      IncidentQuery(
        states: states(query), severity: query["severity"]?.integer.map(Int.init),
        component: query["component"]?.string, isDrill: query["drill"]?.bool, asOf: call.request.asOf, before: before,
        limit: call.request.limit), for: call.caller)
    let policy = try await desk.policy().policy
    let now = listing.asOf ?? now()
    let next = listing.hasMore ? listing.items.last.map { PageCursor(key: $0.id.description) } : nil
    return call.outcome(
      PageAnswer(
        items: listing.items.map { IncidentSummaryAnswer($0, policy: policy, now: now) },
        next: next?.text(for: .listIncidents)))
  }

  private func states(_ query: [String: JSONValue]) -> Set<IncidentState>? {
    let one = query["state"]?.string.flatMap(IncidentState.init(rawValue:)).map { Set([$0]) }
    guard let isOpen = query["open"]?.bool else { return one }
    let fitting = Set(IncidentState.allCases.filter { $0.isRunning == isOpen })
    return one.map { $0.intersection(fitting) } ?? fitting
  }

  func readIncident(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    return Outcome(call, IncidentAnswer(view), tag: tag(view))
  }

  func reviseIncident(_ call: Call) async throws -> Outcome {
    let request = call.request
    let seen = request.body["seen"].map { seen in
      IncidentRevision(
        title: seen["title"]?.string, severity: seen["severity"]?.integer.map(Int.init), impact: seen["impact"]?.string,
        components: seen["components"]?.array?.compactMap(\.string), isDrill: seen["isDrill"]?.bool)
    }
    return try await perform(
      .revise(
        IncidentRevision(
          title: request.text("title"), severity: request.integer("severity"), impact: request.text("impact"),
          components: request.texts("components"), isDrill: request.flag("isDrill"), reason: request.text("reason")),
        seen: seen), call)
  }

  func changeAccess(_ call: Call) async throws -> Outcome {
    let request = call.request
    return try await perform(
      .changeAccess(
        AccessChange(
          isPrivate: request.flag("isPrivate"), added: request.texts("added") ?? [],
          removed: request.texts("removed") ?? [], reason: request.text("reason"))), call)
  }

  func changeState(_ call: Call) async throws -> Outcome {
    let request = call.request
    let state: IncidentState? = request.word("state")
    let command = IncidentCommand.changeState(
      StateChange(
        state: state ?? .triage, reason: request.text("reason"),
        into: request.text("into").flatMap { IncidentID($0)?.number }))
    return try await naming("into", call) { try await perform(command, call) }
  }

  /// Tells an incident that a field of the body names, and that is not there for the caller, as a problem of the field.
  func naming(_ field: String, _ call: Call, _ act: () async throws -> Outcome) async throws -> Outcome {
    do {
      return try await act()
    } catch let error as DeskError {
      let isOfPath = call.request.path["incident"].flatMap { IncidentID($0) }?.description == error.place
      guard error.code == .unknownIncident, !isOfPath else { throw error }
      throw Problem.fields(
        [FieldProblem(pointer: "/" + field, message: "there is no incident '\(call.request.text(field) ?? "")'")],
        hint: error.hint)
    }
  }

  func stateInstant(_ call: Call) async throws -> Outcome {
    guard let name = InstantName(rawValue: call.request.path["instant"] ?? "") else { throw call.notFound }
    return try await perform(
      .stateInstant(
        InstantStatement(name: name, at: call.request.instant("at"), reason: call.request.text("reason"))), call)
  }

  func listRoles(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    var roles = RoleAnswer.all(
      of: view.incident, policy: view.policy, calls: view.aids.calls, names: view.aids.known)
    if let at = call.request.queryInstant("at") {
      roles = roles.map { $0.held(at: at, in: view.incident) }
    }
    return call.outcome(PageAnswer(items: roles), tag: tag(view))
  }

  func assignRole(_ call: Call) async throws -> Outcome {
    try await perform(
      .assignRole(
        RoleAssignment(
          role: call.request.path["role"] ?? "", person: call.request.text("person"), note: call.request.text("note")),
        seen: call.request.text("seen")), call)
  }
}
