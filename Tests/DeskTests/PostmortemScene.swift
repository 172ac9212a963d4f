import Accounts
import Chronology
import Desk
import Documents
import Incidents
import Postmortems
import RecordViews
import Testing

extension DeskScene {
  /// Who answers for postmortems in tests, and who saw what happened.
  var flo: Caller { Self.caller("flo", .responder) }
  var sam: Caller { Self.caller("sam", .responder) }

  /// Begins a postmortem of a resolved incident that Ana led.
  @discardableResult
  func postmortem(
    _ title: String = "Payments fail", isPrivate: Bool = false, isDrill: Bool = false
  ) async throws -> (incident: IncidentID, postmortem: PostmortemID) {
    let incident = try await declare(title, isPrivate: isPrivate, isDrill: isDrill)
    _ = try await desk.perform(
      .assignRole(RoleAssignment(role: RoleDefinition.commander, person: "ana")), on: incident, by: ana)
    try await note("Seven of eight servers answered with the new build.", on: incident)
    let receipt = try await desk.startPostmortem(
      StartPostmortem(incident: incident, facilitator: "flo"), by: ana)
    return (incident, PostmortemID(number: try #require(receipt.number)))
  }

  @discardableResult
  func act(_ command: PostmortemCommand, on id: PostmortemID, by caller: Caller? = nil) async throws -> WriteReceipt {
    try await desk.perform(command, on: id, by: caller ?? ana)
  }

  func view(_ id: PostmortemID, by caller: Caller? = nil) async throws -> PostmortemView {
    try #require(try await desk.postmortem(id, for: caller ?? ana))
  }

  /// Writes every section, so that the reviewer asks little, and makes it final.
  func finish(_ id: PostmortemID) async throws {
    for kind in SectionKind.allCases {
      let text =
        kind == .impact
        ? "One order in three failed for 41 minutes. We are sorry for that. ana counted 214 lost orders."
        : "Nothing more."
      do {
        try await act(.writeSection(kind, markdown: text), on: id)
      } catch let error as IncidentRefusal where error.code == .nothingNew {
        continue
      }
    }
    try await act(.changeStage(StageRequest(stage: .inReview)), on: id)
    try await act(.changeStage(StageRequest(stage: .final, reason: "all there is")), on: id)
  }
}
