package import Accounts
import Authoring
import Incidents
package import Postmortems
package import RecordViews
import TimelineBuilding

extension Desk {
  /// What could stand in the timeline and does not yet, in order of time: moments of the evidence, entries of the record,
  /// open accounts.
  package func lineCandidates(of id: PostmortemID, for caller: Caller) async throws -> [TimelineLine] {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
    return try await candidates(postmortem, incident)
  }

  /// Takes lines into the timeline; those that stand there already are left as they are.
  package func takeLines(
    _ picked: PickedLines, into id: PostmortemID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
      try checkIsFresh(terms, postmortem.version, place: "\(id)")
      let offered = Dictionary(
        try await candidates(postmortem, incident).compactMap { line in line.source.map { ($0, line) } }
      ) { first, _ in first }
      let taken = Set(postmortem.lines.compactMap(\.source))
      var lines: [TimelineLine] = []
      func take(_ origin: TimelineLine.Origin, _ ids: [String], _ place: String) throws {
        for id in ids where !taken.contains("\(origin.rawValue) \(id)") {
          guard let line = offered["\(origin.rawValue) \(id)"] else {
            throw IncidentRefusal(
              .unknownPart, place: place, message: "there is no \(origin.rawValue) '\(id.prefix(60))' to be taken",
              hint: "take what the list offers: it changes when evidence, entries or accounts come in")
          }
          lines.append(line)
        }
      }
      try take(.moment, picked.moments, "moments")
      try take(.entry, picked.entries.map(String.init), "entries")
      try take(.account, picked.accounts, "accounts")
      return try plan(.writeLines(lines), on: postmortem, incident, by: caller)
    }
  }

  private func candidates(_ postmortem: Postmortem, _ incident: Incident?) async throws -> [TimelineLine] {
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    return LineCandidates(
      incident: incident, report: incident.flatMap { folds.report(of: $0) }, postmortem: postmortem, policy: policy
    ).lines()
  }
}
