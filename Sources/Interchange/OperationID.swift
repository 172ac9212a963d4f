/// Every operation by the name that the API's description gives it.
package enum OperationID: String, CaseIterable, Hashable, Sendable {
  case declareIncident = "declare-incident"
  case listIncidents = "list-incidents"
  case readIncident = "read-incident"
}
