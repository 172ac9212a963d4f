package import Accounts
import Chronology
import Incidents
import Journal
package import Postmortems
import RecordViews

/// Guards and what they saw; of the incident and the action that a guard is for, readers see what they may know of.
extension Desk {
  /// Broken ones first, then those that could not be checked, then the rest; retired ones last; each by name.
  package func guards(for caller: Caller) async throws -> [GuardRecord] {
    try check(caller, .read, "guards")
    try await catchUp()
    let all = try await keptLessons().guards.values.filter { !$0.declaration.name.isEmpty }
    let known = try await knowledge(
      of: all.compactMap(\.declaration.incident), all.compactMap(\.declaration.action), caller)
    return all.map { known.showing($0) }.sorted {
      (Self.order($0), $0.declaration.name) < (Self.order($1), $1.declaration.name)
    }
  }

  /// Nil when there is none of that name.
  package func guardRecord(_ name: String, for caller: Caller) async throws -> GuardRecord? {
    try await guards(for: caller).first { $0.declaration.name == name }
  }

  /// Declares a guard, or declares it anew; only requests and queries can be defined in the record.
  package func declareGuard(
    _ declaration: GuardDeclaration, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.configure, by: caller, place: "guard '\(declaration.name)'", terms: terms) {
      let lessons = try await keptLessons()
      let known = lessons.guardRecord(named: declaration.name)
      try checkIsFresh(terms, known?.version ?? 0, place: "guard '\(declaration.name)'")
      var declared = try declaration.checked()
      _ = try GuardDefinitionText.read(declared)
      try await checkNames(declared.incident, declared.action, caller)
      if let kept = known?.declaration {
        // What the caller may not know of they cannot have meant to take away.
        let sight = try await knowledge(
          of: [kept.incident].compactMap(\.self), [kept.action].compactMap(\.self), caller)
        declared.incident = declared.incident ?? sight.hidden(kept.incident)
        declared.action = declared.action ?? sight.hidden(kept.action)
        guard declared != kept || known?.retired != nil else {
          throw IncidentRefusal.nothingNew("guard '\(declaration.name)'")
        }
      }
      try Self.checkRoom(for: known, in: lessons)
      let number = known?.number ?? lessons.nextGuard
      return try guardPlan([.declared(declared)], to: number, at: known?.version ?? 0, by: caller)
    }
  }

  /// Takes in what a guard saw.
  ///
  /// One that nobody has declared is known from `knownAs` on, as the file of a machine tells of it. The same result within
  /// ``PostmortemLimits/guardQuietSeconds`` is not recorded again. Red opens an action again that was done or verified, in
  /// the same append.
  package func reportGuard(
    _ name: String, _ report: GuardReport, knownAs: GuardDeclaration? = nil, by caller: Caller,
    terms: WriteTerms = WriteTerms()
  ) async throws -> GuardReportReceipt {
    var isRecorded = true
    var reopened: ActionID?
    let receipt = try await write(.respond, by: caller, place: "guard '\(name)'", terms: terms) {
      (isRecorded, reopened) = (true, nil)
      let report = try report.checked()
      let lessons = try await keptLessons()
      let known = lessons.guardRecord(named: name)
      if let reason = known?.retired {
        throw IncidentRefusal(
          .wrongState, place: "guard '\(name)'", message: "it was retired: \(reason)",
          hint: "declare it anew if it is to be watched again")
      }
      try Self.checkRoom(for: known, in: lessons)
      let (declared, events) = try await declaration(of: name, knownAs, known, caller)
      let number = known?.number ?? lessons.nextGuard
      let step = report.standing == .broken ? try await reopening(declared, report, by: caller) : nil
      let isQuiet = known?.isQuiet(about: report.standing, at: clock.now) ?? false
      guard !isQuiet || !events.isEmpty || step != nil else {
        isRecorded = false
        return WritePlan(appends: [], receipt: WriteReceipt(version: known?.version ?? 0, number: number))
      }
      var plan = try guardPlan(events + [.reported(report)], to: number, at: known?.version ?? 0, by: caller)
      if let step {
        plan.appends.append(step)
        reopened = declared.action
      }
      return plan
    }
    if let action = reopened, try await !isVisible(postmortem: action.postmortem, to: caller) { reopened = nil }
    return GuardReportReceipt(receipt: receipt, isRecorded: isRecorded, reopened: reopened)
  }

  package func retireGuard(
    _ name: String, reason: String, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.configure, by: caller, place: "guard '\(name)'", terms: terms) {
      guard let known = try await keptLessons().guardRecord(named: name) else { throw Self.unknownGuard(name) }
      let reason = try TextCheck.required(reason, "reason", max: IncidentLimits.reasonScalarsMax)
      guard known.retired == nil else {
        throw IncidentRefusal(
          .wrongState, place: "guard '\(name)'", message: "it is retired already", hint: "declare it to watch it again")
      }
      return try guardPlan([.retired(reason)], to: known.number, at: known.version, by: caller)
    }
  }

  /// Guards of the record that the server is to check, by name.
  package func scheduledGuards() async throws -> [ScheduledGuard] {
    try await catchUp()
    let now = clock.now
    return try await keptLessons().guards.values.compactMap { record in
      guard record.retired == nil, record.declaration.definition != nil, let every = record.declaration.everyMinutes
      else { return nil }
      return ScheduledGuard(
        declaration: record.declaration, everyMinutes: every,
        secondsSinceResult: record.results.first.map { now.seconds(since: $0.at) })
    }.sorted { $0.declaration.name < $1.declaration.name }
  }

  /// The guard's declaration after this report, and the event that makes it so; none where nothing is new.
  private func declaration(
    of name: String, _ told: GuardDeclaration?, _ known: GuardRecord?, _ caller: Caller
  ) async throws -> (GuardDeclaration, [GuardEvent]) {
    var told = told
    if let file = told {
      // A file may name what the record does not have, or what its reporter may not know of: that is no reason to lose
      // a result.
      let sight = try await knowledge(of: [file.incident].compactMap(\.self), [file.action].compactMap(\.self), caller)
      told?.incident = sight.shown(file.incident)
      told?.action = sight.shown(file.action)
      told?.name = name
      told?.definition = nil
      told?.everyMinutes = nil
    }
    let before = known?.declaration
    let after = before?.told(by: told) ?? told ?? GuardDeclaration(name: name, title: name)
    let checked = after == before ? after : try after.checked()
    return (checked, checked == before ? [] : [.declared(checked)])
  }

  /// Opens the action that a broken guard watches; nil where it is open, or there is none.
  private func reopening(
    _ declaration: GuardDeclaration, _ report: GuardReport, by caller: Caller
  ) async throws -> StreamAppend? {
    guard let id = declaration.action else { return nil }
    let postmortem = try await foldPostmortem(id.postmortem)
    guard let action = postmortem.action(id.action), action.state == .done || action.state == .verified else {
      return nil
    }
    let event = PostmortemEvent.actionStepped(
      ActionStepped(
        action: id.action, state: .accepted, note: "guard \(declaration.name): \(report.summary)",
        check: declaration.name))
    return append(
      [try event.document()], to: StreamName("postmortem", number: id.postmortem), at: postmortem.version, by: caller)
  }

  private func guardPlan(
    _ events: [GuardEvent], to number: Int, at version: Int64, by caller: Caller
  ) throws -> WritePlan {
    WritePlan(
      appends: [
        append(try events.map { try $0.document() }, to: StreamName("guard", number: number), at: version, by: caller)
      ],
      receipt: WriteReceipt(version: version + Int64(events.count), number: number))
  }

  private static func checkRoom(for known: GuardRecord?, in lessons: KeptLessons) throws(IncidentRefusal) {
    guard known == nil, lessons.guards.count >= PostmortemLimits.guardsMax else { return }
    throw IncidentRefusal(
      .limitPassed, place: "guards",
      message: "there are \(lessons.guards.count), and \(PostmortemLimits.guardsMax) are possible",
      hint: "declare one anew that there is")
  }

  private static func unknownGuard(_ name: String) -> DeskError {
    DeskError(
      .unknownGuard, place: "guard '\(name)'", message: "the record has no such guard",
      hint: "the list of guards shows those that there are")
  }

  private static func order(_ record: GuardRecord) -> Int {
    if record.retired != nil { return 4 }
    switch record.standing {
    case .broken: return 0
    case .unknown: return 1
    case nil: return 2
    case .holds: return 3
    }
  }
}
