package import Accounts
import Chronology
import EvidenceRecords
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
    let taken = Set(postmortem.lines.compactMap(\.source))
    return candidates(postmortem, incident).filter { line in line.source.map { !taken.contains($0) } ?? true }
  }

  /// Takes lines into the timeline; those that stand there already are left as they are.
  package func takeLines(
    _ picked: PickedLines, into id: PostmortemID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
      try checkIsFresh(terms, postmortem.version, place: "\(id)")
      let offered = Dictionary(
        candidates(postmortem, incident).compactMap { line in line.source.map { ($0, line) } }
      ) { first, _ in first }
      var lines: [TimelineLine] = []
      func take(_ origin: TimelineLine.Origin, _ ids: [String], _ place: String) throws {
        for id in ids {
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

  private func candidates(_ postmortem: Postmortem, _ incident: Incident?) -> [TimelineLine] {
    var lines: [TimelineLine] = []
    if let incident {
      lines += (folds.report(of: incident)?.moments ?? []).map(TimelineLine.init)
      lines += incident.entries.filter { $0.kind != .erased }.map { TimelineLine($0, of: incident) }
    }
    if postmortem.accountsOpened != nil { lines += postmortem.accounts.compactMap(TimelineLine.init) }
    return lines.enumerated().sorted { left, right in
      let far = Instant(nanoseconds: .max)
      return (left.element.at ?? far, left.offset) < (right.element.at ?? far, right.offset)
    }.map(\.element)
  }
}

extension TimelineLine {
  fileprivate init(_ moment: TimelineMoment) {
    self.init(
      at: moment.instant, basis: moment.instantBasis == .stated ? .stamped : .derived, text: moment.title,
      origin: .moment, originID: moment.id,
      references: moment.evidence.prefix(PostmortemLimits.referencesMax).map(\.reference.label))
  }

  fileprivate init(_ entry: IncidentEntry, of incident: Incident) {
    self.init(
      at: entry.at, basis: entry.at == entry.written ? .recorded : .said, text: entry.text, origin: .entry,
      originID: String(entry.version), references: ["INC-\(incident.number) entry \(entry.version)"])
  }

  /// Nil where nothing was told.
  fileprivate init?(_ account: ParticipantAccount) {
    guard let statement = account.statement else { return nil }
    self.init(
      at: statement.at, basis: statement.at == nil ? .unknown : .said, text: statement.saw, origin: .account,
      originID: account.person, references: ["account of \(account.person)"])
  }
}
