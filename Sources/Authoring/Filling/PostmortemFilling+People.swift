import Documents
import Incidents

/// Who answers for the document, who was there, and how far it is.
extension PostmortemFilling {
  func ownership() -> [String?] {
    guard let incident else {
      return [
        ask("What did people outside notice, in one line? That is the title."),
        ask("Who owns this document until it is final?"),
      ]
    }
    var items = ["- **Incident:** INC-\(incident.number), \(plain(incident.facts.title))"]
    let meaning = policy.severity(incident.facts.severity).map { ": " + plain($0.meaning) } ?? ""
    items.append("- **Severity:** \(policy.severityName(incident.facts.severity))\(meaning)")
    if incident.isDrill { items.append("- **Drill:** this was an exercise, on the real screens") }
    if incident.isPrivate { items.append("- **Private:** seen by those who are named in the incident") }
    if let number = incident.mergedInto { items.append("- **Part of:** INC-\(number)") }
    // Whoever begins it owns it: that is known.
    return [items.joined(separator: "\n")]
  }

  func people() -> [String?] {
    let question = ask(
      "Who wrote this, and who saw it happen? First-hand sources, not culprits: name them so that they can be asked.")
    guard let incident else { return [question] }
    return [roles(of: incident), others(of: incident), files(of: incident), incident.holdings.isEmpty ? question : nil]
  }

  private func roles(of incident: Incident) -> String? {
    guard !incident.holdings.isEmpty else { return nil }
    let rows = incident.holdings.map { holding in
      [
        PartText.cell.written(policy.role(holding.role)?.name ?? holding.role.capitalisedFirst),
        PartText.cell.written(holding.person), clock.dated(holding.from),
        holding.until.map(clock.dated) ?? "to the end", holding.note.map(PartText.cell.written) ?? "",
      ]
    }
    return DraftText.table(
      ["Role", "Held by", "From (\(clock.zoneLabel))", "Until", "Passed on with it"], rows)
  }

  private func others(of incident: Incident) -> String? {
    let holders = Set(incident.holdings.map(\.person))
    let rest = sources.filter { !holders.contains($0) }
    guard !rest.isEmpty else { return nil }
    return "Also wrote into the record, and can be asked: \(plain(DraftText.list(rest)))."
  }

  private func files(of incident: Incident) -> String? {
    guard !incident.evidence.isEmpty else { return nil }
    let items = incident.evidence.map { file in
      let reading = file.content.reading.isEmpty ? "" : ": \(plain(file.content.reading))"
      return "- \(PartList(text: .line).item(file.content.name))\(reading)"
    }
    return "Evidence that was brought in:\n\n" + items.joined(separator: "\n")
  }

  // MARK: Status

  func status() -> [String?] {
    let question = ask("Who reviews this, by when, and what is still missing for it to be final?")
    guard let incident else { return ["Made from evidence.", question] }
    let since = incident.stateSince.map { ", since \(clock.dated($0)) (\(clock.zoneLabel))" } ?? ""
    let source =
      report == nil ? "the record of INC-\(incident.number)" : "the record of INC-\(incident.number) and its evidence"
    var text = "Made from \(source). The incident is \(incident.state.words)\(since)."
    let open = incident.openTasks.count
    if open > 0 {
      text +=
        " \(open == 1 ? "One task was" : "\(open) tasks were") left open and \(open == 1 ? "is" : "are") proposed as actions below."
    }
    return [text, question]
  }
}

extension IncidentState {
  /// As it stands in a sentence.
  var words: String {
    switch self {
    case .triage: "not confirmed yet"
    case .active: "still active"
    case .mitigated: "mitigated, not resolved"
    case .resolved: "resolved"
    case .learning: "resolved, and being learned from"
    case .closed: "closed"
    case .declined: "declined: it was looked at, and was none"
    case .merged: "part of another one"
    case .cancelled: "cancelled: it was declared by mistake"
    }
  }
}
