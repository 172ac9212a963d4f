package import Accounts
package import Incidents
import Journal
package import PublicStatus

extension Desk {
  package func statusBoard() async throws -> StatusBoard { StatusBoard() }

  /// Sets components and the page's settings as a whole.
  package func setComponents(
    _ list: ComponentList, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  package func setComponentState(
    _ change: ComponentStateChange, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  /// Newest first.
  package func maintenances() async throws -> [Maintenance] { [] }

  package func scheduleMaintenance(
    _ plan: MaintenancePlan, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  package func rescheduleMaintenance(
    _ number: Int, _ plan: MaintenancePlan, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  /// Goes on to another state; its components follow where it begins and ends.
  package func progressMaintenance(
    _ number: Int, _ progress: MaintenanceProgress, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  /// What the status page says: nothing private, no drill.
  package func statusReport() async throws -> StatusReport {
    StatusReport(page: StatusPageSettings(name: "Status"), generated: clock.now)
  }
}
