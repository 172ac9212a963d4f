import Chronology

extension Incident {
  /// Decisions and what is seen differently.
  func decidedOn(_ command: IncidentCommand, in context: CommandContext) throws(IncidentRefusal) -> DecidedEvent {
    let max = IncidentLimits.textScalarsMax
    switch command {
    case .decide(var record, let at):
      if let at { try CommandCheck.instant(at, "at", now: context.now) }
      record.what = try TextCheck.required(record.what, "what", max: max)
      record.why = try TextCheck.optional(record.why, "why", max: max)
      record.known = try TextCheck.optional(record.known, "known", max: max)
      record.by = try CommandCheck.person(record.by.isEmpty ? context.actor : record.by, "by")
      guard record.options.count <= IncidentLimits.optionsMax else {
        throw IncidentRefusal(
          .limitPassed, place: "options",
          message: "there are \(record.options.count), and \(IncidentLimits.optionsMax) are possible",
          hint: "name the ones that were weighed")
      }
      var options: [String] = []
      for option in record.options { options.append(try TextCheck.required(option, "options", max: max)) }
      record.options = options
      return DecidedEvent(.decided(record), claimed: at)
    case .dissent(var record):
      guard decisions.contains(where: { $0.version == record.decision }) else {
        throw IncidentRefusal(
          .unknownEntry, place: "decision", message: "entry \(record.decision) is not a decision",
          hint: decisions.isEmpty
            ? "no decision is recorded yet"
            : "decisions: \(decisions.map { String($0.version) }.joined(separator: ", "))")
      }
      record.text = try TextCheck.required(record.text, "text", max: max)
      record.by = try CommandCheck.person(record.by.isEmpty ? context.actor : record.by, "by")
      return DecidedEvent(.dissented(record))
    default: preconditionFailure("only decisions and dissent are decided here")
    }
  }

  func tasked(_ command: IncidentCommand) throws(IncidentRefusal) -> DecidedEvent {
    switch command {
    case .addTask(let request):
      guard tasks.count < IncidentLimits.tasksMax else {
        throw IncidentRefusal(
          .limitPassed, place: "tasks",
          message: "there are \(tasks.count), and \(IncidentLimits.tasksMax) are possible",
          hint: "write it down as a note")
      }
      return DecidedEvent(
        .taskAdded(
          TaskAdded(
            task: (tasks.map(\.number).max() ?? 0) + 1,
            text: try TextCheck.required(request.text, "text", max: IncidentLimits.textScalarsMax),
            owner: try owner(request.owner).flatMap { $0.isEmpty ? nil : $0 },
            order: request.order ?? (tasks.map(\.order).max() ?? 0) + 1)))
    case .changeTask(let change):
      guard let task = tasks.first(where: { $0.number == change.task }) else {
        throw IncidentRefusal(
          .unknownTask, place: "task", message: "there is no task \(change.task)",
          hint: tasks.isEmpty ? "none was added yet" : "they go from 1 to \(tasks.count)")
      }
      var news = TaskChanged(task: change.task)
      if let text = change.text {
        let text = try TextCheck.required(text, "text", max: IncidentLimits.textScalarsMax)
        if text != task.text { news.text = text }
      }
      if let owner = try owner(change.owner), owner != task.owner ?? "" { news.owner = owner }
      if let order = change.order, order != task.order { news.order = order }
      if let state = change.state, state != task.state { news.state = state }
      if let result = change.result {
        let result = try TextCheck.optional(result, "result", max: IncidentLimits.textScalarsMax)
        if result != task.result ?? "" { news.result = result }
      }
      guard news != TaskChanged(task: change.task) else { throw .nothingNew("task \(change.task)") }
      return DecidedEvent(.taskChanged(news))
    default: preconditionFailure("only tasks are decided here")
    }
  }

  private func owner(_ owner: String?) throws(IncidentRefusal) -> String? {
    guard let owner else { return nil }
    return owner.isEmpty ? "" : try CommandCheck.person(owner, "owner")
  }

  /// People correct what people wrote; what the system recorded stays as it is.
  func corrected(_ correction: EntryCorrection, in context: CommandContext) throws(IncidentRefusal) -> DecidedEvent {
    guard let entry = entries.first(where: { $0.version == correction.entry }) else {
      throw IncidentRefusal(
        .unknownEntry, place: "entry", message: "there is no entry \(correction.entry)",
        hint: "the page and 'mayday status INC-\(number)' show each entry's number")
    }
    guard [.note, .decision, .dissent, .moment].contains(entry.kind) else {
      let hint =
        entry.kind == .update
        ? "correct the update itself" : "state the instant, the role or the state anew: both stay to be read"
      throw IncidentRefusal(
        .notCorrectable, place: "entry \(correction.entry)", message: "the system recorded it, and it stays as it is",
        hint: hint)
    }
    var news = EntryCorrection(
      entry: correction.entry, reason: try CommandCheck.needed(correction.reason, "a correction"))
    if let text = correction.text {
      let text = try TextCheck.required(text, "text", max: IncidentLimits.textScalarsMax)
      if text != entry.text { news.text = text }
    }
    if let at = correction.at, at != entry.at {
      try CommandCheck.instant(at, "at", now: context.now)
      news.at = at
    }
    guard news.text != nil || news.at != nil else { throw .nothingNew("entry \(correction.entry)") }
    return DecidedEvent(.entryCorrected(news))
  }
}
