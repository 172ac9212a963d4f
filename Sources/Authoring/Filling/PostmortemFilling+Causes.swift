import Chronology
import Documents
import EvidenceRecords
import Incidents
import Postmortems
import TimelineBuilding

/// How it came about, how it was decided, and what is left to do.
extension PostmortemFilling {
  // MARK: Words

  func causes() -> [String?] {
    var parts: [String?] = []
    let factors = factors()
    if factors.contains(where: { $0.sureness == .possible }) {
      parts.append("The factors below that are only possible are candidates from the evidence, not verdicts.")
    }
    parts.append(setAside())
    if !factors.contains(where: { $0.sureness != .possible }), let reasons = report?.noChange.reasons, !reasons.isEmpty
    {
      parts.append("Could it be that no change of ours did it? From the evidence: \(plain(DraftText.list(reasons))).")
    }
    parts.append(decisions())
    if !factors.contains(where: { $0.sureness != .possible }) {
      let first = factors.isEmpty ? "What set it off" : "Which of these was it"
      parts.append(ask("\(first), and what shows that? Which others had to be true at the same time?"))
    }
    parts.append(ask("How did that come to be? And that? Go on until the answer is something that can be changed."))
    parts.append(ask("What did we believe that turned out otherwise? What would have shown it before?"))
    return parts
  }

  private func setAside() -> String? {
    let dismissed = incident?.suspects.filter { $0.standing == .dismissed } ?? []
    guard !dismissed.isEmpty else { return nil }
    return "Looked at and set aside:\n\n"
      + dismissed.map { "- \(plain($0.title)), because \(plain($0.reason))" }.joined(separator: "\n")
  }

  private func decisions() -> String? {
    guard let incident, !incident.decisions.isEmpty else { return nil }
    let lines = RecordLines(incident: incident, report: report, policy: policy, clock: clock)
    let items = incident.decisions.map { decision -> String in
      let record = decision.record
      let by = lines.role(of: record.by, at: decision.at)
      var parts = ["- **\(plain(record.what))** (\(clock.dated(decision.at)), \(by))"]
      if !record.why.isEmpty { parts.append("  - Why: \(plain(record.why))") }
      if !record.known.isEmpty { parts.append("  - Known then: \(plain(record.known))") }
      if !record.options.isEmpty { parts.append("  - Also possible: \(plain(record.options.joined(separator: "; ")))") }
      for dissent in decision.dissents {
        parts.append("  - Seen differently by \(lines.role(of: dissent.by, at: decision.at)): \(plain(dissent.text))")
      }
      return parts.joined(separator: "\n")
    }
    return "Decisions, each with what was known when it was made:\n\n" + items.joined(separator: "\n")
  }

  func timeline() -> [String?] {
    var parts: [String?] = []
    if let notes = report?.clockNotes, !notes.isEmpty {
      parts.append(notes.map { "- \(plain($0))" }.joined(separator: "\n"))
    }
    parts.append(
      ask("What was known at each decision, and what did people see on their screens? What is missing from this list?"))
    return parts
  }

  func actions() -> [String?] {
    [
      ask("What stops this from happening tomorrow? A thing that can be done this week, its owner, its date."),
      ask(
        "For each factor above: what prevents it, what would show it within minutes, what would soften it? How will each be verified?"
      ),
    ]
  }

  func lessons() -> [String?] {
    [
      ask("What went well and should stay so? Where were we lucky?"),
      ask("What surprised us? Which line belongs in which checklist, so that the process remembers?"),
    ]
  }

  // MARK: Parts

  /// Picked moments, the entries that matter and the moments that tell the story, in order of time.
  func lines() -> [TimelineLine] {
    let source = RecordLines(incident: incident, report: report, policy: policy, clock: clock)
    var lines = (incident?.entries ?? []).compactMap(source.line)
    let taken = Set(lines.compactMap { $0.origin == .moment ? $0.originID : nil })
    lines += (report?.story() ?? []).filter { !taken.contains($0.id) }.map(source.line)
    let sorted = lines.enumerated().sorted { left, right in
      guard let first = left.element.at, let second = right.element.at, first != second else {
        return left.offset < right.offset
      }
      return first < second
    }.map(\.element)
    return sorted.prefix(PostmortemLimits.linesMax).enumerated().map { index, line in
      var line = line
      line.number = index + 1
      line.text = String(line.text.unicodeScalars.prefix(PostmortemLimits.partScalarsMax))
      return line
    }
  }

  /// Suspects, as sure as people said they are; those that were set aside are none.
  func factors() -> [Factor] {
    let judged = incident?.suspects ?? []
    var factors = judged.filter { $0.standing == .confirmed }.enumerated().map { index, judgement in
      factor(judgement, kind: index == 0 ? .trigger : .condition)
    }
    let isSettled = !factors.isEmpty
    factors += judged.filter { $0.standing == .candidate }.map { factor($0, kind: .condition) }
    if !isSettled {
      let known = Set(judged.map(\.suspect))
      factors += (report?.suspects ?? []).filter { !known.contains($0.change.id) }.prefix(3)
        .map { factor($0, kind: .trigger) }
    }
    return factors.enumerated().map { index, factor in
      var factor = factor
      factor.number = index + 1
      return factor
    }
  }

  private func factor(_ judgement: SuspectJudged, kind: Factor.Kind) -> Factor {
    let suspect = report?.suspects.first { $0.change.id == judgement.suspect }
    let evidence = suspect.map { $0.evidence.prefix(PostmortemLimits.referencesMax).map(\.label) } ?? []
    let when = suspect.map { " (\(clock.dated($0.change.instant)) \(clock.zoneLabel))" } ?? ""
    let isConfirmed = judgement.standing == .confirmed
    return Factor(
      text: "\(judgement.title)\(when). \(ended(judgement.reason.capitalisedFirst))\(reasons(of: suspect))", kind: kind,
      sureness: isConfirmed ? (evidence.isEmpty ? .likely : .shown) : .possible, evidence: Array(evidence))
  }

  private func factor(_ suspect: Suspect, kind: Factor.Kind) -> Factor {
    let when = "\(clock.dated(suspect.change.instant)) \(clock.zoneLabel)"
    return Factor(
      text: "\(suspect.change.title) (\(when)).\(reasons(of: suspect))", kind: kind,
      sureness: .possible, evidence: suspect.evidence.prefix(PostmortemLimits.referencesMax).map(\.label))
  }

  private func reasons(of suspect: Suspect?) -> String {
    guard let suspect, !suspect.reasons.isEmpty else { return "" }
    return " In the evidence: " + ended(suspect.reasons.joined(separator: "; "))
  }

  private func ended(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// Tasks that were left open, for somebody to accept or decline.
  func proposals() -> [ActionContent] {
    (incident?.openTasks ?? []).prefix(PostmortemLimits.actionsMax).map { task in
      ActionContent(text: task.text, kind: .process, term: .immediate, owner: task.owner)
    }
  }
}
