import Chronology
import Documents
import EvidenceRecords
import Incidents
import TimelineBuilding

/// When it was, and how long it took.
extension PostmortemFilling {
  func times() -> [String?] {
    guard let incident else { return [evidenceTimes(), unknownTimes()] }
    let rows = InstantName.allCases.map { name -> [String] in
      guard let instant = incident.instants[name] else { return [name.title, "not known", hint(name)] }
      return [name.title, clock.dated(instant.at), basis(instant)]
    }
    let table = DraftText.table(["What", "When (\(clock.zoneLabel))", "How it is known"], rows)
    let missing = InstantName.allCases.filter { incident.instants[$0] == nil }
    let question =
      missing.isEmpty
      ? nil
      : ask(
        "Not known yet: \(DraftText.list(missing.map(\.clause))). What would show it? What nobody knows stays missing.")
    return [table, lengths(of: incident), evidenceTimes(), question]
  }

  /// What the evidence would say of an instant that nobody stated.
  private func hint(_ name: InstantName) -> String {
    switch name {
    case .impactStarted: report?.onset.map { "the evidence shows an onset at \(clock.timed($0.from))" } ?? ""
    case .detected: firstAlert.map { "the first alert in the evidence is of \(clock.timed($0.instant))" } ?? ""
    default: ""
    }
  }

  private func basis(_ instant: NamedInstant) -> String {
    let basis =
      switch instant.basis {
      case .event: "recorded when it happened"
      case .stated: "stated afterwards"
      case .document: "from a document"
      }
    return basis + (instant.reason.map { ": " + PartText.cell.written($0) } ?? "")
  }

  private func lengths(of incident: Incident) -> String {
    let rows = IncidentSpan.allCases.map { span -> [String] in
      let ends = "from \(span.ends.from.clause) to \(span.ends.to.clause)"
      return switch incident.length(of: span) {
      case .seconds(let seconds): [span.title, DraftText.duration(seconds), ends]
      case .missing(let names): [span.title, "not known", "missing: \(DraftText.list(names.map(\.clause)))"]
      case .invalid: [span.title, "cannot be right", "\(span.ends.to.clause) stands before \(span.ends.from.clause)"]
      }
    }
    return DraftText.table(["How long", "It took", "Counted"], rows)
  }

  /// What the evidence says of it by itself, beside what people stated.
  private func evidenceTimes() -> String? {
    guard let report else { return nil }
    guard let onset = report.onset, let window = report.impactWindow else {
      let seen =
        report.window.map { "The evidence reaches from \(clock.dated($0.from)) to \(clock.dated($0.to)). " } ?? ""
      return seen + "No onset stands out in it."
    }
    let isShort = onset.to.seconds(since: onset.from) < 1
    let began = clock.dated(onset.from) + (isShort ? "" : " to \(clock.timed(onset.to))")
    var rows = [["Began", began, reference(near: onset.from)]]
    if let alert = firstAlert { rows.append(["First alert", clock.dated(alert.instant), place(alert)]) }
    if report.hasSignOfCalm {
      rows.append(["Last sign of recovery", clock.dated(window.to), reference(near: window.to)])
      rows.append(["Between the two", DraftText.duration(window.to.seconds(since: window.from)), "from the two above"])
    }
    let lead = incident == nil ? "" : "What the evidence shows by itself:\n\n"
    return lead + DraftText.table(["What", "When (\(clock.zoneLabel))", "Evidence"], rows)
  }

  private func unknownTimes() -> String {
    report?.onset == nil
      ? ask("When did it begin, when was it noticed, and when was it over? How is each of these known?")
      : ask("When was it declared, acknowledged, first told to customers, mitigated, resolved? Missing stays missing.")
  }

  private func reference(near instant: Instant) -> String {
    let nearest = report?.story().min {
      abs($0.instant.seconds(since: instant)) < abs($1.instant.seconds(since: instant))
    }
    return nearest.map(place) ?? ""
  }
}

extension InstantName {
  var title: String {
    switch self {
    case .impactStarted: "Users began to be affected"
    case .detected: "Noticed"
    case .declared: "Declared"
    case .acknowledged: "Somebody took the lead"
    case .firstPublicUpdate: "First word to customers"
    case .mitigated: "Users no longer affected"
    case .resolved: "Resolved"
    }
  }
}

extension InstantName {
  /// As it stands in a sentence.
  var clause: String {
    switch self {
    case .impactStarted: "when users began to be affected"
    case .detected: "when it was noticed"
    case .declared: "when it was declared"
    case .acknowledged: "when somebody took the lead"
    case .firstPublicUpdate: "when customers had a first word"
    case .mitigated: "when users were no longer affected"
    case .resolved: "when it was resolved"
    }
  }
}

extension IncidentSpan {
  var title: String {
    switch self {
    case .toDetect: "Time to detect"
    case .toDeclare: "Time to declare"
    case .toAcknowledge: "Time to acknowledge"
    case .toFirstWord: "Time to first word"
    case .toMitigate: "Time to mitigate"
    case .toResolve: "Time to resolve"
    }
  }
}
