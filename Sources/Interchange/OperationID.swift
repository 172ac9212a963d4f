/// Every operation by the name that the API's description gives it.
package enum OperationID: String, CaseIterable, Hashable, Sendable {
  // Incidents
  case declareIncident = "declare-incident"
  case listIncidents = "list-incidents"
  case readIncident = "read-incident"
  case reviseIncident = "revise-incident"
  case changeAccess = "change-access"
  case changeState = "change-state"
  case stateInstant = "state-instant"
  case listRoles = "list-roles"
  case assignRole = "assign-role"
  // Timeline
  case listEntries = "list-entries"
  case correctEntry = "correct-entry"
  case writeNote = "write-note"
  case recordDecision = "record-decision"
  case recordDissent = "record-dissent"
  case addTask = "add-task"
  case changeTask = "change-task"
  // Evidence
  case addEvidence = "add-evidence"
  case listEvidence = "list-evidence"
  case listMoments = "list-moments"
  case pickMoment = "pick-moment"
  case listSuspects = "list-suspects"
  case judgeSuspect = "judge-suspect"
  // Updates
  case listUpdates = "list-updates"
  case draftUpdate = "draft-update"
  case readUpdate = "read-update"
  case reviseUpdate = "revise-update"
  case previewUpdate = "preview-update"
  case approveUpdate = "approve-update"
  case publishUpdate = "publish-update"
  case correctUpdate = "correct-update"
  case withdrawUpdate = "withdraw-update"
  case listPromises = "list-promises"
  // Near misses
  case listNearMisses = "list-near-misses"
  case reportNearMiss = "report-near-miss"
  case readNearMiss = "read-near-miss"
  // Policy
  case readPolicy = "read-policy"
  case replacePolicy = "replace-policy"
  // Status page
  case listComponents = "list-components"
  case replaceComponents = "replace-components"
  case setComponentCondition = "set-component-condition"
  case listMaintenances = "list-maintenances"
  case scheduleMaintenance = "schedule-maintenance"
  case readMaintenance = "read-maintenance"
  case rescheduleMaintenance = "reschedule-maintenance"
  case progressMaintenance = "progress-maintenance"
  case readStatusReport = "read-status-report"
  // The record
  case search
  case listEvents = "list-events"
  case readMe = "read-me"
}
