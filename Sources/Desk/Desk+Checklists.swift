package import Accounts
import Incidents
import Journal
package import Postmortems
import RecordViews

/// Checklists and their runs; of the incident that put a line there, readers see what they may know of.
extension Desk {
  /// By process.
  package func checklists(for caller: Caller) async throws -> [Checklist] {
    try check(caller, .read, "checklists")
    try await catchUp()
    let all = try await keptLessons().checklists.values.filter { !$0.content.process.isEmpty }
    let lines = all.flatMap(\.content.lines)
    let known = try await knowledge(of: lines.compactMap(\.incident), lines.compactMap(\.action), caller)
    return all.map { $0.showing { known.showing($0) } }.sorted { $0.content.process < $1.content.process }
  }

  /// Nil when the process has none.
  package func checklist(_ process: String, for caller: Caller) async throws -> Checklist? {
    try await checklists(for: caller).first { $0.content.process == process }
  }

  /// Writes a checklist anew, or a first time.
  ///
  /// Lines keep their numbers; those with the number 0 are new.
  package func writeChecklist(
    _ content: ChecklistContent, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "checklist '\(content.process)'", terms: terms) {
      let lessons = try await keptLessons()
      let known = lessons.checklist(of: content.process)
      try checkIsFresh(terms, known?.version ?? 0, place: "checklist '\(content.process)'")
      let checklist = known ?? Checklist(number: lessons.nextChecklist)
      var written = try checklist.checked(content)
      let before = checklist.content.lines
      let sight = try await knowledge(of: before.compactMap(\.incident), before.compactMap(\.action), caller)
      for line in written.lines {
        try await checkLine(line, before.first { $0.number == line.number }.map(sight.showing), caller)
      }
      written.lines = Self.keepingHidden(written.lines, before, sight)
      guard written != known?.content else { throw IncidentRefusal.nothingNew("checklist '\(content.process)'") }
      return try checklistPlan(.written(written), to: checklist, by: caller)
    }
  }

  /// Puts a line at the end of a checklist; a process that has none gets its first with it.
  package func addChecklistLine(
    _ line: ChecklistLine, to process: String, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "checklist '\(process)'", terms: terms) {
      let lessons = try await keptLessons()
      let known = lessons.checklist(of: process) ?? Checklist(number: lessons.nextChecklist)
      var content = known.content
      if known.version == 0 {
        content = ChecklistContent(
          process: process, title: process.prefix(1).uppercased() + process.dropFirst().replacing("-", with: " "),
          lines: [])
      }
      guard content.lines.count < PostmortemLimits.checklistLinesMax else {
        throw IncidentRefusal(
          .limitPassed, place: "checklist '\(process)'",
          message: "it has \(content.lines.count) lines, and \(PostmortemLimits.checklistLinesMax) are possible",
          hint: "take out lines that never caught anything")
      }
      // A line of a reading is taken over once; somebody may have put it into other words since.
      if let reading = line.reading, content.lines.contains(where: { $0.reading == reading && $0.text == line.text }) {
        throw IncidentRefusal.nothingNew("checklist '\(process)'")
      }
      var added = line
      added.number = 0
      content.lines.append(added)
      let written = try known.checked(content)
      guard let last = written.lines.last else { throw IncidentRefusal.nothingNew("checklist '\(process)'") }
      try await checkNames(last.incident, last.action, caller)
      try Self.checkReading(last.reading)
      return try checklistPlan(.written(written), to: known, by: caller, line: last.number)
    }
  }

  /// Takes a line out; how it did stays on the record.
  package func retireChecklistLine(
    _ number: Int, of process: String, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "checklist '\(process)'", terms: terms) {
      guard let known = try await keptLessons().checklist(of: process),
        known.content.lines.contains(where: { $0.number == number })
      else { throw Self.unknownChecklist("\(process) \(number)") }
      var content = known.content
      content.lines.removeAll { $0.number == number }
      return try checklistPlan(.written(content), to: known, by: caller, line: number)
    }
  }

  /// Records that a checklist was gone through; see ``ChecklistContent/run(_:)``.
  package func runChecklist(
    _ process: String, _ attempt: ChecklistAttempt, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "checklist '\(process)'", terms: terms) {
      guard let known = try await keptLessons().checklist(of: process) else { throw Self.unknownChecklist(process) }
      if let asked = attempt.writtenVersion, asked != known.writtenVersion {
        throw DeskError(
          .staleVersion(expected: asked, actual: known.writtenVersion), place: "checklist '\(process)'",
          message: "its lines were written anew since they were asked", hint: "look at the lines, and answer again")
      }
      return try checklistPlan(.ran(try known.content.run(attempt)), to: known, by: caller)
    }
  }

  /// A line that names what is not there, or what the caller may not know of, is refused, unless they were shown that it
  /// names it.
  private func checkLine(_ line: ChecklistLine, _ shown: ChecklistLine?, _ caller: Caller) async throws {
    let incident = line.incident == shown?.incident ? nil : line.incident
    let action = line.action == shown?.action ? nil : line.action
    if line.reading != shown?.reading { try Self.checkReading(line.reading) }
    guard incident != nil || action != nil else { return }
    try await checkNames(incident, action, caller)
  }

  /// What the caller may not know of they cannot have meant to take away.
  private static func keepingHidden(
    _ lines: [ChecklistLine], _ before: [ChecklistLine], _ sight: LessonKnowledge
  ) -> [ChecklistLine] {
    lines.map { line in
      guard let kept = before.first(where: { $0.number == line.number }) else { return line }
      var line = line
      line.incident = line.incident ?? sight.hidden(kept.incident)
      line.action = line.action ?? sight.hidden(kept.action)
      return line
    }
  }

  private func checklistPlan(
    _ event: ChecklistEvent, to checklist: Checklist, by caller: Caller, line: Int? = nil
  ) throws -> WritePlan {
    WritePlan(
      appends: [
        append(
          [try event.document()], to: StreamName("checklist", number: checklist.number), at: checklist.version,
          by: caller)
      ],
      receipt: WriteReceipt(version: checklist.version + 1, number: line))
  }

  private static func unknownChecklist(_ name: String) -> DeskError {
    DeskError(
      .unknownChecklist, place: "checklist '\(name)'", message: "the record has no such checklist, or no such line",
      hint: "the list of checklists shows those that there are")
  }
}
