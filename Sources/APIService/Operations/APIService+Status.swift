import Desk
import Incidents
import Interchange
import PublicStatus
import RecordViews
import Schemas

extension APIService {
  func listComponents(_ call: Call) async throws -> Outcome {
    let board = try await desk.statusBoard()
    return Outcome(call, ComponentsAnswer(board), tag: board.version)
  }

  func replaceComponents(_ call: Call) async throws -> Outcome {
    let settings = call.request.body["settings"]
    let list = ComponentList(
      settings: StatusSettings(
        name: settings?["name"]?.string ?? "", url: settings?["url"]?.string ?? "",
        contact: settings?["contact"]?.string ?? ""),
      components: (call.request.body["components"]?.array ?? []).map { component in
        ComponentDefinition(
          id: component["id"]?.string ?? "", name: component["name"]?.string ?? "",
          description: component["description"]?.string ?? "", group: component["group"]?.string ?? "")
      })
    let receipt = try await desk.setComponents(list, by: call.caller, terms: call.terms)
    return try await components(call, receipt)
  }

  func setComponentCondition(_ call: Call) async throws -> Outcome {
    let change = ComponentStateChange(
      component: call.request.path["component"] ?? "", condition: call.request.word("condition") ?? .operational,
      incident: call.request.text("incident").flatMap { IncidentID($0)?.number })
    return try await naming("incident", call) {
      try await components(call, try await desk.setComponentState(change, by: call.caller, terms: call.terms))
    }
  }

  private func components(_ call: Call, _ receipt: WriteReceipt) async throws -> Outcome {
    let board = try await desk.statusBoard()
    return Outcome(call, ComponentsAnswer(board), tag: board.version, isReplay: receipt.isReplay)
  }

  func listMaintenances(_ call: Call) async throws -> Outcome {
    var maintenances = try await desk.maintenances()
    if let isOpen = call.request.query["open"]?.bool { maintenances.removeAll { $0.state.isOver == isOpen } }
    return call.outcome(try call.page(maintenances.map(MaintenanceAnswer.init)) { $0.id })
  }

  func readMaintenance(_ call: Call) async throws -> Outcome {
    try await maintenance(call, try maintenanceNumber(call))
  }

  func scheduleMaintenance(_ call: Call) async throws -> Outcome {
    let receipt = try await desk.scheduleMaintenance(try plan(call), by: call.caller, terms: call.terms)
    guard let number = receipt.number else { throw call.notFound }
    return try await maintenance(call, number, receipt)
  }

  func rescheduleMaintenance(_ call: Call) async throws -> Outcome {
    let number = try maintenanceNumber(call)
    let receipt = try await desk.rescheduleMaintenance(number, try plan(call), by: call.caller, terms: call.terms)
    return try await maintenance(call, number, receipt)
  }

  func progressMaintenance(_ call: Call) async throws -> Outcome {
    let number = try maintenanceNumber(call)
    let progress = MaintenanceProgress(
      state: call.request.word("state") ?? .inProgress, note: call.request.text("note") ?? "")
    let receipt = try await desk.progressMaintenance(number, progress, by: call.caller, terms: call.terms)
    return try await maintenance(call, number, receipt)
  }

  func readStatusReport(_ call: Call) async throws -> Outcome { Outcome(call, try await desk.statusReport()) }

  private func plan(_ call: Call) throws(Problem) -> MaintenancePlan {
    let request = call.request
    guard let from = request.instant("from"), let until = request.instant("until") else { throw call.notFound }
    return MaintenancePlan(
      title: request.text("title") ?? "", text: request.text("text") ?? "", from: from, until: until,
      components: request.texts("components") ?? [])
  }

  private func maintenanceNumber(_ call: Call) throws(Problem) -> Int {
    guard let number = WireName.number(call.request.path["maintenance"] ?? "", prefix: "MW") else {
      throw call.notFound
    }
    return number
  }

  private func maintenance(_ call: Call, _ number: Int, _ receipt: WriteReceipt? = nil) async throws -> Outcome {
    guard let maintenance = try await desk.maintenances().first(where: { $0.number == number }) else {
      throw call.notFound
    }
    let location = Operations[.readMaintenance].path(["maintenance": WireName.maintenance(number)])
    return Outcome(
      call, MaintenanceAnswer(maintenance), tag: maintenance.version,
      location: call.request.operation.status == 201 ? location : nil, isReplay: receipt?.isReplay ?? false)
  }
}
