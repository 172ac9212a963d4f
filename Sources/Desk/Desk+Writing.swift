package import Accounts
import Chronology
import GRDB
package import Incidents
import Journal
package import RecordViews

/// What is to be appended, and what is answered once it is.
struct WritePlan: Sendable {
  /// Empty when the record says all of it already.
  var appends: [StreamAppend]
  var receipt: WriteReceipt
}

/// What a caller may see they may change as far as their role goes; see ``DeskError/Code`` and ``IncidentRefusal``.
extension Desk {
  /// Declares an incident; a private one gets a number that says nothing.
  package func declare(
    _ declaration: Declaration, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "incident", terms: terms) {
      try await declaring(declaration, by: caller)
    }
  }

  func declaring(_ declaration: Declaration, by caller: Caller) async throws -> WritePlan {
    let (policy, taken) = try await views.read { db in
      let open = "SELECT max(number) FROM incidents WHERE number < \(DeskLimits.privateNumbers.lowerBound)"
      return (try ShelvedEvents.policy(db, upTo: nil).policy, try Int.fetchOne(db, sql: open) ?? 0)
    }
    let components = try await board().list.components.map(\.id)
    let events = try declaration.events(policy: policy, components: components, at: clock.now)
    // A number that is taken already meets a stream that is there, and the lot is drawn again.
    let number = declaration.isPrivate ? Int.random(in: DeskLimits.privateNumbers) : taken + 1
    return WritePlan(
      appends: [try append(events, to: StreamName("incident", number: number), at: 0, by: caller)],
      receipt: WriteReceipt(incident: IncidentID(number: number), version: Int64(events.count)))
  }

  /// Does something to an incident, as a whole or not at all, and answers once the views show it.
  ///
  /// Where others write meanwhile it is decided anew, unless `terms` name a version. Files come in by
  /// ``addEvidence(_:to:by:terms:)`` alone.
  package func perform(
    _ command: IncidentCommand, on id: IncidentID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    if case .addEvidence = command {
      throw DeskError(
        .invalidEvidence, place: "\(id)", message: "there is no file with it", hint: "bring in the file itself")
    }
    return try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      try await plan(command, on: id, by: caller, terms: terms)
    }
  }

  /// By which the record names what Mayday does on its own.
  static let ownName = "mayday"

  /// Decides, appends and catches up; decides anew where somebody was faster.
  func write(
    _ permission: Permission, by caller: Caller, place: String, terms: WriteTerms,
    deciding decide: () async throws -> WritePlan
  ) async throws -> WriteReceipt {
    try check(caller, permission, place)
    let key = try RequestKey(terms, of: caller)
    for _ in 0..<DeskLimits.attemptsMax {
      try await catchUp()
      if let answer = try await key?.answer(in: journal) { return answer }
      let plan = try await decide()
      guard !plan.appends.isEmpty else { return plan.receipt }
      let keyed = try key.map { try $0.append(plan.receipt, by: ActorName(caller.account)) }
      do {
        try await journal.append(plan.appends + [keyed].compactMap(\.self))
      } catch {
        guard case .wrongExpectedVersion = error.code else { throw error }
        continue
      }
      try await catchUp()
      return plan.receipt
    }
    throw DeskError(
      .busy, place: place, message: "others kept changing the same thing", hint: "try again in a moment")
  }

  func append(
    _ events: [DecidedEvent], to stream: StreamName, at version: Int64, by caller: Caller
  ) throws -> StreamAppend {
    try append(
      events.map { decided in
        // That a word did not come is Mayday's own observation, whoever's command brings it in.
        if case .promiseMissed = decided.event {
          return (try decided.event.document(), decided.claimed, Self.ownName)
        }
        return (try decided.event.document(), decided.claimed, caller.account)
      }, to: stream, at: version)
  }

  func append(
    _ documents: [EventDocument], to stream: StreamName, at version: Int64, by caller: Caller
  ) -> StreamAppend {
    append(documents.map { ($0, nil, caller.account) }, to: stream, at: version)
  }

  private func append(
    _ documents: [(document: EventDocument, claimed: Instant?, actor: String)], to stream: StreamName, at version: Int64
  ) -> StreamAppend {
    StreamAppend(
      stream: stream, expected: version == 0 ? .noStream : .exactly(StreamVersion(version)),
      events: documents.map { document, claimed, actor in
        NewEvent(
          kind: EventKind(document.kind, version: document.version), actor: ActorName(actor), claimed: claimed,
          payload: document.json)
      })
  }

  /// Throws where the caller saw another version than there is.
  func checkIsFresh(_ terms: WriteTerms, _ actual: Int64, place: String) throws {
    guard let expected = terms.expectedVersion, expected != actual else { return }
    throw DeskError(
      .staleVersion(expected: expected, actual: actual), place: place,
      message: "it was changed since you saw it: you saw version \(expected), and it is at \(actual)",
      hint: "look at it again, then decide")
  }
}
