package import Accounts
import EvidenceReading
import Foundation
import Incidents
import Journal
package import RecordViews
import TimelineBuilding

extension Desk {
  /// Stores a file beside the record, reads all evidence of the incident, and attaches its timeline.
  ///
  /// Anything may be evidence; what is not understood is kept all the same, and its entry says so. The file is on the
  /// disk before the record speaks of it.
  package func addEvidence(
    _ file: EvidenceUpload, to id: IncidentID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await bringIn(file, to: id, by: caller, terms: terms, waiting: DeskLimits.evidenceWaitSeconds) { _ in nil }
  }

  /// As ``addEvidence(_:to:by:terms:)``, in one append with what `others` make of the file's number.
  ///
  /// Where that is nothing the file is not needed any more, and nothing is written; nil: the file comes alone. With others
  /// a file that the incident has already is no refusal: they are told its number there.
  func bringIn(
    _ file: EvidenceUpload, to id: IncidentID, by caller: Caller, terms: WriteTerms, waiting seconds: Double,
    alongside others: (_ number: Int) async throws -> [StreamAppend]?
  ) async throws -> WriteReceipt {
    try check(caller, .respond, "\(id)")
    guard let room = evidence else {
      throw DeskError(
        .invalidEvidence, place: "\(id)", message: "this record takes no files",
        hint: "open it from a file on this machine")
    }
    try await catchUp()
    _ = try await visibleIncident(id, to: caller)
    var received = try await Task.detached { try room.receive(file, incident: id.number) }.value
    var isRecorded = false
    defer { if !isRecorded { room.discard(received) } }
    let lock = try await room.lock(incident: id.number, waiting: seconds)
    var reading: (number: Int, events: [IncidentCommand])?
    var isNeeded = true
    let receipt = try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      let incident = try await visibleIncident(id, to: caller)
      try checkIsFresh(terms, incident.version, place: "\(id)")
      let known = incident.evidence.first { $0.content.sha256 == received.sha256 }?.content.evidence
      let number = known ?? (incident.evidence.map(\.content.evidence).max() ?? 0) + 1
      let appended = try await others(number)
      isNeeded = known == nil && appended?.isEmpty != true
      if let appended, !isNeeded {
        return WritePlan(
          appends: appended, receipt: WriteReceipt(incident: id, version: incident.version, number: known))
      }
      try Self.checkFits(received, incident)
      if reading?.number != number {
        received = try room.place(received, incident: id.number, number: number)
        reading = (number, await read(received, with: incident, in: room))
      }
      var plan = try await plan(reading?.events ?? [], on: incident, by: caller)
      plan.appends += appended ?? []
      return plan
    }
    // A replay answers without having looked at the file.
    isRecorded = isNeeded && !receipt.isReplay
    _ = consume lock
    return receipt
  }

  private static func checkFits(_ file: EvidenceRoom.Received, _ incident: Incident) throws {
    let total = incident.evidence.reduce(file.bytes) { $0 + $1.content.bytes }
    guard total <= DeskLimits.evidenceBytesPerIncident else {
      throw DeskError(
        .limitPassed(limit: Int(DeskLimits.evidenceBytesPerIncident), actual: Int(total)), place: file.name,
        message:
          "the incident's files would have \(total) bytes, and \(DeskLimits.evidenceBytesPerIncident) are possible",
        hint: "bring in what is needed to understand it")
    }
    if let known = incident.evidence.first(where: { $0.content.sha256 == file.sha256 }) {
      throw IncidentRefusal(
        .nothingNew, place: file.name, message: "the same file is there as number \(known.content.evidence)",
        hint: "nothing was changed")
    }
  }

  /// Reads the new file together with those that are there.
  private func read(
    _ file: EvidenceRoom.Received, with incident: Incident, in room: EvidenceRoom
  ) async -> [IncidentCommand] {
    let known = incident.evidence.map {
      room.path(incident: incident.number, number: $0.content.evidence, name: $0.content.name)
    }.filter { FileManager.default.fileExists(atPath: $0) }
    let report = await room.read(known + [file.path])
    let added = EvidenceAdded(
      evidence: 0, name: file.name, bytes: file.bytes, sha256: file.sha256,
      reading: Self.reading(of: file, in: report, isAlone: known.isEmpty))
    guard let report, let json = try? ViewCoding.data(report) else { return [.addEvidence(added)] }
    return [.addEvidence(added), .attachTimeline(AttachedTimeline(json: Array(json)))]
  }

  private func plan(
    _ commands: [IncidentCommand], on incident: Incident, by caller: Caller
  ) async throws -> WritePlan {
    let context = try await context(for: caller)
    let events = try commands.flatMap { try incident.events(for: $0, in: context) }
    let number: Int? =
      if case .evidenceAdded(let content)? = events.first?.event { content.evidence } else { nil }
    return WritePlan(
      appends: [
        try append(events, to: StreamName("incident", number: incident.number), at: incident.version, by: caller)
      ],
      receipt: WriteReceipt(
        incident: IncidentID(number: incident.number), version: incident.version + Int64(events.count),
        number: number))
  }

  /// What a file was recognised as, and how much of it was read, in a line.
  private static func reading(
    of file: EvidenceRoom.Received, in report: TimelineReport?, isAlone: Bool
  ) -> String {
    let name = URL(fileURLWithPath: file.path).lastPathComponent
    let own = (report?.sources ?? []).filter { $0.path == name || $0.path.hasPrefix(name + "!") || isAlone }
    let understood = own.filter { $0.format != "unknown" }
    guard let first = understood.first else { return "not understood" }
    let entries = understood.reduce(0) { $0 + $1.entries }
    let what = understood.count == 1 ? first.format : "\(understood.count) sources"
    let rest = own.count - understood.count
    return "\(what), \(entries) \(entries == 1 ? "entry" : "entries")"
      + (rest == 0 ? "" : "; \(rest) not understood")
  }
}
