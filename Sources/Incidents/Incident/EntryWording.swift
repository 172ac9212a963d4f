import Chronology

/// The sentences of entries that nobody wrote: what, when and how, in plain words.
enum EntryWording {
  static func declared(_ declaration: IncidentDeclaration) -> String {
    let mark = declaration.isDrill ? "Drill declared" : declaration.isBackfilled ? "Recorded afterwards" : "Declared"
    return "\(mark): \(declaration.title)"
  }

  static func state(_ change: StateChange, before: IncidentState) -> String {
    let what =
      if before.isReopening(to: change.state) {
        "Reopened: \(before.rawValue) → \(change.state.rawValue)"
      } else if change.state == .merged, let into = change.into {
        "Merged into INC-\(into)"
      } else {
        "\(before.rawValue.capitalisedFirst) → \(change.state.rawValue)"
      }
    return what + because(change.reason)
  }

  static func revised(_ revision: IncidentRevision, before: Incident) -> String {
    var parts: [String] = []
    if let severity = revision.severity, severity != before.facts.severity {
      parts.append("severity \(before.facts.severity.map(String.init) ?? "not known") → \(severity)")
    }
    if let title = revision.title { parts.append("title '\(before.facts.title)' → '\(title)'") }
    if let impact = revision.impact { parts.append("what users feel: \(impact.isEmpty ? "not known" : impact)") }
    if let components = revision.components {
      parts.append("components: \(components.isEmpty ? "none" : components.joined(separator: ", "))")
    }
    if let isDrill = revision.isDrill { parts.append(isDrill ? "marked as a drill" : "not a drill") }
    return parts.joined(separator: "; ").capitalisedFirst + because(revision.reason)
  }

  static func instant(_ statement: InstantStatement, before: Instant?) -> String {
    let name = statement.name.words
    let what =
      switch (before, statement.at) {
      case (nil, let at?): "\(name): \(at.rfc3339)"
      case (let old?, let at?): "\(name): \(old.rfc3339) → \(at.rfc3339)"
      case (let old?, nil): "\(name): \(old.rfc3339) → not known"
      case (nil, nil): "\(name): not known"
      }
    return what.capitalisedFirst + because(statement.reason)
  }

  static func role(_ assignment: RoleAssignment, before: String?) -> String {
    let role = assignment.role.capitalisedFirst
    let what =
      switch (before, assignment.person) {
      case (nil, let person?): "\(role): \(person)"
      case (let old?, let person?): "\(role): \(old) → \(person)"
      case (let old?, nil): "\(role): \(old) → nobody"
      case (nil, nil): "\(role): nobody"
      }
    return what + (assignment.note.map { ". \($0)" } ?? "")
  }

  static func dissent(_ record: DissentRecord) -> String { "Seen differently by \(record.by): \(record.text)" }

  static func task(_ added: TaskAdded) -> String {
    "Task \(added.task): \(added.text)" + (added.owner.map { " (\($0))" } ?? "")
  }

  static func task(_ change: TaskChanged, before: IncidentTask) -> String {
    let text = change.text ?? before.text
    var what =
      switch change.state {
      case .done?: "Done: \(text)"
      case .dropped?: "Not needed any more: \(text)"
      case .open?: "To do again: \(text)"
      case nil: "Task \(change.task): \(text)"
      }
    if let owner = change.owner, owner != before.owner ?? "" { what += owner.isEmpty ? " (nobody)" : " (\(owner))" }
    if let result = change.result, !result.isEmpty { what += ". \(result)" }
    return what
  }

  static func step(_ ticked: StepTicked, _ step: FollowedStep) -> String {
    let words = ticked.words.isEmpty ? "" : ". \(ticked.words)"
    return switch ticked.state {
    case .done: "Step \(step.number): \(step.task)" + words
    case .replaced: "Instead of step \(step.number) (\(step.task)): \(ticked.words)"
    case .skipped: "Step \(step.number) left out (\(step.task)): \(ticked.words)"
    case .open: "Step \(step.number) open again: \(step.task)" + words
    }
  }

  static func evidence(_ content: EvidenceAdded) -> String {
    "Evidence: \(content.name)" + (content.reading.isEmpty ? "" : ", \(content.reading)")
  }

  static func suspect(_ judgement: SuspectJudged) -> String {
    let what =
      switch judgement.standing {
      case .candidate: "Worth examining"
      case .confirmed: "Confirmed as a contributing change"
      case .dismissed: "Set aside"
      }
    return "\(what): \(judgement.title)" + because(judgement.reason)
  }

  static func access(_ change: AccessChange) -> String {
    var parts: [String] = []
    if let isPrivate = change.isPrivate { parts.append(isPrivate ? "private from now on" : "open to the team") }
    if !change.added.isEmpty { parts.append("may see it: \(change.added.sorted().joined(separator: ", "))") }
    if !change.removed.isEmpty { parts.append("no longer: \(change.removed.sorted().joined(separator: ", "))") }
    return parts.joined(separator: "; ").capitalisedFirst + because(change.reason)
  }

  static func missed(_ promise: PromiseMissed) -> String {
    "\(promise.isFirst ? "First word" : "Word") to \(promise.audience.words) was due at \(promise.due.rfc3339) and had not gone out."
  }

  static func published(_ update: IncidentUpdate) -> String {
    "Update \(update.number) to \(update.audience.words) (\(update.state.rawValue)): \(update.text.broken)"
  }

  private static func because(_ reason: String?) -> String {
    guard let reason, !reason.isEmpty else { return "" }
    return ": \(reason)"
  }
}

extension InstantName {
  /// `impact started`.
  package var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension Audience {
  /// `the team`, as it stands in a sentence.
  package var words: String {
    switch self {
    case .internal: "the company"
    case .stakeholders: "stakeholders"
    case .customers: "customers"
    case .authorities: "authorities"
    }
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
