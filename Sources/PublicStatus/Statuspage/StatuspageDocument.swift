import Chronology
import Foundation

/// The files of Statuspage's public API, version 2, that existing clients ask for.
package enum StatuspageDocument: String, CaseIterable, Sendable {
  case summary = "summary.json"
  case status = "status.json"
  case components = "components.json"
  case incidents = "incidents.json"
  case unresolved = "incidents/unresolved.json"
  case maintenances = "scheduled-maintenances.json"
  case upcoming = "scheduled-maintenances/upcoming.json"
  case active = "scheduled-maintenances/active.json"

  /// Incidents and maintenances that a listing holds at most, the newest: as many as Statuspage gives.
  package static let listedMax = 50

  /// `/api/v2/summary.json`.
  package var path: String { "/api/v2/" + rawValue }

  /// The file as bytes: UTF-8, keys in a fixed order, the same for the same report.
  package func json(_ report: StatusReport, links: StatusLinks) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let answer = answer(StatuspageMapping(report: report, links: links))
    // Structs of strings, numbers and truth values: there is nothing in them that JSON cannot say.
    guard let data = try? encoder.encode(answer) else {
      preconditionFailure("a status document that cannot be written")
    }
    return Array(data)
  }

  private func answer(_ mapping: StatuspageMapping) -> StatuspageAnswer {
    var answer = StatuspageAnswer(page: mapping.page)
    let report = mapping.report
    switch self {
    case .summary:
      answer.status = report.overallStatus
      answer.components = mapping.components
      answer.incidents = mapping.incidents(report.incidents.filter(\.isOpen))
      answer.scheduledMaintenances = mapping.maintenances(report.maintenances.filter { $0.isActive || $0.isUpcoming })
    case .status: answer.status = report.overallStatus
    case .components: answer.components = mapping.components
    case .incidents: answer.incidents = mapping.incidents(report.incidents)
    case .unresolved: answer.incidents = mapping.incidents(report.incidents.filter(\.isOpen))
    case .maintenances: answer.scheduledMaintenances = mapping.maintenances(report.maintenances)
    case .upcoming: answer.scheduledMaintenances = mapping.maintenances(report.maintenances.filter(\.isUpcoming))
    case .active: answer.scheduledMaintenances = mapping.maintenances(report.maintenances.filter(\.isActive))
    }
    return answer
  }
}

/// What any of the files holds: the page, and the parts that the file is about.
private struct StatuspageAnswer: Encodable {
  var page: StatuspagePage
  var status: OverallStatus?
  var components: [StatuspageComponent]?
  var incidents: [StatuspageIncident]?
  var scheduledMaintenances: [StatuspageIncident]?
}
