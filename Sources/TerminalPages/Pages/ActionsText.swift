package import Chronology
import Incidents
package import Interchange
import Postmortems

/// The board of actions: what presses most first, under a heading each.
package struct ActionsText {
  private let actions: [ActionAnswer]
  private let hasMore: Bool
  private let today: CivilDate

  package init(actions: [ActionAnswer], hasMore: Bool = false, today: CivilDate) {
    self.actions = actions
    self.hasMore = hasMore
    self.today = today
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for part in Part.allCases {
      let found = actions.filter { Part($0) == part }
      guard !found.isEmpty else { continue }
      lines.heading("\(part.rawValue) (\(found.count))")
      for action in found { add(action, to: &lines) }
    }
    if actions.isEmpty { lines.add("No actions fit.") }
    if hasMore {
      lines.gap()
      lines.add("There are more: --limit shows them.", style: .faint)
    }
    return lines.text
  }

  private enum Part: String, CaseIterable {
    case overdue = "Overdue"
    case immediate = "Immediate"
    case later = "Long-term"
    case done = "Done, not verified"
    case verified = "Verified"
    case declined = "Declined"

    init(_ action: ActionAnswer) {
      switch action.state {
      case .proposed, .accepted: self = action.isOverdue ? .overdue : action.term == .immediate ? .immediate : .later
      case .done: self = .done
      case .verified: self = .verified
      case .declined: self = .declined
      }
    }
  }

  private func add(_ action: ActionAnswer, to lines: inout TextLines) {
    let columns = 11
    lines.add(action.id, action.text, columns: columns, style: action.isOverdue ? .late : nil)
    lines.add("", facts(action), columns: columns, style: .faint)
    if let step = action.steps.last, !step.note.isEmpty, action.steps.count > 1 {
      lines.add("", "\(step.state.rawValue): \(step.note)", columns: columns, style: .faint)
    }
    for watch in action.guards {
      let seen = watch.summary.map { ": \($0)" } ?? ""
      lines.add("", "\(watch.standing.mark) guard \(watch.name), \(watch.standing.words)\(seen)", columns: columns)
    }
  }

  private func facts(_ action: ActionAnswer) -> String {
    var facts: [String] = []
    if let due = action.due {
      let days = today.daysSinceEpoch - due.daysSinceEpoch
      facts.append(action.isOverdue ? "due \(due), \(days == 1 ? "1 day" : "\(days) days") ago" : "due \(due)")
    } else if action.state == .proposed || action.state == .accepted {
      facts.append("no date")
    }
    facts.append(action.owner ?? "no owner")
    facts.append("\(action.kind.words), \(action.state.rawValue)")
    if let incident = action.incident { facts.append(incident) }
    if action.factors.isEmpty { facts.append("answers no factor") }
    return facts.joined(separator: " · ")
  }
}

extension ActionKind {
  /// In words.
  package var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension GuardStanding? {
  /// One column that tells it without colour.
  var mark: String {
    switch self {
    case .holds: "✓"
    case .broken: "✕"
    case .unknown: "?"
    case nil: "·"
    }
  }

  var words: String {
    switch self {
    case .holds: "holds"
    case .broken: "broken"
    case .unknown: "could not be checked"
    case nil: "never checked"
    }
  }
}
