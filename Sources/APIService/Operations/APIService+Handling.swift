import Interchange

extension APIService {
  /// Every operation has its handler: one that has none does not compile.
  func handle(_ call: Call) async throws -> Outcome {
    switch call.request.operation.topic {
    case .postmortems: try await handlePostmortems(call)
    case .actions: try await handleActions(call)
    case .guards: try await handleGuards(call)
    case .checklists: try await handleChecklists(call)
    case .library: try await handleLibrary(call)
    case .plans, .readiness: try await handleReadiness(call)
    case .drills: try await handleDrills(call)
    case .reading: try await handleReading(call)
    case .safety: try await handleSafety(call)
    default: try await handleResponse(call)
    }
  }

  private func handleResponse(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .declareIncident: try await declareIncident(call)
    case .listIncidents: try await listIncidents(call)
    case .readIncident: try await readIncident(call)
    case .reviseIncident: try await reviseIncident(call)
    case .changeAccess: try await changeAccess(call)
    case .changeState: try await changeState(call)
    case .stateInstant: try await stateInstant(call)
    case .listRoles: try await listRoles(call)
    case .assignRole: try await assignRole(call)
    case .listEntries: try await listEntries(call)
    case .correctEntry: try await correctEntry(call)
    case .writeNote: try await writeNote(call)
    case .recordDecision: try await recordDecision(call)
    case .recordDissent: try await recordDissent(call)
    case .addTask: try await addTask(call)
    case .changeTask: try await changeTask(call)
    case .listIncidentPlans, .followPlan, .tickStep, .dropPlan: try await handleIncidentPlans(call)
    case .addEvidence: try await addEvidence(call)
    case .listEvidence: try await listEvidence(call)
    case .listMoments: try await listMoments(call)
    case .pickMoment: try await pickMoment(call)
    case .listSuspects: try await listSuspects(call)
    case .judgeSuspect: try await judgeSuspect(call)
    case .listUpdates: try await listUpdates(call)
    case .draftUpdate: try await draftUpdate(call)
    case .readUpdate: try await readUpdate(call)
    case .reviseUpdate: try await reviseUpdate(call)
    case .previewUpdate: try await previewUpdate(call)
    case .approveUpdate: try await approveUpdate(call)
    case .publishUpdate: try await publishUpdate(call)
    case .correctUpdate: try await correctUpdate(call)
    case .withdrawUpdate: try await withdrawUpdate(call)
    case .listPromises: try await listPromises(call)
    case .listNearMisses: try await listNearMisses(call)
    case .reportNearMiss: try await reportNearMiss(call)
    case .readNearMiss: try await readNearMiss(call)
    case .readPolicy: try await readPolicy(call)
    case .replacePolicy: try await replacePolicy(call)
    case .addRoles: try await addRoles(call)
    case .listComponents: try await listComponents(call)
    case .replaceComponents: try await replaceComponents(call)
    case .setComponentCondition: try await setComponentCondition(call)
    case .listMaintenances: try await listMaintenances(call)
    case .scheduleMaintenance: try await scheduleMaintenance(call)
    case .readMaintenance: try await readMaintenance(call)
    case .rescheduleMaintenance: try await rescheduleMaintenance(call)
    case .progressMaintenance: try await progressMaintenance(call)
    case .readStatusReport: try await readStatusReport(call)
    case .search: try await search(call)
    case .listEvents: try await listEvents(call)
    case .readMe: readMe(call)
    default: throw call.notFound
    }
  }
}
