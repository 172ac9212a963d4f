package import Accounts
import Authoring
import Chronology
import Documents
import Findings
import GRDB
import Incidents
import Journal
package import Postmortems
package import RecordViews
import TimelineBuilding

extension Desk {
  /// Does something to a postmortem, as a whole or not at all, and answers once the views show it.
  ///
  /// Where others write meanwhile it is decided anew, unless `terms` name a version. That of `writeSection` is the version
  /// of the section's words alone, 0 where it has none: a stale one throws `staleSection` with both texts. Of the other
  /// commands only those are stale whose part was written since. A publication
  /// is prepared here: of its content the audience, the page and the reason count, and the Markdown is put first.
  package func perform(
    _ command: PostmortemCommand, on id: PostmortemID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    if case .publish(let content) = command {
      return try await publishPostmortem(
        PublicationRequest(
          audience: content.audience, opening: content.markdown.isEmpty ? nil : content.markdown,
          isOnStatusPage: content.isOnStatusPage, seenVersion: terms.expectedVersion, reason: content.reason),
        of: id, by: caller, terms: terms)
    }
    return try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
      try await checkIsFresh(terms, command, postmortem)
      return try plan(
        try await completed(command, postmortem, incident, by: caller), on: postmortem, incident, by: caller)
    }
  }

  /// Decides a command on a postmortem as it stands.
  func plan(
    _ command: PostmortemCommand, on postmortem: Postmortem, _ incident: Incident?, by caller: Caller
  ) throws -> WritePlan {
    let context = PostmortemContext(
      actor: caller.account, now: clock.now, isAdministrator: caller.may(.administer),
      isPrivate: incident?.isPrivate ?? false, isDrill: incident?.isDrill ?? false)
    let events = try postmortem.events(for: command, in: context)
    return WritePlan(
      appends: [
        append(
          try events.map { try $0.document() }, to: StreamName("postmortem", number: postmortem.number),
          at: postmortem.version, by: caller)
      ],
      receipt: WriteReceipt(
        incident: incident.map { IncidentID(number: $0.number) }, version: postmortem.version + Int64(events.count),
        number: events.compactMap(\.number).first))
  }

  /// Fills in what the caller cannot know: which gates are shut, and on which day an action is due by the policy.
  private func completed(
    _ command: PostmortemCommand, _ postmortem: Postmortem, _ incident: Incident?, by caller: Caller
  ) async throws -> PostmortemCommand {
    if case .writeFactor(let factor) = command {
      let before = postmortem.factor(factor.number)?.hits ?? []
      try await checkHits(factor.hits.filter { !before.contains($0) }, incident, caller)
    }
    switch command {
    case .changeStage(var request) where request.stage == .final:
      let reading = try await review(postmortem, incident)
      request.shut = PostmortemGates(
        postmortem: postmortem, document: reading.document, findings: reading.findings
      ).shut().map(\.gate)
      return .changeStage(request)
    case .proposeAction(var content) where content.due == nil:
      let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
      let facts = incident?.facts ?? postmortem.facts
      content.due = ActionDue.suggestedDue(
        term: content.term, severity: policy.severity(facts?.severity),
        resolved: incident.map { $0.instants[.resolved]?.at } ?? facts?.ended, today: CivilDate(clock.now))
      return .proposeAction(content)
    default: return command
    }
  }

  /// A factor names actions that its readers may know of: there, seen by its writer, and of nothing more private than it.
  private func checkHits(_ hits: [ActionID], _ incident: Incident?, _ caller: Caller) async throws {
    for hit in hits.prefix(PostmortemLimits.hitsMax) {
      try await checkNames(nil, hit, caller)
      guard incident?.isPrivate != true, let home = try await foldPostmortem(hit.postmortem).incident else { continue }
      guard try await fold(home).isPrivate else { continue }
      throw IncidentRefusal(
        .privateIncident, place: "hits", message: "\(hit) belongs to a private incident, and this postmortem is open",
        hint: "leave its name out, or say in the factor's words what should have prevented it")
    }
  }

  private func checkIsFresh(
    _ terms: WriteTerms, _ command: PostmortemCommand, _ postmortem: Postmortem
  ) async throws {
    guard case .writeSection(let kind, let mine) = command else {
      if let seen = terms.expectedVersion, (1..<postmortem.version).contains(seen) {
        let then = try await foldPostmortem(postmortem.number, upTo: seen)
        if postmortem.agrees(with: then, on: command) == true { return }
      }
      return try checkIsFresh(terms, postmortem.version, place: "PM-\(postmortem.number)")
    }
    let actual = postmortem.version(of: kind)
    guard let seen = terms.expectedVersion, seen != actual else { return }
    let theirs = postmortem.words(of: kind)
    // Whoever saw nothing has missed nothing where there is nothing still.
    if seen == 0, theirs.isEmpty { return }
    let base =
      seen > 0 && seen <= postmortem.version
      ? try await foldPostmortem(postmortem.number, upTo: seen).words(of: kind) : ""
    // A later state that reads the same is none.
    if theirs == base, seen > 0 { return }
    throw DeskError(
      .staleSection(mine: mine, theirs: theirs, base: base), place: "PM-\(postmortem.number)",
      message: "'\(kind.heading)' was written since you saw it: you saw version \(seen), and it is at \(actual)",
      hint: "put both texts into one, then save it again")
  }
}

extension PostmortemEvent {
  /// Number of the part, comment or action that it is about.
  fileprivate var number: Int? {
    switch self {
    case .linesWritten(let content): content.lines.first?.number
    case .linesRemoved(let content): content.numbers.first
    case .gapExplained(let content): content.after
    case .factorWritten(let content): content.number
    case .assumptionWritten(let content): content.number
    case .luckWritten(let content): content.number
    case .partRemoved(let content): content.number
    case .commentWritten(let content): content.number
    case .commentSettled(let content): content.number
    case .actionWritten(let content): content.action
    case .actionStepped(let content): content.action
    default: nil
    }
  }
}
