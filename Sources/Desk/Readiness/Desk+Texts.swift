package import Accounts
import Incidents
import Journal
package import Plans
import RecordViews

/// Plans and scenarios as texts: written as a whole, kept in all their versions, retired.
extension Desk {
  /// Saves a text under its name, as a whole; one that was retired comes back.
  ///
  /// Findings do not keep it out: an unfinished text is better than none. A text that says nothing does.
  func writeText(_ text: WrittenText, _ kind: TextKind, by caller: Caller, terms: WriteTerms) async throws
    -> WriteReceipt
  {
    let place = "\(kind.rawValue) '\(text.name)'"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      let kept = try await keptReadiness()
      let known = kept.record(kind, named: text.name)
      try checkIsFresh(terms, known?.version ?? 0, place: place)
      let written = try Self.checked(text, kind)
      let count = kept.records(of: kind).count
      if known == nil, count >= PlanLimits.plansMax {
        throw IncidentRefusal(
          .limitPassed, place: "\(kind.rawValue)s",
          message: "there are \(count), and \(PlanLimits.plansMax) are possible", hint: "write into one that there is")
      }
      guard written.text != known?.text || known?.retired != nil else { throw IncidentRefusal.nothingNew(place) }
      return try textWrite(.written(written), kind, to: known ?? TextRecord(number: kept.next(kind)), by: caller)
    }
  }

  /// Keeps a text no longer; all its versions stay on the record.
  func retireText(_ name: String, _ kind: TextKind, reason: String, by caller: Caller, terms: WriteTerms) async throws
    -> WriteReceipt
  {
    let place = "\(kind.rawValue) '\(name)'"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      guard let known = try await keptReadiness().record(kind, named: name) else { throw Self.unknownText(name, kind) }
      guard known.retired == nil else { throw IncidentRefusal.nothingNew(place) }
      guard let reason = try TextCheck.reason(reason) else {
        throw IncidentRefusal(
          .needsReason, place: "reason", message: "nothing says why it is kept no longer",
          hint: "say it in a few words")
      }
      return try textWrite(.retired(reason: reason), kind, to: known, by: caller)
    }
  }

  /// A plan's or a scenario's text as it was saved once; throws where that version saved none.
  package func text(_ name: String, _ kind: TextKind, version: Int64, for caller: Caller) async throws -> SavedText {
    let place = "\(kind.rawValue) '\(name)'"
    try check(caller, .read, place)
    try await catchUp()
    guard let record = try await keptReadiness().record(kind, named: name) else { throw Self.unknownText(name, kind) }
    guard let saved = record.versions.first(where: { $0.version == version }),
      let written = try await views.read({ try ShelvedEvents.text(kind, of: record, version: version, in: $0) })
    else {
      throw DeskError(
        kind == .plan ? .unknownPlan : .unknownScenario, place: place,
        message: "no text was saved as version \(version), or it was erased",
        hint: "the list of its versions shows those that there are")
    }
    return SavedText(saved: saved, text: written.text, now: record.text)
  }

  private func textWrite(_ event: TextEvent, _ kind: TextKind, to record: TextRecord, by caller: Caller) throws
    -> WritePlan
  {
    WritePlan(
      appends: [
        append(
          [try event.document(of: kind)], to: StreamName(kind.rawValue, number: record.number), at: record.version,
          by: caller)
      ], receipt: WriteReceipt(version: record.version + 1, number: record.number))
  }

  private static func checked(_ text: WrittenText, _ kind: TextKind) throws(IncidentRefusal) -> WrittenText {
    var written = text
    guard PlanName.isValid(text.name) else {
      throw IncidentRefusal(
        .invalidText, place: "name", message: "'\(text.name.prefix(80))' cannot name a \(kind.rawValue)",
        hint: "use up to \(PlanLimits.nameScalarsMax) lower-case letters, digits and hyphens: wrong-certificate")
    }
    guard text.text.utf8.count <= PlanLimits.bytesMax else {
      throw IncidentRefusal(
        .limitPassed, place: "text",
        message: "it has \(text.text.utf8.count) bytes, and \(PlanLimits.bytesMax) are possible",
        hint: "keep what one does when it comes, and link to the rest")
    }
    guard text.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw IncidentRefusal(.empty, place: "text", message: "nothing was written", hint: "begin with a title")
    }
    written.note = try TextCheck.optional(text.note, "note", max: IncidentLimits.reasonScalarsMax)
    return written
  }

  static func unknownText(_ name: String, _ kind: TextKind) -> DeskError {
    DeskError(
      kind == .plan ? .unknownPlan : .unknownScenario, place: "\(kind.rawValue) '\(name)'",
      message: "the record has no such \(kind.rawValue)",
      hint: "the list of \(kind.rawValue)s shows those that there are")
  }
}

/// A text as it was saved once, beside what it is now.
package struct SavedText: Sendable {
  package var saved: TextRecord.Version
  package var text: String
  package var now: String
}
