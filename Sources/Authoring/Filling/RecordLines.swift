import Chronology
import EvidenceRecords
import Incidents
import Postmortems
import TimelineBuilding

/// Lines of a timeline from what record and evidence hold; people stand in them by their role.
struct RecordLines {
  let incident: Incident?
  let report: TimelineReport?
  let policy: Policy
  let clock: DraftClock

  // MARK: Moments

  func line(_ moment: TimelineMoment) -> TimelineLine {
    TimelineLine(
      at: moment.instant, basis: moment.instantBasis == .stated ? .stamped : .derived,
      text: Self.lead(of: moment.kind) + moment.title, origin: .moment, originID: moment.id,
      references: moment.evidence.prefix(Self.referencesMax).map(\.reference.label))
  }

  static let referencesMax = 5

  /// What a line of a log does not say by itself: that it is new, grows, changes its rate, or has stopped.
  static func lead(of kind: MomentKind) -> String {
    switch kind {
    case .first: "First seen: "
    case .burst: "Rises: "
    case .shift: "Changes: "
    case .silence: "Falls silent: "
    case .calm: "Ends: "
    case .change, .alert, .said, .decision, .connection: ""
    }
  }

  /// The moment that somebody took into the incident's timeline.
  func moment(pickedBy entry: IncidentEntry) -> TimelineMoment? {
    guard entry.kind == .moment, let reference = entry.reference else { return nil }
    return report?.moments.first { moment in
      moment.instant == entry.at && moment.evidence.contains { $0.reference.label == reference }
    }
  }

  // MARK: Entries

  /// Nil for what no reader of a timeline asks for: access, drafts, documents, what stands elsewhere in the postmortem.
  func line(_ entry: IncidentEntry) -> TimelineLine? {
    guard let text = text(of: entry) else { return nil }
    let reference = entry.reference.map { [$0] } ?? []
    if let moment = moment(pickedBy: entry) {
      var line = self.line(moment)
      line.text = text
      return line
    }
    let own = incident.map { ["INC-\($0.number), entry \(entry.version)"] } ?? []
    return TimelineLine(
      at: entry.at, basis: entry.kind == .moment ? .stamped : entry.at == entry.written ? .recorded : .said,
      text: text, origin: .entry, originID: String(entry.version), references: reference + own)
  }

  private func text(of entry: IncidentEntry) -> String? {
    switch entry.kind {
    case .declared, .state, .note, .moment, .revision, .suspect, .plan: entry.text
    case .decision: decision(entry)
    case .dissent: dissent(entry)
    case .role: role(entry)
    case .missed: missed(entry)
    case .update: update(entry)
    case .task: task(entry)
    case .instant, .evidence, .access, .document, .erased: nil
    }
  }

  private func decision(_ entry: IncidentEntry) -> String {
    let by = incident?.decisions.first { $0.version == entry.version }.map { role(of: $0.record.by, at: $0.at) }
    return "\(by.map { "\($0.capitalisedFirst) decided" } ?? "Decided"): \(entry.text)"
  }

  private func dissent(_ entry: IncidentEntry) -> String {
    let decision = incident?.decisions.first { $0.version == entry.subject }
    guard let record = decision?.dissents.first(where: { entry.text.hasSuffix($0.text) }) else { return entry.text }
    return "Seen differently by \(role(of: record.by, at: entry.at)): \(record.text)"
  }

  private func role(_ entry: IncidentEntry) -> String? {
    guard let incident else { return nil }
    if let holding = incident.holdings.first(where: { $0.from == entry.at && entry.text.contains($0.person) }) {
      let name = policy.role(holding.role)?.name ?? holding.role
      let before = incident.holdings.contains { $0.role == holding.role && $0.until == entry.at }
      let note = holding.note.map { ". Passed on: \($0)" } ?? ""
      return before ? "\(name) hands over\(note)" : "\(name) takes over\(note)"
    }
    let left = incident.holdings.first { $0.until == entry.at }
    return left.map { "Nobody has the role of \(policy.role($0.role)?.name.lowercased() ?? $0.role) from here on" }
  }

  private func missed(_ entry: IncidentEntry) -> String {
    let promise = incident?.missed.first { promise in
      entry.text.contains(promise.due.rfc3339) && entry.text.contains(promise.audience.words)
    }
    guard let promise else { return entry.text }
    let word = promise.isFirst ? "The first word" : "The word"
    return "\(word) to \(promise.audience.words) that was due at \(clock.timed(promise.due)) had not gone out"
  }

  /// Published, corrected and withdrawn; drafts and approvals nobody outside saw.
  private func update(_ entry: IncidentEntry) -> String? {
    guard let update = incident?.updates.first(where: { Int64($0.number) == entry.subject }),
      let published = update.published
    else { return nil }
    if published == entry.written {
      let text = update.former.first?.text ?? update.text
      return "Told \(update.audience.words) (\(update.state.rawValue)): \(text.broken)"
    }
    let isKnown = update.withdrawn == entry.written || update.former.contains { $0.corrected == entry.written }
    return isKnown ? entry.text : nil
  }

  private func task(_ entry: IncidentEntry) -> String? {
    guard let task = incident?.tasks.first(where: { Int64($0.number) == entry.subject }), task.ended == entry.at,
      task.state != .open
    else { return nil }
    let result = task.result.map { ": \($0)" } ?? ""
    return (task.state == .done ? "Done: " : "Not needed any more: ") + task.text + result
  }

  /// `the commander`; who somebody was that day, not what they are called.
  func role(of person: String, at instant: Instant) -> String {
    let holding = incident?.holdings.last { holding in
      holding.person == person && holding.from <= instant && (holding.until.map { $0 > instant } ?? true)
    }
    guard let holding else { return "a participant" }
    return "the \((policy.role(holding.role)?.name ?? holding.role).lowercased())"
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
